import type { DispatchOption } from '../../shared/api/types';
import { minuteRange, number } from '../../shared/format';
import { type Key, t } from '../../shared/i18n';

/** Where the minutes go, as a bar to the scale of `most` and in figures; how much later it may get, as a thin tail. */
export function Bars({ of: option, most, label }: { of: DispatchOption; most: number; label?: string }) {
  const parts: [Key, string, number | null | undefined, number | null | undefined][] = [
    ['rec.turnout', 'turnout', option.turnoutS, undefined],
    ['rec.travel', 'travel', option.travelS, option.travelP90S],
    ['rec.onScene', 'scene', option.onSceneS, undefined],
    ['rec.transport', 'transport', option.transportS, option.transportP90S],
  ];
  const width = (seconds: number) => ({ width: `${most > 0 ? (100 * seconds) / most : 0}%` });
  const tail = Math.max(0, option.timeToCareP90S - option.timeToCareS);
  return (
    <div class="bars">
      {label && <p class="quiet">{label}</p>}
      <div class="bar" aria-hidden="true">
        {parts.map(([name, looks, seconds]) => (seconds ? <span key={name} class={looks} style={width(seconds)} /> : null))}
        <span class="tail" style={width(tail)} />
      </div>
      <dl class="parts">
        {parts.map(([name, looks, p50, p90]) => (
          <div key={name} class={looks}>
            <dt>{t(name)}</dt>
            <dd>{typeof p50 === 'number' ? (p90 ? minuteRange(p50, p90) : number(p50 / 60, 1)) : '–'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
