import { ConnectionPill } from '../shared/ConnectionPill';
import { t } from '../shared/i18n';
import { Tools } from '../shared/Tools';
import { toggle } from './keys';
import { panel } from './store';

export function Header() {
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
        <Tools />
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
