/** Between two keys of somebody who goes on; after this, he looks. */
const STILL_MS = 600;
/** However long somebody types, what moves on the map is not left to grow old under his eyes. */
const LONGEST_MS = 30_000;

let pressedAt = -Infinity;
let busySince = -Infinity;

if (typeof document !== 'undefined') {
  document.addEventListener(
    'keydown',
    () => {
      const now = performance.now();
      if (now - pressedAt > STILL_MS) busySince = now;
      pressedAt = now;
    },
    { capture: true, passive: true },
  );
}

/** Runs it once nobody has pressed a key for a moment, however long that takes; the answer calls it off. */
export function onceHandIsStill(run: () => void, longestMs = Infinity): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const now = performance.now();
    const wait = Math.min(pressedAt + STILL_MS, busySince + longestMs) - now;
    if (wait <= 0) {
      if (now - busySince >= longestMs) busySince = now;
      run();
    } else timer = setTimeout(look, wait);
  };
  look();
  return () => clearTimeout(timer);
}

/** As that, but a hand that is never still is not waited for for ever. */
export function onceHandIsStillOrTooLong(run: () => void): () => void {
  return onceHandIsStill(run, LONGEST_MS);
}
