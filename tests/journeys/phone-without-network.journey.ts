import { appendFileSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, devices, type Locator, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test, untilOnDevice } from './stage.ts';

const { viewport: _viewport, defaultBrowserType: _browser, ...phone } = devices['iPhone 13'];
test.use({ ...phone, viewport: { width: 390, height: 844 }, serviceWorkers: 'allow' });

const bar = (page: Page): Locator => page.locator('.pa-save');
const boys = 'Drenge, 13–15 år';
const onPhone = 'Gemt på telefonen – sendes, når du er online';

async function tapMore(page: Page, label = boys, count = 1): Promise<void> {
  const more = page.getByRole('button', { name: `Én flere: ${label}`, exact: true });
  for (let tap = 0; tap < count; tap += 1) await more.tap();
}

async function totalOf(page: Page): Promise<number> {
  await expect(bar(page)).toBeVisible();
  return Number(await bar(page).locator('strong').first().textContent());
}

/** Opens the evening by its name and day from the list of one's own; the partner's own way there. */
async function openTonight(page: Page): Promise<void> {
  await page.goto('/gange');
  await page.getByRole('link', { name: /^(Registrér fremmøde|Ret): Fredagshallen$/ }).tap();
  await expect(bar(page)).toBeVisible();
}

/** Everything the browser keeps that somebody could read. */
async function keptOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('closed'));
      });
    const all = (store: IDBObjectStore) =>
      new Promise<unknown[]>((resolve) => {
        const request = store.getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await open(name ?? '');
      for (const store of database.objectStoreNames)
        kept.push(...(await all(database.transaction(store).objectStore(store))));
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) kept.push(new URL(url).pathname);
    }
    return JSON.stringify(kept);
  });
}

