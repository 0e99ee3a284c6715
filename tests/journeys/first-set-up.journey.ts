import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSideScroll, speak, test } from './stage.ts';

const coordinator = { email: 'gitte.holm@nordkommune.example', password: 'fire rolige ord om fredagen' };
const invited = { email: 'soeren.lund@nordkommune.example', password: 'havnen ligger helt stille' };

test.use({ isStoryTold: false });

async function logIn(page: Page, { email, password }: typeof coordinator): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Adgangskode', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log ind', exact: true }).last().click();
}

test.describe.serial('the first set-up of an installation without the story', () => {
  test('whoever comes first makes the municipality and becomes its coordinator', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Sæt Forspring op' })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/opsaetning');
    await expectAccessible(page);

    // Nothing typed: the form says what is missing and leads there.
    await page.getByRole('button', { name: 'Sæt op' }).click();
    await expect(page.getByRole('alert').first()).toBeFocused();
    await page.getByLabel('Kommune', { exact: true }).fill('Nordkommune');
    await page.getByRole('radio', { name: 'Ja', exact: true }).check();
    await page.getByLabel('Dit navn').fill('Gitte Holm');
    await page.getByLabel('E-mail', { exact: true }).fill(coordinator.email);
    await page.getByLabel('Adgangskode', { exact: true }).fill('kort');
    await page.getByRole('button', { name: 'Sæt op' }).click();
    await expect(page.getByRole('alert').first()).toContainText('mindst 12 tegn');
    await expect(page.getByLabel('Dit navn')).toHaveValue('Gitte Holm');
    await page.getByLabel('Adgangskode', { exact: true }).fill(coordinator.password);
    await page.getByRole('button', { name: 'Sæt op' }).click();
    await expect(page.getByRole('button', { name: /Gitte Holm/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // The next step is one press away.
    await expect(page.getByRole('link', { name: 'Åbn administration' })).toHaveAttribute('href', '/administration');
    await expectAccessible(page);

    await page.goto('/opsaetning');
    await expect(page.getByText('Forspring er allerede sat op')).toBeVisible();
  });

  test('the coordinator writes the places and pastes the school holidays', async ({ page }) => {
    await page.goto('/administration?fane=steder');
    await logIn(page, coordinator);
    await expect(page.getByRole('heading', { name: 'Distrikter' })).toBeVisible();
    await expect(page.getByText('Der er ingen distrikter endnu')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Tilføj distrikt' }).click();
    await page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Navn: skriv mindst 2 tegn.');
    await page.getByLabel('Navn', { exact: true }).fill('Østbyen');
    await page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    await expect(page.getByText('Østbyen er tilføjet.')).toBeVisible();
    await expect(page.getByRole('row', { name: /Østbyen/ })).toContainText('Ikke skrevet endnu');

    await page.getByRole('button', { name: 'Skriv befolkningstal' }).click();
    await page.getByLabel('Antal unge på 10–17 år').fill('1.234');
    await page.getByLabel('Kilde', { exact: true }).fill('Danmarks Statistik, FOLK1A');
    await page.getByRole('button', { name: 'Gem', exact: true }).first().click();
    await expect(page.getByRole('row', { name: /Østbyen/ })).toContainText('1.234');
    await expect(page.getByText('eksempeldata')).toHaveCount(0);

    await page.getByRole('button', { name: 'Tilføj udvalg eller gruppe' }).click();
    await page.getByLabel('Navn', { exact: true }).fill('SSP-udvalg Østbyen');
    await page.getByLabel('Distrikt', { exact: true }).selectOption({ label: 'Østbyen' });
    await page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    await expect(page.getByRole('row', { name: /SSP-udvalg Østbyen/ })).toContainText('Koordinerende niveau');

    await page.getByRole('button', { name: 'Tilføj sted' }).click();
    await page.getByLabel('Navn', { exact: true }).fill('Havnehallen');
    await page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    await expect(page.getByRole('row', { name: /Havnehallen/ })).toContainText('Hele kommunen');

    await page.getByRole('button', { name: 'Tilføj skoleferier' }).click();
    const lines = page.getByLabel(/En ferie pr\. linje/);
    await lines.fill('Vinterferie;15.2.2027;19.2.2027\nPåskeferie;30.2.2027;2027-03-29');
    await page.getByRole('button', { name: 'Tilføj', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Linje 2: Første dag er ikke en dato, der findes.');
    await expectAccessible(page);
    await lines.fill('Vinterferie;15.2.2027;19.2.2027\nPåskeferie;20.3.2027;2027-03-29');
    await page.getByRole('button', { name: 'Tilføj 2 skoleferier' }).click();
    await expect(page.getByText(/^2\sskoleferier er tilføjet\.$/)).toBeVisible();
    await page.getByRole('button', { name: /^Fjern Påskeferie/ }).click();
    await expect(page.getByRole('row', { name: /Påskeferie/ })).toHaveCount(0);

    const concern = page.getByRole('form', { name: 'Underretning' });
    await concern.getByLabel(/Adresse på kommunens side/).fill('nordkommune.example');
    await concern.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(concern.getByRole('alert')).toBeVisible();
    await concern.getByLabel(/Adresse på kommunens side/).fill('https://nordkommune.example/underretning');
    await concern.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByRole('contentinfo').getByRole('link', { name: /underret/i })).toHaveAttribute(
      'href',
      'https://nordkommune.example/underretning',
    );

    // No number for colleagues may rest on fewer than three.
    const thresholds = page.getByRole('form', { name: 'Mindste antal, der vises' });
    await thresholds.getByLabel('For kolleger her og i andre kommuner').fill('2');
    await thresholds.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(thresholds.getByRole('alert')).toContainText('mindst 3');
    await thresholds.getByLabel('For kolleger her og i andre kommuner').fill('6');
    await thresholds.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(thresholds.getByText('Gemt.', { exact: true })).toBeVisible();
    for (const width of [360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSideScroll(page);
    }
    await expectAccessible(page);
  });

  test('the coordinator invites a person, who accepts by the letter and lands on the home page', async ({
    page,
    browser,
  }) => {
    await page.goto('/administration');
    await logIn(page, coordinator);
    await expect(page.getByRole('heading', { name: 'Personer og roller' })).toBeVisible();
    const form = page.getByRole('form', { name: 'Invitér en person' });
    const invite = async (email: string) => {
      await form.getByLabel('Navn', { exact: true }).fill('Søren Lund');
      await form.getByLabel('Arbejds-e-mail').fill(email);
      await form.getByLabel('Rolle', { exact: true }).selectOption({ label: 'Udvalgsmedlem' });
      await form.getByLabel('Hvor gælder rollen?').selectOption({ label: 'SSP-udvalg Østbyen' });
      await form.getByRole('button', { name: 'Send invitation' }).click();
      await expect(page.getByText(`Invitationen er sendt til ${email}.`)).toBeVisible();
    };
    // One to a mistyped address is taken back.
    await invite('soren.lund@nordkomune.example');
    await page.getByRole('button', { name: /^Træk tilbage: invitationen til Søren Lund, soren\.lund@/ }).click();
    await expect(page.getByText('Ubesvarede invitationer')).toHaveCount(0);
    await invite(invited.email);
    await expect(page.getByText('Søren Lund – Udvalgsmedlem, SSP-udvalg Østbyen.')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Lokal post' }).click();
    await expect(
      page.getByRole('heading', { name: /Invitation til Forspring – SSP-udvalg Østbyen/ }).first(),
    ).toBeVisible();
    await expectAccessible(page);
    const letter = await page.locator('.fs-letter').first().innerText();
    const link = /http:\/\/\S+\/invitation\/\S+/.exec(letter)?.[0] ?? '';

    const other = await browser.newContext({
      locale: 'da-DK',
      viewport: { width: 390, height: 844 },
    });
    const theirs = await other.newPage();
    await theirs.goto(link);
    await expect(theirs.getByRole('heading', { name: 'Du er inviteret' })).toBeVisible();
    await expect(theirs.getByText('Udvalgsmedlem, SSP-udvalg Østbyen')).toBeVisible();
    await expectNoSideScroll(theirs);
    await expectAccessible(theirs);
    await theirs.getByLabel('Adgangskode', { exact: true }).fill(invited.password);
    await theirs.getByRole('button', { name: 'Opret min adgang' }).click();
    await expect.poll(() => new URL(theirs.url()).pathname).toBe('/');
    await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(theirs);

    // A body that never had a plan begins one, and writes what there is to use.
    await theirs.goto('/udvalg');
    await expect(theirs.getByRole('heading', { level: 1, name: /^SSP-udvalg Østbyen, 20\d\d$/ })).toBeVisible();
    await theirs.getByRole('button', { name: /^Begynd årsplanen for 20\d\d$/ }).click();
    await theirs.getByRole('button', { name: 'Redigér rammen' }).click();
    await theirs.getByLabel('Ramme', { exact: true }).fill('450.000');
    await theirs.getByLabel('Andre udgifter i året').fill('25.000');
    await theirs.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(theirs.getByText(/^25\.000\skr\. af 450\.000\skr\.$/)).toBeVisible();
    await expectNoSideScroll(theirs);
    await expectAccessible(theirs);

    // The link is used: whoever finds it finds nothing.
    await theirs.goto(link);
    await expect(theirs.getByText('Invitationen gælder ikke længere')).toBeVisible();
    await other.close();

    await page.goto('/administration');
    await expect(page.getByRole('row', { name: /Søren Lund/ })).toContainText('SSP-udvalg Østbyen');
    await page.getByRole('link', { name: 'Adgangslog' }).click();
    await expect(page.getByRole('row', { name: /Søren Lund Tog imod en invitation/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Søren Lund Begyndte en årsplan/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Inviterede en person/ })).toHaveCount(2);
    await expect(page.getByRole('row', { name: /Trak en invitation tilbage/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Fortegnelse' }).click();
    await expect(page.getByRole('heading', { name: 'Fortegnelse over behandlinger' })).toBeVisible();
    await expectAccessible(page);
  });

  test('the sign-in page in English has no persons to choose from and says nothing about who has an account', async ({
    page,
    context,
  }) => {
    await speak(context, 'en');
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible();
    await expect(page.getByText('Choose a person of the example')).toHaveCount(0);
    await page.getByLabel('E-mail', { exact: true }).fill('nobody@nordkommune.example');
    await page.getByLabel('Password', { exact: true }).fill('whatever it may be');
    await page.getByRole('button', { name: 'Log in', exact: true }).last().click();
    await expect(page.getByRole('alert')).toContainText('The e-mail or the password is wrong.');
    await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('nobody@nordkommune.example');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideScroll(page);
  });
});
