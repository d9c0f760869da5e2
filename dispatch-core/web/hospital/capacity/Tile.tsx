import { useRef, useState } from 'preact/hooks';
import { ageWords } from '../../shared/format';
import { t, word } from '../../shared/i18n';
import { whose } from '../../shared/whose';
import { asked, isMeant, isNotMeant, pressBed, said, settled, shown } from '../draft';
import { type BedKind, MOST_BEDS } from '../figures';
import { freshness } from '../freshness';
import { board, figuresAgeS, kindAgeS } from '../store';
import { NumberField } from './NumberField';
import { SHAPES } from './Strip';
import { useHold } from './useHold';

/** Reports of one round come within minutes of each other. */
const OLDER_S = 10 * 60;

/** One kind of bed: the number, the two presses that change it, and what is left of it for the next patient. */
export function Tile({ kind }: { kind: BedKind }) {
  const [typing, setTyping] = useState<string | null>(null);
  const name = word('bed', kind);
  const count = shown.value.beds[kind];
  const isUnsent = said.value.beds[kind] !== undefined;
  const isAsked = asked.value.includes(kind);
  const beds = count ?? 0;

  const change = (by: number) => pressBed(kind, Math.min(MOST_BEDS, Math.max(0, beds + by)));
  const type = (digit = '') => setTyping((before) => (before ?? '') + digit);
  const number = useRef<HTMLButtonElement>(null);
  const done = (typed: number | undefined, stays: boolean) => {
    setTyping(null);
    if (typed !== undefined && typed !== count) pressBed(kind, typed);
    if (stays) setTimeout(() => number.current?.focus());
  };

  return (
    <li class={`tile ${isUnsent ? 'unsent' : ''} ${isAsked ? 'asking' : ''}`} data-kind={kind}>
      <div class="kind">
        <h3>{name}</h3>
        {!isUnsent && <Word kind={kind} />}
        {isUnsent && (
          <span class="warned">
            <span aria-hidden="true">◆</span> <span class="words">{t('hospital.unsentMark')}</span>
          </span>
        )}
      </div>
      <div class="count">
        <Step label={t('hospital.fewer', { kind: name })} sign="−" off={count === 0} onPress={() => change(-1)} onHold={type} />
        {typing === null ? (
          <button
            type="button"
            ref={number}
            class="number"
            aria-label={count === undefined ? t('hospital.number.never', { kind: name }) : t('hospital.number', { kind: name, n: count })}
            onClick={() => type()}
            onKeyDown={(event) => {
              if (event.key === 'ArrowUp') change(1);
              else if (event.key === 'ArrowDown') change(-1);
              else if (/^\d$/.test(event.key)) type(event.key);
              else return;
              event.preventDefault();
            }}
          >
            {count ?? '–'}
          </button>
        ) : (
          <NumberField label={t('hospital.type', { kind: name })} first={typing} onDone={done} />
        )}
        <Step label={t('hospital.more', { kind: name })} sign="+" off={count === MOST_BEDS} onPress={() => change(1)} onHold={type} />
      </div>
      {isAsked ? <Sure kind={kind} beds={beds} /> : <Split kind={kind} count={count} />}
    </li>
  );
}

/** How old this figure is, and whose; not said of one that the last report named, whose age stands above all of them. */
function Word({ kind }: { kind: BedKind }) {
  const it = board.value?.beds[kind];
  const ageS = kindAgeS(kind);
  if (!it?.by || ageS === null || ageS - (figuresAgeS.value ?? 0) < OLDER_S) return null;
  const level = freshness(ageS);
  return (
    <span class={`word ${level}`}>
      <span aria-hidden="true">{SHAPES[level]}</span> {t('hospital.word', { age: ageWords(ageS), by: whose(it.by, it.source) })}
    </span>
  );
}

interface StepProps {
  label: string;
  sign: string;
  off: boolean;
  onPress: () => void;
  onHold: () => void;
}

/** Held for long it types, for whom ten presses are too many. */
function Step({ label, sign, off, onPress, onHold }: StepProps) {
  const hold = useHold(onHold);
  return (
    <button type="button" class="step" aria-label={label} disabled={off} {...hold.handlers} onClick={() => hold.wasHeld() || onPress()}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** Reported, held for those on the way, and what is left: free = reported − held. */
function Split({ kind, count }: { kind: BedKind; count: number | undefined }) {
  if (count === undefined) return <p class="split quiet">{t('hospital.never')}</p>;
  const held = board.value?.beds[kind]?.held ?? 0;
  return (
    <p class="split">
      {held > count ? (
        <span class="warned">
          <span aria-hidden="true">▲</span> {t('hospital.overheld', { n: count, held, over: held - count })}
        </span>
      ) : (
        <>
          <span class="quiet">{t('hospital.held', { n: count, held })}</span>
          <span class="dot"> · </span>
          <strong>{t('hospital.free', { free: count - held })}</strong>
        </>
      )}
    </p>
  );
}

/** A slip of the finger is asked about once, where it happened; nothing is sent before the answer. */
function Sure({ kind, beds }: { kind: BedKind; beds: number }) {
  const before = settled.value.beds[kind];
  return (
    <div class="sure" role="alert">
      <p>{before === undefined ? t('hospital.sure.first', { now: beds }) : t('hospital.sure', { before, now: beds })}</p>
      <button type="button" class="main" onClick={() => isMeant(kind)}>
        {t('hospital.sure.yes', { now: beds })}
      </button>
      <button type="button" onClick={() => isNotMeant(kind)}>
        {before === undefined ? t('hospital.sure.no') : t('hospital.sure.keep', { before })}
      </button>
    </div>
  );
}
