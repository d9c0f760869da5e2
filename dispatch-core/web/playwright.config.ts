import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { PAGES } from './e2e/support/api';

/** The browser of the machine: none is ever downloaded. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function browser(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  const chosen = process.env['CHROMIUM'] ?? found;
  if (!chosen) throw new Error(`No browser found: install chromium, or name one in CHROMIUM`);
  return chosen;
}

/** Nothing but the pages under test: no updates, no look-ups, no GPU that is not there. */
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const launch = (args: string[]) => ({ launchOptions: { executablePath: browser(), args: [...QUIET, ...args] } });

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  // A busy machine draws a first map slowly; nothing here is a measurement.
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: 'list',
  outputDir: process.env['E2E_OUT'] ?? 'test-results',
  use: {
    baseURL: PAGES,
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'with-map', use: launch(['--use-angle=swiftshader', '--enable-unsafe-swiftshader']) },
    // Only the stories that say by this tag that they must hold without a map too.
    { name: 'without-webgl', grep: /@without-webgl/, use: launch(['--disable-gpu', '--disable-3d-apis']) },
  ],
});
