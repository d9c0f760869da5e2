import type { Assignment, AssignmentStatus } from '../../shared/api/types';
import type { Item } from '../outbox/item';
import { NEXT } from './lifecycle';

/** A step of the case, and whether the server knows of it yet. */
export interface Milestone {
  status: AssignmentStatus;
  at: string;
  sent: boolean;
}

export interface AsPressed {
  status: AssignmentStatus;
  milestones: Milestone[];
}

const TIMES: readonly [keyof Assignment['milestones'], AssignmentStatus][] = [
  ['notified', 'NOTIFIED'],
  ['acknowledged', 'ACKNOWLEDGED'],
  ['enRoute', 'EN_ROUTE'],
  ['onScene', 'ON_SCENE'],
  ['atPatient', 'AT_PATIENT'],
  ['leftScene', 'LEFT_SCENE'],
  ['atDestination', 'AT_DESTINATION'],
  ['handedOver', 'HANDED_OVER'],
  ['inService', 'IN_SERVICE'],
  ['cancelled', 'CANCELLED'],
];

/** The assignment as the crew knows it: what the server said last, and then every press that still waits to be sent. */
export function asPressed(assignment: Assignment, items: readonly Item[]): AsPressed {
  let status = assignment.status;
  const milestones: Milestone[] = TIMES.flatMap(([name, reached]) => {
    const at = assignment.milestones[name];
    return at ? [{ status: reached, at, sent: true }] : [];
  });
  for (const item of items) {
    if (item.kind !== 'STATUS' || item.refused || item.assignmentId !== assignment.id) continue;
    // One that was counted, but whose answer was lost on the way, is no longer a legal step; the server knows it.
    if (!NEXT[status].includes(item.body.status)) continue;
    status = item.body.status;
    milestones.push({ status, at: item.at, sent: false });
  }
  return { status, milestones };
}
