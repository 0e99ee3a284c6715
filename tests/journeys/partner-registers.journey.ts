import { devices, type Locator, type Page } from '@playwright/test';
import { storyId } from '@forspring/samples/story-id';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const { viewport: _viewport, defaultBrowserType: _browser, ...phone } = devices['iPhone 13'];
test.use({ ...phone, viewport: { width: 390, height: 844 } });

const total = (page: Page): Locator => page.locator('.pa-save');

async function tapMore(page: Page, label: string, count: number): Promise<void> {
  const more = page.getByRole('button', { name: `Én flere: ${label}`, exact: true });
  for (let tap = 0; tap < count; tap += 1) await more.tap();
}

/** Axe at the foot of the page, where the bar with the button lies beside the form and not above a part of it. */
async function expectAccessibleForm(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expectAccessible(page);
}

test.describe.serial('the partner registers', () => {
  test('tonight, in two taps and under 30 seconds', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/');
    await expect(page.getByText('Fredagshallen').first()).toBeVisible();
    await expectAccessibleForm(page);
    const openedAt = Date.now();
    await page.getByRole('link', { name: 'Registrér fremmøde: Fredagshallen' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: 'Fredagshallen' })).toBeVisible();
    await expect(page.getByText('I aften, fre. 13. nov. 18.00–22.30')).toBeVisible();
    // The button is where the thumb is before anything is scrolled.
    await expect(page.getByRole('button', { name: 'Gem aftenen' })).toBeInViewport();
    await tapMore(page, 'Drenge, 13–15 år', 9);
    await tapMore(page, 'Piger, 13–15 år', 4);
    await tapMore(page, 'Drenge, 16–17 år', 6);
    await tapMore(page, 'Piger, 16–17 år', 3);
    await tapMore(page, 'Andet eller ukendt', 1);
    await page.getByRole('button', { name: 'Tæl', exact: true }).tap();
    await tapMore(page, 'Heraf første gang', 3);
    await tapMore(page, 'Ansatte', 2);
    await expect(page.getByLabel('Ansattes timer i alt')).toHaveValue('9');
    await expect(total(page)).toContainText('23 besøg i alt');
    await page.getByRole('button', { name: 'Gem aftenen' }).tap();
    await expect(page.getByText('Aftenen fre. 13. nov. er gemt: 23 besøg i alt.')).toBeVisible();
    expect(Date.now() - openedAt).toBeLessThan(30_000);
    await expect(total(page)).toContainText(/Sendt kl\. \d\d\.\d\d/);
    await expectNoSideScroll(page);
    await expectAccessibleForm(page);
  });

  test('a reload loses none of the taps', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await page.getByRole('link', { name: 'Ret: Fredagshallen' }).tap();
    await expect(total(page)).toContainText('23 besøg i alt');
    await tapMore(page, 'Piger, 16–17 år', 2);
    // Nothing was saved by hand: every tap is on the phone at once.
    await page.reload();
    await expect(total(page)).toContainText('25 besøg i alt');
    await expect(total(page)).toContainText(/Sendt kl\. \d\d\.\d\d/);
    await page.reload();
    await expect(total(page)).toContainText('25 besøg i alt');
  });

  test('a wrong number is told where it is, and nothing is lost', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await page.getByRole('link', { name: 'Ret: Fredagshallen' }).tap();
    await page.getByRole('spinbutton', { name: 'Heraf første gang' }).fill('40');
    await expect(page.getByRole('alert')).toContainText('Der er talt flere første gange end besøg');
    await expect(total(page)).toContainText('25 besøg i alt');
    await page.getByRole('spinbutton', { name: 'Heraf første gang' }).fill('4');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByLabel('Bemærkning').fill('Ring til 010108-1234');
    await expect(page.getByRole('alert')).toContainText('CPR-nummer');
    await expectAccessibleForm(page);
    await page.getByLabel('Bemærkning').fill('Rolig aften, mange nye.');
    await page.getByRole('button', { name: 'Gem rettelsen' }).tap();
    await expect(page.getByText('er gemt: 25 besøg i alt.')).toBeVisible();
  });

  test('cards: a new one is issued and counted', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await page.getByRole('link', { name: 'Ret: Fredagshallen' }).tap();
    await page.getByRole('button', { name: 'Nyt kort' }).tap();
    await expect(page.getByText(/Skriv \w\w-\w\w\w på det nye kort/)).toBeVisible();
    await expect(total(page)).toContainText('1 kort + 24 uden kort = 25 besøg');
    await page.getByRole('button', { name: 'Gem rettelsen' }).tap();
    await expect(page.getByText('er gemt: 25 besøg i alt.')).toBeVisible();
  });

  test('the forgotten evenings stand as a list, and one of them was cancelled', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await expect(page.getByRole('link', { name: 'Mangler registrering (3)' })).toBeVisible();
    await expectAccessibleForm(page);
    await expectNoSideScroll(page);
    await page.getByRole('link', { name: 'fre. 30. okt.' }).tap();
    await page.getByRole('radio', { name: 'Aflyst' }).check();
    await page.getByRole('button', { name: 'Gem aflysningen' }).tap();
    await expect(page.getByText('Vælg, hvem der aflyste.')).toBeVisible();
    await expect(page.getByText('Skriv årsagen med få ord.')).toBeVisible();
    await page.getByRole('radio', { name: 'Stedet' }).check();
    await page.getByLabel('Årsag til aflysning').fill('Hallen var lejet ud');
    await expectAccessibleForm(page);
    await page.getByRole('button', { name: 'Gem aflysningen' }).tap();
    await expect(page.getByText('Aflysningen fre. 30. okt. er gemt.')).toBeVisible();
    await page.getByRole('link', { name: /^Næste: Fredagshallen, fre. 23. okt/ }).tap();
    await expect(page.getByText('fre. 23. okt. 18.00–22.30')).toBeVisible();
    await page.goto('/gange');
    await expect(page.getByRole('link', { name: 'Mangler registrering (2)' })).toBeVisible();
  });

  test('two who register the same evening both count', async ({ page, context, browser }) => {
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await page.getByRole('link', { name: 'fre. 23. okt.' }).tap();
    await tapMore(page, 'Drenge, 13–15 år', 7);
    await expect(total(page)).toContainText('Sendt kl.');

    const other = await browser.newContext();
    await signInAs(other, 'mette');
    const desk = other.pages()[0] ?? (await other.newPage());
    await desk.goto(page.url());
    // Whoever comes second sees what the first has counted, and corrects the whole.
    await expect(desk.getByRole('spinbutton', { name: 'Drenge, 13–15 år' })).toHaveValue('7');
    await desk.getByRole('spinbutton', { name: 'Drenge, 13–15 år' }).fill('12');
    await desk.getByRole('button', { name: 'Gem rettelsen' }).click();
    await expect(desk.getByText('er gemt: 12 besøg i alt.')).toBeVisible();

    await expect(total(page)).toContainText('12 besøg i alt');
    await tapMore(page, 'Drenge, 13–15 år', 1);
    await page.getByRole('button', { name: 'Gem rettelsen' }).tap();
    await expect(page.getByText('er gemt: 13 besøg i alt.')).toBeVisible();
    await other.close();
  });

  test('sees nothing that is not its own', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/gange?vis=tidligere');
    await expect(page.getByRole('link', { name: 'fre. 6. nov.' })).toBeVisible();
    await signInAs(context, 'karsten');
    await page.goto('/gange?vis=tidligere');
    await expect(page.getByText('Fredagshallen')).toHaveCount(0);
  });

  test('without a network nothing is lost, and it is sent when there is one', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await page.getByRole('link', { name: 'fre. 2. okt.' }).tap();
    await tapMore(page, 'Drenge, 16–17 år', 5);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gem aftenen' }).tap();
    await expect(page.getByText('er gemt: 5 besøg i alt.')).toBeVisible();
    await expect(total(page)).toContainText('Gemt på telefonen – sendes, når du er online');
    await context.setOffline(false);
    await expect(total(page)).toContainText(/Sendt kl\. \d\d\.\d\d/);
  });

  test('in English', async ({ page, context }) => {
    await speak(context, 'en');
    await signInAs(context, 'jonas');
    await page.goto('/gange');
    await page.getByRole('link', { name: 'Correct: Fredagshallen' }).tap();
    await expect(page.getByText('Tonight, Fri 13 Nov 18:00–22:30')).toBeVisible();
    await page.getByRole('button', { name: 'One more: Girls, 10–12 yrs' }).tap();
    await page.getByRole('button', { name: 'Save the correction' }).tap();
    await expect(page.getByText('is saved: 26 attendances in all.')).toBeVisible();
    await expectAccessibleForm(page);
  });
});

