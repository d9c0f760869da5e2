import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/** Text that follows the clock: only its letters change, nothing around it is drawn again. */
export function Ticking({ says, deps, class: looks }: { says: () => string; deps: unknown[]; class?: string }) {
  const text = useMemo(() => computed(says), deps);
  return <span class={looks}>{text}</span>;
}