async function someoneElse(context: BrowserContext, key: string, path: string): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error('The context has no browser.');
  const other = await browser.newContext({ ...phone, viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  await signInAs(other, key);
  const page = other.pages()[0] ?? (await other.newPage());
  await page.goto(path);
  return page;
}

test.describe.serial('in a hall without network', () => {
  test('the application opens in flight mode, counts, is closed and opened again, and sends exactly once', async ({
    baseURL,
  }) => {
    const browser = await findBrowser();
    const folder = mkdtempSync(join(tmpdir(), 'forspring-phone-'));
    const start = (offline: boolean) =>
      chromium.launchPersistentContext(folder, {
        executablePath: browser.executablePath,
        args: browser.args,
        env: browser.env,
        ...phone,
        viewport: { width: 390, height: 844 },
        baseURL,
        offline,
        locale: 'da-DK',
        timezoneId: 'Europe/Copenhagen',
      });
    let context = await start(false);
    let page = context.pages()[0] ?? (await context.newPage());
    await page.goto('/log-ind');
    await page.getByRole('button', { name: /^Jonas/ }).tap();
    await expect(page.getByRole('heading', { level: 1, name: 'Hej Jonas' })).toBeVisible();
    await expect(page.getByText('Fredagshallen').first()).toBeVisible();
    await untilOnDevice(page);
    await openTonight(page);
    const before = await totalOf(page);
    const address = new URL(page.url()).pathname;

    await context.setOffline(true);
    const openedAt = Date.now();
    await page.goto('/');
    await expect(page.getByRole('link', { name: /Fredagshallen$/ }).first()).toBeVisible();
    test.info().annotations.push({ type: 'opened in flight mode', description: `${Date.now() - openedAt} ms` });
    await expect(page.getByText('Ingen net. Du kan registrere som normalt')).toBeVisible();
    await page.getByRole('link', { name: /^(Registrér fremmøde|Ret): Fredagshallen$/ }).tap();
    await tapMore(page, boys, 3);
    await expect(bar(page)).toContainText(onPhone);
    expect(await totalOf(page)).toBe(before + 3);
    await context.close();

    context = await start(true);
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    expect(await totalOf(page)).toBe(before + 3);
    await tapMore(page);
    await page.goto('/gange');
    await expect(page.locator('.pa-tonight')).toContainText(onPhone);
    await expect(page.getByRole('link', { name: /^Fredagshallen, fre\. 30\. okt/ })).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(page.locator('.pa-tonight')).toContainText('Sendt kl.');
    await page.goto(address);
    await expect(bar(page)).toContainText('Sendt kl.');
    expect(await totalOf(page)).toBe(before + 4);

    const mette = await someoneElse(
      await (
        await chromium.launch({ executablePath: browser.executablePath, args: browser.args, env: browser.env })
      ).newContext(),
      'mette',
      `${baseURL}${address}`,
    );
    expect(await totalOf(mette)).toBe(before + 4);
    await mette.context().browser()?.close();
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('two phones on one evening count together and see each other', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    const before = await totalOf(page);
    const mette = await someoneElse(context, 'mette', page.url());
    await tapMore(mette, 'Piger, 16–17 år', 2);
    await tapMore(page, boys, 1);
    await expect.poll(() => totalOf(page)).toBe(before + 3);
    await expect.poll(() => totalOf(mette)).toBe(before + 3);
    await expect(page.locator('.pa-devices')).toContainText('Mettes telefon');
    await expect(mette.locator('.pa-devices')).toContainText('Jonas’ telefon');
    await expectAccessible(page);
    await mette.context().close();
  });

  test('what two told differently waits for a choice, with both versions', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    const mette = await someoneElse(context, 'mette', page.url());
    await context.setOffline(true);
    await page.getByRole('radio', { name: 'God', exact: true }).check();
    await expect(bar(page)).toContainText(onPhone);
    await mette.getByRole('radio', { name: 'Okay' }).check();
    await expect(bar(mette)).toContainText('Sendt kl.');
    await context.setOffline(false);
    await expect(bar(page)).toContainText('To har skrevet forskelligt – vælg');
    const choice = page.getByRole('group', { name: 'Hvordan aftenen var' });
    await expect(choice).toContainText('Denne telefon');
    await expect(choice).toContainText('Mette Lindholm');
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectNoSideScroll(page);
    await choice.getByRole('button', { name: 'Brug denne, Hvordan aftenen var: Okay' }).tap();
    await expect(choice).toHaveCount(0);
    await expect(page.getByRole('radio', { name: 'Okay' })).toBeChecked();
    await expect(bar(page)).toContainText('Sendt kl.');
    await expect(mette.getByText('To har skrevet forskelligt')).toHaveCount(0);
    await mette.context().close();
  });

  test('taps are taken back one by one, a cancellation too', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    const before = await totalOf(page);
    await tapMore(page, boys, 2);
    await page.getByRole('radio', { name: 'Aflyst' }).check();
    await page.getByRole('radio', { name: 'Vejret' }).check();
    await page.getByLabel('Årsag til aflysning').fill('Storm');
    await page.getByRole('button', { name: 'Gem aflysningen' }).tap();
    await expect(page.getByText('Aflysningen fre. 13. nov. er gemt.')).toBeVisible();
    await page.getByRole('button', { name: 'Fortryd: afholdt eller aflyst' }).tap();
    await expect(page.getByRole('radio', { name: 'Afholdt' })).toBeChecked();
    expect(await totalOf(page)).toBe(before + 2);
    await page.getByRole('button', { name: 'Fortryd: seneste tælling' }).tap();
    await page.getByRole('button', { name: 'Fortryd: seneste tælling' }).tap();
    expect(await totalOf(page)).toBe(before);
    await expect(bar(page)).toContainText('Sendt kl.');
    await page.getByText(/^Hvem har ændret hvad/).tap();
    await expect(page.locator('.pa-changes')).toContainText('Jonas');
  });

  test('a personal number in the remark is never kept, not even on the phone', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    await context.setOffline(true);
    await page.getByLabel('Bemærkning').fill('Ring til 010108-1234 i morgen');
    await expect(page.getByRole('alert')).toContainText('CPR-nummer');
    await tapMore(page);
    await page.waitForTimeout(1500);
    expect(await keptOn(page)).not.toContain('010108');
    await page.getByLabel('Bemærkning').fill('Rolig aften');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect.poll(() => keptOn(page)).toContain('Rolig aften');
    await context.setOffline(false);
    await expect(bar(page)).toContainText('Sendt kl.');
  });

  test('an ended sign-in asks to sign in, and then sends', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    const before = await totalOf(page);
    await context.setOffline(true);
    await tapMore(page, boys, 2);
    await expect(bar(page)).toContainText(onPhone);
    await context.clearCookies();
    await context.setOffline(false);
    await page.getByRole('link', { name: 'Log ind, så sendes det' }).tap();
    await page.getByRole('button', { name: /^Jonas/ }).tap();
    await expect(bar(page)).toContainText('Sendt kl.');
    expect(await totalOf(page)).toBe(before + 2);
  });

  test('a new version of the application is told of calmly and loses nothing', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    await untilOnDevice(page);
    const before = await totalOf(page);
    const worker = join(import.meta.dirname, '../../apps/web/dist/sw.js');
    const asBuilt = readFileSync(worker);
    try {
      appendFileSync(worker, '\n// another version\n');
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await expect(page.getByText('Der er en ny version.')).toBeVisible();
      await context.setOffline(true);
      await tapMore(page);
      await expect(bar(page)).toContainText('Gemt på telefonen');
      await page.getByRole('button', { name: 'Genindlæs' }).tap();
      await expect(page.getByText('Der er en ny version.')).toHaveCount(0);
      await expect(bar(page)).toContainText(onPhone);
      expect(await totalOf(page)).toBe(before + 1);
      await context.setOffline(false);
      await expect(bar(page)).toContainText('Sendt kl.');
    } finally {
      writeFileSync(worker, asBuilt);
    }
  });

  test('signing out leaves nothing but what is unsent, and that to nobody else', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    const before = await totalOf(page);
    const address = new URL(page.url()).pathname;
    await context.setOffline(true);
    await tapMore(page);
    await expect(bar(page)).toContainText(onPhone);
    await page.getByRole('button', { name: /^Din side: Jonas/ }).tap();
    await page.getByRole('button', { name: 'Log ud' }).tap();
    const dialog = page.getByRole('dialog', { name: '1 aften er ikke sendt endnu' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Send først' }).tap();
    await expect(dialog).toContainText('De kunne ikke sendes');
    await dialog.getByRole('button', { name: 'Log ud alligevel' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: 'Log ind' })).toBeVisible();
    const left = await keptOn(page);
    expect(left).not.toContain('Fredagshallen');
    expect(left).not.toContain('Jonas');
    expect(left).not.toContain('/api/');
    // Without network nobody gets past the sign-in, whatever address is tried.
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: 'Log ind' })).toBeVisible();

    await context.setOffline(false);
    await page.goto('/log-ind');
    await page.getByRole('button', { name: /^Karsten/ }).tap();
    await expect(page.getByRole('heading', { level: 1, name: /^Hej Karsten/ })).toBeVisible();
    await expect(page.getByText('Fredagshallen')).toHaveCount(0);
    await expect(page.getByText('Ikke sendt endnu')).toHaveCount(0);
    await page.getByRole('button', { name: /^Din side: Karsten/ }).tap();
    await page.getByRole('button', { name: 'Log ud' }).tap();
    await page.getByRole('button', { name: /^Jonas/ }).tap();
    await expect(page.getByRole('heading', { level: 1, name: 'Hej Jonas' })).toBeVisible();
    await page.goto(address);
    await expect(bar(page)).toContainText('Sendt kl.');
    expect(await totalOf(page)).toBe(before + 1);
  });
});

