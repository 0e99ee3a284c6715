import { expect, expectAccessible, expectNoSideScroll, speak, test } from './stage.ts';

test.describe('signing in', () => {
  test('a person of the story signs in by one click and lands on a work list', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/log-ind/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'da');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: /Mette Lindholm/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hej Mette' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'I dag' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Mangler' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Næste frister' })).toBeVisible();
    await expectAccessible(page);
  });

  test('a wrong password says so and keeps what was typed', async ({ page }) => {
    await page.goto('/log-ind');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('mette.lindholm@koebenhavn.example');
    await page.getByLabel('Adgangskode', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Log ind', exact: true }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('mette.lindholm@koebenhavn.example');
  });

  test('a page that needs a sign-in comes back after it', async ({ page }) => {
    await page.goto('/projekter');
    await expect(page).toHaveURL(/\/log-ind/);
    await page.getByRole('button', { name: /Mette Lindholm/ }).click();
    await expect(page).toHaveURL(/\/projekter$/);
  });

  test('a link that would lead out of the application after signing in leads home', async ({ page }) => {
    for (const [index, til] of [
      'https://elsewhere.example/log-ind',
      '//elsewhere.example',
      '/\\elsewhere.example',
    ].entries()) {
      await page.goto(`/log-ind?til=${encodeURIComponent(til)}`);
      if (index === 0) await page.getByRole('button', { name: /Mette Lindholm/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Hej Mette' })).toBeVisible();
      expect(new URL(page.url()).pathname).toBe('/');
    }
  });

  test('what one person was writing is not shown to the next, though nobody signed out', async ({ page, context }) => {
    const name = page.getByLabel('Projektets navn');
    await page.goto('/projekter/nyt');
    for (const [person, found] of [
      [/^Mette Lindholm/, ''],
      [/^Mette Lindholm/, 'Skak på torvet'],
      [/^Birgitte Skov/, ''],
    ] as const) {
      await page.getByRole('button', { name: person }).click();
      await expect(name).toHaveValue(found);
      await name.fill('Skak på torvet');
      await context.clearCookies();
      await page.goto('/projekter/nyt');
    }
  });

  test('the footer leads to four pages, in Danish and English, on a phone', async ({ page, context }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    for (const path of ['/tilgaengelighed', '/privatliv', '/kontakt', '/om']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await expectNoSideScroll(page);
    }
    await speak(context, 'en');
    await page.goto('/om');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('link', { name: 'Privacy' })).toBeVisible();
  });
});
