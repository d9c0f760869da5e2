import { computed, untracked } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t, word } from '../../shared/i18n';
import { roving } from '../layout/roving';
import { positions, units } from '../state/boards';
import { incidentOfUnit } from '../state/incidents';
import { panel, showUnit, shownUnitId } from '../state/panel';
import { open } from '../state/selected';
import { isFree, shortNumber, shortUnit } from '../state/words';
import { Age } from './Age';
import { positionFreshness, unitShape } from './looks';
import type { Unit } from './types';

/** Every unit on one line, column beside column, always in the order of call signs: an eye finds it where it was. */
export function UnitBoard() {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => roving(list.current, '.unit'), []);
  const all = units.all();
  const count = (of: (unit: Unit) => boolean) => all.filter(of).length;
  return (
    <section aria-labelledby="units-title">
      <div class="pane-head">
        <h2 id="units-title">{t('board.units')}</h2>
        <span class="quiet">
          {t('desk.units.count', { free: count(isFree), busy: count((unit) => unit.assignmentId !== null), n: all.length })}
        </span>
      </div>
      <ul class="units" id="units" ref={list}>
        {units.ids.map((id, index) => (
          <UnitCell key={id} id={id} first={index === 0} />
        ))}
      </ul>
    </section>
  );
}

function UnitCell({ id, first }: { id: string; first: boolean }) {
  const unit = units.get(id);
  if (!unit) return null;
  const shown = panel.value === 'unit' && shownUnitId.value === id;
  return (
    <li>
      <button
        type="button"
        class={`unit ${unit.onDuty ? unit.status : 'OUT_OF_SERVICE'}`}
        tabIndex={first ? 0 : -1}
        aria-current={shown}
        data-id={id}
        onClick={(event) => {
          const on = (event.target as HTMLElement).closest('.on') ? untracked(() => incidentOfUnit(unit)) : undefined;
          if (on) open(on.id);
          else showUnit(id);
        }}
      >
        <span class="shape" aria-hidden="true">
          {unitShape(unit)}
        </span>
        <span class="number quiet">{shortUnit(id)}</span>
        <span class="name">{unit.callSign}</span>
        <span class="status">{word('desk.unit', unit.onDuty ? unit.status : 'OUT_OF_SERVICE')}</span>
        <Position id={id} />
        <On unit={unit} />
      </button>
    </li>
  );
}

/** Apart from its row, since every incident's change may be one of it. */
function On({ unit }: { unit: Unit }) {
  const says = useMemo(
    () =>
      computed(() => {
        const it = incidentOfUnit(unit);
        return it ? shortNumber(it) : '';
      }),
    [unit],
  );
  return <span class="number on">{says}</span>;
}

/** Apart from its row, since it changes each second while the unit drives. */
function Position({ id }: { id: string }) {
  return <Age at={positions.get(id)?.at} freshness={positionFreshness} />;
}
