import { useEffect, useRef } from 'preact/hooks';
import { ageWords } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { roving } from '../layout/roving';
import { hospitals } from '../state/boards';
import { ageS } from '../state/clock';
import { panel, showHospital, shownHospitalId } from '../state/panel';
import { shortName } from '../state/words';
import { Age } from './Age';
import { CallButton } from './CallList';
import { capacityFreshness, looksOlder, TRAFFIC_SHAPES } from './looks';
import { BED_KINDS, type BedKind, type Hospital } from './types';

/** Every hospital on one line: whether it takes patients, what is free of each kind of bed, and how old that is. */
export function HospitalBoard() {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => roving(list.current, '.hospital'), []);
  return (
    <section aria-labelledby="hospitals-title">
      <div class="pane-head">
        <h2 id="hospitals-title">{t('board.hospitals')}</h2>
        <span class="quiet">{t('desk.hospitals.legend')}</span>
        <CallButton />
      </div>
      <ul class="hospitals" id="hospitals" ref={list}>
        {hospitals.ids.map((id, index) => (
          <HospitalCell key={id} id={id} first={index === 0} />
        ))}
      </ul>
    </section>
  );
}

function HospitalCell({ id, first }: { id: string; first: boolean }) {
  const it = hospitals.get(id);
  if (!it) return null;
  const shown = panel.value === 'hospital' && shownHospitalId.value === id;
  return (
    <li>
      <button
        type="button"
        class={`hospital ${it.emsTraffic}`}
        tabIndex={first ? 0 : -1}
        aria-current={shown}
        title={it.name}
        onClick={() => showHospital(id)}
      >
        <span class="shape" aria-hidden="true">
          {TRAFFIC_SHAPES[it.emsTraffic]}
        </span>
        <span class="spoken">{word('traffic', it.emsTraffic)}</span>
        <span class="name">{shortName(it.name)}</span>
        <span class="beds">
          {BED_KINDS.map((kind) => (
            <Beds key={kind} kind={kind} of={it} />
          ))}
        </span>
        <Age at={it.capacity.reportedAt} freshness={capacityFreshness} />
      </button>
    </li>
  );
}

/** What can be given away now: reported less held. A kind that the hospital never reported stays a blank. */
function Beds({ kind, of: it }: { kind: BedKind; of: Hospital }) {
  const beds = it.beds[kind];
  const free = freeBeds(it, kind);
  const older = olderWord(it, kind);
  return (
    <span class={`bed ${free === 0 ? 'none' : ''}`} title={older ? t('desk.hospitals.olderWord', { age: older }) : undefined}>
      {beds && (
        <>
          <span class="spoken">{word('bed', kind)}</span>
          <span class="quiet" aria-hidden="true">
            {word('desk.bed', kind)}
          </span>{' '}
          {older && <span aria-hidden="true">~</span>}
          {free}
          {older && <span class="spoken"> {t('desk.hospitals.olderWord', { age: older })}</span>}
        </>
      )}
    </span>
  );
}

/** How old this figure is when it looks older than the line's age says; the word of another kind was the last. */
function olderWord(it: Hospital, kind: BedKind): string | null {
  const [own, newest] = [it.beds[kind]?.reportedAt, it.capacity.reportedAt];
  if (!own || !newest) return null;
  const age = ageS(own);
  return looksOlder(age, ageS(newest)) ? ageWords(age) : null;
}

export function freeBeds(it: Hospital, kind: string): number | null {
  const beds = it.beds[kind];
  return beds ? (beds.free ?? Math.max(0, beds.available - beds.held)) : null;
}
