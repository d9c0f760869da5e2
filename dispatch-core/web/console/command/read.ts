import type { AssignmentStatus, Disposition, IncidentSummary, Priority, RoadClosure, RoadClosureRequest, Unit } from '../../shared/api/types';
import { kmPost, readKm } from '../../shared/format';
import { type Key, type Params, t, word } from '../../shared/i18n';
import type { CapacityReport } from '../calls';
import { shortName, shortNumber, shortUnit } from '../state/words';
import { readClosure, takeRoad } from './closure';
import {
  type Completion,
  hospitalCompletions,
  incidentCompletions,
  matching,
  unitCompletions,
  verbCompletions,
  wordCompletions,
} from './complete';
import { fold } from './fold';
import {
  BED_WORDS,
  CLOSURE_REASONS,
  DISPOSITION_WORDS,
  DUTY_WORDS,
  STATUS_WORDS,
  TRAFFIC_WORDS,
  type Verb,
  VERBS,
} from './grammar';
import { Words } from './words';
import { assignmentOf, findHospital, findIncident, findUnit, meant, selected, type World } from './world';

/** What Enter will do. */
export type Command =
  | { does: 'assign'; incidentId: string; unitId: string; hospitalId: string | null; reason: string }
  | { does: 'status'; assignmentId: string; incidentId: string; status: AssignmentStatus }
  | { does: 'standDown'; assignmentId: string; incidentId: string; reason: string }
  | { does: 'divert'; assignmentId: string; incidentId: string; hospitalId: string; reason: string }
  | { does: 'priority'; incidentId: string; priority: Priority }
  | { does: 'acknowledge'; incidentId: string }
  | { does: 'merge'; incidentId: string; into: string }
  | { does: 'unmerge'; incidentId: string }
  | { does: 'closeRoad'; request: RoadClosureRequest }
  | { does: 'openRoad'; roadClosureId: string }
  | { does: 'goto'; query: string }
  | { does: 'closeIncident'; incidentId: string; disposition: Disposition; reason: string }
  | { does: 'reopen'; incidentId: string; reason: string }
  | { does: 'note'; incidentId: string; text: string }
  | { does: 'duty'; unitId: string; onDuty: boolean }
  | { does: 'capacity'; hospitalId: string; report: CapacityReport }
  | { does: 'alert'; place: string };

/** A line as it is understood so far. */
export interface Reading {
  /** Null until the line is whole. */
  command: Command | null;
  /** What Enter will do; or what is still missing. */
  says: string;
  completions: readonly Completion[];
  /** A place to be asked for: the server completes it. */
  place?: string;
}

const PRIORITIES: Record<Priority, readonly string[]> = { P1: ['P1', '1'], P2: ['P2', '2'], P3: ['P3', '3'], P4: ['P4', '4'] };

/** Reads a line. The same line in the same world is always read the same; nothing is done. */
export function read(line: string, world: World): Reading {
  const words = new Words(line);
  if (words.done) return missing('desk.cmd.empty', {}, verbCompletions(''));
  const first = fold(words.peek());
  const verb = VERBS.find((one) => one.words.includes(first))?.verb;
  if (verb && (words.peek(1) !== '' || line.endsWith(' '))) {
    words.take();
    return READERS[verb](words, world);
  }
  return withoutVerb(line, verb, world);
}

