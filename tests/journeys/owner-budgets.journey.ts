import { readFileSync } from 'node:fs';
import { storyId } from '@forspring/samples/story-id';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const runningId = storyId('project/fredagshallen-2026');
const nextYearId = storyId('project/fredagshallen-2027');
const emptyId = storyId('project/pigeklatring-2027');
const budgetOf = (projectId: string) => `/projekter/${projectId}/okonomi`;

test.use({ viewport: { width: 1440, height: 900 } });
// Several long pages are looked at by axe in light and dark.
test.setTimeout(240_000);

test.describe('step 1: the owner plans the budget', () => {
  test('Fredagshallen 2027 is 345.800 kr. with 73.800 in-kind and balances', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(budgetOf(nextYearId));
    await expect(page.getByText('Budgettet balancerer: 345.800 kr., heraf 73.800 kr. i naturalier.')).toBeVisible();
    await expect(page.getByRole('row', { name: /^I alt kontant/ })).toContainText('272.000 kr.');
    await expect(page.getByRole('row', { name: /^I alt naturalier/ })).toContainText('73.800 kr.');
    await expect(page.getByRole('row', { name: /^Løn, 2 pædagoger/ })).toContainText('451 timer × 310 kr.');
    // It lies with the committee: nothing can be changed now.
    await expect(page.getByRole('button', { name: 'Tilføj post' })).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSideScroll(page);
  });

  test('builds a budget from nothing, told at each step what does not balance', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(budgetOf(emptyId));
    await expect(page.getByText('Der er endnu ingen budgetposter.')).toBeVisible();

    await page.getByRole('button', { name: 'Tilføj post' }).click();
    const lineForm = page.getByRole('dialog', { name: 'Tilføj post' });
    await lineForm.getByRole('button', { name: 'Gem' }).click();
    await expect(lineForm.getByRole('alert')).toContainText('Der er');
    await lineForm.getByLabel('Post', { exact: true }).fill('Instruktør');
    await lineForm.getByLabel('Antal', { exact: true }).fill('15 × 2,5');
    await lineForm.getByLabel('Enhed', { exact: true }).fill('timer');
    await lineForm.getByLabel('Enhedspris').fill('350');
    await expect(lineForm.getByText('37,5 timer × 350 kr. = 13.125 kr.')).toBeVisible();
    await expectAccessible(page);
    await lineForm.getByRole('button', { name: 'Gem' }).click();
    await expect(
      page.getByText('Budgettet balancerer ikke: der mangler 13.125 kr. kontant finansiering.'),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /^Instruktør/ })).toContainText('15 × 2,5');

    await page.getByRole('button', { name: 'Tilføj finansieringskilde' }).click();
    const sourceForm = page.getByRole('dialog', { name: 'Tilføj finansieringskilde' });
    await sourceForm.getByLabel('Navn').fill('Klubpuljen');
    await sourceForm.getByLabel('Beløb').fill('13.125');
    await sourceForm.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByText('Klubpuljen: 13.125 kr. er ikke fordelt på poster')).toBeVisible();

    await page.getByRole('button', { name: 'Fordel Instruktør på kilder' }).click();
    const shares = page.getByRole('dialog', { name: 'Fordel Instruktør' });
    await shares.getByRole('button', { name: 'Resten: Klubpuljen' }).click();
    await expect(shares.getByText('Posten er fordelt.')).toBeVisible();
    await shares.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByText('Budgettet balancerer: 13.125 kr.')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Ret Instruktør' }).click();
    const again = page.getByRole('dialog', { name: 'Ret post' });
    await again.getByLabel('Enhedspris').fill('400');
    await again.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByText('der mangler 1.875 kr. kontant finansiering')).toBeVisible();
    await page.getByRole('button', { name: 'Ret Instruktør' }).click();
    await again.getByRole('button', { name: 'Slet', exact: true }).click();
    await again.getByRole('button', { name: 'Slet Instruktør' }).click();
    await expect(page.getByRole('row', { name: /^Instruktør/ })).toHaveCount(0);
  });
});

