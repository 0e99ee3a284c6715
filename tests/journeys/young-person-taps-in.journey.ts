import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { storyId } from '@forspring/samples/story-id';
import { findBrowser } from '../browser.ts';
import { filmQr } from '../card-pictures.ts';
import { newId } from '../new-id.ts';
import { expect, expectAccessible, expectNoSideScroll, signInAs, test } from './stage.ts';

const hall = storyId('project/fredagshallen-2026');
const pin = '471183';

/** Cards of tonight's project, issued over the API by whoever the context is signed in as. */
async function newCodes(context: BrowserContext, count: number): Promise<string[]> {
  const page = context.pages()[0] ?? (await context.newPage());
  const cards = { projectId: hall, cardIds: Array.from({ length: count }, newId) };
  const issued = await page.request.post('/api/trpc/cards.issue', { data: { commandId: newId(), ...cards } });
  expect(issued.ok()).toBe(true);
  const input = encodeURIComponent(JSON.stringify(cards));
  const answer = await page.request.get(`/api/trpc/cards.list?input=${input}`);
  return ((await answer.json()) as { result: { data: { codes: string[] } } }).result.data.codes;
}

/** A browser whose camera sees a film of one card. */
async function browserSeeing(film: string): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  return chromium.launch({
    executablePath,
    env,
    args: [...args, ...camera, `--use-file-for-fake-video-capture=${film}`],
  });
}

