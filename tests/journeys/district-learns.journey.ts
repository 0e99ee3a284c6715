import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

test('another district finds Fredagshallen, repeats it at home and says what it does differently', async ({
  page,
  context,
}) => {
  await signInAs(context, 'rasmus');
  await page.goto('/');
  await page.getByRole('link', { name: 'Læring' }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'læringskort' })).toContainText(/14\slæringskort/);
  await expectAccessible(page);

  // Stopped projects stand among the rest, with their recommendation as a word.
  const stopped = page.locator('article.fs-card', { hasText: 'De unges pavillon' });
  await expect(stopped).toContainText('Stop');
  await expect(stopped).toContainText('Stoppet før tid');

  // A search in another form of the word, then one spelt wrong; filters stay in the address.
  const search = page.getByLabel('Søg i læringskort');
  await search.fill('fællesspisninger');
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole('link', { name: 'Fredagshallen', exact: true })).toBeVisible();
  await search.fill('fredashalen');
  await expect(page.getByText('Ingen kort har ordene ”fredashalen”. Her er dem, der ligner.')).toBeVisible();
  await page.getByLabel('Anbefaling').selectOption({ label: 'Spred' });
  await expect(page).toHaveURL(/anbefaling=spread/);
  await page.reload();
  await expect(page.getByLabel('Anbefaling')).toHaveValue('spread');

  await page.getByRole('link', { name: 'Fredagshallen', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fredagshallen' })).toBeVisible();
  await expect(page.getByText('Foreningernes besøg faldt ud i foråret')).toBeVisible();
  await expect(page.getByText('Fordi: I Valby faldt roen efter kl. 21.')).toBeVisible();
  await expectAccessible(page);

  // One's own committee and next year are proposed.
  await page.getByRole('button', { name: 'Gentag her' }).click();
  await expect(page.getByLabel('Udvalg, der skal behandle det').locator('option:checked')).toHaveText(
    'SSP-udvalg Vanløse',
  );
  await expect(page.getByLabel('År', { exact: true })).toHaveValue('2027');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Opret kladden' }).click();
  await expect(page).toHaveURL(/\/projekter\/[0-9a-f-]{36}$/);
  const address = page.url();

  // The plan came along; nothing is different yet.
  await expect(page.getByRole('heading', { name: 'Det gør I anderledes' })).toBeVisible();
  await expect(page.getByText('Alt er endnu som i det projekt, I har gentaget')).toBeVisible();
  await page
    .getByRole('textbox', { name: /^Aktiviteter/ })
    .fill('Badminton, bordtennis og fællesspisning hver fredag.');
  await expect(page.getByText(/Gemt kl\. \d\d\.\d\d/).first()).toBeVisible();

  // Exactly what was changed is asked about, and the reason is kept.
  await page.goto(address);
  await expect(page.getByText(/^1\sændring mangler en begrundelse/)).toBeVisible();
  const difference = page.locator('#afvigelser').getByRole('listitem').filter({ hasText: 'Aktiviteter' });
  await difference.getByRole('textbox', { name: 'Hvorfor?' }).fill('Hallen i Vanløse har ingen klatrevæg.');
  await difference.getByRole('button', { name: 'Gem begrundelsen' }).click();
  await expect(page.getByText(/^1\sændring mangler en begrundelse/)).toHaveCount(0);
  await page.reload();
  await expect(difference.getByRole('textbox', { name: 'Hvorfor?' })).toHaveValue(
    'Hallen i Vanløse har ingen klatrevæg.',
  );
  await expectAccessible(page);

  // 41 Fridays are planned in the new year, and no reading was brought along.
  await page.goto(`${address}/aktiviteter`);
  await expect(page.getByText(/\b41\b/).first()).toBeVisible();
});

test('the library in English on a phone, and for those who may not', async ({ page, context }) => {
  await speak(context, 'en');
  await page.setViewportSize({ width: 360, height: 780 });
  await signInAs(context, 'rasmus');
  await page.goto('/laering?forloeb=stopped');
  await expect(page.locator('article.fs-card')).toHaveCount(1);
  await expect(page.locator('article.fs-card')).toContainText('Stopped early');
  await expectNoSideScroll(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'De unges pavillon' }).click();
  await expect(page.getByRole('heading', { name: 'Why it was stopped' })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAccessible(page);

  // Partners see their own sessions, funders their own grants.
  for (const person of ['ane', 'jonas']) {
    await signInAs(context, person);
    await page.goto('/laering');
    await expect(page.getByText('You do not have access to this page')).toBeVisible();
  }
});
