import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { ageS } from '../state/clock';
import type { Freshness } from './looks';

/** How old something is, in as few letters as a row has: "45g", "12p", "3h". It ticks without its row being drawn again. */
export function Age({ at, freshness }: { at: string | null | undefined; freshness: (ageS: number) => Freshness }) {
  const [looks, says] = useMemo(
    () => [
      computed(() => `how-old ${at ? freshness(ageS(at)) : 'unknown'}`),
      computed(() => (at ? shortAge(ageS(at)) : t('desk.age.none'))),
    ],
    [at],
  );
  return <span class={looks}>{says}</span>;
}

export function shortAge(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 90) return t('desk.age.s', { n: s });
  if (s < 90 * 60) return t('desk.age.m', { n: Math.round(s / 60) });
  if (s < 36 * 3600) return t('desk.age.h', { n: Math.round(s / 3600) });
  return t('desk.age.d', { n: Math.round(s / 86400) });
}
