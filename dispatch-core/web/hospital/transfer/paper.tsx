import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Transfer } from '../../shared/api/types';
import { dayAndTime } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { PAPER_LINES } from './wish';

const printing = signal<Transfer | null>(null);

export function print(transfer: Transfer): void {
  printing.value = transfer;
}

/** The transfer paper, with room for a pen where nothing was typed. Only a printer sees it. */
export function Paper() {
  const now = printing.value;
  useEffect(() => {
    if (!now) return;
    const done = () => {
      printing.value = null;
    };
    addEventListener('afterprint', done, { once: true });
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [now]);
  if (!now) return null;
  return (
    <div class="transfer-paper">
      <p>{now.from.name}</p>
      <h1>{t('hospital.paper.title')}</h1>
      <p>
        {t('hospital.paper.to', { name: now.to.name })} · {now.incidentNumber}
      </p>
      <dl>
        {PAPER_LINES.map((line) => (
          <div key={line}>
            <dt>{t(`hospital.paper.${line}`)}</dt>
            <dd>{now.paper?.[line] ?? ''}</dd>
          </div>
        ))}
        <div>
          <dt>{t('hospital.transfer.patient')}</dt>
          <dd>
            {[word('triage', now.patient.triage), now.patient.sex ? t(now.patient.sex === 'MALE' ? 'hospital.male' : 'hospital.female') : '', now.patient.note ?? ''].filter(Boolean).join(' · ')}
          </dd>
        </div>
        <div>
          <dt>{t('hospital.needs')}</dt>
          <dd>{[word('bed', now.bed), ...now.services.map((service) => word('service', service))].join(', ')}</dd>
        </div>
        <div>
          <dt>{t('hospital.paper.means')}</dt>
          <dd>{now.ride ? now.ride.callSign : ''}</dd>
        </div>
        <div>
          <dt>{t('hospital.paper.answer')}</dt>
          <dd>{[t(`hospital.transfer.state.${now.state}`), now.condition ?? '', now.answeredAt ? dayAndTime(now.answeredAt) : ''].filter(Boolean).join(' · ')}</dd>
        </div>
      </dl>
      <div class="signatures">
        <p>{t('hospital.paper.doctor')}</p>
        <p>{t('hospital.paper.head')}</p>
      </div>
    </div>
  );
}
