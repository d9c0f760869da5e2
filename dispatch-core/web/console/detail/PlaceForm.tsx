import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Incident } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { setPlace } from '../acts/incidents';
import { PlaceField } from '../intake/PlaceField';
import { EMPTY_PLACE, type TypedPlace, toldPlace } from '../intake/place';
import { section, shutSection } from './sections';

const place = signal<TypedPlace>(EMPTY_PLACE);

/** Where it really is, as somebody found out later. What was told before stays beside it. */
export function PlaceForm({ of: it }: { of: Incident }) {
  const shown = section.value === 'place';
  useEffect(() => {
    if (shown) place.value = EMPTY_PLACE;
  }, [shown, it.id]);
  if (!shown) return null;
  const told = toldPlace(place.value);
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (told) void setPlace(it, told).then((done) => done && shutSection());
      }}
    >
      <PlaceField label={t('desk.place.correct')} place={place.value} onChange={(to) => (place.value = to)} focus />
      <div class="acts">
        <button type="submit" class="main" disabled={!told}>
          {t('desk.save')} <kbd aria-hidden="true">Enter</kbd>
        </button>
        <button type="button" onClick={shutSection}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  );
}
