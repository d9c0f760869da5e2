import { logout } from '../shared/api/calls';
import { ageWords } from '../shared/format';
import { changeLanguage, language, t } from '../shared/i18n';
import { heardAt, liveState, retryAt } from '../shared/live';
import { now } from '../shared/now';
import { end, session } from '../shared/session';
import { changeTheme, theme } from '../shared/theme';
import { toggle } from './keys';
import { panel } from './store';

export function Header() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  const dark = theme.value === 'dark';
  return (
    <header class="top">
      <h1>
        {t('app.name')} <span class="quiet">{t('app.console')}</span>
      </h1>
      <ConnectionPill />
      <nav class="tools" aria-label={t('app.console')}>
        <PanelButton panelName="alert" hint="n" label={t('queue.new')} />
        <PanelButton panelName="closure" hint="r" label={t('closure.open')} />
        <PanelButton panelName="board" hint="u" label={t('board.open')} />
        <PanelButton panelName="keys" hint="?" label={t('keys.open')} />
        <button type="button" lang={other} onClick={() => changeLanguage(other)} title={t('app.languageLabel')}>
          {t('app.language')}
        </button>
        <button type="button" onClick={() => changeTheme(dark ? 'light' : 'dark')}>
          {dark ? t('app.themeLight') : t('app.themeDark')}
        </button>
        <span class="quiet who">{t('app.signedInAs', { user: session.value?.user ?? '' })}</span>
        <button type="button" onClick={signOut}>
          {t('app.signOut')}
        </button>
      </nav>
    </header>
  );
}

function PanelButton({ panelName, hint, label }: { panelName: 'alert' | 'closure' | 'board' | 'keys'; hint: string; label: string }) {
  return (
    <button type="button" aria-pressed={panel.value === panelName} aria-keyshortcuts={hint} onClick={() => toggle(panelName)}>
      {label} <kbd aria-hidden="true">{hint}</kbd>
    </button>
  );
}

/** Always there: whether the line stands, and how old what is on the page is. */
function ConnectionPill() {
  const state = liveState.value;
  const age = heardAt.value === 0 ? t('live.none') : t('live.age', { age: ageWords((now.value - heardAt.value) / 1000) });
  const wait = Math.ceil((retryAt.value - now.value) / 1000);
  return (
    <div class={`pill ${state}`}>
      <span role="status">
        <span aria-hidden="true">{state === 'connected' ? '●' : state === 'lost' ? '▲' : '◌'}</span> {t(`live.${state}`)}
      </span>
      <span class="quiet"> · {age}</span>
      {state === 'lost' && wait > 0 && <span class="quiet"> · {t('live.retry', { seconds: wait })}</span>}
    </div>
  );
}

/** The token is revoked if the server can be reached; the tab forgets it either way. */
function signOut(): void {
  void logout().catch(() => undefined);
  end(false);
}
