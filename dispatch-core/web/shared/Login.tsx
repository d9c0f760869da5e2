import { signal } from '@preact/signals';
import { login } from './api/calls';
import { sentence } from './api/client';
import { changeLanguage, type Key, language, t } from './i18n';
import { begin, expired } from './session';

const failure = signal('');
const busy = signal(false);

interface Door {
  /** What the page is called. */
  title: Key;
  /** Whose page it is; everybody else is told so. */
  roles: ReadonlySet<string>;
  /** Does what must be done on a person's first touch, such as arming the sound. */
  onSubmit?: () => void;
}

export function Login({ title, roles, onSubmit }: Door) {
  const other = language.value === 'vi' ? 'en' : 'vi';
  return (
    <main class="login">
      <form onSubmit={(event) => {
          onSubmit?.();
          void submit(event, roles);
        }} aria-label={t('login.title')}>
        <h1>
          {t('app.name')} <span class="quiet">{t(title)}</span>
        </h1>
        {expired.value && <p role="status">{t('login.expired')}</p>}
        <label>
          {t('login.user')}
          <input name="user" autoComplete="username" required autoFocus spellcheck={false} autocapitalize="none" />
        </label>
        <label>
          {t('login.password')}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {failure.value && (
          <p role="alert" class="failed">
            {failure.value}
          </p>
        )}
        <div class="acts">
          <button type="submit" class="main" disabled={busy.value}>
            {t('login.submit')}
          </button>
          <button type="button" lang={other} onClick={() => changeLanguage(other)} title={t('app.languageLabel')}>
            {t('app.language')}
          </button>
        </div>
      </form>
    </main>
  );
}

async function submit(event: SubmitEvent, roles: ReadonlySet<string>): Promise<void> {
  event.preventDefault();
  const form = new FormData(event.target as HTMLFormElement);
  busy.value = true;
  failure.value = '';
  try {
    const answer = await login(String(form.get('user')), String(form.get('password')));
    if (roles.has(answer.role)) {
      begin({
        token: answer.token ?? '',
        user: answer.user,
        role: answer.role,
        unitId: answer.unitId ?? null,
        hospitalId: answer.hospitalId ?? null,
      });
    } else {
      failure.value = t('login.otherPage', { user: answer.user });
    }
  } catch (cause) {
    failure.value = sentence(cause);
  } finally {
    busy.value = false;
  }
}
