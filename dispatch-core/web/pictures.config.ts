import { defineConfig } from '@playwright/test';
import stories from './playwright.config';
import { launch, WITH_MAP } from './e2e/support/browser';

/** `npm run pictures`: no stories, but the pages as they look in a busy evening. */
export default defineConfig({
  ...stories,
  testMatch: 'pictures.ts',
  timeout: 900_000,
  projects: [{ name: 'pictures', use: { launchOptions: launch(WITH_MAP) } }],
});
