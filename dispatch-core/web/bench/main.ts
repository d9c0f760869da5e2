import { fork, type ChildProcess } from 'node:child_process';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { anybody, crew, type Desk, desk, login, PAGES } from '../e2e/support/api';
import { launch, WITH_MAP, WITHOUT_WEBGL } from '../e2e/support/browser';
import { Places } from '../e2e/support/places';
import { fillIn } from '../e2e/support/signIn';
import { INCIDENTS_A_DAY, liveThroughADay } from './day';
import { Figures } from './figures';
import { rowsSeen, watchScreen } from './screen';
import type { Counts, Done, Task } from './task';

/**
 * What the people at the pages feel: one real console in a real browser, among other consoles and a fleet that moves, on
 * one machine. The clock of the page and of this process are the same.
 */

interface Settings {
  incidents: number;
  consoles: number;
  /** How many alerts are timed, one every `everyMs`. */
  alerts: number;
  everyMs: number;
  keys: number;
  loads: number;
  /** How long the shortened day takes, and how many incidents it has. */
  minutes: number;
  dayIncidents: number;
  to: string;
}

const SCREEN = { width: 1920, height: 1080 };
const SHOWN_WITHIN_MS = 10_000;

const figures = new Figures();
const places = new Places(desk);

async function main(settings: Settings): Promise<void> {
  const operator = await desk();
  const waiting = await busy(operator, settings.incidents);
  const others = new Others();
  await others.do({ does: 'drive' });
  await others.do({ does: 'sit', count: settings.consoles });
  const units = (await operator.units()).length;
  console.log(`${settings.incidents} incidents open, ${units} units moving every second, ${settings.consoles} other consoles\n`);
  console.log(`${''.padEnd(44)}${'p50'.padStart(9)}${'p99'.padStart(9)}${'max'.padStart(9)}`);

  const browser = await chromium.launch(launch(WITH_MAP));
  try {
    await measureLoads(browser, settings);
    const context = await browser.newContext({ viewport: SCREEN });
    await watchScreen(context);
    const page = await context.newPage();
    await page.goto(PAGES);
    await fillIn(page, 'operator');
    await page.waitForFunction((count) => document.querySelectorAll('[data-id]').length >= count, settings.incidents);
    await measureAlerts(page, operator, waiting, settings, others);
    await measureKeys('keyToScreen', 'key → next frame with the change', page, settings);
    await measureDay(page, settings, others);
    await context.close();
    await measureKeysWithoutMap(settings);
    await weighPages(browser, operator, waiting[0] ?? '');
  } finally {
    await browser.close();
    others.leave();
  }
  figures.writeTo(settings.to);
  console.log(`\nkept in ${settings.to}`);
}

/** As many incidents as the goal names: a unit is under way to every other one. Tells which have none. */
async function busy(operator: Desk, count: number): Promise<string[]> {
  const waiting: string[] = [];
  for (let number = 0; number < count; number++) {
    const { incidentId } = await operator.hears(await places.take(), { injured: 1 });
    await operator.triages(incidentId, number % 3 === 0 ? 'RED' : 'YELLOW');
    if (number % 2 === 0) {
      waiting.push(incidentId);
      continue;
    }
    const assignment = await operator.sends(incidentId);
    await (await crew(assignment.unitId)).goesOnTo(assignment.id, 'EN_ROUTE');
  }
  return waiting;
}

/** From asking for the page, with nothing in any cache, until the queue is there and a key does something. */
async function measureLoads(browser: Browser, { loads, incidents }: Settings): Promise<void> {
  const usable: number[] = [];
  const session = { token: await login('operator'), user: 'operator', role: 'OPERATOR', unitId: null, hospitalId: null };
  for (let load = 0; load < loads; load++) {
    const context = await browser.newContext({ viewport: SCREEN });
    await watchScreen(context);
    await context.addInitScript((text) => sessionStorage.setItem('session', text), JSON.stringify(session));
    const page = await context.newPage();
    await page.goto(PAGES, { waitUntil: 'commit' });
    await page.waitForFunction((count) => document.querySelectorAll('[data-id]').length >= count, incidents, { polling: 'raf' });
    await page.keyboard.press('?');
    await page.waitForFunction(() => window.keysShown.length > 0, undefined, { polling: 'raf' });
    usable.push(await page.evaluate(() => performance.now()));
    await context.close();
  }
  figures.addLatencies('usable', 'console usable, cold cache', usable, 2000);
  figures.addValue('usable.first', '  of these the first page of a fresh browser', usable[0] ?? Number.NaN, 'ms');
}

