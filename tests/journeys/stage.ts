import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, type BrowserContext, expect, type Page } from '@playwright/test';
import { samplePassword, storyPeople } from '@forspring/samples/people';
import { freePort, startServer, unpackStory } from '../server-process.ts';

export { expect } from '@playwright/test';

/**
 * A test with a server and data of its own for each file, so that no journey finds what another has done, and the clock
 * starts at 19.30 on the story's Friday; nothing in its browser may break the content security policy.
 */
export const test = base.extend<{ policed: void }, { isStoryTold: boolean; home: string }>({
  isStoryTold: [true, { scope: 'worker', option: true }],
  home: [
    async ({ isStoryTold }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'forspring-journey-'));
      if (isStoryTold) unpackStory(process.env.JOURNEY_STORY ?? '', dataDir);
      const environment = { DATA_DIR: dataDir, LOG_LEVEL: 'error', ...(isStoryTold ? {} : { STORY: 'no' }) };
      const server = await startServer(environment, await freePort());
      await use(server.url);
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
  baseURL: ({ home }, use) => use(home),
  policed: [
    async ({ context }, use) => {
      const broken: string[] = [];
      context.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) broken.push(`${message.page()?.url()}: ${message.text()}`);
      });
      await use();
      expect(broken, 'the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs the browser in as a person of the story, named by the key in `storyPeople`. */
export async function signInAs(context: BrowserContext, key: string): Promise<void> {
  const person = storyPeople.find((one) => one.key === key);
  if (!person) throw new Error(`The story has no ${key}.`);
  const page = context.pages()[0] ?? (await context.newPage());
  await context.clearCookies();
  const origin = new URL((await page.request.get('/healthz')).url()).origin;
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email: person.email, password: samplePassword },
    headers: { origin },
  });
  expect(answer.ok(), `${person.name} signs in`).toBe(true);
}

/** Puts the interface in Danish or English from the next page load on. */
export async function speak(context: BrowserContext, language: 'da' | 'en'): Promise<void> {
  await context.addInitScript((chosen) => localStorage.setItem('forspring-language', chosen), language);
}

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on colours; the others say the same of a page in light and in dark. */
const axeColours = ['color-contrast', 'link-in-text-block'];

/** What axe found wrong. */
type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** What both looks share: only what is wrong is told, with the elements it concerns. */
const axeOptions = { resultTypes: ['violations' as const], selectors: false, preload: false };

/** Axe finds nothing on the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const root = page.locator('html');
  const before = await root.getAttribute('data-mantine-color-scheme');
  const putOn = (scheme: string) =>
    root.evaluate((html, value) => html.setAttribute('data-mantine-color-scheme', value), scheme);
  const expectNothing = (violations: Violations, scheme: string) => {
    const found = violations.map((one) => ({ rule: one.id, where: one.nodes.slice(0, 4).map((node) => node.html) }));
    expect(found, `axe on ${page.url()} in ${scheme}`).toEqual([]);
  };
  await putOn('light');
  // No page holds frames of others, so that one run in the page itself sees it all.
  const inLight = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ ...axeOptions, runOnly: { type: 'tag', values: axeTags } })
    .analyze();
  expectNothing(inLight.violations, 'light');
  await putOn('dark');
  // Axe lies in the page since the first look.
  const inDark = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as {
        axe: { run(what: Document, how: object): Promise<{ violations: Violations }> };
      };
      return (await axe.run(document, options)).violations;
    },
    { ...axeOptions, runOnly: { type: 'rule', values: axeColours } },
  );
  expectNothing(inDark, 'dark');
  await putOn(before ?? 'light');
}

/** Nothing on the page is wider than the window. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `${page.url()} fits its window`).toBeLessThanOrEqual(window ?? 0);
}

/** Waits until the application itself lies on the phone; where its download broke off, the next visit begins it anew. */
export async function untilOnDevice(page: Page): Promise<void> {
  const isOnDevice = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
  for (let visit = 1; visit < 4; visit += 1) {
    const deadline = Date.now() + 25_000;
    while (Date.now() < deadline) {
      if (await isOnDevice()) return;
      await page.waitForTimeout(250);
    }
    await page.reload();
  }
  expect(await isOnDevice(), 'the application lies on the phone').toBe(true);
}
