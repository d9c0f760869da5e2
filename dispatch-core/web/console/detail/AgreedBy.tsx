import { t } from '../../shared/i18n';
import { agreedBy, fullFor } from '../acts/dispatch';
import { selectedId } from '../state/panel';

/** Who else agrees that a full ward takes one more; asked for once the server has said that it is full. */
export function AgreedBy({ isFull = false, onEnter }: { isFull?: boolean; onEnter?: () => void }) {
  if (!isFull && fullFor.value !== selectedId.value) return null;
  return (
    <label class="override">
      {t('desk.override.second')}
      <input
        value={agreedBy.value}
        maxLength={200}
        autoComplete="off"
        onInput={(event) => (agreedBy.value = event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !onEnter) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </label>
  );
}
