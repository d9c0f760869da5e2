import { useEffect, useState } from 'preact/hooks';
import { sentence } from '../../shared/api/client';
import type { Receiver } from '../../shared/api/types';
import { minutes } from '../../shared/format';
import { language, t } from '../../shared/i18n';
import { getReceivers } from '../calls';
import type { BedKind, Service } from '../figures';
import { hospitalId } from '../store';

interface Props {
  bed: BedKind;
  services: readonly Service[];
  /** Those that have declined already are said to have. */
  declinedBy: readonly string[];
  onChoose: (receiver: Receiver) => void;
}

/** Whom one can ask, the best first; who cannot, and why, stands below and can be asked all the same. */
export function Receivers({ bed, services, declinedBy, onChoose }: Props) {
  const [list, setList] = useState<Receiver[] | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let over = false;
    setFailure('');
    getReceivers(hospitalId(), bed, services).then(
      (read) => !over && setList(read.receivers),
      (cause) => !over && setFailure(sentence(cause)),
    );
    return () => {
      over = true;
    };
  }, [bed, services.join(), language.value]);

  if (failure) return <p class="warned" role="alert">{failure}</p>;
  if (!list) return <p class="quiet">{t('hospital.loading')}</p>;
  return (
    <ol class="receivers" aria-label={t('hospital.transfer.receivers')}>
      {list.map((one) => (
        <li key={one.hospitalId} class={one.refusals.length > 0 ? 'cannot' : ''}>
          <div>
            <strong>{one.name}</strong>
            <p>
              {one.driveS === null || one.driveS === undefined ? t('hospital.transfer.cutOff') : t('hospital.transfer.drive', { n: minutes(one.driveS) })}
              {' · '}
              {one.free === null || one.free === undefined ? t('hospital.transfer.freeUnknown') : t('hospital.transfer.free', { n: one.free })}
              {(one.confidence === 'LOW' || one.confidence === 'UNKNOWN') && <span class="quiet"> · {t('hospital.transfer.doubt')}</span>}
            </p>
            {declinedBy.includes(one.hospitalId) && <p class="warned">{t('hospital.transfer.hasDeclined')}</p>}
            {one.refusals.map((no) => (
              <p key={no.code} class="warned">
                {no.text}
              </p>
            ))}
          </div>
          <button type="button" onClick={() => onChoose(one)} aria-label={t('hospital.transfer.askOne', { name: one.name })}>
            {t('hospital.transfer.ask')}
          </button>
        </li>
      ))}
    </ol>
  );
}
