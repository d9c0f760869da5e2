import { defineConfig } from '@playwright/test';
import { PAGES } from './e2e/support/api';
import { launch, WITH_MAP, WITHOUT_WEBGL } from './e2e/support/browser';

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'nodes/**',
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
    { name: 'with-map', use: { launchOptions: launch(WITH_MAP) } },
    // Only the stories that say by this tag that they must hold without a map too.
    { name: 'without-webgl', grep: /@without-webgl/, use: { launchOptions: launch(WITHOUT_WEBGL) } },
  ],
});
