import { ConnectionPill } from '../shared/ConnectionPill';
import { ExerciseBanner } from '../shared/ExerciseBanner';
import { t } from '../shared/i18n';
import { Tools } from '../shared/Tools';
import { printBoard } from './print/print';
import { AlarmPill, SeatChoice, SoundPill } from './sound/SoundPill';
import { type Panel, panel, toggle } from './state/panel';

export function Header() {
  return (
    <header class="top">
      <h1>
        {t('app.name')} <span class="quiet">{t('app.console')}</span>
      </h1>
      <ExerciseBanner />
      <ConnectionPill />
      <SoundPill />
      <AlarmPill />
      <nav class="tools" aria-label={t('app.console')}>
        <PanelButton which="alert" hint="n" label={t('queue.new')} />
        <PanelButton which="closure" hint="r" label={t('closure.open')} />
        <PanelButton which="handover" hint="b" label={t('desk.handover.button')} />
        <button type="button" aria-keyshortcuts="i" onClick={printBoard}>
          {t('desk.print.open')} <kbd aria-hidden="true">i</kbd>
        </button>
        <PanelButton which="keys" hint="?" label={t('keys.open')} />
        <SeatChoice />
        <Tools />
      </nav>
    </header>
  );
}

function PanelButton({ which, hint, label }: { which: Panel; hint: string; label: string }) {
  return (
    <button type="button" aria-pressed={panel.value === which} aria-keyshortcuts={hint} onClick={() => toggle(which)}>
      {label} <kbd aria-hidden="true">{hint}</kbd>
    </button>
  );
}