/** "I12", "U7", a road with its post and a reason, or a place: each says by itself what is meant. */
function withoutVerb(line: string, verb: Verb | undefined, world: World): Reading {
  const typed = fold(line);
  const closure = readClosure(line, world.now);
  if (closure.read !== 'none' && closure.read !== 'noKm') return closing(closure, new Words(line));
  const it = findIncident(world.incidents, typed);
  const named = it && /^[iv#]/.test(typed) ? it : undefined;
  const unit = findUnit(world, typed);
  if (named || unit) return gotoReading(line, world);
  if (verb) return missing('desk.cmd.usage', { usage: usage(verb) }, verbCompletions(typed));
  return { ...gotoReading(line, world), completions: verbCompletions(typed).slice(0, 3) };
}

const READERS: Record<Verb, (words: Words, world: World) => Reading> = {
  assign: readAssign,
  status: readStatus,
  standDown: (words, world) =>
    onUnit(words, world, 'standDown', (unit, assignment, it) => {
      const reason = words.rest || t('desk.standDown.told');
      return whole(
        { does: 'standDown', assignmentId: assignment.id, incidentId: it.id, reason },
        'desk.will.standDown',
        { unit: unitName(unit), number: shortNumber(it), reason },
      );
    }),
  divert: (words, world) =>
    onUnit(words, world, 'divert', (unit, assignment, it) => {
      const hospital = words.takeNamed((typed) => findHospital(world, typed));
      if (!hospital) {
        const others = { ...world, hospitals: world.hospitals.filter((one) => one.id !== assignment.hospitalId) };
        return missing('desk.cmd.needHospital', {}, hospitalCompletions(words.before, words.rest, others));
      }
      return whole(
        { does: 'divert', assignmentId: assignment.id, incidentId: it.id, hospitalId: hospital.id, reason: words.rest },
        'desk.will.divert',
        { unit: unitName(unit), hospital: shortName(hospital.name) },
      );
    }),
  priority: (words, world) =>
    onIncident(words, world, 'priority', world.incidents, (it) => {
      const priority = words.takeNamed((typed) => meant(PRIORITIES, typed));
      return priority
        ? whole({ does: 'priority', incidentId: it.id, priority }, 'desk.will.priority', {
            number: shortNumber(it),
            from: it.priority,
            to: word('priority', priority),
          })
        : missing('desk.cmd.needPriority', {}, wordCompletions(words.before, words.rest, PRIORITIES, 'priority'));
    }),
  acknowledge: (words, world) =>
    onIncident(words, world, 'acknowledge', world.incidents, (it) =>
      whole({ does: 'acknowledge', incidentId: it.id }, 'desk.will.acknowledge', { number: shortNumber(it) }),
    ),
  merge: readMerge,
  unmerge: (words, world) =>
    onIncident(words, world, 'unmerge', world.ended.filter((it) => it.status === 'MERGED'), (it) =>
      whole({ does: 'unmerge', incidentId: it.id }, 'desk.will.unmerge', { number: shortNumber(it) }),
    ),
  closeRoad: (words, world) => {
    const rest = words.rest;
    return closing(readClosure(rest, world.now), new Words(words.line));
  },
  openRoad: readOpenRoad,
  goto: (words, world) => gotoReading(words.rest, world, words.before),
  closeIncident: (words, world) =>
    onIncident(words, world, 'closeIncident', world.incidents, (it) => {
      const disposition = words.takeNamed((typed) => meant(DISPOSITION_WORDS, typed));
      return disposition
        ? whole({ does: 'closeIncident', incidentId: it.id, disposition, reason: words.rest }, 'desk.will.close', {
            number: shortNumber(it),
            disposition: word('disposition', disposition),
          })
        : missing(
            'desk.cmd.needDisposition',
            { number: shortNumber(it) },
            wordCompletions(words.before, words.rest, DISPOSITION_WORDS, 'disposition'),
          );
    }),
  reopen: (words, world) =>
    onIncident(words, world, 'reopen', world.ended.filter((it) => it.status === 'CLOSED'), (it) =>
      whole(
        { does: 'reopen', incidentId: it.id, reason: words.rest || t('desk.reopen.told') },
        'desk.will.reopen',
        { number: shortNumber(it) },
      ),
    ),
  note: (words, world) =>
    onIncident(words, world, 'note', world.incidents, (it) =>
      words.rest
        ? whole({ does: 'note', incidentId: it.id, text: words.rest }, 'desk.will.note', {
            number: shortNumber(it),
            text: words.rest,
          })
        : missing('desk.cmd.needText', { number: shortNumber(it) }),
    ),
  duty: readDuty,
  beds: readBeds,
  alert: (words) => ({
    command: { does: 'alert', place: words.rest },
    says: t('desk.will.alert', { place: words.rest || '…' }),
    completions: [],
  }),
};

function readAssign(words: Words, world: World): Reading {
  const unit = words.takeNamed((typed) => findUnit(world, typed));
  if (!unit) return missing('desk.cmd.usage', { usage: usage('assign') }, unitCompletions(words.before, words.rest, world.units));
  let hospital = words.takeNamed((typed) => findHospital(world, typed));
  const named = takeIncident(words, world.incidents);
  hospital ??= words.takeNamed((typed) => findHospital(world, typed));
  const it = named ?? selected(world);
  if (!it) return missing('desk.cmd.needIncident', {}, incidentCompletions(words.before, words.rest, world.incidents));
  const partial = words.rest;
  const more = named || partial !== '' ? [] : incidentCompletions(words.before, partial, world.incidents).slice(0, 4);
  return {
    ...whole(
      { does: 'assign', incidentId: it.id, unitId: unit.id, hospitalId: hospital?.id ?? null, reason: partial },
      hospital ? 'desk.will.assignTo' : 'desk.will.assign',
      { unit: unitName(unit), number: shortNumber(it), hospital: hospital ? shortName(hospital.name) : '' },
    ),
    completions: hospital ? more : [...more, ...hospitalCompletions(words.before, partial, world).slice(0, 5)],
  };
}

function readStatus(words: Words, world: World): Reading {
  return onUnit(words, world, 'status', (unit, assignment, it) => {
    const status = words.takeNamed((typed) => meant(STATUS_WORDS, typed));
    const next = assignment.next ?? [];
    if (status && !next.includes(status)) {
      const told = { unit: unitName(unit), status: word('status', status) };
      if (next.length === 0) return missing('desk.cmd.notAnyMore', told);
      return missing('desk.cmd.notNow', { ...told, allowed: next.map((one) => word('status', one)).join(', ') });
    }
    return status
      ? whole({ does: 'status', assignmentId: assignment.id, incidentId: it.id, status }, 'desk.will.status', {
          unit: unitName(unit),
          status: word('status', status),
        })
      : missing(
          'desk.cmd.needStatus',
          { unit: unitName(unit) },
          wordCompletions(words.before, words.rest, STATUS_WORDS, 'status', next),
        );
  });
}

function readMerge(words: Words, world: World): Reading {
  const first = takeIncident(words, world.incidents);
  const second = takeIncident(words, world.incidents);
  const from = second ? first : selected(world);
  const into = second ?? first;
  if (!from || !into || from.id === into.id) {
    const others = world.incidents.filter((it) => it.id !== (first ?? from)?.id);
    return missing('desk.cmd.usage', { usage: usage('merge') }, incidentCompletions(words.before, words.rest, others));
  }
  return whole({ does: 'merge', incidentId: from.id, into: into.id }, 'desk.will.merge', {
    from: shortNumber(from),
    into: shortNumber(into),
  });
}

function closing(closure: ReturnType<typeof readClosure>, words: Words): Reading {
  if (closure.read === 'none') return missing('desk.cmd.usage', { usage: usage('closeRoad') });
  if (closure.read === 'noKm') return missing('desk.cmd.needKm', { road: closure.road });
  const { request } = closure;
  if (closure.read === 'noReason') {
    const line = words.line.trimEnd();
    const reasons = CLOSURE_REASONS.map((reason) => ({ line: `${line} ${reason}`, label: reason, hint: '' }));
    return missing('desk.cmd.needReason', { where: stretch(request) }, reasons);
  }
  return whole({ does: 'closeRoad', request }, 'desk.will.closeRoad', {
    where: stretch(request),
    effect: word('roadEffect', effectOf(request)),
    reason: request.reason,
  });
}

export function effectOf(request: Pick<RoadClosureRequest, 'effect' | 'passableFor'>): string {
  if (request.effect && request.effect !== 'CLOSED') return request.effect;
  if (!request.passableFor?.length) return 'CLOSED';
  return request.passableFor.includes('FOUR_BY_FOUR') ? 'FOUR_BY_FOUR' : 'MOTORBIKE';
}

function stretch({ road, fromKm, toKm }: RoadClosureRequest): string {
  const from = kmPost(fromKm ?? 0);
  return toKm === fromKm ? `${road} ${from}` : `${road} ${from} – ${kmPost(toKm ?? 0)}`;
}

function readOpenRoad(words: Words, world: World): Reading {
  const typed = words.rest;
  const found = typed === '' ? undefined : closureMeant(words, world.closures);
  if (found) return whole({ does: 'openRoad', roadClosureId: found.id }, 'desk.will.openRoad', { road: found.label });
  const list = matching(world.closures, typed, (one) => [one.label, one.reason]);
  return missing(
    list.length > 0 ? 'desk.cmd.needClosure' : 'desk.cmd.noClosure',
    {},
    list.map((one) => ({ line: `${words.before}${one.label}`, label: one.label, hint: one.reason })),
  );
}

/** By its whole label, or by its road and any post within it; more than one that fits is none. */
function closureMeant(words: Words, closures: readonly RoadClosure[]): RoadClosure | undefined {
  const typed = words.foldedRest;
  const labelled = closures.find((one) => fold(one.label) === typed);
  if (labelled) return labelled;
  const rest = new Words(words.rest);
  const road = takeRoad(rest);
  const km = readKm(rest.peek());
  const fits = closures.filter(
    (one) => one.road === road && (km === undefined || (km >= (one.fromKm ?? NaN) && km <= (one.toKm ?? one.fromKm ?? NaN))),
  );
  return road && fits.length === 1 ? fits[0] : undefined;
}

function readDuty(words: Words, world: World): Reading {
  const unit = words.takeNamed((typed) => findUnit(world, typed));
  if (!unit) return missing('desk.cmd.usage', { usage: usage('duty') }, unitCompletions(words.before, words.rest, world.units));
  const duty = words.takeNamed((typed) => meant(DUTY_WORDS, typed));
  return duty
    ? whole({ does: 'duty', unitId: unit.id, onDuty: duty === 'on' }, duty === 'on' ? 'desk.will.onDuty' : 'desk.will.offDuty', {
        unit: unitName(unit),
      })
    : missing('desk.cmd.needDuty', {}, wordCompletions(words.before, words.rest, DUTY_WORDS, 'desk.duty'));
}

function readBeds(words: Words, world: World): Reading {
  const hospital = words.takeNamed((typed) => findHospital(world, typed));
  if (!hospital) return missing('desk.cmd.usage', { usage: usage('beds') }, hospitalCompletions(words.before, words.rest, world));
  const beds: Record<string, { available: number }> = {};
  let traffic: keyof typeof TRAFFIC_WORDS | undefined;
  const said: string[] = [];
  while (!words.done) {
    const kind = words.takeNamed((typed) => meant(BED_WORDS, typed));
    const count = kind && /^\d{1,4}$/.test(words.peek()) ? Number(words.take()) : undefined;
    if (kind && count !== undefined) {
      beds[kind] = { available: count };
      said.push(`${word('bed', kind)} ${count}`);
      continue;
    }
    const to = kind ? undefined : words.takeNamed((typed) => meant(TRAFFIC_WORDS, typed));
    if (!to) return missing('desk.cmd.needBeds', {}, kind ? [] : wordCompletions(words.before, words.rest, BED_WORDS, 'bed'));
    traffic = to;
    said.push(word('traffic', to));
  }
  if (said.length === 0) return missing('desk.cmd.needBeds', {}, wordCompletions(words.before, '', BED_WORDS, 'bed'));
  const report: CapacityReport = {
    ...(Object.keys(beds).length > 0 ? { beds: beds as CapacityReport['beds'] } : {}),
    ...(traffic ? { emsTraffic: traffic } : {}),
  };
  return whole({ does: 'capacity', hospitalId: hospital.id, report }, 'desk.will.capacity', {
    hospital: shortName(hospital.name),
    beds: said.join(', '),
  });
}

/** A post without a road is meant on the road of the incident that is open. */
function gotoReading(typed: string, world: World, before = ''): Reading {
  if (typed.trim() === '') return missing('desk.cmd.usage', { usage: usage('goto') });
  const road = selected(world)?.place.located?.roadKm?.road;
  const post = readKm(typed) !== undefined && typed.includes('+');
  const query = post && road ? `${road} ${typed.trim()}` : typed.trim();
  return {
    command: { does: 'goto', query },
    says: t('desk.will.goto', { place: query }),
    completions: [
      ...matching(world.incidents, typed, (it) => [shortNumber(it)])
        .slice(0, 2)
        .flatMap((it) => incidentCompletions(before, shortNumber(it), [it])),
      ...unitCompletions(before, typed, world.units).slice(0, 3),
    ],
    place: query,
  };
}

function takeIncident(words: Words, list: readonly IncidentSummary[]): IncidentSummary | undefined {
  return words.takeNamed((typed) => findIncident(list, typed));
}

/** The incident that is named, or the one that is open. */
function onIncident(
  words: Words,
  world: World,
  verb: Verb,
  list: readonly IncidentSummary[],
  then: (it: IncidentSummary) => Reading,
): Reading {
  const it = takeIncident(words, list) ?? list.find((one) => one.id === world.selectedId);
  if (it) return then(it);
  const named = incidentCompletions(words.before, words.rest, list);
  // "p P1": the incident is missing, and what follows it is there already.
  const others = incidentCompletions(words.before, '', list).map((one) => ({ ...one, line: one.line + words.rest }));
  return missing('desk.cmd.usage', { usage: usage(verb) }, named.length > 0 ? named : others);
}

function onUnit(
  words: Words,
  world: World,
  verb: Verb,
  then: (unit: Unit, assignment: IncidentSummary['assignments'][number], it: IncidentSummary) => Reading,
): Reading {
  const unit = words.takeNamed((typed) => findUnit(world, typed));
  const out = world.units.filter((one) => one.assignmentId !== null);
  if (!unit) return missing('desk.cmd.usage', { usage: usage(verb) }, unitCompletions(words.before, words.rest, out));
  const on = assignmentOf(world, unit);
  return on ? then(unit, on.assignment, on.incident) : missing('desk.cmd.idle', { unit: unitName(unit) });
}

function unitName(unit: Unit): string {
  return `${shortUnit(unit.id)} ${unit.callSign}`;
}

function usage(verb: Verb): string {
  const one = VERBS.find((each) => each.verb === verb);
  return one ? t(one.usage) : '';
}

function whole(command: Command, key: Key, params: Params): Reading {
  return { command, says: t(key, params), completions: [] };
}

function missing(key: Key, params: Params = {}, completions: readonly Completion[] = []): Reading {
  return { command: null, says: t(key, params), completions };
}
