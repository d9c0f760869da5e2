/**
 * Runs a task at once, and for all requests that come while it runs or within `gapMs` of its start exactly once more: the
 * first event of a quiet night is on the screen without any wait, and a storm costs one reading per gap.
 */
export function paced(task: () => Promise<void>, gapMs: number): () => void {
  let running = false;
  let asked = false;
  let startedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    timer = undefined;
    running = true;
    asked = false;
    startedAt = performance.now();
    try {
      await task();
    } finally {
      running = false;
      if (asked) ask();
    }
  }

  function ask(): void {
    asked = true;
    if (running || timer !== undefined) return;
    const wait = startedAt + gapMs - performance.now();
    if (wait <= 0) void run();
    else timer = setTimeout(() => void run(), wait);
  }

  return ask;
}
