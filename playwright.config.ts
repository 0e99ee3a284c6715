import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';

const browser = await findBrowser();
const journeys = readdirSync(join(import.meta.dirname, 'tests/journeys')).filter((name) =>
  name.endsWith('.journey.ts'),
);

export default defineConfig({
  testDir: 'tests/journeys',
  globalSetup: './tests/journeys/before-journeys.ts',
  // Each file is a project of its own: another worker, and with it another server and another telling of the story.
  projects: journeys.map((name) => ({ name: name.replace('.journey.ts', ''), testMatch: name })),
  workers: 2,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  outputDir: 'test-results/journeys',
  use: {
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browser.executablePath, args: browser.args, env: browser.env },
  },
});
