import { signal } from '@preact/signals';
import { reopenRoad } from '../../shared/api/calls';
import type { RoadClosure, RoadClosureRequest } from '../../shared/api/types';
import { number } from '../../shared/format';
import { t } from '../../shared/i18n';
import { enterRoadClosure, type RoadClosureEntered } from '../calls';
import { attempt } from '../state/read';
import { refreshRecommendation } from '../state/recommendation';
import { closures, refreshClosures } from '../state/roads';
import { askedAgain } from '../undo/table';
import { offerUndo } from '../undo/undo';

/** What the last road closure did: metres, places cut off, what it repeats or contradicts. */
export const lastEntered = signal<RoadClosureEntered | null>(null);

export async function closeRoad(request: RoadClosureRequest): Promise<boolean> {
  const done = await attempt(async () => {
    const made = await enterRoadClosure(request);
    const says = t('closure.saved', { road: made.label });
    lastEntered.value = made;
    closures.value = [made, ...closures.value.filter((other) => other.id !== made.id)];
    offerUndo({ act: 'roadClosed', roadClosureId: made.id }, says);
    return `${says} ${effectWords(made)}`;
  });
  refreshClosures();
  refreshRecommendation();
  return done;
}

export async function openRoad(one: RoadClosure): Promise<void> {
  const says = t('closure.reopened', { road: one.label });
  await attempt(async () => {
    await reopenRoad(one.id);
    closures.value = closures.value.filter((other) => other.id !== one.id);
    if (lastEntered.value?.id === one.id) lastEntered.value = null;
    offerUndo({ act: 'roadOpened', was: askedAgain(one) }, says);
    return says;
  });
  refreshClosures();
  refreshRecommendation();
}

/** In a sentence: how much road, and who sits behind it now. */
export function effectWords(made: RoadClosureEntered): string {
  if (made.match === 'NOT_YET') return t('desk.closure.notYet');
  if (made.match === 'NO_ROAD') return t('desk.closure.noRoad');
  const parts = [t('desk.closure.metres', { m: number(made.closedM ?? 0, 0) })];
  if (made.cutsOff?.length) {
    parts.push(t('desk.closure.cutsOff', { places: made.cutsOff.map((place) => place.name).join(', ') }));
  }
  if (made.alreadyClosedBy.length > 0) parts.push(t('desk.closure.already'));
  if (made.contradicts.length > 0) parts.push(t('desk.closure.contradicts'));
  return parts.join(' ');
}