/** Open loop: each alert has its moment, and waits for nobody. The oldest goes when a new one comes. */
async function measureAlerts(page: Page, operator: Desk, waiting: string[], settings: Settings, others: Others): Promise<void> {
  const before = await others.count();
  const meant = new Map<string, number>();
  const first = Date.now() + 1000;
  const tasks = Array.from({ length: settings.alerts }, async (_, number) => {
    const place = await places.take();
    const due = first + number * settings.everyMs;
    await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
    const { incidentId } = await anybody.reports({ roadKm: place, injured: 1 });
    meant.set(incidentId, due);
    waiting.push(incidentId);
    const oldest = waiting.shift();
    if (oldest) await operator.clears(oldest);
  });
  await Promise.all(tasks);
  await page.waitForFunction((ids) => ids.every((id) => id in window.rowsSeen), [...meant.keys()], { timeout: SHOWN_WITHIN_MS });
  const seen = await rowsSeen(page);
  const took = [...meant].map(([id, due]) => (seen[id] ?? Number.NaN) - due);
  figures.addLatencies('alertToConsole', 'alert → row on the console', took, 500);
  const after = await others.count();
  const seconds = (settings.alerts * settings.everyMs) / 1000;
  figures.addValue('positions', '  meanwhile: positions taken', (after.sent - before.sent) / seconds, 'a second');
  figures.addValue('otherConsoles', '  meanwhile: the other consoles ask', (after.asked - before.asked) / seconds, 'a second');
  if (after.failed > before.failed) console.log(`  ${after.failed - before.failed} positions were not taken`);
  if (after.late > before.late) console.log(`  ${after.late - before.late} positions went out late: this machine is too small for the load`);
}

/** The page's own part of it: there, the machine draws no map while the keys are pressed. */
async function measureKeysWithoutMap(settings: Settings): Promise<void> {
  const browser = await chromium.launch(launch(WITHOUT_WEBGL));
  try {
    const context = await browser.newContext({ viewport: SCREEN });
    await watchScreen(context);
    const page = await context.newPage();
    await page.goto(PAGES);
    await fillIn(page, 'operator');
    await page.waitForFunction(() => document.querySelectorAll('[data-id]').length > 1);
    await measureKeys('keyToScreenWithoutMap', 'the same where no map is drawn', page, settings);
  } finally {
    await browser.close();
  }
}

/** Real keys, one after the other, each with its own effect in the detail pane. */
async function measureKeys(name: string, label: string, page: Page, { keys }: Settings): Promise<void> {
  await page.mouse.move(5, 5);
  await page.evaluate(() => window.keysShown.splice(0));
  // There and back: at the end of the queue a key changes nothing, and the next clock that ticks would be taken for its effect.
  const walk = [']', ']', '?', 'Escape', ']', 'n', 'Escape', '[', '[', '['];
  for (let pressed = 0; pressed < keys; pressed++) {
    await page.keyboard.press(walk[pressed % walk.length] ?? ']');
    await page.waitForFunction((count) => window.keysShown.length > count, pressed, { timeout: SHOWN_WITHIN_MS });
    await page.waitForTimeout(100); // nobody presses faster than he reads
  }
  const shown = await page.evaluate(() => window.keysShown);
  const never = shown.filter((each) => Number.isNaN(each)).length;
  if (never > 0) throw new Error(`${never} of ${keys} keys changed nothing`);
  figures.addLatencies(name, label, shown, 100);
}

