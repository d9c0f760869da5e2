import { effect } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, word } from '../../shared/i18n';
import { type Place, placeAt, searchPlaces } from '../calls';
import { wentTo } from '../command/run';
import { pin, tool } from '../map/tools';
import { showPlace } from '../map/view';
import { isCertain, rankPlaces, type TypedPlace } from './place';

/** Between two keys of a quick typist; the server answers five questions a second and no more. */
const PAUSE_MS = 220;
const SHOWN = 7;

interface Props {
  label: string;
  place: TypedPlace;
  onChange: (to: TypedPlace) => void;
  /** Whether the hand goes here when it appears. */
  focus?: boolean;
  /** False where the map has another use meanwhile. */
  map?: boolean;
}

/**
 * One field for a place, however it is said: a name without marks, "QL4D 76+650", coordinates, a plus code, or a press on the
 * map. What was typed stays; what it was taken for is shown beneath.
 */
export function PlaceField({ label, place, onChange, focus, map = true }: Props) {
  const [found, setFound] = useState<Place[]>([]);
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  const id = useId();

  useLayoutEffect(() => {
    if (focus) input.current?.focus();
  }, []);

  useEffect(() => {
    const typed = place.text.trim();
    setAt(-1);
    if (typed.length < 2 || place.found) {
      setFound([]);
      return undefined;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      searchPlaces(typed, SHOWN, asking.signal)
        .then((list) => setFound(rankPlaces(list, typed)))
        .catch(() => undefined); // no suggestions: what was typed is sent as it is
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [place.text, place.found]);

  // While the field is there, a press on the map says where.
  useEffect(() => {
    if (!map) return undefined;
    tool.value = {
      is: 'place',
      put: (point) => {
        latest.current({ text: `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`, found: { ...point, kind: 'COORDINATES' } });
        void placeAt(point.lat, point.lon)
          .then((named) => latest.current({ text: named.label, found: { ...point, kind: 'COORDINATES' } }))
          .catch(() => undefined); // the coordinates alone are a place too
      },
    };
    // Who has just asked the command line for a place means this one.
    const stop = effect(() => {
      const there = wentTo.value;
      if (!there) return;
      wentTo.value = null;
      latest.current({ text: there.label, found: { lat: there.lat, lon: there.lon, kind: 'COORDINATES' } });
    });
    return () => {
      stop();
      tool.value = { is: 'choose' };
      pin.value = null;
    };
  }, []);

  useEffect(() => {
    if (map) pin.value = place.found;
  }, [place.found]);

  const take = (one: Place) => {
    onChange({ text: one.label, found: one });
    setOpen(false);
    showPlace(one);
  };
  const onKey = (event: KeyboardEvent) => {
    const first = found[0];
    const picked = found[at] ?? (first && isCertain(first) ? first : undefined);
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(-1, at - 1));
    else if (event.key === 'Enter' && open && picked && !event.ctrlKey) take(picked);
    else if (event.key === 'Escape' && open && found.length > 0) {
      setOpen(false);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  const shown = open && found.length > 0;
  return (
    <div class="place-field">
      <label for={`${id}-place`}>{label}</label>
      <input
        ref={input}
        id={`${id}-place`}
        name="place"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-taken`}
        autoComplete="off"
        spellcheck={false}
        maxLength={500}
        placeholder={t('desk.place.hint')}
        value={place.text}
        {...(focus ? { 'data-first': true } : {})}
        onInput={(event) => {
          onChange({ text: event.currentTarget.value, found: null });
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <p id={`${id}-taken`} class={place.found ? 'taken' : 'quiet'}>
        {place.found
          ? `✓ ${place.found.lat.toFixed(5)}, ${place.found.lon.toFixed(5)}`
          : t(place.text.trim() === '' ? 'desk.place.map' : 'desk.place.asTold')}
      </p>
      <ul role="listbox" id={`${id}-list`} aria-label={t('desk.cmd.list')} hidden={!shown}>
        {found.map((one, index) => (
          <li
            key={`${one.label} ${one.lat} ${one.lon}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              take(one);
            }}
          >
            <span>{one.label}</span>{' '}
            <span class="quiet">{[word('desk.placeKind', one.kind), one.formerDistrict].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
