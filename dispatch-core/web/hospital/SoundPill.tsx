import { t } from '../shared/i18n';
import { arm, armed, calling, rung } from './alarm';

/** Whether the ward would hear it: a page that must ring and cannot says so in red, always. */
export function SoundPill() {
  const ringing = armed.value && calling.value.length > 0;
  return (
    <button
      type="button"
      class={`sound ${armed.value ? 'on' : 'off'}`}
      data-rung={rung.value}
      data-ringing={ringing}
      onClick={() => void arm()}
    >
      <span aria-hidden="true">{armed.value ? '♪' : '▲'}</span> <span class="words">{armed.value ? t('hospital.sound.on') : t('hospital.sound.off')}</span>
    </button>
  );
}
