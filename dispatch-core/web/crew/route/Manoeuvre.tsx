import { effect } from '@preact/signals';
import { kilometres, number } from '../../shared/format';
import { language, t } from '../../shared/i18n';
import { here, receiver, way } from '../position/track';
import { current, routeAhead } from '../store';
import { guide, hasVoice } from '../voice/say';
import { tellingDue } from './guide';
import { listShown } from './view';

/** What to do next, and how far that is: the one thing a driver looks for. */
export function Manoeuvre() {
  const route = routeAhead.value;
  if (!current.value || !route) return null;
  const at = way.value;
  const texts = route.texts[language.value];
  const next = at?.next ?? 0;
  return (
    <div class={`manoeuvre ${at?.isOff ? 'off' : ''}`} role="status" aria-label={t('crew.manoeuvre')}>
      {at?.isOff && <p class="warned">{t('crew.offRoute', { distance: metres(at.on.offM) })}</p>}
      {at && <strong class="distance">{metres(at.toNextM)}</strong>}
      <p class="what">{texts[next] ?? t('crew.route.noSteps')}</p>
      {texts[next + 1] && <p class="then quiet">{t('crew.then', { text: texts[next + 1] ?? '' })}</p>}
      {!here.value && <p class="warned">{t(`crew.receiver.${receiver.value}`)}</p>}
    </div>
  );
}

/** The list that works without a map, without WebGL and without a position. */
export function StepList() {
  const route = routeAhead.value;
  if (!route) return <p class="quiet">{t('crew.route.none')}</p>;
  const texts = route.texts[language.value];
  const next = way.value?.next ?? -1;
  return (
    <>
      <button type="button" class="list-toggle" onClick={() => (listShown.value = false)}>
        {t('map.title')}
      </button>
      <ol class="steps" aria-label={t('crew.steps')}>
        {route.route.steps.map((step, i) => (
          <li key={i} class={i < next ? 'done' : ''} aria-current={i === next ? 'step' : undefined}>
            <span>{texts[i]}</span>
            {step.distanceM > 0 && <span class="quiet">{metres(step.distanceM)}</span>}
          </li>
        ))}
        {route.route.walk && (
          <li>
            <span>{t('crew.walk')}</span>
            <span class="quiet">{metres(route.route.walk.distanceM)}</span>
          </li>
        )}
      </ol>
    </>
  );
}

/** Tells each manoeuvre when it is due: half a kilometre before, and at it. */
export function tellManoeuvres(): () => void {
  let told = '';
  let of: unknown = null;
  return effect(() => {
    const at = way.value;
    const route = routeAhead.value;
    if (of !== route) told = '';
    of = route;
    if (!at || at.isOff || !route) return;
    const due = tellingDue(at);
    if (due === '' || due === told) return;
    told = due;
    const text = route.texts[language.value][at.next];
    // Without a voice the manoeuvre stands large on the page anyway.
    if (text && hasVoice.peek()) guide(t('crew.say.manoeuvre', { distance: spokenMetres(at.toNextM), text }));
  });
}

/** 1,2 km, 350 m: no more digits than a driver can use. */
export function metres(m: number): string {
  if (m >= 10_000) return t('unit.km', { n: number(m / 1000, 0) });
  if (m >= 1_000) return t('unit.km', { n: kilometres(m) });
  return `${rounded(m)} m`;
}

function spokenMetres(m: number): string {
  return t('crew.metres', { n: rounded(m) });
}

const rounded = (m: number) => (m >= 100 ? Math.round(m / 50) * 50 : Math.round(m / 10) * 10);
