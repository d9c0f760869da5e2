import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

/** The stories that take nodes away: each needs several of them, started for it alone. */
export default defineConfig({ ...stories, testDir: 'e2e/nodes', testIgnore: [], retries: 0 });
