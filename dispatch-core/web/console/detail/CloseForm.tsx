import { DISPOSITIONS, type Disposition, type Incident } from '../../shared/api/types';
import { t, word } from '../../shared/i18n';
import { close } from '../acts/incidents';
import { incidents } from '../state/incidents';
import { field } from './fields';
import { section } from './sections';

export function CloseForm({ of: it }: { of: Incident }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const row = incidents.get(it.id) ?? it;
    void close(row, field(event, 'disposition') as Disposition, field(event, 'note'));
  };
  return (
    <details
      open={section.value === 'close'}
      onToggle={(event) => {
        const open = event.currentTarget.open;
        if (open !== (section.value === 'close')) section.value = open ? 'close' : null;
      }}
    >
      <summary>
        {t('close.open')} <kbd aria-hidden="true">c</kbd>
      </summary>
      <form class="inline" onSubmit={submit}>
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
          <input name="note" maxLength={2000} autoComplete="off" />
        </label>
        <button type="submit" class="main">
          {t('close.submit')}
        </button>
      </form>
    </details>
  );
}
