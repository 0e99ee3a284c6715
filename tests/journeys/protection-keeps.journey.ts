import { storyId } from '@forspring/samples/story-id';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const summed = `/projekter/${storyId('project/de-unges-hus-2025')}/aktiviteter`;

test.describe.serial('what is kept, and what is removed', () => {
  test('the data protection officer sees rules, what is due and what was removed', async ({ page, context }) => {
    await signInAs(context, 'kirsten');
    await page.goto('/administration?fane=opbevaring');
    await expect(page.getByText(/Kassationsplan for fritids- og forebyggelsesområdet/u).first()).toBeVisible();
    const due = page.getByRole('row', { name: /Fredagshallen 2025/u }).first();
    await expect(due).toContainText('Holdes tilbage: projektet bevares');
    await expect(page.getByRole('row', { name: /De unges hus 2025.*Fremmøder pr. alder og køn/u })).toBeVisible();
    await expectAccessible(page);
  });

  test('what was released, to whom and by which threshold stands in a register', async ({ page, context }) => {
    await signInAs(context, 'kirsten');
    await page.goto('/administration?fane=udgivet');
    await expect(page.getByText(/\d udgivelser i registret, den seneste først/u)).toBeVisible();
    const row = page.getByRole('row', { name: /Fredagshallen 2025/u });
    await expect(row).toContainText('Kollega i en anden kommune');
    await expect(row).toContainText('gælder nu');
    await expect(page.getByText(/Nu vises tal fra 5 til kolleger/u)).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideScroll(page);
    await page.goto('/administration?fane=opbevaring');
    await expect(page.getByRole('row', { name: /De unges hus 2025.*Enkelte svar på spørgeskemaer/u })).toBeVisible();
  });

  test('sets a hold with its reason, and lifts it with one', async ({ page, context }) => {
    await signInAs(context, 'kirsten');
    await page.goto('/administration?fane=opbevaring');
    await page.getByRole('button', { name: 'Sæt bevaring' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(form.getByRole('alert')).toBeVisible();
    await form.getByRole('combobox', { name: 'Hvad skal bevares' }).click();
    await page.getByRole('option', { name: 'Aftenrunden 2026' }).click();
    await form.getByLabel('Hvorfor').fill('Et universitet følger projektet.');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByText('Et universitet følger projektet.')).toBeVisible();
    await expect(page.getByRole('row', { name: /Aftenrunden 2026/u }).first()).toContainText('Holdes tilbage');

    await page.getByRole('button', { name: 'Ophæv bevaringen af Aftenrunden 2026' }).click();
    await page.getByRole('dialog').getByLabel('Hvorfor ophæves den').fill('Forskerne er færdige.');
    await page.getByRole('dialog').getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByText(/Ophævet af Kirsten Bach/u)).toBeVisible();
    await expect(page.getByRole('row', { name: /Aftenrunden 2026/u }).first()).not.toContainText('Holdes tilbage');
  });

  test('a municipality without a basis removes nothing until it has written one, in English', async ({
    page,
    context,
  }) => {
    await speak(context, 'en');
    await signInAs(context, 'ole');
    await page.goto('/administration?fane=opbevaring');
    await expect(
      page.getByText('The municipality has no legal basis for disposal yet. Everything stays.'),
    ).toBeVisible();
    const due = page.getByRole('row', { name: /Markfræs.*2025/u }).first();
    await expect(due).toContainText('Held back: no legal basis for disposal');
    await page.getByRole('button', { name: 'Write the basis' }).click();
    await page
      .getByRole('dialog')
      .getByLabel('Basis', { exact: true })
      .fill('Disposal plan of the youth school, section 2.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Disposal plan of the youth school, section 2.')).toBeVisible();
    await expect(due).toContainText('Removed the next time the clean-up runs');
    await expectAccessible(page);
  });

  test('a project whose evenings are summed says so calmly, with the same months', async ({ page, context }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signInAs(context, 'mette');
    await page.goto(summed);
    await expect(page.getByRole('heading', { name: 'De enkelte aftener er lagt sammen' })).toBeVisible();
    await expect(page.getByText('Plan og virkelighed, måned for måned')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Alle gange' })).toBeHidden();
    await expectNoSideScroll(page);
    await expectAccessible(page);
  });
});
