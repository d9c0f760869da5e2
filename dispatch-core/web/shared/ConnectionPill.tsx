import { ageWords } from './format';
import { t } from './i18n';
import { heardAt, liveState, retryAt } from './live';
import { base, nodeName } from './nodes';
import { now } from './now';

/** On every page, always: whether the line stands, and how old what is on the page is. */
export function ConnectionPill() {
  const state = liveState.value;
  const age = heardAt.value === 0 ? t('live.none') : t('live.age', { age: ageWords((now.value - heardAt.value) / 1000) });
  const wait = Math.ceil((retryAt.value - now.value) / 1000);
  return (
    <div class={`pill ${state}`}>
      <span role="status">
        <span aria-hidden="true">{state === 'connected' ? '●' : state === 'lost' ? '▲' : '◌'}</span> {t(`live.${state}`)}
      </span>
      <span class="quiet"> · {age}</span>
      {base.value !== '' && nodeName() && <span class="quiet"> · {t('live.node', { node: nodeName() })}</span>}
      {state === 'lost' && wait > 0 && <span class="quiet"> · {t('live.retry', { seconds: wait })}</span>}
    </div>
  );
}
