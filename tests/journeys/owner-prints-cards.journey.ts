import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { storyId } from '@forspring/samples/story-id';
import { readSheet } from '../card-pictures.ts';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const activities = `/projekter/${storyId('project/fredagshallen-2026')}/aktiviteter`;

async function sheetFrom(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), sheet: await readSheet(readFileSync(await download.path())) };
}

test.describe.serial('the owner prints cards', () => {
  test('issues twelve, gets a tagged A4 sheet, and a camera could read every card of it', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(activities);
    await expect(page.getByRole('heading', { name: 'Deltagerkort' })).toBeVisible();
    await page.getByLabel('Antal nye kort').fill('12');
    const { name, sheet } = await sheetFrom(page, 'Udsted og hent ark (PDF)');
    expect(name).toBe('deltagerkort.pdf');
    await expect(page.getByText('12 kort er udstedt, og arket er hentet.')).toBeVisible();
    expect(sheet).toMatchObject({ isTagged: true, language: 'da-DK', pageCount: 2, hasOwnFonts: true });
    expect(sheet.text).toContain('Fredagshallen');
    expect(sheet.written).toHaveLength(10);
    expect(sheet.scanned).toEqual(sheet.written.map((code) => `FS:${code}`));
    writeFileSync(test.info().outputPath('sheet.png'), sheet.picture);
    await test.info().attach('sheet', { body: sheet.picture, contentType: 'image/png' });

    await expect(page.getByText('12 kort fra i dag er endnu ikke vist til en aften.')).toBeVisible();
    const again = await sheetFrom(page, 'Hent dagens ark igen');
    expect(again.sheet.pageCount).toBe(2);
    expect(again.sheet.scanned).toHaveLength(10);
    await expectAccessible(page);
  });

  test('a lost card gets a new one, and is lost once', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(activities);
    const { sheet } = await sheetFrom(page, 'Udsted og hent ark (PDF)');
    const code = sheet.written[0] ?? '';
    const form = page.getByRole('form', { name: 'Tabt kort' });
    await form.getByLabel('Det tabte korts kode').fill('K7');
    await form.getByRole('button', { name: 'Meld tabt og udsted et nyt' }).click();
    await expect(form.getByText('En kode er fem tegn, fx K7-TM4.').first()).toBeVisible();
    await form.getByLabel('Det tabte korts kode').fill(code.toLowerCase().replace('-', ' '));
    await form.getByRole('button', { name: 'Meld tabt og udsted et nyt' }).click();
    await expect(page.getByText(`${code} er tabt fra 13. november 2026. Det nye kort er`)).toBeVisible();
    const one = await sheetFrom(page, 'Hent det nye kort (PDF)');
    expect(one.sheet.written).toHaveLength(1);
    expect(one.sheet.written).not.toContain(code);
    await form.getByLabel('Det tabte korts kode').fill(code);
    await form.getByRole('button', { name: 'Meld tabt og udsted et nyt' }).click();
    await expect(form.getByText('Kortet er allerede meldt tabt. Udsted et nyt kort i stedet.').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('sees how often the cards come, with n', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(activities);
    await expect(page.getByRole('img', { name: /kort er vist 10 gange eller flere/ })).toBeVisible();
    await expect(page.getByText(/vist [\d,]+ gange \(n = \d+ kort\)/)).toBeVisible();
    await expect(page.getByText(/% \(\d+–\d+\s?%, n = \d+ kort\)/)).toBeVisible();
  });

  for (const width of [360, 768])
    test(`in English at ${width} px`, async ({ page, context }) => {
      await page.setViewportSize({ width, height: 800 });
      await speak(context, 'en');
      await signInAs(context, 'mette');
      await page.goto(activities);
      await page.getByLabel('Number of new cards').fill('1');
      const { name, sheet } = await sheetFrom(page, 'Issue and download sheet (PDF)');
      expect(name).toBe('participant-cards.pdf');
      expect(sheet).toMatchObject({ language: 'en-GB', pageCount: 1 });
      expect(sheet.text).toContain('The card is only a number.');
      await expectNoSideScroll(page);
      await expectAccessible(page);
    });
});
