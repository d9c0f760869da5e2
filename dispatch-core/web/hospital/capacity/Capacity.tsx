import { t } from '../../shared/i18n';
import { BED_KINDS } from '../figures';
import { Conflict } from './Conflict';
import { NoteField } from './NoteField';
import { Services } from './Services';
import { Tile } from './Tile';
import { Traffic } from './Traffic';

/** What the ward can take now, as it says so. */
export function Capacity() {
  return (
    <section id="capacity" class="capacity" tabIndex={-1} aria-labelledby="capacity-title">
      <h2 id="capacity-title">{t('hospital.beds')}</h2>
      <ul class="tiles">
        {BED_KINDS.map((kind) => (
          <Tile key={kind} kind={kind} />
        ))}
      </ul>
      <p class="meaning quiet">{t('hospital.available')}</p>
      <Traffic />
      <Services />
      <NoteField />
      <Conflict />
    </section>
  );
}
