import { signal } from '@preact/signals';
import { logout } from '../../shared/api/calls';
import { t } from '../../shared/i18n';
import { end } from '../../shared/session';
import { leave } from '../order/follow';
import { crew, current, waiting } from '../store';
import { guidanceOn, hasVoice, say, switchGuidance } from '../voice/say';
import { armSound, chime } from '../voice/tones';
import { awake } from '../wake';
import { isStored } from '../worker/install';
import { panel } from './panel';
import { TilesLine } from './TilesLine';

const leaving = signal(false);

/** What is set once a shift: the voice; the state of the tablet; the way out. */
export function ToolsPanel() {
  return (
    <section class="panel" aria-label={t('crew.menu')}>
      <div class="row">
        <h2>{t('crew.menu')}</h2>
        <button type="button" onClick={() => (panel.value = null)}>
          {t('crew.close')}
        </button>
      </div>
      <div class="choice">
        <button type="button" aria-pressed={guidanceOn.value} onClick={() => switchGuidance(!guidanceOn.value)}>
          {t(guidanceOn.value ? 'crew.guidance.on' : 'crew.guidance.off')}
        </button>
        <button type="button" onClick={testSound}>
          {t('crew.sound.test')}
        </button>
      </div>
      <ul class="states">
        <li class={hasVoice.value ? 'quiet' : 'warned'}>{t(hasVoice.value ? 'crew.voice.there' : 'crew.voice.none')}</li>
        <li class={isStored.value ? 'quiet' : 'warned'}>{t(isStored.value ? 'crew.stored' : 'crew.stored.not')}</li>
        {awake.value === 'missing' && <li class="warned">{t('crew.wake.missing')}</li>}
      </ul>
      <TilesLine />
      <SignOut />
    </section>
  );
}

function testSound(): void {
  void armSound().then(() => {
    chime();
    say(t('crew.sound.sentence'));
  });
}

/** In the middle of a case, or with something unsent, the way out asks once more; nothing is lost either way. */
function SignOut() {
  const unsent = waiting.value.length;
  const out = () => {
    leaving.value = false;
    panel.value = null;
    void logout().catch(() => undefined);
    void leave().then(() => end(false));
  };
  if (leaving.value) {
    return (
      <div class="confirm" role="group" aria-label={t('app.signOut')}>
        <p>{unsent > 0 ? t('crew.signOut.unsent', { n: unsent }) : t('crew.signOut.order')}</p>
        <button type="button" class="danger" onClick={out}>
          {t('app.signOut')}
        </button>
        <button type="button" onClick={() => (leaving.value = false)}>
          {t('crew.confirm.no')}
        </button>
      </div>
    );
  }
  return (
    <div class="row">
      <span class="quiet">{t('app.signedInAs', { user: crew.value?.user ?? '' })}</span>
      <button type="button" onClick={() => (unsent > 0 || current.value ? (leaving.value = true) : out())}>
        {t('app.signOut')}
      </button>
    </div>
  );
}
