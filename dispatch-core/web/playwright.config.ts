import { defineConfig } from '@playwright/test';
import { PAGES } from './e2e/support/api';
import { launch, WITH_MAP, WITHOUT_WEBGL } from './e2e/support/browser';

/** Pages without a map. */
const MAPLESS = ['hospital.spec.ts', 'transfer.spec.ts', 'report.spec.ts', 'paper.spec.ts'];

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  // A busy machine draws a first map slowly; nothing here is a measurement.
  expect: { timeout: 15_000 },
  workers: 1,
  // A story that fails once and holds the second time is printed as flaky: it is to be looked at, and stops nobody's night.
  retries: 1,
  reporter: 'list',
  outputDir: process.env['E2E_OUT'] ?? 'test-results',
  use: {
    baseURL: PAGES,
    viewport: { width: 1280, height: 800 },
    // A press on what is not there is a fault, and not a wait until the whole story has run out of time.
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'with-map', testIgnore: ['nodes/**', ...MAPLESS], grepInvert: /@mapless/, use: { launchOptions: launch(WITH_MAP) } },
    // The stories that say by this tag that they must hold without a map too, and all that never has one: much faster, as no
    // letter goes through a graphics card made of software.
    { name: 'without-webgl', testIgnore: ['nodes/**', ...MAPLESS], grep: /@without-webgl|@mapless/, use: { launchOptions: launch(WITHOUT_WEBGL) } },
    { name: 'mapless', testMatch: MAPLESS, use: { launchOptions: launch(WITHOUT_WEBGL) } },
  ],
});
