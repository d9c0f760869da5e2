import { logout } from './api/calls';
import { changeLanguage, language, t } from './i18n';
import { end, session } from './session';
import { changeTheme, nextTheme } from './theme';

/** What stands at the end of every page's head: language, light, who is signed in, the way out. */
export function Tools() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  const theme = nextTheme();
  return (
    <>
      <button type="button" lang={other} onClick={() => changeLanguage(other)} title={t('app.languageLabel')}>
        {t('app.language')}
      </button>
      <button type="button" onClick={() => changeTheme(theme)}>
        {t(`app.theme.${theme}`)}
      </button>
      <span class="quiet who">{t('app.signedInAs', { user: session.value?.user ?? '' })}</span>
      <button type="button" onClick={signOut}>
        {t('app.signOut')}
      </button>
    </>
  );
}

/** The token is revoked if the server can be reached; the page forgets it either way. */
function signOut(): void {
  void logout().catch(() => undefined);
  end(false);
}
