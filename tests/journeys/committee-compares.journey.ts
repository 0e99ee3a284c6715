import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

test('the committee compares districts, and one effort across years, without a ranking', async ({ page, context }) => {
  await signInAs(context, 'birgitte');
  await page.goto('/');
  await page.getByRole('link', { name: 'Sammenlign' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sammenlign' })).toBeVisible();

  // One cautious sentence is the figure's title and its alternative text.
  const figure = page.getByRole('figure');
  await expect(figure).toContainText(/af 5\sdistrikter kan ikke skelnes fra det fælles niveau/);
  const sentence = await figure.locator('figcaption').innerText();
  await expect(figure.getByRole('img')).toHaveAttribute('aria-label', sentence);
  await expect(figure).toContainText('Periode: 2026');

  // Alphabetical, no rank, and each row says whether it may be compared.
  const table = page.getByRole('table').last();
  await expect(table.getByRole('rowheader')).toHaveText([
    /Bispebjerg/,
    /Sundbyvester/,
    /Valby/,
    /Vanløse/,
    /Vejen/,
    /Ydre Nørrebro/,
  ]);
  await expect(page.getByRole('columnheader', { name: /placering|nr\.|rang/i })).toHaveCount(0);
  await expect(table.getByRole('row', { name: /Vejen/ }).getByText('vises ikke').first()).toBeVisible();
  await expectAccessible(page);

  // The twin has the numbers of the figure, and the file is what the table says.
  await figure.getByRole('button', { name: 'Vis som tabel' }).click();
  await expect(figure.getByRole('row', { name: /Valby/ })).toContainText('Ja');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Hent som CSV' }).last().click();
  const stream = await (await download).createReadStream();
  const file = Buffer.concat(await Array.fromAsync(stream)).toString('utf8');
  expect(file).toContain('Vejen');
  expect(file).toContain('vises ikke');

  // The sentence is edited in place and kept in the address.
  await page.getByLabel('Indsatser').selectOption({ label: 'Fredagshallen' });
  await expect(page).toHaveURL(/indsats=/);
  await expect(table.getByRole('rowheader').first()).toContainText('Bispebjerg 2026');
  await page.getByLabel('Mål', { exact: true }).selectOption({ label: 'Nåede af målte mål' });
  await page.getByLabel('År', { exact: true }).selectOption('2026');
  await expect(page).toHaveURL(/aar=2026/);
  // The rows of the other years stand until the answer is there.
  await expect(table.getByRole('row', { name: /Ydre Nørrebro 2025/ })).toHaveCount(0);
  await expect(table.getByRole('row', { name: /Ydre Nørrebro/ })).toContainText('udgave af indikatoren');
  await page.reload();
  await expect(page.getByLabel('Indsatser')).toHaveValue(/.{36}/);
  await expect(page.getByLabel('År', { exact: true })).toHaveValue('2026');
  await expect(table.getByRole('row', { name: /Ydre Nørrebro/ })).toContainText('udgave af indikatoren');

  // The individual tier is one row a municipality, with nothing about people in it but a total.
  await page.getByLabel('Indsatser').selectOption('individual');
  await page.getByLabel('År', { exact: true }).selectOption('2025');
  await expect(table.getByRole('rowheader')).toHaveText([/København/]);
  await expectAccessible(page);
});

test('the comparison in English, on a phone, and for those who may not', async ({ page, context }) => {
  await speak(context, 'en');
  await page.setViewportSize({ width: 360, height: 780 });
  await signInAs(context, 'henrik');
  await page.goto('/sammenlign?maal=costPerVisitHour');
  await expect(page.getByRole('figure')).toContainText(/Cost per visit hour: from .* in 5\sdistricts/);
  await expectNoSideScroll(page);
  await expectAccessible(page);

  await signInAs(context, 'jonas');
  await page.goto('/sammenlign');
  await expect(page.getByText('You do not have access to this page')).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(0);
});
