import { type Key, t } from '../../shared/i18n';

const SHEET: [string, Key][] = [
  ['n', 'keys.n'],
  ['j k ↓ ↑', 'keys.jk'],
  ['Enter a', 'keys.enter'],
  ['[ ]', 'keys.brackets'],
  ['g', 'keys.g'],
  ['r', 'keys.r'],
  ['u', 'keys.u'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.question'],
];

export function KeySheet() {
  return (
    <>
      <h2 tabIndex={-1} data-first>
        {t('keys.title')}
      </h2>
      <dl class="keys">
        {SHEET.map(([keys, says]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{t('keys.fields')}</p>
    </>
  );
}
