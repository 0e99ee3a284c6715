import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { linkRounds, type OpenSurvey } from '@forspring/domain/surveys/answering';
import { codeAlphabet, codeFrom } from '@forspring/domain/participation/card-code';
import { storyId } from '@forspring/samples/story-id';
import { textOfPdf } from '../pdf-text.ts';
import { readPdf } from '../pdf-ua.ts';
import { expect, expectAccessible, expectNoSideScroll, signInAs, test, untilOnDevice } from './stage.ts';

const hall = storyId('project/fredagshallen-2026');
const surveys = `/projekter/${hall}/skemaer`;
const named = 'Prøveskemaet';

/** The cards of those who answer, and how they were before and after: most a little better off. */
const cards = Array.from({ length: 21 }, (_, place) =>
  codeFrom([1, 2, 3, place % codeAlphabet.length, 7 + (place > 17 ? 1 : 0)]),
);
const before = (place: number) => [...[0, 1, 2, 3, 4].map((item) => (place + item) % 4), (place % 5) + 2];
const after = (place: number) => [...[0, 1, 2, 3, 4].map((item) => ((place + item) % 4) + 1), (place % 5) + 4];

const hashes = new Map<string, string>();
function stretched(code: string, salt: string): string {
  const known = hashes.get(code);
  if (known !== undefined) return known;
  const hex = pbkdf2Sync(code, salt, linkRounds, 32, 'sha256').toString('hex');
  const hash = hex.replaceAll(/[0-9a-f]/g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
  hashes.set(code, hash);
  return hash;
}

/** Pages opened on phones that will be answered through the API a little later, as somebody reads first. */
async function openPhones(page: Page, token: string, count: number): Promise<OpenSurvey[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const answer = await page.request.get(
        `/api/svar/answers.show?input=${encodeURIComponent(JSON.stringify({ token }))}`,
      );
      const { result } = (await answer.json()) as { result: { data: { survey: OpenSurvey } } };
      return result.data.survey;
    }),
  );
}

async function answerBySending(
  page: Page,
  token: string,
  phones: OpenSurvey[],
  given: readonly (readonly [string, number[]])[],
) {
  for (const [place, [code, values]] of given.entries()) {
    const survey = phones[place];
    if (survey?.link === undefined || survey.link === null) throw new Error('The survey is linked');
    const data = { token, ticket: survey.ticket, values, code: stretched(code, survey.link.salt), website: '' };
    expect((await page.request.post('/api/svar/answers.add', { data })).ok()).toBe(true);
  }
}

/** Somebody with a phone: types the number of a card and answers, one tap a question; a null is declined. */
async function answerByHand(phone: Page, code: string, values: readonly (number | null)[]) {
  const who5 = [
    'På intet tidspunkt',
    'Lidt af tiden',
    'Lidt mindre end halvdelen af tiden',
    'Lidt mere end halvdelen af tiden',
    'Det meste af tiden',
    'Hele tiden',
  ];
  await phone.getByRole('button', { name: 'Begynd' }).click();
  await phone.getByLabel('Eller skriv kortets nummer').fill(code.toLowerCase());
  await phone.getByRole('button', { name: 'Næste' }).click();
  for (const [place, value] of values.entries()) {
    await expect(phone.getByText(`${place + 1} af ${values.length}`)).toBeVisible();
    const name = value === null ? 'Det vil jeg ikke svare på' : place < 5 ? (who5[value] ?? '') : String(value);
    await phone.getByRole('button', { name, exact: true }).click();
  }
}

const tokenIn = async (page: Page) =>
  ((await page.getByRole('article', { name: named }).locator('a.sv-link').getAttribute('href')) ?? '').replace(
    '/svar/',
    '',
  );

async function planRound(page: Page, asked: string) {
  const card = page.getByRole('article', { name: named });
  await card.getByRole('button', { name: 'Tilføj runde' }).click();
  const form = card.getByRole('form', { name: 'Tilføj runde' });
  await form.getByLabel('Hvor mange er spurgt').fill(asked);
  await form.getByRole('button', { name: 'Gem' }).click();
  await expect(card.getByText('åben', { exact: true })).toBeVisible();
}

