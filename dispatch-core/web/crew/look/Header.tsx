import { ConnectionPill } from '../../shared/ConnectionPill';
import { t } from '../../shared/i18n';
import { here, receiver } from '../position/track';
import { crew, current, keptOrder, refusals, waiting } from '../store';
import { armSound, soundReady } from '../voice/tones';
import { awake } from '../wake';
import { panel } from './panel';

/** Who, how the line is, what is unsent, and only what is wrong with the rest. */
export function Header() {
  const unsent = waiting.value.length;
  const refused = refusals.value.length;
  return (
    <header class="top">
      <h1>{keptOrder.value?.answer.callSign ?? crew.value?.unitId}</h1>
      <ConnectionPill />
      <button
        type="button"
        class={refused > 0 ? 'outbox refused' : unsent > 0 ? 'outbox unsent' : 'outbox'}
        aria-expanded={panel.value === 'outbox'}
        onClick={() => (panel.value = panel.value === 'outbox' ? null : 'outbox')}
      >
        <span role="status">{unsent > 0 ? t('crew.outbox.unsent', { n: unsent }) : t('crew.outbox.sent')}</span>
        {refused > 0 && <strong> · {t('crew.outbox.refused', { n: refused })}</strong>}
      </button>
      <Receiver />
      {!soundReady.value && (
        <button type="button" class="mute" onClick={() => void armSound()}>
          {t('crew.sound.off')}
        </button>
      )}
      {current.value && awake.value !== 'on' && <span class="warned">{t(`crew.wake.${awake.value}`)}</span>}
      <button
        type="button"
        class="menu"
        aria-expanded={panel.value === 'tools'}
        onClick={() => (panel.value = panel.value === 'tools' ? null : 'tools')}
      >
        <span aria-hidden="true">☰</span> <span class="name">{t('crew.menu')}</span>
      </button>
    </header>
  );
}

function Receiver() {
  const state = receiver.value;
  const accuracy = here.value?.accuracyM;
  if (state === 'there') {
    return <span class="quiet gps">{t('crew.receiver.there', { m: Math.round(accuracy ?? 0) })}</span>;
  }
  return <span class="warned gps">{t(`crew.receiver.short.${state}`)}</span>;
}
