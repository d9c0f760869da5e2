import { t, word } from '../../shared/i18n';
import { press, said, shown } from '../draft';
import { NOTHING, type Service, SERVICES } from '../figures';

/** What can be done for a patient now: yes or no, by word and shape. */
export function Services() {
  return (
    <fieldset class="services">
      <legend>{t('hospital.services')}</legend>
      <ul>
        {SERVICES.map((service) => (
          <Switch key={service} service={service} />
        ))}
      </ul>
    </fieldset>
  );
}

function Switch({ service }: { service: Service }) {
  const given = shown.value.services[service] ?? false;
  return (
    <li class={said.value.services[service] === undefined ? '' : 'unsent'}>
      <button
        type="button"
        role="switch"
        aria-checked={given}
        onClick={() => press({ ...NOTHING, services: { [service]: !given } })}
      >
        <span class="name">{word('service', service)}</span>
        <span class="state">
          <span aria-hidden="true">{given ? '✓' : '✕'}</span> {given ? t('hospital.yes') : t('hospital.no')}
        </span>
      </button>
    </li>
  );
}
