import { signal } from '@preact/signals';
import { createAlert } from '../../shared/api/calls';
import { type AlertRequest, ALERT_KINDS } from '../../shared/api/types';
import { readKm } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { attempt, incidents, panel, refreshIncidents, select } from '../store';

const kmWrong = signal(false);
/** Lives as long as one alert is being written: a second press of the button is the same alert. */
const key = signal(crypto.randomUUID());

/** What a caller says on the telephone, in the order in which one asks it. */
export function AlertForm() {
  return (
    <>
      <h2>{t('alert.title')}</h2>
      <form class="fields" onSubmit={(event) => void submit(event)} onKeyDown={sendByCtrlEnter}>
        <label>
          {t('alert.kind')}
          <select name="kind" data-first>
            {ALERT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {word('kind', kind)}
              </option>
            ))}
          </select>
        </label>
        <div class="pair">
          <label>
            {t('alert.road')}
            <input name="road" placeholder={t('alert.roadHint')} autoComplete="off" autocapitalize="characters" maxLength={64} />
          </label>
          <label>
            {t('alert.km')}
            <input
              name="km"
              placeholder={t('alert.kmHint')}
              autoComplete="off"
              aria-invalid={kmWrong.value}
              aria-describedby={kmWrong.value ? 'km-wrong' : undefined}
              onInput={() => (kmWrong.value = false)}
            />
          </label>
        </div>
        {kmWrong.value && (
          <p id="km-wrong" role="alert" class="failed">
            {t('alert.kmWrong')}
          </p>
        )}
        <label>
          {t('alert.placeText')}
          <input name="placeText" autoComplete="off" maxLength={500} />
        </label>
        <div class="pair">
          <Count name="injured" label={t('alert.injured')} />
          <Count name="dead" label={t('alert.dead')} />
          <Count name="trapped" label={t('alert.trapped')} />
        </div>
        <label>
          {t('alert.description')}
          <textarea name="description" rows={3} maxLength={4000} />
        </label>
        <label>
          {t('alert.phone')}
          <input name="reporterPhone" type="tel" autoComplete="off" maxLength={32} />
        </label>
        <button type="submit" class="main">
          {t('alert.submit')} <kbd aria-hidden="true">{t('alert.submitKey')}</kbd>
        </button>
      </form>
    </>
  );
}

function Count({ name, label }: { name: string; label: string }) {
  return (
    <label>
      {label}
      <input name={name} type="number" min={0} max={10000} inputMode="numeric" />
    </label>
  );
}

function sendByCtrlEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.ctrlKey) (event.currentTarget as HTMLFormElement).requestSubmit();
}

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const form = new FormData(event.currentTarget as HTMLFormElement);
  const alert = toAlert(form);
  if (alert === null) {
    kmWrong.value = true;
    return;
  }
  await attempt(async () => {
    const receipt = await createAlert(alert, key.value);
    key.value = crypto.randomUUID();
    refreshIncidents();
    if (!('incidentId' in receipt)) {
      panel.value = incidents.value?.length ? 'none' : panel.value;
      return t('alert.spooled');
    }
    select(receipt.incidentId);
    document.getElementById('detail')?.focus();
    return [t('alert.saved', { number: receipt.incidentNumber }), receipt.ask].filter(Boolean).join(' ');
  });
}

/** Null when the km cannot be read; a place that is only half known goes as it is, the server asks for the rest. */
export function toAlert(form: FormData): AlertRequest | null {
  const text = (name: string) => String(form.get(name) ?? '').trim().normalize('NFC');
  const count = (name: string) => (text(name) === '' ? null : Number(text(name)));
  const km = text('km') === '' ? undefined : readKm(text('km'));
  if (text('km') !== '' && km === undefined) return null;
  return {
    source: 'PHONE',
    kind: text('kind'),
    ...(text('road') && km !== undefined ? { roadKm: { road: text('road'), km } } : {}),
    ...(text('placeText') || text('road')
      ? { placeText: text('placeText') || [text('road'), text('km')].filter(Boolean).join(' ') }
      : {}),
    injured: count('injured'),
    dead: count('dead'),
    trapped: count('trapped'),
    description: text('description') || null,
    reporterPhone: text('reporterPhone') || null,
  };
}
