import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Incident } from '../../shared/api/types';
import { t } from '../../shared/i18n';
import { writeNote } from '../acts/incidents';
import { section, shutSection } from './sections';

/** What is being written stays, whatever happens to the page around it. */
const written = signal('');

export function NoteForm({ of: it }: { of: Incident }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = section.value === 'note';
  useLayoutEffect(() => {
    if (shown) field.current?.focus();
  }, [shown]);
  if (!shown) return null;
  const send = async () => {
    if (written.value.trim() === '') return;
    if (await writeNote(it, written.value.trim().normalize('NFC'))) {
      written.value = '';
      shutSection();
    }
  };
  return (
    <form
      class="inline note"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        {t('desk.note.label')}
        <textarea
          ref={field}
          rows={2}
          maxLength={2000}
          value={written.value}
          onInput={(event) => (written.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void send();
          }}
        />
      </label>
      <div class="acts">
        <button type="submit" class="main">
          {t('desk.note.send')} <kbd aria-hidden="true">Enter</kbd>
        </button>
        <button type="button" onClick={shutSection}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  );
}
