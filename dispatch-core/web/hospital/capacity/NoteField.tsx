import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { flush, press } from '../draft';
import { NOTHING } from '../figures';

const LONGEST = 500;

/** A sentence for whoever reads the history, such as which machine is broken. */
export function NoteField() {
  const [text, setText] = useState('');
  return (
    <form
      class="note"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        press({ ...NOTHING, note: text });
        flush();
        setText('');
      }}
    >
      <label>
        {t('hospital.note')}
        <input value={text} maxLength={LONGEST} placeholder={t('hospital.note.example')} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={!text.trim()}>
        {t('hospital.note.send')}
      </button>
    </form>
  );
}