test.describe('the screen', () => {
  test.use({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });

  test('in English at 360 px: mood, core elements, parts of the evening', async ({ page, context }) => {
    await speak(context, 'en');
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await page.getByRole('link', { name: /^(Register attendance|Correct): Fredagshallen$/ }).tap();
    await page.getByRole('radio', { name: /^20:00–22:30/ }).check();
    await page.getByRole('button', { name: 'One more: Girls, 10–12 yrs', exact: true }).tap();
    await page.getByRole('radio', { name: 'Very good' }).check();
    await page.getByText(/^Core elements/).tap();
    await page.getByRole('checkbox').first().check();
    await expect(bar(page)).toContainText(/Sent at \d\d:\d\d/);
    await expectNoSideScroll(page);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expectAccessible(page);
    const targets = page.locator('.pa-registration button:visible, .pa-registration label.fs-touch-choice:visible');
    for (const box of await Promise.all((await targets.all()).map((one) => one.boundingBox())))
      expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
  });

  test('a coming evening can be cancelled, not counted', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(`/gange?vis=kommende`);
    await page
      .getByRole('link', { name: /^fre\. 20\. nov\./ })
      .first()
      .tap();
    await expect(page.getByText('Aftenen kan registreres på dagen.')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Afholdt' })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Gem aflysningen' })).toBeVisible();
  });
});
