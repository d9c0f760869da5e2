import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Key, t } from '../../shared/i18n';

interface Split {
  /** Where it is remembered, and the custom property that sizes the pane. */
  name: 'queue' | 'detail' | 'board';
  /** Along which the pane before or after it grows. */
  axis: 'x' | 'y';
  /** Whether the sized pane lies after the splitter. */
  after: boolean;
  says: Key;
}

const STEP_PX = 16;
const LEAST_PX = 160;

const sizes = signal<Record<string, number>>(remembered());

/** A line between two panes: dragged by hand, or moved by the arrow keys; where it was left it stands the next day. */
export function Splitter({ name, axis, after, says }: Split) {
  const bar = useRef<HTMLDivElement>(null);
  const size = sizes.value[name];
  useLayoutEffect(() => {
    const whole = bar.current?.parentElement;
    if (size === undefined) whole?.style.removeProperty(`--${name}`);
    else whole?.style.setProperty(`--${name}`, `${size}px`);
    bar.current?.setAttribute('aria-valuenow', String(measured()));
    bar.current?.setAttribute('aria-valuemax', String(most()));
  }, [size]);

  const place = () => (after ? bar.current?.nextElementSibling : bar.current?.previousElementSibling);
  const measured = () => {
    const box = place()?.getBoundingClientRect();
    return box ? Math.round(axis === 'x' ? box.width : box.height) : 0;
  };
  const most = () => {
    const box = bar.current?.parentElement?.getBoundingClientRect();
    return box ? Math.round((axis === 'x' ? box.width : box.height) - 2 * LEAST_PX) : LEAST_PX;
  };
  const move = (to: number) => keep(name, Math.min(most(), Math.max(LEAST_PX, Math.round(to))));

  const drag = (event: PointerEvent) => {
    const target = event.currentTarget as HTMLElement;
    const from = axis === 'x' ? event.clientX : event.clientY;
    const size = measured();
    const follow = (now: PointerEvent) => {
      const by = (axis === 'x' ? now.clientX : now.clientY) - from;
      move(size + (after ? -by : by));
    };
    target.setPointerCapture(event.pointerId);
    target.addEventListener('pointermove', follow);
    target.addEventListener('lostpointercapture', () => target.removeEventListener('pointermove', follow), { once: true });
  };

  const step = (event: KeyboardEvent) => {
    const [less, more] = axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const sign = event.key === more ? 1 : event.key === less ? -1 : 0;
    if (sign !== 0) move(measured() + sign * (after ? -1 : 1) * STEP_PX);
    else if (event.key === 'Home') forget(name);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={bar}
      class={`splitter ${axis}`}
      role="separator"
      tabIndex={0}
      aria-label={t(says)}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuemin={LEAST_PX}
      title={t('desk.splitter')}
      onPointerDown={drag}
      onDblClick={() => forget(name)}
      onKeyDown={step}
    />
  );
}

function keep(name: string, size: number): void {
  sizes.value = { ...sizes.value, [name]: size };
  localStorage.setItem('panes', JSON.stringify(sizes.value));
}

/** Back to where it stands by itself. */
function forget(name: string): void {
  const { [name]: gone, ...rest } = sizes.value;
  sizes.value = rest;
  localStorage.setItem('panes', JSON.stringify(rest));
}

function remembered(): Record<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem('panes') ?? '{}');
    return Object.fromEntries(
      Object.entries(stored as object).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
    );
  } catch {
    return {};
  }
}
