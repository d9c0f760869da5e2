import { t, word } from './i18n';

const COLOURS = ['RED', 'YELLOW', 'GREEN'] as const;

/** Whom an order of a plan is for, as it is said: "1 đỏ, 2 xanh"; nothing when nobody said. */
export function carriesWords(carries: readonly string[] | undefined): string {
  return COLOURS.map((colour) => [colour, (carries ?? []).filter((each) => each === colour).length] as const)
    .filter(([, count]) => count > 0)
    .map(([colour, n]) => t('assign.carries.one', { n, colour: word('triage', colour).toLowerCase() }))
    .join(', ');
}
