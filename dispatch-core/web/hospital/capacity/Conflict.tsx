import { hourAndMinute } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { whose } from '../../shared/whose';
import { differing, figuresOf, NOTHING, type Figures } from '../figures';
import { conflict, resolve } from '../sender';
import { board } from '../store';

/** Somebody has reported while these figures were unsent: both are shown, and a person says which are right. */
export function Conflict() {
  const it = conflict.value;
  if (!it) return null;
  const theirs = board.value ? figuresOf(board.value) : NOTHING;
  const lines = compared(differing(it.figures, theirs), theirs);
  return (
    <section id="conflict" class="conflict" tabIndex={-1} aria-labelledby="conflict-title">
      <h2 id="conflict-title">
        <span aria-hidden="true">▲</span> {t('hospital.conflict', { by: whose(it.newest.by, it.newest.source), time: hourAndMinute(it.newest.at) })}
      </h2>
      {lines.length > 0 ? (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('hospital.conflict.yours')}</th>
              <th scope="col">{whose(it.newest.by, it.newest.source)}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([name, mine, other]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{mine}</td>
                <td>{other}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t('hospital.conflict.same')}</p>
      )}
      <div class="acts">
        <button type="button" class="main" onClick={() => resolve('mine')}>
          {t('hospital.conflict.mine')}
        </button>
        <button type="button" onClick={() => resolve('theirs')}>
          {t('hospital.conflict.theirs')}
        </button>
      </div>
    </section>
  );
}

/** Line by line: what, mine, theirs. */
function compared(mine: Figures, theirs: Figures): [string, string, string][] {
  const beds = Object.entries(mine.beds).map(([kind, count]): [string, string, string] => [
    word('bed', kind),
    String(count),
    String(theirs.beds[kind as keyof Figures['beds']] ?? '–'),
  ]);
  const services = Object.entries(mine.services).map(([service, given]): [string, string, string] => [
    word('service', service),
    yesNo(given),
    yesNo(theirs.services[service as keyof Figures['services']]),
  ]);
  const traffic: [string, string, string][] = mine.emsTraffic
    ? [[t('hospital.traffic'), word('traffic', mine.emsTraffic), word('traffic', theirs.emsTraffic ?? '')]]
    : [];
  return [...beds, ...services, ...traffic];
}

function yesNo(given: boolean | undefined): string {
  return given ? t('hospital.yes') : t('hospital.no');
}
