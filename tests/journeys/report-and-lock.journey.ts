import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { storyId } from '@forspring/samples/story-id';
import { textOfPdf } from '../pdf-text.ts';
import { readPdf } from '../pdf-ua.ts';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const frozen = storyId('project/fredagshallen-2025');
const running = storyId('project/fredagshallen-2026');

/** Presses a button that lets a file be kept, and reads the file. */
async function kept(page: Page, name: string): Promise<{ fileName: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { fileName: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Words without the spaces between them, which a line of a PDF breaks elsewhere. */
const squeezed = (text: string) => text.replaceAll(/\s+/gu, '');

test.describe.serial('reports and locked periods', () => {
  test('the owner checks the frozen evaluation against its data and takes the report home', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'mette');
    await page.goto(`/projekter/${frozen}/evaluering`);
    await page.getByRole('button', { name: 'Kontrollér mod data' }).click();
    await expect(page.getByText('Genberegnet fra de data, der er gemt: samme fingeraftryk.')).toBeVisible();
    const { fileName, bytes } = await kept(page, 'Hent PDF');
    expect(fileName).toBe('fredagshallen-2025-evalueringsrapport.pdf');
    expect(readPdf(bytes).problems).toEqual([]);
    const { pages, title, language } = await textOfPdf(bytes);
    expect({ title, language }).toEqual({ title: 'Fredagshallen 2025: evalueringsrapport', language: 'da-DK' });
    const text = pages.join(' ');
    expect(text).not.toMatch(/effekt/iu);
    for (const part of [
      'Kort fortalt',
      'Tilpasset',
      'Svar ved døren',
      'Hvad det kostede',
      'Kvalitetstjek',
      'Budget og regnskab',
      'Hvad lykkedes?',
      'Hvad rapporten bygger på',
    ])
      expect(text).toContain(part);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideScroll(page);
    // What the survey's results page says is what the report says.
    await page.goto(`/projekter/${frozen}/skemaer`);
    const titles = page.locator('.sv-results figcaption');
    await expect(titles).toHaveCount(2);
    const sentences = await titles.allTextContents();
    for (const sentence of sentences) expect(squeezed(text)).toContain(squeezed(sentence));
  });

  test('the funder takes home its own part, in English', async ({ page, context }) => {
    await signInAs(context, 'ane');
    await speak(context, 'en');
    await page.goto('/bevillinger');
    await page
      .getByRole('row', { name: /^Fredagshallen 2025/ })
      .getByRole('link')
      .first()
      .click();
    const { bytes } = await kept(page, 'Download PDF');
    expect(readPdf(bytes).problems).toEqual([]);
    const text = (await textOfPdf(bytes)).pages.join(' ');
    expect(text).toContain('Other funding in total');
    expect(text).toContain('Edition for the funder.');
    expect(text).not.toMatch(/\beffect\b|\bimpact\b/i);
  });

  test('a committee member takes home everything of a district', async ({ page, context }) => {
    await signInAs(context, 'birgitte');
    await page.goto('/sammenlign');
    await expect(page.getByRole('heading', { name: 'Rapport for et distrikt' })).toBeVisible();
    const { fileName, bytes } = await kept(page, 'Hent regneark');
    expect(fileName).toMatch(/2025-samlet-rapport\.xlsx$/);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('the coordinator locks a quarter, and the registration says what to do', async ({ page, context }) => {
    await signInAs(context, 'henrik');
    await page.goto('/administration?fane=perioder');
    await page.getByRole('button', { name: 'Lås en periode' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Hvor lang').selectOption('quarter');
    await form.getByRole('textbox', { name: 'En dag i perioden' }).fill('07.08.2026');
    await expect(form.getByText('Låser 1. juli–30. september 2026.')).toBeVisible();
    await form.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('row', { name: /1\. juli–30\. september 2026/ })).toBeVisible();
    await expectAccessible(page);

    await signInAs(context, 'jonas');
    const { json } = await evening(page);
    await page.goto(`/gange/${json}`);
    await expect(page.getByText('Perioden er låst: 1. juli–30. september 2026')).toBeVisible();
    await expect(page.getByText('bed kommunens koordinator om en undtagelse')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Gem/ })).toHaveCount(0);
  });

  test('an exception with a reason opens it for one project, and owner and partner see it', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'henrik');
    await page.goto('/administration?fane=perioder');
    await page.getByRole('button', { name: 'Giv en undtagelse' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Låst periode').selectOption({ label: '1. juli–30. september 2026' });
    await form.getByLabel('Projekt', { exact: true }).selectOption(running);
    await form.getByLabel('Hvorfor skal perioden åbnes?').fill('To aftener i august var talt dobbelt.');
    await form.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('row', { name: /To aftener i august var talt dobbelt/ })).toBeVisible();

    await signInAs(context, 'jonas');
    const { json } = await evening(page);
    await page.goto(`/gange/${json}`);
    await expect(page.getByText(/Den låste periode 1\. juli–30\. september 2026 er åbnet/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Gem/ })).toBeVisible();
    await signInAs(context, 'mette');
    await page.goto(`/projekter/${running}/okonomi`);
    await expect(page.getByText('To aftener i august var talt dobbelt.')).toBeVisible();
  });
});

/** An evening of this year's Fredagshallen in August, as its partner finds it. */
async function evening(page: Page): Promise<{ json: string }> {
  const input = encodeURIComponent(JSON.stringify({ view: 'earlier', pageSize: 50 }));
  const answer = await page.request.get(`/api/trpc/participation.listMySessions?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: { rows: { id: string; heldOn: string }[] } } };
  const found = result.data.rows.find((row) => row.heldOn.startsWith('2026-08') || row.heldOn.startsWith('2026-09'));
  return { json: found?.id ?? '' };
}
