import { useEffect, useRef, useState } from 'preact/hooks';
import { hourAndMinute } from '../../shared/format';
import { type Key, t } from '../../shared/i18n';
import type { Answer, AnswerEntry } from '../outbox';
import { prepareFor } from '../prepared';
import { answer, unsent } from '../sender';
import type { Incoming } from './expected';

const LONGEST_REASON = 500;
const TOO_LATE = new Set(['AT_DESTINATION', 'HANDED_OVER', 'IN_SERVICE', 'CANCELLED']);

/** Yes, yes if, or no, in place. A condition and a refusal say why: by one press where it is a common one, or in words. */
export function AnswerForm({ arrival }: { arrival: Incoming }) {
  const [asking, setAsking] = useState<Answer | null>(null);
  const [again, setAgain] = useState(false);
  const pressed = unsent.value.find((entry): entry is AnswerEntry => entry.kind === 'answer' && entry.assignmentId === arrival.assignmentId);
  const given = pressed ?? arrival.preArrival;

  const say = (said: Answer, reason: string | null) => {
    prepareFor(arrival);
    answer(arrival.assignmentId, arrival.callSign, said, reason);
    setAsking(null);
    setAgain(false);
  };

  if (TOO_LATE.has(arrival.status) && !given) return null;
  if (given && !again) {
    return (
      <div class="answered">
        <Given said={given.answer} reason={given.reason ?? null} at={pressed ? null : (arrival.preArrival?.at ?? null)} />
        {!TOO_LATE.has(arrival.status) && (
          <button type="button" onClick={() => setAgain(true)}>
            {t('hospital.answer.change')}
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="answers">
      <div class="choices">
        <button type="button" class="main" onClick={() => say('ACCEPT', null)}>
          {t('hospital.answer.ACCEPT')}
        </button>
        <button type="button" aria-expanded={asking === 'ACCEPT_IF'} onClick={() => setAsking(asking === 'ACCEPT_IF' ? null : 'ACCEPT_IF')}>
          {t('hospital.answer.ACCEPT_IF')}
        </button>
        <button type="button" class="no" aria-expanded={asking === 'DECLINE'} onClick={() => setAsking(asking === 'DECLINE' ? null : 'DECLINE')}>
          {t('hospital.answer.DECLINE')}
        </button>
      </div>
      {(asking === 'ACCEPT_IF' || asking === 'DECLINE') && <Why key={asking} asked={asking} onSay={(reason) => say(asking, reason)} onGiveUp={() => setAsking(null)} />}
    </div>
  );
}

const GIVEN: Record<Answer, Key> = {
  ACCEPT: 'hospital.given.ACCEPT',
  ACCEPT_IF: 'hospital.given.ACCEPT_IF',
  DECLINE: 'hospital.given.DECLINE',
};

function Given({ said, reason, at }: { said: Answer; reason: string | null; at: string | null }) {
  return (
    <p role="status" class={said === 'DECLINE' ? 'warned' : 'agreed'}>
      <strong>
        <span aria-hidden="true">{said === 'DECLINE' ? '✕' : '✓'}</span> {t(GIVEN[said])}
      </strong>
      {reason && <span class="told"> · {reason}</span>}
      {at ? <span class="quiet"> · {hourAndMinute(at)}</span> : <span class="warned"> · ◆ {t('hospital.unsentMark')}</span>}
    </p>
  );
}

/** The usual reasons of a small hospital at night, most usual first. */
const REASONS: Record<'ACCEPT_IF' | 'DECLINE', () => string[]> = {
  ACCEPT_IF: () => [t('hospital.if.call'), t('hospital.if.ventilator'), t('hospital.if.surgeon'), t('hospital.if.blood'), t('hospital.if.stabilise')],
  DECLINE: () => [
    t('hospital.why.icu'),
    t('hospital.why.theatre'),
    t('hospital.why.surgeon'),
    t('hospital.why.ventilator'),
    t('hospital.why.ct'),
    t('hospital.why.blood'),
    t('hospital.why.full'),
    t('hospital.why.power'),
  ],
};

interface WhyProps {
  asked: 'ACCEPT_IF' | 'DECLINE';
  onSay: (reason: string) => void;
  onGiveUp: () => void;
}

/** A reason by one press where it is a common one, or in words. */
export function Why({ asked, onSay, onGiveUp }: WhyProps) {
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('button')?.focus(), []);
  return (
    <form
      ref={form}
      class="why"
      aria-label={t(asked === 'DECLINE' ? 'hospital.why' : 'hospital.if')}
      onKeyDown={(event) => event.key === 'Escape' && onGiveUp()}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onSay(text);
      }}
    >
      <p>{t(asked === 'DECLINE' ? 'hospital.why' : 'hospital.if')}</p>
      <div class="common">
        {REASONS[asked]().map((reason) => (
          <button type="button" key={reason} onClick={() => onSay(reason)}>
            {reason}
          </button>
        ))}
      </div>
      <label>
        {t('hospital.why.other')}
        <input value={text} maxLength={LONGEST_REASON} autoComplete="off" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="acts">
        <button type="submit" class="main" disabled={!text.trim()}>
          {t('hospital.why.send')}
        </button>
        <button type="button" onClick={onGiveUp}>
          {t('hospital.why.back')}
        </button>
      </div>
    </form>
  );
}
