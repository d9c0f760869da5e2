import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser of the machine: none is ever downloaded. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

export function browser(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  const chosen = process.env['CHROMIUM'] ?? found;
  if (!chosen) throw new Error(`No browser found: install chromium, or name one in CHROMIUM`);
  return chosen;
}

/** Nothing but the pages under test: no updates, no look-ups. */
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A graphics card made of software, as there is none in a machine that tests. Only the map is drawn with it: Debian's Chromium would
 * put every letter of the page through it too, which no desk's browser does without a card.
 */
export const WITH_MAP = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-rasterization'];
export const WITHOUT_WEBGL = ['--disable-gpu', '--disable-3d-apis'];

export function launch(args: readonly string[]): { executablePath: string; args: string[] } {
  return { executablePath: browser(), args: [...QUIET, ...args] };
}