async function openTonight(page: Page): Promise<void> {
  await page.goto('/gange');
  await page
    .getByRole('link', { name: /Fredagshallen/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fredagshallen' })).toBeVisible();
}

const visits = async (page: Page) => Number(await page.locator('.pa-save-total strong').first().textContent());

test.describe.serial('a young person taps in', () => {
  let seen = '';
  let typed = '';
  let camera: Browser | undefined;
  let tablet: BrowserContext;
  let kiosk: Page;

  test.beforeAll(async ({ browser, home: baseURL }) => {
    const office = await browser.newContext({ baseURL });
    await signInAs(office, 'jonas');
    [seen = '', typed = ''] = await newCodes(office, 2);
    await office.close();
    const film = join(mkdtempSync(join(tmpdir(), 'forspring-film-')), 'card.y4m');
    filmQr(film, `FS:${seen}`);
    camera = await browserSeeing(film);
    const look = { baseURL, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce' } as const;
    tablet = await camera.newContext({ ...look, viewport: { width: 768, height: 1024 }, serviceWorkers: 'block' });
    kiosk = await tablet.newPage();
  });
  test.afterAll(async () => {
    await camera?.close();
  });

  test('a club worker’s phone reads a card with its camera, and cards and headcount reconcile', async () => {
    await signInAs(tablet, 'jonas');
    await openTonight(kiosk);
    await kiosk.getByRole('button', { name: 'Scan kort med kameraet' }).click();
    await expect(kiosk.getByText(`${seen} er vist`).first()).toBeVisible({ timeout: 20_000 });
    await expect(kiosk.getByRole('button', { name: `Fjern kortet ${seen}` })).toBeVisible();
    await expectAccessible(kiosk);
    await kiosk.getByRole('button', { name: 'Luk kameraet' }).click();
    await kiosk.getByRole('button', { name: 'Én flere: Drenge, 13–15 år', exact: true }).click();
    await expect(kiosk.getByText(/^\d+\skort \+ \d+ uden kort = \d+ besøg$/)).toBeVisible();
    await expect(kiosk.getByText(/Sendt kl\./).first()).toBeVisible();
  });

  test('a camera that is refused says what to do', async ({ page, context }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await signInAs(context, 'jonas');
    await openTonight(page);
    await page.getByRole('button', { name: 'Scan kort med kameraet' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Kameraet er ikke tilladt, og det er helt i orden' }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('staff opens the kiosk with a PIN, and the browser can reach nothing else', async () => {
    await openTonight(kiosk);
    await kiosk.getByRole('button', { name: 'Start kiosk på denne enhed' }).click();
    const form = kiosk.getByRole('form', { name: 'Start kiosk' });
    await form.getByLabel('Vælg en PIN-kode').fill(pin);
    await form.getByLabel('PIN-koden igen').fill('1234');
    await form.getByRole('button', { name: 'Start kiosken' }).click();
    await expect(form.getByText('De to PIN-koder er ikke ens.').first()).toBeVisible();
    await form.getByLabel('PIN-koden igen').fill(pin);
    await expectAccessible(kiosk);
    await form.getByRole('button', { name: 'Start kiosken' }).click();
    await expect(kiosk.getByRole('heading', { name: 'Velkommen til Fredagshallen' })).toBeVisible();
    for (const path of ['/', '/gange', `/projekter/${hall}`, '/administration', '/log-ind', '/om', '/findes-ikke']) {
      await kiosk.goto(path);
      await expect(kiosk).toHaveURL(/\/kiosk$/);
      await expect(kiosk.getByRole('heading', { name: 'Velkommen til Fredagshallen' })).toBeVisible();
    }
    expect(await kiosk.evaluate(() => document.cookie)).not.toContain('kiosk');
    const sessions = await kiosk.request.get(
      `/api/trpc/participation.listMySessions?input=${encodeURIComponent('{"view":"tonight"}')}`,
    );
    expect(sessions.status()).toBe(401);
    const origin = new URL(kiosk.url()).origin;
    const signIn = await kiosk.request.post('/api/auth/sign-in/email', { data: {}, headers: { origin } });
    expect(signIn.status()).toBe(404);
    await expectAccessible(kiosk);
    await expectNoSideScroll(kiosk);
  });

  test('one tap on one’s age is enough, and the next one’s turn comes by itself', async () => {
    await kiosk.getByRole('button', { name: '13–15 år' }).click();
    await expect(kiosk.getByRole('heading', { name: 'Tak, du er talt med' })).toBeVisible();
    await expectAccessible(kiosk);
    await expect(kiosk.getByRole('heading', { name: 'Velkommen til Fredagshallen' })).toBeVisible();
  });

  test('a card is read by the camera or typed; the same evening it counts once, kindly', async () => {
    await kiosk.getByRole('button', { name: 'Jeg har et kort' }).click();
    await expect(kiosk.getByRole('heading', { name: 'Hvor gammel er du?' })).toBeVisible({ timeout: 20_000 });
    await kiosk.getByRole('button', { name: '13–15 år' }).click();
    await expect(kiosk.getByRole('heading', { name: 'Kortet er allerede vist i aften' })).toBeVisible();
    await kiosk.getByRole('button', { name: 'OK' }).click();
  });

  test('the survey that is open tonight is answered at the kiosk, with the card read by its camera', async () => {
    await kiosk.getByRole('button', { name: /Hvordan går det\?/ }).click();
    await kiosk.getByRole('button', { name: 'Begynd' }).click();
    await kiosk.getByRole('button', { name: 'Hold kortet op foran kameraet' }).click();
    for (let place = 1; place <= 8; place += 1) {
      await expect(kiosk.getByText(`${place} af 8`)).toBeVisible({ timeout: 20_000 });
      await kiosk.getByRole('button', { name: 'Det vil jeg ikke svare på' }).click();
    }
    await expect(kiosk.getByRole('heading', { name: 'Tak for dine svar' })).toBeVisible();
    await expect(kiosk.getByText('De er sendt.')).toBeVisible();
    await kiosk.getByRole('button', { name: 'Færdig' }).click();
    await expect(kiosk.getByRole('heading', { name: 'Velkommen til Fredagshallen' })).toBeVisible();
  });

  test('without network taps wait on the tablet, visibly, and arrive once', async () => {
    await tablet.setOffline(true);
    await kiosk.getByRole('button', { name: '16–17 år' }).click();
    await expect(kiosk.getByRole('heading', { name: 'Tak, du er talt med' })).toBeVisible();
    await expect(kiosk.getByText('1 venter på net')).toBeVisible();
    await kiosk.getByRole('button', { name: 'OK' }).click();
    await kiosk.getByRole('button', { name: 'Vil ikke sige' }).click();
    await expect(kiosk.getByText('2 venter på net')).toBeVisible();
    await tablet.setOffline(false);
    await expect(kiosk.getByText('Alt er sendt')).toBeVisible({ timeout: 15_000 });
  });

  test('on the way out three taps say how it was; nobody has to answer', async () => {
    for (let count = 0; count < 5; count += 1) {
      await kiosk.getByRole('button', { name: /Jeg går nu/ }).click();
      await expect(kiosk.getByRole('heading', { name: 'Var det trygt?' })).toBeVisible();
      if (count === 0) await expectAccessible(kiosk);
      await kiosk.getByRole('button', { name: 'Ja' }).click();
      await expect(kiosk.getByRole('heading', { name: 'Var du med?' })).toBeVisible();
      await kiosk.getByRole('button', { name: count < 4 ? 'Lidt' : 'Nej', exact: true }).click();
      await expect(kiosk.getByRole('heading', { name: 'Var det sjovt?' })).toBeVisible();
      await kiosk.getByRole('button', { name: 'Det vil jeg ikke svare på' }).click();
      await expect(kiosk.getByRole('heading', { name: 'Tak for dine svar' })).toBeVisible();
      await kiosk.getByRole('button', { name: 'OK' }).click();
    }
  });

  test('in English, on a small screen', async () => {
    await kiosk.setViewportSize({ width: 360, height: 740 });
    await kiosk.getByRole('button', { name: 'English' }).click();
    await expect(kiosk.getByRole('heading', { name: 'Welcome to Fredagshallen' })).toBeVisible();
    await expectNoSideScroll(kiosk);
    await expectAccessible(kiosk);
    await kiosk.getByRole('button', { name: 'I have a card' }).click();
    await expect(kiosk.getByRole('heading', { name: 'How old are you?' })).toBeVisible({ timeout: 20_000 });
    await kiosk.getByRole('button', { name: 'Back' }).click();
    await kiosk.getByRole('button', { name: 'Dansk' }).click();
    await kiosk.setViewportSize({ width: 1440, height: 900 });
    await expectNoSideScroll(kiosk);
  });

  test('leaving needs the PIN and ends at the sign-in page', async () => {
    await kiosk.getByRole('button', { name: 'Personale' }).click();
    const dialog = kiosk.getByRole('dialog', { name: 'Luk kiosken' });
    await dialog.getByLabel('PIN-kode').fill('000000');
    await dialog.getByRole('button', { name: 'Luk kiosken' }).click();
    await expect(dialog.getByText('PIN-koden er forkert. 4 forsøg tilbage.')).toBeVisible();
    await expectAccessible(kiosk);
    await dialog.getByLabel('PIN-kode').fill(pin);
    await dialog.getByRole('button', { name: 'Luk kiosken' }).click();
    await expect(kiosk).toHaveURL(/\/log-ind$/);
    await kiosk.goto('/gange');
    await expect(kiosk).toHaveURL(/\/log-ind/);
  });

  test('staff sees the counts beside its own and the answers, and a typed card reconciles', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'jonas');
    await openTonight(page);
    await expect(page.getByText(/19\.3\d–19\.3\d \(Jonas Brandt\)\. 3\sunge trykkede sig ind\./)).toBeVisible();
    await expect(page.getByText('5 af 5, der svarede, syntes, det var trygt.').first()).toBeVisible();
    await page.getByRole('button', { name: 'Vis som tabel' }).click();
    const row = page.getByRole('row', { name: /Var det sjovt\?/ });
    await expect(row).toContainText('ikke målt');
    const before = await visits(page);
    expect(before).toBeGreaterThanOrEqual(4);
    await page.getByRole('textbox', { name: 'Kode', exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Tilføj kort' }).click();
    await expect(page.getByText(`2 kort + ${before - 2} uden kort = ${before} besøg`)).toBeVisible();
    await expectAccessible(page);
  });
});
