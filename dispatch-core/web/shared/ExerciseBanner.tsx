import { about } from './about';
import { t } from './i18n';

/** Nobody may take practice for an emergency, or an emergency for practice. */
export function ExerciseBanner() {
  if (!about.value?.exercise) return null;
  return (
    <p class="exercise" role="note">
      <strong>{t('exercise.banner')}</strong> {t('exercise.meaning')}
    </p>
  );
}
