import type { Priority } from './api/types';
import { word } from './i18n';

const SHAPES: Record<Priority, string> = { P1: '▲', P2: '◆', P3: '●', P4: '○' };

/** Shape, colour and text together: none of them alone carries the meaning. */
export function PriorityMark({ priority }: { priority: Priority }) {
  return (
    <span class={`priority ${priority}`} title={word('priority', priority)}>
      <span aria-hidden="true">{SHAPES[priority]}</span>
      <span class="spoken">{word('priority', priority)}</span>
      <span aria-hidden="true">{priority}</span>
    </span>
  );
}
