import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

// Runs after the owner's journeys: they look at the proposal this one approves.
test.describe.configure({ mode: 'serial' });

test.describe('step 2: the committee decides', () => {
  test('the chair sees the proposals beside the money left, and returning needs a reason', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'birgitte');
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Venter på dig' })).toBeVisible();
    await page.getByRole('link', { name: /SSP-udvalg Valby skal behandle .De unges hus – år 3 2027/ }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'SSP-udvalg Valby, 2027' })).toBeVisible();
    await expect(page.getByText('Tilbage, hvis alle forslag godkendes')).toBeVisible();
    const proposal = page.getByRole('listitem', { name: 'De unges hus – år 3' });
    await expect(proposal.getByText(/Søger 58\.000\skr\. af rammen/)).toBeVisible();
    await expectAccessible(page);

    await proposal.getByRole('radio', { name: /Send tilbage/ }).check();
    await proposal.getByRole('button', { name: 'Gem beslutningen' }).click();
    await expect(proposal.getByRole('alert').first()).toBeVisible();
    await expect(proposal.getByRole('radio', { name: /Send tilbage/ })).toBeChecked();

    await proposal
      .getByRole('textbox', { name: /Bemærkning til tovholderen/ })
      .fill('Hvem er den aftalte voksne om søndagen?');
    await proposal.getByRole('button', { name: 'Gem beslutningen' }).click();
    await expect(page.getByRole('listitem', { name: 'De unges hus – år 3' })).toHaveCount(0);
  });

  test('approving locks the goals and takes the money from the frame', async ({ page, context }) => {
    await signInAs(context, 'birgitte');
    await page.goto('/udvalg');
    const left = page.locator('dt', { hasText: /^Tilbage$/ }).locator('+ dd');
    await expect(left).toHaveText(/242\.000\skr\./);
    const proposal = page.getByRole('listitem', { name: 'Fredagshallen', exact: true });
    await proposal.getByRole('button', { name: 'Behandl forslaget' }).click();
    await proposal.getByRole('radio', { name: /^Godkend/ }).check();
    await proposal.getByRole('button', { name: 'Gem beslutningen' }).click();
    await expect(left).toHaveText(/90\.000\skr\./);
    await expect(page.getByRole('row', { name: /Fredagshallen/ }).getByText('Godkendt')).toBeVisible();
    await expectNoSideScroll(page);
  });

  test('the owner is told, and cannot decide', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto('/');
    await page.getByRole('link', { name: 'De unges hus – år 3', exact: true }).click();
    await expect(page.getByText('Hvem er den aftalte voksne om søndagen?')).toBeVisible();
    await page.goto('/udvalg');
    await expect(page.getByRole('button', { name: 'Gem beslutningen' })).toHaveCount(0);
  });

  test('in English, on a phone', async ({ page, context }) => {
    await signInAs(context, 'birgitte');
    await speak(context, 'en');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/udvalg');
    await expect(page.getByRole('heading', { name: 'The committee’s frame' })).toBeVisible();
    await expectNoSideScroll(page);
    await expectAccessible(page);
  });
});
