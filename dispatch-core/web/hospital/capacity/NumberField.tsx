import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n';
import { MOST_BEDS, readBeds } from '../figures';

interface Props {
  label: string;
  /** The digit that was pressed to begin. */
  first: string;
  /** With the number, or without one when it was given up; and whether the hand is still here. */
  onDone: (typed: number | undefined, stays: boolean) => void;
}

/** Types a number of beds in place. Enter, or leaving the field, takes it; Escape gives it up. */
export function NumberField({ label, first, onDone }: Props) {
  const [text, setText] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  const isWrong = text.trim() !== '' && readBeds(text) === undefined;
  // Before the next key: whoever types fast loses none.
  useLayoutEffect(() => field.current?.focus(), []);

  // Enter takes the field away, and leaving it would be the second time.
  const isDone = useRef(false);
  const finish = (typed: number | undefined, stays: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(typed, stays);
  };
  const take = (stays: boolean) => {
    if (!isWrong) finish(readBeds(text), stays);
  };
  return (
    <form
      class="typing"
      onSubmit={(event) => {
        event.preventDefault();
        take(true);
      }}
    >
      <input
        ref={field}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        aria-label={label}
        aria-invalid={isWrong}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={() => take(false)}
        onKeyDown={(event) => event.key === 'Escape' && finish(undefined, true)}
      />
      {isWrong && (
        <p role="alert" class="failed">
          {t('hospital.tooMany', { most: MOST_BEDS })}
        </p>
      )}
    </form>
  );
}
