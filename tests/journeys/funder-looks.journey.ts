import { readFileSync } from 'node:fs';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

test.describe('step 7: the funder looks', () => {
  test('sees own grants only, and reads one in three minutes', async ({ page, context }) => {
    await signInAs(context, 'ane');
    await page.goto('/bevillinger');
    await expect(page.getByRole('heading', { level: 1, name: 'Bevillinger' })).toBeVisible();
    await expect(page.getByText(/bevillinger, du har givet/)).toBeVisible();
    await expect(page.getByRole('link', { name: /Markfræs/ })).toHaveCount(0);
    await expectAccessible(page);

    await page
      .getByRole('row', { name: /^Fredagshallen 2025/ })
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Fredagshallen 2025' })).toBeVisible();
    for (const part of ['Hvad blev lovet', 'Hvad blev gjort', 'Hvad kostede det', 'Hvad blev lært', 'Hvad sker nu'])
      await expect(page.getByRole('heading', { name: part })).toBeVisible();
    await expect(page.getByRole('figure').filter({ hasText: /\d af 5 mål er vurderet som opnået/ })).toBeVisible();
    await expect(page.getByText('Øvrig finansiering i alt')).toBeVisible();
    await expect(page.getByText(/Anbefaling: (Fortsæt|Justér|Stop|Spred)/)).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
  });

  test('downloads the accounts as CSV', async ({ page, context }) => {
    await signInAs(context, 'ane');
    await page.goto('/bevillinger');
    await page
      .getByRole('row', { name: /^Fredagshallen 2025/ })
      .getByRole('link')
      .first()
      .click();
    const chart = page.getByRole('figure').filter({ hasText: 'Af din bevilling' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: /CSV/ }).click(),
    ]);
    const text = readFileSync((await file.path()) ?? '', 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain(';');
    expect(text).toContain('Klatreinstruktør');
  });

  test('numbers about people wait for the approved evaluation, and the page prints without its frame', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'ane');
    await page.goto('/bevillinger');
    await page
      .getByRole('row', { name: /^Fredagshallen 2026/ })
      .getByRole('link')
      .first()
      .click();
    await expect(
      page.getByText('Tal om unge og mål vises, når udvalget har godkendt evalueringen.').first(),
    ).toBeVisible();
    await expect(page.getByText('Evalueringen er ikke godkendt endnu')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Udskriv' })).toBeHidden();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Hvad kostede det' })).toBeVisible();
  });

  test('a grant that is not hers is not there, nor is the project behind her own', async ({ page, context }) => {
    await signInAs(context, 'ane');
    await page.goto('/bevillinger/00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('heading', { name: 'Hvad kostede det' })).toHaveCount(0);
    await page.goto('/projekter');
    await expect(page.getByRole('link', { name: /Fredagshallen/ })).toHaveCount(0);
  });

  test('in English', async ({ page, context }) => {
    await signInAs(context, 'ane');
    await speak(context, 'en');
    await page.goto('/bevillinger');
    await page
      .getByRole('row', { name: /^Fredagshallen 2025/ })
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'What was promised' })).toBeVisible();
    await expect(page.getByText('Other funding in total')).toBeVisible();
    await expectAccessible(page);
  });
});
