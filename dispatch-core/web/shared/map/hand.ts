/** Between two keys of somebody who goes on; after this, he looks. */
const STILL_MS = 600;
/** However long somebody types, the map is not left to grow old under his eyes. */
const LONGEST_MS = 10_000;

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

/** Runs it once nobody has pressed a key for a moment; the answer calls it off. */
export function onceHandIsStill(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const now = performance.now();
    const wait = Math.min(pressedAt + STILL_MS, busySince + LONGEST_MS) - now;
    if (wait <= 0) {
      if (now - busySince >= LONGEST_MS) busySince = now;
      run();
    } else timer = setTimeout(look, wait);
  };
  look();
  return () => clearTimeout(timer);
}
