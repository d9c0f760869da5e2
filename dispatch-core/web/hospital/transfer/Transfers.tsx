import { t } from '../../shared/i18n';
import { AskForm } from './AskForm';
import { asking, refused, transfers } from './store';
import { TransferCard } from './TransferCard';
import { begin, wish } from './wish';

/** Patients who go on from here, and those whom others ask this house to take. */
export function Transfers() {
  const list = transfers.value;
  return (
    <section id="transfers" class="transfers" tabIndex={-1} aria-labelledby="transfers-title">
      <div class="heading">
        <h2 id="transfers-title">
          {t('hospital.transfer.title')} {asking.value.length > 0 && <span class="how-many">{asking.value.length}</span>}
        </h2>
        {!wish.value && (
          <button type="button" onClick={begin}>
            {t('hospital.transfer.begin')}
          </button>
        )}
      </div>
      {refused.value && (
        <p class="warned" role="alert">
          {refused.value}
        </p>
      )}
      <AskForm />
      <ol>
        {list?.incoming.map((one) => <TransferCard key={one.id} transfer={one} outgoing={false} />)}
        {list?.outgoing.map((one) => <TransferCard key={one.id} transfer={one} outgoing />)}
      </ol>
    </section>
  );
}
