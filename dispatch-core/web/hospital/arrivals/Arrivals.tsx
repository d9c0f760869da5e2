import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { about } from '../../shared/about';
import { t } from '../../shared/i18n';
import { notify, unseen } from '../alarm';
import { changesOf, meet } from '../prepared';
import { arrivals } from '../store';
import { Arrival } from './Arrival';
import type { Gone, Incoming } from './expected';
import { GoneNotice } from './GoneNotice';
import { handOver, order } from './order';

/** Who is on the way here, and who was and is not any more. */
export function Arrivals() {
  const list = arrivals.value;
  const incoming = list?.incoming ?? [];
  const gone = list?.gone ?? [];
  useNews();
  const number = about.value?.emergencyNumber;
  return (
    <section id="arrivals" class="arrivals" tabIndex={-1} aria-labelledby="arrivals-title" {...handOver}>
      <div class="heading">
        <h2 id="arrivals-title">
          {t('hospital.arrivals')} {incoming.length > 0 && <span class="how-many">{incoming.length}</span>}
        </h2>
        {number && (
          <a class="call" href={`tel:${number}`}>
            {t('hospital.call', { number })}
          </a>
        )}
      </div>
      {list === null && <p class="quiet">{t('hospital.loading')}</p>}
      {list !== null && incoming.length === 0 && gone.length === 0 && <p class="quiet empty">{t('hospital.arrivals.none')}</p>}
      <ol ref={useSettling()}>
        {order.value.map((id) => {
          const one = incoming.find((each) => each.assignmentId === id);
          const left = gone.find((each) => each.assignmentId === id);
          if (one) return <Arrival key={id} arrival={one} />;
          return left ? <GoneNotice key={id} gone={left} /> : null;
        })}
      </ol>
    </section>
  );
}

/** Longer than a finger takes from the decision to the glass. */
const SETTLING_MS = 800;

/** When the cards have moved, a finger that was on its way to one of them presses nothing rather than the wrong thing. */
function useSettling() {
  const cards = useRef<HTMLOListElement>(null);
  const incoming = arrivals.value?.incoming ?? [];
  const shape = incoming.map((one) => `${one.assignmentId} ${changesOf(one).length} ${one.preArrival?.answer ?? ''}`);
  const looks = [...order.value, ...shape, ...unseen.value.map((one) => one.assignmentId)].join();
  useLayoutEffect(() => {
    const list = cards.current;
    if (!list) return;
    list.style.pointerEvents = 'none';
    const timer = setTimeout(() => {
      list.style.pointerEvents = '';
    }, SETTLING_MS);
    return () => clearTimeout(timer);
  }, [looks]);
  return cards;
}

/** What has changed with somebody expected is heard once; what stands there already when the page opens is not. */
function useNews(): void {
  const list = arrivals.value;
  const known = useRef<readonly string[] | null>(null);
  useEffect(() => {
    if (list) meet(list.incoming);
  }, [list]);
  const news = newsOf(list?.incoming ?? [], list?.gone ?? []);
  useEffect(() => {
    if (!list) return;
    const before = known.current;
    if (before && news.some((each) => !before.includes(each))) notify();
    known.current = news;
  }, [list !== null, news.join()]);
}

/** What this ward did itself, it has not to be told. */
function newsOf(incoming: readonly Incoming[], gone: readonly Gone[]): string[] {
  return [
    ...gone.filter((one) => one.outcome !== 'DECLINED').map((one) => `${one.assignmentId} ${one.outcome}`),
    ...incoming.flatMap((one) => changesOf(one).map((change) => `${one.assignmentId} ${change.what} ${'before' in change ? change.before : ''}`)),
  ];
}
