import { ConnectionPill } from '../../shared/ConnectionPill';
import { changeLanguage, language, t } from '../../shared/i18n';
import { changeTheme, nextTheme } from '../../shared/theme';
import { here, receiver } from '../position/track';
import { crew, keptOrder, refusals, waiting } from '../store';
import { armSound, soundReady } from '../voice/tones';
import { panel } from './panel';

/** Who, how the line is, what is unsent, and only what is wrong with the rest. */
export function Header() {
  const unsent = waiting.value.length;
  const refused = refusals.value.length;
  const counts = [
    unsent > 0 ? t('crew.outbox.unsent', { n: unsent }) : '',
    refused > 0 ? t('crew.outbox.refused', { n: refused }) : '',
  ].filter(Boolean);
  const state = counts.join(' · ') || t('crew.outbox.sent');
  return (
    <header class="top">
      <div class="line">
        <h1>{keptOrder.value?.answer.callSign ?? crew.value?.unitId}</h1>
        <button
          type="button"
          class={refused > 0 ? 'outbox refused' : unsent > 0 ? 'outbox waits' : 'outbox'}
          aria-expanded={panel.value === 'outbox'}
          onClick={() => (panel.value = panel.value === 'outbox' ? null : 'outbox')}
        >
          {state}
        </button>
        <span class="spoken" role="status">
          {state}
        </span>
        <button
          type="button"
          class="menu"
          aria-label={t('crew.menu')}
          aria-expanded={panel.value === 'tools'}
          onClick={() => (panel.value = panel.value === 'tools' ? null : 'tools')}
        >
          ☰ <span class="name">{t('crew.menu')}</span>
        </button>
      </div>
      <div class="line">
        <ConnectionPill />
        <LookOfPage />
      </div>
      <Receiver />
      {!soundReady.value && (
        <button type="button" class="mute" onClick={() => void armSound()}>
          {t('crew.sound.off')}
        </button>
      )}
    </header>
  );
}

/** Light and language, without opening anything: it gets dark on the way. */
function LookOfPage() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  const next = nextTheme();
  return (
    <div class="look">
      <button type="button" lang={other} onClick={() => changeLanguage(other)} title={t('app.languageLabel')}>
        {t('app.language')}
      </button>
      <button type="button" onClick={() => changeTheme(next)}>
        {t(`app.theme.${next}`)}
      </button>
    </div>
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
