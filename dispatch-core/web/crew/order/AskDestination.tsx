import { useState } from 'preact/hooks';
import type { CrewOrder } from '../../shared/api/types';
import { type Key, t } from '../../shared/i18n';
import { report } from '../outbox/keeper';
import { current, items } from '../store';
import { tap } from '../voice/tones';

/** What a crew most often has to say; one touch each. */
const REASONS: readonly Key[] = ['crew.ask.worse', 'crew.ask.road', 'crew.ask.family'];
const REASON_MAX = 500;

/** The crew asks for another hospital; the desk decides. Only before it has arrived at one. */
export function AskDestination({ order }: { order: CrewOrder }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [hospitalId, setHospital] = useState('');
  const waits = items.value.some(
    (item) => item.kind === 'DESTINATION' && !item.refused && item.assignmentId === order.assignment.id,
  );
  const asked = order.assignment.destinationAsked;
  const others = (order.hospitals ?? []).filter((one) => one.id !== order.assignment.hospitalId);
  const status = current.value?.status;
  if (status === 'AT_DESTINATION' || status === 'HANDED_OVER') return null;

  const ask = (why: string) => {
    const said = why.trim().slice(0, REASON_MAX);
    if (!said) return;
    tap();
    const done = () => {
      setOpen(false);
      setReason('');
    };
    void report('DESTINATION', { reason: said, hospitalId: hospitalId || null }, order.assignment.id).then(done, () => undefined);
  };

  return (
    <>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('crew.askHospital')}
      </button>
      {(asked || waits) && (
        <p role="status" class="warned">
          {asked ? t('crew.asked', { reason: asked.reason }) : t('crew.asked.waits')}
        </p>
      )}
      {isOpen && (
        <form
          class="ask-hospital"
          onSubmit={(event) => {
            event.preventDefault();
            ask(reason);
          }}
        >
          {others.length > 0 && (
            <label>
              {t('crew.ask.where')}
              <select value={hospitalId} onChange={(event) => setHospital(event.currentTarget.value)}>
                <option value="">{t('crew.ask.anywhere')}</option>
                {others.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {REASONS.map((key) => (
            <button type="button" key={key} onClick={() => ask(t(key))}>
              {t(key)}
            </button>
          ))}
          <label>
            {t('crew.ask.other')}
            <input maxLength={REASON_MAX} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
          </label>
          <button type="submit" disabled={reason.trim() === ''}>
            {t('crew.ask.send')}
          </button>
        </form>
      )}
    </>
  );
}
