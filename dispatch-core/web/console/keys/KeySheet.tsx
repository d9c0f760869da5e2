import { t } from '../../shared/i18n';
import { VERBS } from '../command/grammar';
import { GROUPS, sheet } from './keys';
import { singleKeys, useSingleKeys } from './listen';

/** How keys are written where their name is not their sign. */
const SIGNS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' };

/** Every key there is, from the one table of them; then every line that can be typed. */
export function KeySheet() {
  const lines = sheet();
  return (
    <>
      <h2 tabIndex={-1} data-first>
        {t('keys.title')}
      </h2>
      <p class="quiet">{t('keys.fields')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => useSingleKeys(event.currentTarget.checked)}
        />
        {t('desk.keys.single')}
      </label>
      {GROUPS.map((group) => (
        <section key={group}>
          <h3>{t(`desk.keys.${group}`)}</h3>
          <dl class="keys">
            {lines
              .filter((line) => line.group === group)
              .map((line) => (
                <div key={line.says}>
                  <dt>
                    {line.keys.map((keys) => (
                      <span key={keys.join(' ')}>
                        {keys.map((key) => (
                          <kbd key={key}>{SIGNS[key] ?? key}</kbd>
                        ))}
                      </span>
                    ))}
                  </dt>
                  <dd>{t(line.says)}</dd>
                </div>
              ))}
            {group === 'page' && (
              <div>
                <dt>
                  <kbd>Esc</kbd>
                </dt>
                <dd>{t('keys.escape')}</dd>
              </div>
            )}
          </dl>
        </section>
      ))}
      <section>
        <h3>{t('desk.keys.commands')}</h3>
        <dl class="keys usages">
          {VERBS.map((one) => (
            <div key={one.verb}>
              <dt>
                <kbd>{one.words[0]}</kbd>
              </dt>
              <dd>{t(one.usage)}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{t('desk.keys.roads')}</p>
      </section>
    </>
  );
}
