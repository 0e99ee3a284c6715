import { storyId } from '@forspring/samples/story-id';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const partners = `/projekter/${storyId('project/fredagshallen-2026')}/partnere`;

test.describe.serial('promises against deliveries', () => {
  test('a partner on a phone says what it delivered, and both figures stand', async ({ page, context }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await signInAs(context, 'jonas');
    await page.goto('/');
    await page.getByRole('link', { name: 'Se jeres løfter, og hvad der er leveret' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Løfter' })).toBeVisible();
    await expect(page.getByText('Uenige').first()).toBeVisible();
    await expect(page.getByText('Venter på tovholder').first()).toBeVisible();
    await page.getByRole('button', { name: /^Ret leverancen: Fredagshallen 2026.*2\. kvt\. 2026/u }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Leveret i kvartalet').fill('130');
    await form.getByLabel('Hvorfor').fill('Vi har talt oprydningen med, se vagtplanen.');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByText('Partner: 130 timer')).toBeVisible();
    await expect(page.getByText('Vi har talt oprydningen med, se vagtplanen.')).toBeVisible();
    await expectNoSideScroll(page);
    await expectAccessible(page);
  });

  test('a personal number in the reason is stopped', async ({ page, context }) => {
    await signInAs(context, 'jonas');
    await page.goto('/loefter');
    await page.getByRole('button', { name: /^Ret leverancen: Fredagshallen 2026.*1\. kvt\. 2026/u }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Leveret i kvartalet').fill('10');
    await form.getByLabel('Hvorfor').fill('Det var 010107-1234, der hjalp');
    await form.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(form.getByRole('alert')).toContainText('CPR-nummer');
  });

  test('the owner sees both versions, agrees, and nothing said is lost', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(partners);
    await expect(page.getByText('Partner: 130 timer')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Godkend 130 timer/u }).click();
    await expect(page.getByText('Partner: 130 timer')).toBeHidden();
    await page.getByRole('button', { name: /^Hvad er sagt: Fritidscenter Indre Valby.*2\. kvt\. 2026/u }).click();
    const history = page.getByRole('dialog');
    await expect(history.getByText('sagde 130 timer')).toBeVisible();
    await expect(history.getByText('godkendte 130 timer')).toBeVisible();
    await expectAccessible(page);
  });

  test('the committee is told of what is disputed and far behind, also in English', async ({ page, context }) => {
    await speak(context, 'en');
    await signInAs(context, 'birgitte');
    await page.goto('/udvalg');
    await expect(page.getByRole('heading', { name: 'Promises to look at' })).toBeVisible();
    await expect(page.getByText(/Fritidscenter Indre Valby and the project disagree about staff/u)).toBeVisible();
    await page.getByText(/Klatreklubben Grebet is far behind with staff/u).click();
    await expect(page.getByRole('heading', { name: 'Promises and deliveries' })).toBeVisible();
    await expectAccessible(page);
  });
});