async function endRound(page: Page) {
  await page.goto(surveys);
  const card = page.getByRole('article', { name: named });
  await card.getByRole('button', { name: 'Slut runden nu' }).click();
  await page.getByRole('button', { name: 'Ja, slut runden' }).click();
  await expect(card.getByText('åben', { exact: true })).toHaveCount(0);
}

test.describe.serial('young people answer a survey', () => {
  let token = '';
  let phones: BrowserContext;
  let phone: Page;

  test.beforeAll(async ({ browser, baseURL }) => {
    phones = await browser.newContext({
      baseURL: baseURL ?? '',
      viewport: { width: 360, height: 740 },
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      reducedMotion: 'reduce',
      serviceWorkers: 'allow',
    });
    phone = await phones.newPage();
    await phone.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
  });
  test.afterAll(async () => phones.close());

  test('the owner builds one from WHO-5 and an own question, looks at it, and opens a round', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'mette');
    await page.goto(surveys);
    await expect(page.getByText('Pseudonym indtil 14. februar 2027')).toBeVisible();
    await page.getByRole('button', { name: 'Lav et skema' }).click();
    const form = page.getByRole('form', { name: 'Nyt skema' });
    await form.getByRole('button', { name: 'Gem' }).click();
    await expect(form.getByRole('alert')).toBeVisible();
    await form.getByLabel('Skemaets navn', { exact: true }).fill(named);
    await form.getByRole('button', { name: 'WHO-5 trivselsindeks' }).click();
    await form.getByRole('button', { name: 'Tryghed, 0–10' }).click();
    await expect(form.getByText('ikke valideret')).toBeVisible();
    await expect(form.getByText(/\d+ af højst 180 sekunder/)).toBeVisible();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Gem' }).click();
    const card = page.getByRole('article', { name: named });
    await card.getByRole('button', { name: 'Vis, som de unge ser det' }).click();
    const preview = page.getByRole('dialog', { name: /Sådan ser de unge skemaet/ });
    await preview.getByRole('button', { name: 'Begynd' }).click();
    await expect(preview.getByRole('heading', { name: 'Har du et kort?' })).toBeVisible();
    await preview.getByRole('button', { name: 'Luk visningen' }).click();
    await planRound(page, '24');
    token = await tokenIn(page);
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Hent ark med QR (PDF)' }).click(),
    ]);
    expect(sheet.suggestedFilename()).toBe('spoergeskema.pdf');
  });

  test('before: eighteen answer, and three with the page in hand, one of them without network', async ({ page }) => {
    const others = await openPhones(page, token, 18);
    await phone.goto(`/svar/${token}`);
    await expect(phone.getByText(/Dine svar er pseudonyme indtil/)).toBeVisible();
    await expect(phone.getByText(/anonym/i)).toHaveCount(0);
    await expectNoSideScroll(phone);
    await expectAccessible(phone);
    await untilOnDevice(phone);
    await phone.getByRole('button', { name: 'Begynd' }).click();
    await phone.getByRole('button', { name: 'Hold kortet op foran kameraet' }).click();
    await expect(phone.getByRole('alert')).toContainText('Kameraet er ikke tilladt, og det er helt i orden');
    await phone.getByRole('button', { name: 'Tilbage' }).click();
    await answerByHand(phone, cards[0] ?? '', before(0));
    await expect(phone.getByRole('heading', { name: 'Tak for dine svar' })).toBeVisible();
    await expect(phone.getByText('116 111')).toBeVisible();
    await expectAccessible(phone);

    await phone.reload();
    await expect(phone.getByRole('heading', { name: 'Denne telefon har svaret' })).toBeVisible();
    await phone.getByRole('button', { name: 'En anden skal svare' }).click();
    await answerByHand(phone, cards[1] ?? '', [...before(1).slice(0, 5), null]);
    await expect(phone.getByText('De er sendt.')).toBeVisible();

    await phone.reload();
    await phone.getByRole('button', { name: 'En anden skal svare' }).click();
    await expect(phone.getByRole('button', { name: 'Begynd' })).toBeVisible();
    await phones.setOffline(true);
    await answerByHand(phone, cards[2] ?? '', before(2));
    await expect(phone.getByText(/De er gemt på telefonen/)).toBeVisible();
    await phone.reload();
    await expect(phone.getByText(/De er gemt på telefonen/)).toBeVisible();
    await phones.setOffline(false);
    await expect(phone.getByText('Ét svar fra hver tæller.')).toBeVisible({ timeout: 15_000 });
    expect(await phone.evaluate(() => JSON.stringify(localStorage))).not.toContain('values');

    await answerBySending(
      page,
      token,
      others,
      cards.slice(3).map((code, place) => [code, before(place + 3)] as const),
    );
  });

  test('after: nineteen answer, two of them under the card of somebody who has', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await endRound(page);
    await phone.goto(`/svar/${token}`);
    await phone.getByRole('button', { name: 'En anden skal svare' }).click();
    await expect(phone.getByRole('heading', { name: 'Skemaet er lukket' })).toBeVisible();
    const card = page.getByRole('article', { name: named });
    await expect(card.getByText('21 svar af 24 spurgte')).toBeVisible();
    await planRound(page, '22');
    token = await tokenIn(page);
    const others = await openPhones(page, token, 18);
    await phone.goto(`/svar/${token}`);
    await phone.getByRole('button', { name: 'English' }).click();
    await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
    await expect(phone.getByText(/pseudonymous until/)).toBeVisible();
    await phone.getByRole('button', { name: 'Dansk' }).click();
    await answerByHand(phone, cards[0] ?? '', after(0));
    await expect(phone.getByText('De er sendt.')).toBeVisible();
    const again = cards.slice(1, 17).map((code, place) => [code, after(place + 1)] as const);
    const doubles = cards.slice(1, 3).map((code) => [code, [0, 0, 0, 0, 0, 0]] as const);
    await answerBySending(
      page,
      token,
      others,
      [...again, ...doubles].map(([code, values]) => [code, [...values]] as const),
    );
  });

  test('the results: counts, a change with its interval, bounds, and nobody who could be subtracted', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'mette');
    await endRound(page);
    const card = page.getByRole('article', { name: named });
    await expect(card.getByText('17 svar af 22 spurgte')).toBeVisible();
    await expect(card.getByText('2 dobbelte svar talt én gang')).toBeVisible();
    const flow = card.getByRole('list').filter({ hasText: 'Koblet, før' });
    await expect(flow.getByRole('listitem').filter({ hasText: 'Koblet, før' })).toContainText('17');
    await expect(card.getByText(/5\spar er udeladt ved lodtrækning/)).toBeVisible();
    await expect(card.getByRole('img', { name: /^WHO-5 trivselsindeks: / })).toBeVisible();
    await expect(card.getByText(/^Ændringen er \+\d.*for 12\spar\.$/).first()).toBeVisible();
    await expect(card.getByText(/Var de, der ikke svarede efter, endt nederst/).first()).toBeVisible();
    await expect(card.getByText(/effekt/i)).toHaveCount(0);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideScroll(page);
    await card.getByRole('button', { name: 'Luk skemaet, og slet nøglen' }).click();
    await page.getByRole('button', { name: 'Ja, luk skemaet' }).click();
    await expect(card.getByText('Anonym siden 13. november 2026')).toBeVisible();
    await expect(card.getByText(/^Ændringen er \+\d.*for 12\spar\.$/).first()).toBeVisible();
  });

  test('a result becomes the reading of a goal, with its n and its sentence', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(surveys);
    const card = page.getByRole('article', { name: 'Hvordan går det?' });
    const measure = card.locator('.sv-measure').filter({ hasText: 'Er der en voksen her' });
    await measure.getByLabel('Brug som måling af et mål').selectOption('Andel trygge fredag aften fra 61 % til 75 %');
    await measure.getByRole('button', { name: 'Skriv målingen' }).click();
    await expect(card.getByText('Målingen er skrevet.')).toBeVisible();
    await page.goto(`/projekter/${hall}/maal`);
    await expect(page.getByText(/til 69\s% \(95\s%-interval 50,8–82,7\s%, n\s=\s29\)/).first()).toBeVisible();
  });

  test('the committee sees the same sums, and no link', async ({ page, context }) => {
    await signInAs(context, 'birgitte');
    await page.goto(surveys);
    const card = page.getByRole('article', { name: named });
    await expect(card.getByText(/^Ændringen er \+\d.*for 12\spar\.$/).first()).toBeVisible();
    await expect(page.locator('a.sv-link')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Lav et skema' })).toHaveCount(0);
  });

  test('what they answered stands in the evaluation, which is returned, sent again and approved, and in its report', async ({
    page,
    context,
  }) => {
    const evaluation = `/projekter/${hall}/evaluering`;
    const written = page.getByText(/Gemt kl\. \d\d\.\d\d/);
    await signInAs(context, 'mette');
    await page.goto(surveys);
    const chart = page.getByRole('article', { name: named }).getByRole('img', { name: /^WHO-5 trivselsindeks: / });
    const sentence = (await chart.getAttribute('aria-label')) ?? '';
    expect(sentence).toMatch(/n\s=\s12/u);

    await page.goto(evaluation);
    await page.getByRole('button', { name: 'Flere handlinger' }).click();
    await page.getByRole('menuitem', { name: 'Afslut projektet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Afslut projektet' }).click();
    const send = page.getByRole('button', { name: 'Send til udvalget' });
    await expect(send).toBeDisabled();
    await page.getByLabel('Hvad virkede?').fill('De samme voksne hver fredag.');
    await page.getByLabel('Hvad virkede ikke?').fill('Holdet efter kl. 22 var for småt.');
    await page.getByLabel('For hvem?').fill('Trivslen fik en klar effekt for 13–15-årige.');
    await page.getByRole('radio', { name: 'Fortsæt' }).check();
    await page.getByLabel('Begrundelse for anbefalingen').fill('De unges egne svar peger samme vej.');
    await expect(written).toBeVisible();
    // Before and after is level two: a cause cannot be sent, and no report can be made of one.
    await expect(page.getByRole('link', { name: /^“effekt” lover en årsag/ })).toBeVisible();
    await expect(send).toBeDisabled();
    await page.getByLabel('For hvem?').fill('Mest for 13–15-årige.');
    await send.click();
    await expect(page.getByText('Evalueringen ligger hos udvalget')).toBeVisible();

    await signInAs(context, 'birgitte');
    await page.goto(evaluation);
    await page.getByLabel('Kommentar til tovholderen').fill('Skriv, hvad I gør ved de sene timer.');
    await page.getByRole('button', { name: 'Send tilbage' }).click();
    await expect(page.getByText('Udvalget har sendt evalueringen tilbage')).toBeVisible();
    await signInAs(context, 'mette');
    await page.goto(evaluation);
    await page
      .getByLabel('Hvad virkede ikke?')
      .fill('Holdet efter kl. 22 var for småt; vi lukker kl. 22 til næste år.');
    await expect(written).toBeVisible();
    await send.click();
    await expect(page.getByText('Evalueringen ligger hos udvalget')).toBeVisible();
    await signInAs(context, 'birgitte');
    await page.goto(evaluation);
    await page.getByRole('button', { name: 'Godkend og frys' }).click();
    await expect(page.getByText('Godkendt og frosset')).toBeVisible();

    await signInAs(context, 'mette');
    await page.goto(evaluation);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hent PDF' }).click(),
    ]);
    const bytes = readFileSync(await file.path());
    expect(readPdf(bytes).problems).toEqual([]);
    const report = (await textOfPdf(bytes)).pages.join(' ').replaceAll(/\s+/gu, '');
    expect(report).toContain(sentence.replaceAll(/\s+/gu, ''));
    expect(report).not.toMatch(/effekt/iu);
  });
});
