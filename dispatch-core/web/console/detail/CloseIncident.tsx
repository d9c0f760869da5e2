import { closeIncident } from '../../shared/api/calls';
import { type Disposition, DISPOSITIONS, type Incident } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { attempt, refreshIncident, refreshIncidents } from '../store';

export function CloseIncident({ of: it }: { of: Incident }) {
  return (
    <details>
      <summary>{t('close.open')}</summary>
      <form class="inline" onSubmit={(event) => void submit(event, it)}>
        <label>
          {t('close.disposition')}
          <select name="disposition">
            {DISPOSITIONS.map((one) => (
              <option key={one} value={one}>
                {word('disposition', one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('action.reason')}
          <input name="note" maxLength={2000} />
        </label>
        <button type="submit" class="main">
          {t('close.submit')}
        </button>
      </form>
    </details>
  );
}

async function submit(event: SubmitEvent, it: Incident): Promise<void> {
  event.preventDefault();
  const form = new FormData(event.currentTarget as HTMLFormElement);
  await attempt(async () => {
    await closeIncident(it.id, form.get('disposition') as Disposition, String(form.get('note') ?? ''));
  });
  refreshIncident();
  refreshIncidents();
}
