import { useLayoutEffect, useRef } from 'preact/hooks';
import { dayAndTime } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { whose } from '../../shared/whose';
import { nothingChanged, writeCapacity } from '../acts/boards';
import { Age } from '../board/Age';
import { freeBeds } from '../board/HospitalBoard';
import { capacityFreshness } from '../board/looks';
import { BED_KINDS, type EmsTraffic, type Hospital } from '../board/types';
import type { CapacityReport } from '../calls';
import { hospitals } from '../state/boards';
import { shownHospitalId } from '../state/panel';
import { BeingChosen } from './BeingChosen';
import { PhoneLink } from './PhoneLink';

const TRAFFIC: readonly EmsTraffic[] = ['NORMAL', 'ADVISORY', 'CLOSED'];

/** One hospital; what it says on the telephone is written down here, and says that the desk wrote it. */
export function HospitalCard() {
  const it = hospitals.get(shownHospitalId.value);
  if (!it) return <p class="quiet empty">{t('queue.loading')}</p>;
  const services = Object.entries(it.services).filter(([, can]) => can);
  const without = Object.entries(it.services).filter(([, can]) => !can);
  return (
    <>
      <div class="pane-head">
        <h2 tabIndex={-1}>{it.name}</h2>
        <span class={it.emsTraffic === 'NORMAL' ? 'quiet' : 'warned'}>{word('traffic', it.emsTraffic)}</span>
      </div>
      <dl class="facts">
        <div>
          <dt>{t('desk.phone')}</dt>
          <dd>{it.phone ? <PhoneLink number={it.phone} /> : t('desk.phone.none')}</dd>
        </div>
        <div>
          <dt>{t('board.reported')}</dt>
          <dd>
            <Age at={it.capacity.reportedAt} freshness={capacityFreshness} />
            {it.capacity.reportedAt && <span class="quiet"> · {dayAndTime(it.capacity.reportedAt)}</span>}
            {it.capacity.by && <span class="quiet"> · {whose(it.capacity.by, it.capacity.source)}</span>} · {word('confidence', it.capacity.confidence)}
          </dd>
        </div>
        <div>
          <dt>{t('desk.hospital.incoming')}</dt>
          <dd>
            {it.incoming ?? 0} <BeingChosen hospitalId={it.id} />
          </dd>
        </div>
        <div>
          <dt>{t('desk.hospital.services')}</dt>
          <dd>
            {services.map(([one]) => word('service', one)).join(' · ') || '–'}
            {without.length > 0 && (
              <span class="warned"> · {t('desk.hospital.without', { services: without.map(([one]) => word('service', one)).join(', ') })}</span>
            )}
          </dd>
        </div>
        {it.note && (
          <div>
            <dt>{t('desk.hospital.note')}</dt>
            <dd>{it.note}</dd>
          </div>
        )}
      </dl>
      <Capacity key={it.id} of={it} />
    </>
  );
}

/** Only what was changed is sent: what the hospital did not speak of keeps its own age. */
function Capacity({ of: it }: { of: Hospital }) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.select(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const report = changed(it, new FormData(event.currentTarget as HTMLFormElement));
    if (report) void writeCapacity(it, report);
  };
  return (
    <form class="fields" ref={form} onSubmit={submit}>
      <h3>{t('desk.hospital.told')}</h3>
      <p class="quiet">{t('desk.hospital.meaning')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('desk.hospital.kind')}</th>
            <th scope="col">{t('desk.hospital.free')}</th>
            <th scope="col">{t('desk.hospital.held')}</th>
            <th scope="col">{t('desk.hospital.reported')}</th>
            <th scope="col">{t('desk.hospital.word')}</th>
          </tr>
        </thead>
        <tbody>
          {BED_KINDS.filter((kind) => it.beds[kind]).map((kind) => (
            <tr key={kind}>
              <th scope="row">{word('bed', kind)}</th>
              <td>{freeBeds(it, kind)}</td>
              <td>{it.beds[kind]?.held ?? 0}</td>
              <td>
                <input
                  name={kind}
                  type="number"
                  min={0}
                  max={2000}
                  aria-label={`${word('bed', kind)}: ${t('desk.hospital.reported')}`}
                  defaultValue={String(it.beds[kind]?.available ?? 0)}
                />
              </td>
              <td>
                <Age at={it.beds[kind]?.reportedAt} freshness={capacityFreshness} />
                {it.beds[kind]?.by && <span class="quiet"> · {whose(it.beds[kind].by, it.beds[kind].source)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label>
        {t('board.traffic')}
        <select name="emsTraffic" defaultValue={it.emsTraffic}>
          {TRAFFIC.map((one) => (
            <option key={one} value={one} selected={one === it.emsTraffic}>
              {word('traffic', one)}
            </option>
          ))}
        </select>
      </label>
      <div class="acts">
        <button type="submit" class="main">
          {t('desk.hospital.write')} <kbd aria-hidden="true">Enter</kbd>
        </button>
        <button type="button" onClick={() => void nothingChanged(it)}>
          {t('desk.hospital.same')}
        </button>
      </div>
    </form>
  );
}

function changed(it: Hospital, data: FormData): CapacityReport | null {
  const beds = BED_KINDS.flatMap((kind) => {
    const typed = data.get(kind);
    const count = Number(typed);
    return typed === null || typed === '' || count === it.beds[kind]?.available ? [] : [[kind, { available: count }] as const];
  });
  const emsTraffic = data.get('emsTraffic') as EmsTraffic;
  if (beds.length === 0 && emsTraffic === it.emsTraffic) return null;
  return {
    ...(beds.length > 0 ? { beds: Object.fromEntries(beds) as CapacityReport['beds'] } : {}),
    ...(emsTraffic === it.emsTraffic ? {} : { emsTraffic }),
  };
}
