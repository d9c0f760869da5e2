import { signal } from '@preact/signals';
import { login } from '../shared/api/calls';
import { sentence } from '../shared/api/client';
import { changeLanguage, language, t } from '../shared/i18n';
import { begin, expired } from '../shared/session';

const OPERATE = new Set(['OPERATOR', 'SUPERVISOR', 'ADMIN']);

const failure = signal('');
const busy = signal(false);

export function Login() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  return (
    <main class="login">
      <form onSubmit={(event) => void submit(event)} aria-label={t('login.title')}>
        <h1>
          {t('app.name')} <span class="quiet">{t('app.console')}</span>
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

async function submit(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  const form = new FormData(event.target as HTMLFormElement);
  busy.value = true;
  failure.value = '';
  try {
    const answer = await login(String(form.get('user')), String(form.get('password')));
    if (OPERATE.has(answer.role)) {
      begin({ token: answer.token ?? '', user: answer.user, role: answer.role });
    } else {
      failure.value = t('login.notOperator', { user: answer.user });
    }
  } catch (cause) {
    failure.value = sentence(cause);
  } finally {
    busy.value = false;
  }
}
