import { defineConfig } from '@playwright/test';
import { launch, WITH_MAP } from './e2e/support/browser';
import stories from './playwright.config';

/** The stories that take nodes away: each needs several of them, started for it alone. */
export default defineConfig({
  ...stories,
  testDir: 'e2e/nodes',
  retries: 0,
  projects: [{ name: 'nodes', use: { launchOptions: launch(WITH_MAP) } }],
});