test.describe('the owner follows and plans', () => {
  test.use({ viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false });

  test('sees plan against actual, and plans 41 evenings with what is skipped and why', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(`/projekter/${storyId('project/pigeklatring-2027')}`);
    await page.getByRole('link', { name: 'Aktiviteter', exact: true }).click();
    await page.getByRole('button', { name: 'Tilføj en række' }).click();
    const form = page.getByRole('form', { name: 'Ny række' });
    await form.getByLabel('Navn').fill('Fredagsklatring');
    await form.getByRole('checkbox', { name: 'fredag' }).check();
    await form.getByLabel('Første dag').fill('1.1.2027');
    await form.getByLabel('Sidste dag').fill('31.12.2027');
    await form.getByLabel('Fra kl.').fill('1800');
    await form.getByLabel('Til kl.').fill('22:30');
    await form.getByRole('combobox', { name: 'Sted', exact: true }).selectOption({ label: 'Hafnia-Hallen' });
    await expect(form.getByText('41 fredage 18.00–22.30 i Hafnia-Hallen, 12 springes over')).toBeVisible();
    const easter = form.getByRole('checkbox', { name: /26. mar. Langfredag/ });
    await expect(easter).toBeChecked();
    await form.getByRole('checkbox', { name: /22. okt. Uge 42/ }).uncheck();
    await expect(form.getByText('42 fredage 18.00–22.30 i Hafnia-Hallen, 11 springes over')).toBeVisible();
    await form.getByRole('checkbox', { name: /22. okt. Uge 42/ }).check();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Gem rækken' }).click();
    await expect(page.getByText('41 fredage 18.00–22.30 i Hafnia-Hallen, 12 springes over')).toBeVisible();
    await expect(page.getByText('41 gange er planlagt. Ingen er holdt endnu.').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('the chart has its table, and every session stands in the list', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(`/projekter/${storyId('project/fredagshallen-2026')}`);
    await page.getByRole('link', { name: 'Aktiviteter', exact: true }).click();
    await expect(page.getByRole('img', { name: /gange er holdt/ })).toBeVisible();
    await page.getByRole('button', { name: 'Vis som tabel' }).first().click();
    await expect(page.getByRole('region', { name: /Tal bag figuren/ })).toContainText('november 2026');
    await expect(page.getByRole('table', { name: '41 gange' })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
  });
});
