/** What the queue shows, and what waits until nothing can move under a hand. */
export interface Settled {
  ids: readonly string[];
  /** New ones that are not shown yet. */
  waiting: readonly string[];
}

/**
 * The rows in the order of `latest`; while a hand is on the list, as they were: what ended stays in its place, what is new
 * waits.
 */
export function settle(shown: readonly string[], latest: readonly string[], held: boolean): Settled {
  if (!held) return { ids: latest, waiting: [] };
  const known = new Set(shown);
  return { ids: shown, waiting: latest.filter((id) => !known.has(id)) };
}
