import { t, word } from '../../shared/i18n';
import { press, said, shown } from '../draft';
import { type EmsTraffic, NOTHING, TRAFFIC } from '../figures';

const SHAPES: Record<EmsTraffic, string> = { NORMAL: '●', ADVISORY: '◆', CLOSED: '■' };

/** Whether ambulances may come: one of three, each by its word, its shape and its colour. */
export function Traffic() {
  const chosen = shown.value.emsTraffic;
  return (
    <fieldset class={`traffic ${said.value.emsTraffic ? 'unsent' : ''}`}>
      <legend>{t('hospital.traffic')}</legend>
      <div class="choices">
        {TRAFFIC.map((each) => (
          <button
            type="button"
            key={each}
            class={each}
            aria-pressed={chosen === each}
            onClick={() => chosen !== each && press({ ...NOTHING, emsTraffic: each })}
          >
            <span aria-hidden="true">{SHAPES[each]}</span> <span class="word">{word('traffic', each)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