/** What the page holds before and after as much as happens in a day, with nothing left over to hold. */
async function measureDay(page: Page, settings: Settings, others: Others): Promise<void> {
  await page.keyboard.press('Escape');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  // What is made once, such as compiled code and caches of the map, is made by then.
  await liveThroughADay(settings.minutes / 10, settings.dayIncidents / 10, places);
  const before = await held(cdp);
  const told = await others.count();
  const events = await liveThroughADay(settings.minutes, settings.dayIncidents, places);
  const after = await held(cdp);
  const positions = (await others.count()).sent - told.sent;
  console.log(`\na day in ${settings.minutes} minutes: ${events} events and ${positions} positions`);
  figures.addValue('day.events', 'events', events, 'events');
  figures.addValue('day.heapBefore', 'heap before, after collecting', before.heap, 'MiB');
  figures.addValue('day.heapAfter', 'heap after, after collecting', after.heap, 'MiB', before.heap * 1.1);
  figures.addValue('day.nodesBefore', 'nodes before', before.nodes, 'nodes');
  figures.addValue('day.nodesAfter', 'nodes after', after.nodes, 'nodes', before.nodes * 1.1);
  figures.addValue('day.listenersAfter', 'listeners after', after.listeners, 'listeners', before.listeners * 1.1);
}

async function held(cdp: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  for (let time = 0; time < 3; time++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

/** What each page fetches over the wire, compressed as it comes, from an empty cache. */
async function weighPages(browser: Browser, operator: Desk, incidentId: string): Promise<void> {
  const { unitId } = await operator.sends(incidentId);
  console.log('');
  await weigh(browser, 'console', '/', 'operator');
  await weigh(browser, 'hospital', '/hospital', 'hospital-BV01');
  await weigh(browser, 'crew', '/crew', `crew-${unitId}`, 450);
  const report = await weigh(browser, 'report', '/report');
  figures.addValue('report.firstLoad', 'report, first load, all of it', report.all / 1024, 'KiB', 60);
}

async function weigh(browser: Browser, name: string, path: string, user?: string, goal?: number): Promise<{ all: number }> {
  // Fetched by the page itself: what a worker hands it is not seen to cross the wire.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const bytes = await countBytes(context, page);
  await page.goto(new URL(path, PAGES).href);
  if (user) await fillIn(page, user);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(3000); // the map comes last
  figures.addValue(`${name}.javascript`, `${name}, JavaScript with the map, compressed`, bytes.script / 1024, 'KiB', goal);
  await context.close();
  return bytes;
}

async function countBytes(context: BrowserContext, page: Page): Promise<{ script: number; all: number }> {
  const bytes = { script: 0, all: 0 };
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  const scripts = new Set<string>();
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || response.url.split('?')[0]?.endsWith('.js')) scripts.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (scripts.has(requestId)) bytes.script += encodedDataLength;
  });
  return bytes;
}

/** The process that plays everybody else. */
class Others {
  private readonly process: ChildProcess = fork(new URL('./others.js', import.meta.url), [], {
    execArgv: ['--experimental-websocket', '--no-warnings'],
  });

  do(task: Task): Promise<Done> {
    return new Promise((resolve, reject) => {
      const hear = (done: Done) => {
        if (done.done !== task.does) return;
        this.process.off('message', hear);
        if (done.failure) reject(new Error(done.failure));
        else resolve(done);
      };
      this.process.on('message', hear);
      this.process.once('exit', () => reject(new Error('the others are gone')));
      this.process.send(task);
    });
  }

  async count(): Promise<Counts> {
    const { sent = 0, late = 0, asked = 0, failed = 0 } = await this.do({ does: 'count' });
    return { sent, late, asked, failed };
  }

  leave(): void {
    this.process.kill();
  }
}

const given = new Map(process.argv.slice(2).map((each) => each.split('=', 2) as [string, string]));
const number = (name: string, usual: number) => Number(given.get(name) ?? usual);

await main({
  incidents: number('incidents', 40),
  consoles: number('consoles', 50),
  alerts: number('alerts', 200),
  everyMs: number('everyMs', 1000),
  keys: number('keys', 200),
  loads: number('loads', 10),
  minutes: number('minutes', 10),
  dayIncidents: number('dayIncidents', INCIDENTS_A_DAY),
  to: given.get('to') ?? 'pages.json',
});
