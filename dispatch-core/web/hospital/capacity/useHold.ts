import { useRef } from 'preact/hooks';

const HELD_FOR_MS = 600;

/** A press that is held does something else than a press; the click that ends it is then none. */
export function useHold(onHold: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const end = () => clearTimeout(timer.current);
  return {
    handlers: {
      onPointerDown: () => {
        held.current = false;
        timer.current = setTimeout(() => {
          held.current = true;
          onHold();
        }, HELD_FOR_MS);
      },
      onPointerUp: end,
      onPointerLeave: end,
      onPointerCancel: end,
      onContextMenu: (event: Event) => event.preventDefault(),
    },
    /** Whether the press that ends now was a long one. */
    wasHeld(): boolean {
      const was = held.current;
      held.current = false;
      return was;
    },
  };
}
