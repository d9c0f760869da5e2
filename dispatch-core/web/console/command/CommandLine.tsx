import { computed, effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { minuteRange } from '../../shared/format';
import { t } from '../../shared/i18n';
import { searchPlaces, weigh, type WeighedPair } from '../calls';
import type { Completion } from './complete';
import { History } from './history';
import type { Command, Reading } from './read';
import { hospitalFor, readNow, run } from './run';

const INPUT = 'command-line';
/** A pause of the fingers, after which the server is asked: it lets nobody ask more than five times a second. */
const PAUSE_MS = 220;

const line = signal('');
const openList = signal(false);
/** Which completion the arrows are on; -1 = none. */
const at = signal(-1);
const history = new History();

/** What the server adds to the reading: places of that name, what a unit would cost. */
const places = signal<readonly Completion[]>([]);
const cost = signal('');

const reading = computed<Reading>(() => readNow(line.value));
const completions = computed(() => [...places.value, ...reading.value.completions]);

/**
 * What Enter would do now: the line itself, or what it becomes with the completion that the arrows are on. A line that is
 * not whole is only completed by Enter: nothing is ever done that was neither typed nor chosen.
 */
const next = computed<{ command: Command | null; says: string; line: string }>(() => {
  const picked = completions.value[at.value];
  if (!picked) return { ...reading.value, line: line.value };
  const then = readNow(picked.line);
  return then.command ? { ...then, line: picked.line } : { command: null, says: reading.value.says, line: picked.line };
});

/** Puts the hand into the line, with something typed for it already. */
export function beginLine(text = ''): void {
  line.value = text;
  at.value = -1;
  openList.value = true;
  history.rewind();
  const input = document.getElementById(INPUT) as HTMLInputElement | null;
  input?.focus();
  queueMicrotask(() => input?.setSelectionRange(text.length, text.length));
}

/** One line for everything: it says what Enter will do before it is done. */
export function CommandLine() {
  useEffect(askServer, []);
  const shown = openList.value && line.value !== '';
  return (
    <div class="command">
      {shown && <Suggestions />}
      <label class="spoken" for={INPUT}>
        {t('desk.cmd.label')}
      </label>
      <span class="prompt" aria-hidden="true">
        /
      </span>
      <input
        id={INPUT}
        role="combobox"
        aria-expanded={shown}
        aria-controls="command-list"
        aria-autocomplete="list"
        aria-activedescendant={shown && at.value >= 0 ? `command-${at.value}` : undefined}
        aria-describedby={shown ? 'command-preview' : undefined}
        autoComplete="off"
        spellcheck={false}
        maxLength={600}
        placeholder={t('desk.cmd.placeholder')}
        value={line.value}
        onInput={(event) => {
          line.value = event.currentTarget.value;
          at.value = -1;
          openList.value = true;
        }}
        onFocus={() => (openList.value = true)}
        onBlur={() => (openList.value = false)}
        onKeyDown={onKey}
      />
    </div>
  );
}

function Suggestions() {
  const will = next.value;
  return (
    <div class="suggestions">
      <p id="command-preview" role="status" class={will.command ? 'will' : 'quiet'}>
        {will.command && <kbd aria-hidden="true">Enter</kbd>} {will.says} {will.command && cost.value}
      </p>
      <ul role="listbox" id="command-list" aria-label={t('desk.cmd.list')}>
        {completions.value.map((one, index) => (
          <li
            key={`${index} ${one.line}`}
            id={`command-${index}`}
            role="option"
            aria-selected={index === at.value}
            onPointerDown={(event) => {
              event.preventDefault(); // the hand stays in the line
              accept(one);
            }}
          >
            <span>{one.label}</span> <span class="quiet">{one.hint}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function onKey(event: KeyboardEvent): void {
  const list = completions.value;
  switch (event.key) {
    case 'ArrowDown':
      if (line.value === '' || list.length === 0) setLine(history.newer());
      else at.value = Math.min(list.length - 1, at.value + 1);
      break;
    case 'ArrowUp':
      if (line.value === '' || at.value < 0) setLine(history.older() ?? line.value);
      else at.value -= 1;
      break;
    case 'Tab': {
      const picked = list[Math.max(0, at.value)];
      if (event.shiftKey || line.value === '' || !picked) return; // on to what comes after the line
      accept(picked);
      break;
    }
    case 'Enter':
      enter();
      break;
    case 'Escape':
      line.value = '';
      leave();
      event.stopPropagation();
      break;
    default:
      return;
  }
  event.preventDefault();
}

function enter(): void {
  const { command, line: whole } = next.value;
  if (!command) {
    const picked = completions.value[Math.max(0, at.value)];
    if (picked) accept(picked);
    return;
  }
  history.add(whole.trim());
  line.value = '';
  leave();
  void run(command);
}

/** The hand goes back to the incident, where the single keys work. */
function leave(): void {
  at.value = -1;
  openList.value = false;
  document.getElementById('detail')?.focus({ preventScroll: true });
}

function accept(one: Completion): void {
  setLine(one.line);
}

function setLine(text: string): void {
  line.value = text;
  at.value = -1;
}

/** Asks for what only the server knows, once the fingers pause; not again because a board has changed meanwhile. */
function askServer(): () => void {
  const stops = [
    onceQuiet(
      () => line.value,
      () => (places.value = []),
      async (signal) => {
        const { place, command } = reading.peek();
        if (place && command?.does === 'goto') await findPlaces(place, signal);
      },
    ),
    onceQuiet(
      () => `${at.value} ${line.value}`,
      () => (cost.value = ''),
      async (signal) => {
        const will = next.peek().command;
        if (will?.does === 'assign') await findCost(will, signal);
      },
    ),
  ];
  return () => stops.forEach((stop) => stop());
}

function onceQuiet(watched: () => unknown, forget: () => void, ask: (signal: AbortSignal) => Promise<void>): () => void {
  let asking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopAsking = () => {
    asking.abort();
    clearTimeout(timer);
  };
  const stop = effect(() => {
    watched();
    stopAsking();
    forget();
    timer = setTimeout(() => {
      asking = new AbortController();
      void ask(asking.signal).catch(() => undefined); // a completion that does not come is only not shown
    }, PAUSE_MS);
  });
  return () => {
    stop();
    stopAsking();
  };
}

async function findPlaces(place: string, signal: AbortSignal): Promise<void> {
  const found = await searchPlaces(place, 5, signal);
  if (signal.aborted) return;
  places.value = found.map((one) => ({
    line: `t ${one.label}`,
    label: one.label,
    hint: [one.commune, one.formerDistrict].filter(Boolean).join(', '),
  }));
}

async function findCost(
  { incidentId, unitId, hospitalId }: Extract<Command, { does: 'assign' }>,
  signal: AbortSignal,
): Promise<void> {
  const to = hospitalId ?? (await hospitalFor(incidentId, unitId));
  const weighed = await weigh(incidentId, unitId, to, signal);
  if (!signal.aborted) cost.value = `· ${costWords(weighed)}`;
}

export function costWords({ option, slowerS, refusals }: WeighedPair): string {
  const parts = option
    ? [t('desk.weigh.care', { minutes: minuteRange(option.timeToCareS, option.timeToCareP90S) }), slower(slowerS)]
    : [t('desk.weigh.noRoad')];
  return [...parts, ...refusals.map((one) => one.text)].filter(Boolean).join(' · ');
}

function slower(seconds: number | null): string {
  if (seconds === null || Math.abs(seconds) < 60) return '';
  return t(seconds > 0 ? 'desk.weigh.slower' : 'desk.weigh.faster', { minutes: Math.round(Math.abs(seconds) / 60) });
}
