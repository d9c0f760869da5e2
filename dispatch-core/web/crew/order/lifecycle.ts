import type { AssignmentStatus } from '../../shared/api/types';

/**
 * From each status, what may come next; the first is the one button the crew sees. The same table as the server's
 * AssignmentLifecycle (a test compares them), so that the button is right where nobody can be asked.
 */
export const NEXT: Readonly<Record<AssignmentStatus, readonly AssignmentStatus[]>> = {
  NOTIFIED: ['ACKNOWLEDGED', 'EN_ROUTE', 'CANCELLED'],
  ACKNOWLEDGED: ['EN_ROUTE', 'CANCELLED'],
  EN_ROUTE: ['ON_SCENE', 'CANCELLED'],
  ON_SCENE: ['AT_PATIENT', 'LEFT_SCENE', 'IN_SERVICE', 'CANCELLED'], // in service at once: nobody there
  AT_PATIENT: ['LEFT_SCENE', 'IN_SERVICE'], // in service: treated on scene
  LEFT_SCENE: ['AT_DESTINATION'],
  AT_DESTINATION: ['HANDED_OVER'],
  HANDED_OVER: ['IN_SERVICE'],
  IN_SERVICE: [],
  CANCELLED: [],
};

export const isOver = (status: AssignmentStatus) => NEXT[status].length === 0;

/** Which leg is driven, or driven next; null once there is nowhere left to drive. */
export function legAhead(status: AssignmentStatus): 'SCENE' | 'HOSPITAL' | null {
  if (isOver(status) || status === 'AT_DESTINATION' || status === 'HANDED_OVER') return null;
  return status === 'NOTIFIED' || status === 'ACKNOWLEDGED' || status === 'EN_ROUTE' ? 'SCENE' : 'HOSPITAL';
}
