import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoadClosure } from '../../shared/api/types';
import { dayAndTime, kilometres } from '../../shared/format';
import { type Key, t, word } from '../../shared/i18n';
import { closeRoad, effectWords, lastEntered, openRoad } from '../acts/roads';
import { effectOf } from '../command/read';
import { CLOSURE_REASONS } from '../command/grammar';
import { drawn, dropPoint, tool } from '../map/tools';
import { isMapShown, showPlace } from '../map/view';
import { PlaceField } from '../intake/PlaceField';
import { EMPTY_PLACE, type TypedPlace } from '../intake/place';
import { closures, cutOff } from '../state/roads';
import { shortNumber } from '../state/words';
import { BLANK, type ClosureForm, type Fault, type State, STATES, toRequest, type Where } from './request';

/** What is being entered outlives the panel: who looks at an incident meanwhile goes on where he was. */
const form = signal<ClosureForm>(BLANK);
const fault = signal<Fault | null>(null);
const corner = signal<TypedPlace>(EMPTY_PLACE);

const WHERES: readonly Where[] = ['posts', 'line', 'fords', 'classes'];
const CLASSES = ['TRUNK', 'PRIMARY', 'SECONDARY', 'TERTIARY', 'UNCLASSIFIED', 'TRACK', 'PATH'] as const;

const FAULTS: Record<Fault, Key> = {
  road: 'desk.closure.fault.road',
  km: 'alert.kmWrong',
  line: 'desk.closure.fault.line',
  reason: 'desk.closure.fault.reason',
  limit: 'desk.closure.fault.limit',
  factor: 'desk.closure.fault.factor',
  season: 'desk.closure.fault.season',
  hours: 'desk.closure.fault.hours',
};

function write(part: Partial<ClosureForm>): void {
  form.value = { ...form.value, ...part };
  fault.value = null;
}

export function RoadClosures() {
  return (
    <>
      <h2>{t('closure.title')}</h2>
      <p class="quiet">{t('desk.closure.typed')}</p>
      <Form />
      <Result />
      <CutOff />
      <List />
    </>
  );
}

