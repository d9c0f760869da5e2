/**
 * Runs a task soon, once for many requests, and never twice at the same time; a request during a run leads to
 * exactly one more. A storm of events so costs one refetch per `pauseMs`, not one per event.
 */
export function coalesced(task: () => Promise<void>, pauseMs = 150): () => void {
  let waiting = false;
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    waiting = false;
    running = true;
    try {
      await task();
    } finally {
      running = false;
      if (again) {
        again = false;
        ask();
      }
    }
  }

  function ask(): void {
    if (running) {
      again = true;
    } else if (!waiting) {
      waiting = true;
      setTimeout(() => void run(), pauseMs);
    }
  }

  return ask;
}
