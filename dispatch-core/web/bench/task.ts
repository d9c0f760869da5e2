/** What the measuring process asks of the process that plays everybody else, and what it hears. */
export type Task = { does: 'drive' } | { does: 'sit'; count: number } | { does: 'count' };

export interface Counts {
  /** Positions that were taken. */
  sent: number;
  /** Positions that went out more than a second late: this process had too much to do. */
  late: number;
  /** What the other consoles asked the server. */
  asked: number;
  /** Positions that were refused, or not answered. */
  failed: number;
}

export type Done = { done: Task['does']; failure?: string } & Partial<Counts>;

export function say(done: Done): void {
  process.send?.(done);
}