function Form() {
  const it = form.value;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const request = toRequest(it, drawn.value);
    if ('fault' in request) {
      fault.value = request.fault;
      return;
    }
    if (await closeRoad(request)) {
      form.value = { ...BLANK, where: it.where };
      drawn.value = [];
    }
  };
  return (
    <form class="fields" onSubmit={(event) => void submit(event)}>
      <div class="choices" role="group" aria-label={t('desk.closure.where')}>
        {WHERES.map((where) => (
          <button key={where} type="button" aria-pressed={it.where === where} onClick={() => write({ where })}>
            {t(`desk.closure.where.${where}` as Key)}
          </button>
        ))}
      </div>
      {it.where === 'posts' && <Posts />}
      {it.where === 'line' && <Line />}
      {it.where === 'classes' && (
        <label>
          {t('desk.closure.class')}
          <select value={it.roadClass} onChange={(event) => write({ roadClass: event.currentTarget.value })}>
            {CLASSES.map((one) => (
              <option key={one} value={one}>
                {word('desk.roadClass', one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('closure.reason')}
        <input
          value={it.reason}
          maxLength={500}
          list="closure-reasons"
          autoComplete="off"
          aria-invalid={fault.value === 'reason'}
          onInput={(event) => write({ reason: event.currentTarget.value })}
        />
        <datalist id="closure-reasons">
          {CLOSURE_REASONS.map((reason) => (
            <option key={reason} value={reason} />
          ))}
        </datalist>
      </label>
      <Effect />
      <Times />
      {fault.value && (
        <p role="alert" class="failed">
          {t(FAULTS[fault.value])}
        </p>
      )}
      <button type="submit" class="main">
        {t('closure.submit')} <kbd aria-hidden="true">Enter</kbd>
      </button>
    </form>
  );
}

function Posts() {
  const it = form.value;
  return (
    <div class="posts">
      <label>
        {t('closure.road')}
        <input
          value={it.road}
          maxLength={64}
          autoComplete="off"
          placeholder={t('alert.roadHint')}
          data-first
          aria-invalid={fault.value === 'road'}
          onInput={(event) => write({ road: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('closure.fromKm')}
        <input
          value={it.fromKm}
          autoComplete="off"
          placeholder={t('alert.kmHint')}
          aria-invalid={fault.value === 'km'}
          onInput={(event) => write({ fromKm: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('closure.toKm')}
        <input
          value={it.toKm}
          autoComplete="off"
          aria-invalid={fault.value === 'km'}
          onInput={(event) => write({ toKm: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

/** Drawn by presses on the map, or point by point with the field below: the map is never the only way. */
function Line() {
  useEffect(() => {
    tool.value = { is: 'line' };
    return () => {
      tool.value = { is: 'choose' };
    };
  }, []);
  return (
    <div class="line">
      <p class="quiet">{t(isMapShown.value ? 'desk.closure.draw' : 'desk.closure.drawWithout')}</p>
      <PlaceField
        label={t('desk.closure.corner')}
        place={corner.value}
        map={false}
        onChange={(to) => {
          corner.value = to;
          if (!to.found) return;
          drawn.value = [...drawn.value, [to.found.lon, to.found.lat]];
          corner.value = EMPTY_PLACE;
        }}
      />
      <ol class="corners">
        {drawn.value.map(([lon, lat], index) => (
          <li key={`${index} ${lon} ${lat}`}>
            {lat.toFixed(5)}, {lon.toFixed(5)}
          </li>
        ))}
      </ol>
      {drawn.value.length > 0 && (
        <div class="acts">
          <button type="button" onClick={dropPoint}>
            {t('desk.closure.dropPoint')}
          </button>
          <button type="button" onClick={() => (drawn.value = [])}>
            {t('desk.closure.dropLine')}
          </button>
        </div>
      )}
    </div>
  );
}

function Effect() {
  const it = form.value;
  return (
    <div class="pair">
      <label>
        {t('closure.effect')}
        <select value={it.state} onChange={(event) => write({ state: event.currentTarget.value as State })}>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`roadEffect.${state}`)}
            </option>
          ))}
        </select>
      </label>
      {it.state === 'ONE_LANE' && <Figure name="delayMin" says="desk.closure.delay" />}
      {it.state === 'SLOW' && <Figure name="factor" says="desk.closure.factor" />}
      {it.state === 'LIMIT' && <Figure name="weightT" says="desk.closure.weight" />}
      {it.state === 'LIMIT' && <Figure name="widthM" says="desk.closure.width" />}
    </div>
  );
}

function Figure({ name, says }: { name: 'delayMin' | 'factor' | 'weightT' | 'widthM'; says: Key }) {
  return (
    <label>
      {t(says)}
      <input
        value={form.value[name]}
        inputMode="decimal"
        autoComplete="off"
        onInput={(event) => write({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

function Times() {
  const it = form.value;
  const input = (name: keyof ClosureForm, type: 'text' | 'time' | 'datetime-local', says: Key, hint?: string) => (
    <label>
      {t(says)}
      <input
        {...({ type } as { type: 'text' })}
        value={it[name]}
        placeholder={hint}
        autoComplete="off"
        onInput={(event) => write({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <details>
      <summary>{t('desk.closure.times')}</summary>
      <div class="times">
        {input('until', 'datetime-local', 'closure.until')}
        <div class="pair">
          {input('hoursFirst', 'time', 'desk.closure.hoursFirst')}
          {input('hoursLast', 'time', 'desk.closure.hoursLast')}
        </div>
        <div class="pair">
          {input('seasonFirst', 'text', 'desk.closure.seasonFirst', '05-01')}
          {input('seasonLast', 'text', 'desk.closure.seasonLast', '10-31')}
        </div>
      </div>
    </details>
  );
}

/** What the last one did. */
function Result() {
  const made = lastEntered.value;
  return (
    <div role="status">
      {made && (
        <div class={`entered ${made.cutsOff?.length ? 'cuts' : ''}`}>
          <p>
            <strong>{made.label}</strong> {t(`roadEffect.${effectOf(made)}` as Key)}
          </p>
          <p>{effectWords(made)}</p>
        </div>
      )}
    </div>
  );
}

function CutOff() {
  if (cutOff.value.length === 0) return null;
  return (
    <section aria-labelledby="cut-title">
      <h3 id="cut-title" class="warned">
        <span aria-hidden="true">◆ </span>
        {t('closure.cutOff')}
      </h3>
      <ul class="plain">
        {cutOff.value.map((place) => (
          <li key={`${place.kind} ${place.id}`}>
            {t(`closure.cutOff.${place.kind}`)}{' '}
            <button type="button" class="link" onClick={() => showPlace(place)}>
              {place.kind === 'SCENE' ? shortNumber({ number: place.name }) : place.name}
            </button>{' '}
            <span class="quiet">{dayAndTime(place.since)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List() {
  return (
    <section aria-labelledby="closures-title">
      <h3 id="closures-title">{t('closure.list')}</h3>
      {closures.value.length === 0 && <p class="quiet">{t('closure.none')}</p>}
      <ul class="plain">
        {closures.value.map((one) => (
          <Entry key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ one }: { one: RoadClosure }) {
  const first = firstPoint(one);
  return (
    <li class="closure">
      <span>
        {first ? (
          <button type="button" class="link" onClick={() => showPlace(first)}>
            {one.label}
          </button>
        ) : (
          <strong>{one.label}</strong>
        )}{' '}
        {t(`roadEffect.${effectOf(one)}` as Key)}. {one.reason}{' '}
        <span class="quiet">
          {typeof one.closedM === 'number' && `${t('unit.km', { n: kilometres(one.closedM) })} · `}
          {dayAndTime(one.from)} {one.until && t('closure.untilShown', { at: dayAndTime(one.until) })}
          {one.hours && ` · ${one.hours.first}–${one.hours.last}`}
          {one.season && ` · ${one.season.first}–${one.season.last}`}
          {!one.inForce && ` · ${t('desk.closure.notNow')}`}
        </span>
        {one.match && one.match !== 'MATCHED' && (
          <span class="warned"> {t(one.match === 'NOT_YET' ? 'closure.notYet' : 'closure.noRoad')}</span>
        )}
      </span>
      <button type="button" aria-label={`${t('closure.reopen')} ${one.label}`} onClick={() => void openRoad(one)}>
        {t('closure.reopen')}
      </button>
    </li>
  );
}

function firstPoint(one: RoadClosure): { lat: number; lon: number } | null {
  const geometry = one.line as unknown as GeoJSON.Geometry | null;
  const at =
    geometry?.type === 'LineString'
      ? geometry.coordinates[0]
      : geometry?.type === 'MultiLineString'
        ? geometry.coordinates[0]?.[0]
        : undefined;
  return at && at[0] !== undefined && at[1] !== undefined ? { lon: at[0], lat: at[1] } : null;
}