test.describe('step 4: the owner follows the money', () => {
  test('sees the overspent line at once, with the funder’s rule, and books an expense', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(budgetOf(runningId));
    await expect(page.getByText('Mad er overskredet med 1.745 kr.', { exact: true })).toBeVisible();
    await expect(page.getByText(/må dækkes fra en anden post/)).toBeVisible();
    await expect(page.getByRole('row', { name: /^Mad/ }).first()).toContainText('Overskredet med');
    await expect(page.getByText('87 % af tiden er gået', { exact: false }).first()).toBeVisible();
    await expect(page.locator('.recharts-surface').first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);

    await page.getByRole('button', { name: 'Bogfør udgift' }).click();
    const form = page.getByRole('dialog', { name: 'Bogfør udgift' });
    await form.getByLabel('Post', { exact: true }).selectOption({ index: 1 });
    await form.getByLabel('Beløb').fill('1.234,50');
    await form.getByRole('button', { name: 'Gem' }).click();
    await expect(form.getByRole('alert')).toContainText('Bilagsnummer: skriv bilagets nummer');
    await expect(form.getByLabel('Beløb')).toHaveValue('1.234,50');
    await form.getByLabel('Bilagsnummer').fill('B-9001');
    await form.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('row', { name: /B-9001/ })).toContainText('1.234,50 kr.');
    await expect(page.getByRole('row', { name: /B-9001/ })).toContainText('13.11.2026');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Hent CSV', exact: true }).click();
    const file = readFileSync((await (await download).path()) ?? '', 'utf8');
    expect(file).toContain('Post;Finansieringskilde;Slags');
    expect(file.split('\r\n').find((row) => row.startsWith('Mad;'))).toContain('Kontant');
  });

  test('covers the line from another: the rules say what happens before anything is sent', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'mette');
    await page.goto(budgetOf(runningId));
    await page.getByRole('button', { name: 'Dæk fra en anden post: Mad' }).click();
    const form = page.getByRole('dialog', { name: 'Flyt penge mellem poster' });
    await form.getByLabel('Fra', { exact: true }).selectOption({
      label: await form
        .getByRole('option', { name: /^Udstyr/ })
        .first()
        .innerText(),
    });
    await expect(form.getByText('Tilladt: pengene flyttes, når du gemmer.')).toBeVisible();
    await form.getByLabel('Beløb').fill('13.000');
    await expect(form.getByText(/^Spørg først: der laves en anmodning/)).toBeVisible();
    await expectAccessible(page);
    await form.getByLabel('Beløb').fill('1.745');
    await form.getByLabel('Begrundelse').fill('Flere spiser med end ventet.');
    await form.getByRole('button', { name: 'Flyt pengene' }).click();
    await expect(page.getByText(/^Mad er overskredet/)).toHaveCount(0);
    await expect(page.getByText('1.745 kr. fra Udstyr til Mad')).toBeVisible();

    await expect(page.getByText('13.000 kr. fra Udstyr til Mad')).toBeVisible();
    await page.getByText('Udkast til anmodning').click();
    await expect(page.getByText(/Vi beder om forhåndsgodkendelse til at flytte 13\.000 kr\./)).toBeVisible();
    await page.getByRole('button', { name: 'Afslået' }).click();
    await expect(page.getByRole('button', { name: 'Godkendt: flyt pengene' })).toHaveCount(0);
  });

  test('reads the same in English', async ({ page, context }) => {
    await speak(context, 'en');
    await signInAs(context, 'mette');
    await page.goto(budgetOf(nextYearId));
    await expect(page.getByText('The budget balances: 345,800 kr., of which 73,800 kr. in-kind.')).toBeVisible();
    await page.goto(budgetOf(runningId));
    await expect(page.getByText(/of the time has gone/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Book expense' })).toBeVisible();
    await expectAccessible(page);
  });
});
