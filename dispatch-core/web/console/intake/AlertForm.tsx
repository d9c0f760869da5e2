import { createAlert } from '../../shared/api/calls';
import { ALERT_KINDS } from '../../shared/api/types';
import { clock, number } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { PriorityMark } from '../../shared/PriorityMark';
import { ageS } from '../state/clock';
import { incidents } from '../state/incidents';
import { panel } from '../state/panel';
import { attempt } from '../state/read';
import { open, refreshIncidents } from '../state/selected';
import { shortNumber } from '../state/words';
import { clearDraft, draft, isBlank, toAlert, write } from './draft';
import { nearby } from './nearby';
import { toldPlace } from './place';
import { PlaceField } from './PlaceField';

/** What a caller says on the telephone, in the order in which one asks it: first where. */
export function AlertForm() {
  const it = draft.value;
  const placed = toldPlace(it.place) !== null;
  return (
    <>
      <h2>{t('alert.title')}</h2>
      <form class="fields" onSubmit={(event) => void submit(event)} onKeyDown={sendByCtrlEnter}>
        <PlaceField label={t('desk.place.label')} place={it.place} onChange={(place) => write({ place })} focus />
        <Near />
        <label>
          {t('alert.kind')}
          <select name="kind" value={it.kind} onChange={(event) => write({ kind: event.currentTarget.value })}>
            {ALERT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {word('kind', kind)}
              </option>
            ))}
          </select>
        </label>
        <div class="pair">
          <Count name="injured" label={t('alert.injured')} />
          <Count name="dead" label={t('alert.dead')} />
          <Count name="trapped" label={t('alert.trapped')} />
        </div>
        <label>
          {t('alert.description')}
          <textarea
            name="description"
            rows={3}
            maxLength={4000}
            value={it.description}
            onInput={(event) => write({ description: event.currentTarget.value })}
          />
        </label>
        <label>
          {t('alert.phone')}
          <input
            name="reporterPhone"
            type="tel"
            autoComplete="off"
            maxLength={32}
            value={it.phone}
            onInput={(event) => write({ phone: event.currentTarget.value })}
          />
        </label>
        <div class="acts">
          <button type="submit" class="main" disabled={!placed}>
            {t('alert.submit')} <kbd aria-hidden="true">{t('alert.submitKey')}</kbd>
          </button>
          {!isBlank(it) && (
            <button type="button" onClick={clearDraft}>
              {t('desk.alert.clear')}
            </button>
          )}
        </div>
        <p class="quiet">{t(placed ? 'desk.alert.kept' : 'desk.alert.placeMissing')}</p>
      </form>
    </>
  );
}

function Count({ name, label }: { name: 'injured' | 'dead' | 'trapped'; label: string }) {
  return (
    <label>
      {label}
      <input
        name={name}
        type="number"
        min={0}
        max={10000}
        inputMode="numeric"
        value={draft.value[name]}
        onInput={(event) => write({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

/** Open incidents at the place that is being typed: perhaps another caller was first. */
function Near() {
  const at = draft.value.place.found;
  const those = at ? nearby(at, incidents.all()) : [];
  return (
    <div role="status" class={those.length > 0 ? 'near' : ''}>
      {those.length > 0 && (
        <>
          <p class="warned">
            <span aria-hidden="true">≈ </span>
            {t('desk.alert.near')}
          </p>
          <ul>
            {those.map(({ it, distanceM }) => (
              <li key={it.id}>
                <button type="button" class="link" onClick={() => open(it.id)}>
                  <PriorityMark priority={it.priority} /> {shortNumber(it)} · {word('kind', it.kind)} ·{' '}
                  {t('desk.alert.nearAt', { m: number(distanceM, 0), age: clock(ageS(it.openedAt)) })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function sendByCtrlEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.ctrlKey) (event.currentTarget as HTMLFormElement).requestSubmit();
}

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const sent = draft.value;
  if (toldPlace(sent.place) === null) return;
  await attempt(async () => {
    const receipt = await createAlert(toAlert(sent), sent.key);
    clearDraft();
    refreshIncidents();
    if (!('incidentId' in receipt)) {
      panel.value = 'none';
      return t('alert.spooled');
    }
    open(receipt.incidentId);
    return [t('alert.saved', { number: shortNumber({ number: receipt.incidentNumber }) }), receipt.ask].filter(Boolean).join(' ');
  });
}
