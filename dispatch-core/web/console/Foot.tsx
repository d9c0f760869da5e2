import { t } from '../shared/i18n';
import { CommandLine } from './command/CommandLine';
import { following } from './keys/keys';
import { pending } from './keys/listen';
import { UndoBar } from './undo/UndoBar';

export function Foot() {
  return (
    <footer class="foot">
      <CommandLine />
      <UndoBar />
      <Pending />
    </footer>
  );
}

/** The first of two keys was pressed: what may follow. */
function Pending() {
  const next = following(pending.value);
  return (
    <p class="pending" role="status">
      {next.map((one) => (
        <span key={one.keys.join(' ')}>
          <kbd>{one.keys.at(-1)}</kbd> {t(one.says)}
        </span>
      ))}
    </p>
  );
}
