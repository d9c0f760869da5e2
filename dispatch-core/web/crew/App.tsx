import { ConnectionPill } from '../shared/ConnectionPill';
import { ExerciseBanner } from '../shared/ExerciseBanner';
import { t } from '../shared/i18n';
import { Login } from '../shared/Login';
import { session } from '../shared/session';
import { Tools } from '../shared/Tools';

const ROLES = new Set(['CREW']);

export function App() {
  if (!session.value) return <Login title="crew.title" roles={ROLES} />;
  return (
    <>
      <ExerciseBanner />
      <header class="top">
        <h1>{t('crew.title')}</h1>
        <ConnectionPill />
        <Tools />
      </header>
    </>
  );
}
