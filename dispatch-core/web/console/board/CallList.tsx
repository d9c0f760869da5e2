import { t } from '../../shared/i18n';
import { hospitals } from '../state/boards';
import { toCall } from '../state/callList';
import { panel, showHospital, toggle } from '../state/panel';
import { Age } from './Age';
import { capacityFreshness } from './looks';
import { PhoneLink } from '../detail/PhoneLink';

/** How many hospitals are to be telephoned; not there while none is. */
export function CallButton() {
  const n = toCall.value.length;
  if (n === 0) return null;
  return (
    <button type="button" class="to-call" aria-pressed={panel.value === 'calls'} aria-keyshortcuts="8" onClick={() => toggle('calls')}>
      {t('desk.calls.open', { n })} <kbd aria-hidden="true">8</kbd>
    </button>
  );
}

/** Who has not counted since the shift change, though its page and a text message asked: telephone, and write down what is said. */
export function CallList() {
  const ids = toCall.value;
  return (
    <>
      <h2 tabIndex={-1}>{t('desk.calls.title')}</h2>
      <p class="quiet">{t(ids.length === 0 ? 'desk.calls.none' : 'desk.calls.why')}</p>
      <ul class="calls">
        {ids.map((id, index) => (
          <Call key={id} id={id} first={index === 0} />
        ))}
      </ul>
    </>
  );
}

function Call({ id, first }: { id: string; first: boolean }) {
  const it = hospitals.get(id);
  if (!it) return null;
  return (
    <li>
      <button type="button" {...(first ? { 'data-first': true } : {})} onClick={() => showHospital(id)}>
        {it.name}
      </button>
      {it.phone ? <PhoneLink number={it.phone} /> : <span class="quiet">{t('desk.phone.none')}</span>}
      {it.capacity.reportedAt ? (
        <Age at={it.capacity.reportedAt} freshness={capacityFreshness} />
      ) : (
        <span class="warned">{t('desk.calls.never')}</span>
      )}
    </li>
  );
}
