import type { Key } from '../../shared/i18n';

/** Everything that a key does, by name. */
export type ActName =
  | 'newAlert'
  | 'commandLine'
  | 'keySheet'
  | 'acknowledge'
  | 'undo'
  | 'send'
  | 'optionDown'
  | 'optionUp'
  | 'weigh'
  | 'plan'
  | 'status'
  | 'divert'
  | 'standDown'
  | 'merge'
  | 'close'
  | 'note'
  | 'place'
  | 'patients'
  | 'oneMore'
  | 'priority1'
  | 'priority2'
  | 'priority3'
  | 'priority4'
  | 'nextIncident'
  | 'previousIncident'
  | 'toQueue'
  | 'toUnits'
  | 'toHospitals'
  | 'callList'
  | 'roads'
  | 'mapScene'
  | 'mapAll'
  | 'handover'
  | 'print'
  | 'testTone'
  | 'language'
  | 'theme';

export const GROUPS = ['alarm', 'incident', 'dispatch', 'lists', 'page'] as const;

export interface Shortcut {
  /** Keys pressed one after the other, as the keyboard names them. */
  keys: readonly string[];
  does: ActName;
  group: (typeof GROUPS)[number];
  says: Key;
  /** Whether the widget that has the focus comes first, as Enter on a button. */
  yields?: boolean;
}

/**
 * Every key of the desk, once: what is listened for, what the sheet shows, and what the buttons name. None with a modifier
 * (those belong to the browser), none that works while one is writing, none that needs more than three presses.
 */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['x'], does: 'acknowledge', group: 'alarm', says: 'desk.key.acknowledge' },
  { keys: ['z'], does: 'undo', group: 'alarm', says: 'desk.key.undo' },
  { keys: ['n'], does: 'newAlert', group: 'alarm', says: 'desk.key.newAlert' },

  { keys: [']'], does: 'nextIncident', group: 'incident', says: 'desk.key.nextIncident' },
  { keys: ['['], does: 'previousIncident', group: 'incident', says: 'desk.key.previousIncident' },
  { keys: ['p', '1'], does: 'priority1', group: 'incident', says: 'desk.key.priority1' },
  { keys: ['p', '2'], does: 'priority2', group: 'incident', says: 'desk.key.priority2' },
  { keys: ['p', '3'], does: 'priority3', group: 'incident', says: 'desk.key.priority3' },
  { keys: ['p', '4'], does: 'priority4', group: 'incident', says: 'desk.key.priority4' },
  { keys: ['m'], does: 'merge', group: 'incident', says: 'desk.key.merge' },
  { keys: ['o'], does: 'note', group: 'incident', says: 'desk.key.note' },
  { keys: ['v'], does: 'place', group: 'incident', says: 'desk.key.place' },
  { keys: ['f'], does: 'patients', group: 'incident', says: 'desk.key.patients' },
  { keys: ['c'], does: 'close', group: 'incident', says: 'desk.key.close' },

  { keys: ['Enter'], does: 'send', group: 'dispatch', says: 'desk.key.send', yields: true },
  { keys: ['a'], does: 'send', group: 'dispatch', says: 'desk.key.send' },
  { keys: ['ArrowDown'], does: 'optionDown', group: 'dispatch', says: 'desk.key.optionDown', yields: true },
  { keys: ['j'], does: 'optionDown', group: 'dispatch', says: 'desk.key.optionDown' },
  { keys: ['ArrowUp'], does: 'optionUp', group: 'dispatch', says: 'desk.key.optionUp', yields: true },
  { keys: ['k'], does: 'optionUp', group: 'dispatch', says: 'desk.key.optionUp' },
  { keys: ['w'], does: 'weigh', group: 'dispatch', says: 'desk.key.weigh' },
  { keys: ['9'], does: 'plan', group: 'dispatch', says: 'desk.key.plan' },
  { keys: ['+'], does: 'oneMore', group: 'dispatch', says: 'desk.key.oneMore' },
  { keys: ['s'], does: 'status', group: 'dispatch', says: 'desk.key.status' },
  { keys: ['d'], does: 'divert', group: 'dispatch', says: 'desk.key.divert' },
  { keys: ['q'], does: 'standDown', group: 'dispatch', says: 'desk.key.standDown' },

  { keys: ['l'], does: 'toQueue', group: 'lists', says: 'desk.key.toQueue' },
  { keys: ['u'], does: 'toUnits', group: 'lists', says: 'desk.key.toUnits' },
  { keys: ['h'], does: 'toHospitals', group: 'lists', says: 'desk.key.toHospitals' },
  { keys: ['8'], does: 'callList', group: 'lists', says: 'desk.key.callList' },
  { keys: ['r'], does: 'roads', group: 'lists', says: 'desk.key.roads' },
  { keys: ['g'], does: 'mapScene', group: 'lists', says: 'desk.key.mapScene' },
  { keys: ['0'], does: 'mapAll', group: 'lists', says: 'desk.key.mapAll' },

  { keys: ['/'], does: 'commandLine', group: 'page', says: 'desk.key.commandLine' },
  { keys: ['b'], does: 'handover', group: 'page', says: 'desk.key.handover' },
  { keys: ['i'], does: 'print', group: 'page', says: 'desk.key.print' },
  { keys: ['t'], does: 'testTone', group: 'page', says: 'desk.key.testTone' },
  { keys: ['e'], does: 'language', group: 'page', says: 'desk.key.language' },
  { keys: ['y'], does: 'theme', group: 'page', says: 'desk.key.theme' },
  { keys: ['?'], does: 'keySheet', group: 'page', says: 'desk.key.keySheet' },
];

/** The sheet's lines: an act once, with every key that does it. */
export function sheet(): { says: Key; group: Shortcut['group']; keys: readonly (readonly string[])[] }[] {
  const lines = new Map<Key, { says: Key; group: Shortcut['group']; keys: (readonly string[])[] }>();
  for (const { says, group, keys } of SHORTCUTS) {
    const line = lines.get(says) ?? { says, group, keys: [] };
    line.keys.push(keys);
    lines.set(says, line);
  }
  return [...lines.values()];
}

export interface Heard {
  act: Shortcut | null;
  /** What was pressed so far, when more must follow. */
  pending: readonly string[];
}

/** What a press means after those before it: an act, the beginning of one, or nothing. */
export function hear(pending: readonly string[], key: string): Heard {
  const pressed = [...pending, key];
  const fits = SHORTCUTS.filter((one) => pressed.every((each, index) => one.keys[index] === each));
  const act = fits.find((one) => one.keys.length === pressed.length) ?? null;
  if (act) return { act, pending: [] };
  return { act: null, pending: fits.length > 0 ? pressed : [] };
}

/** What may follow, to be shown at the foot while it is waited for. */
export function following(pending: readonly string[]): Shortcut[] {
  return pending.length === 0 ? [] : SHORTCUTS.filter((one) => pending.every((each, index) => one.keys[index] === each));
}
