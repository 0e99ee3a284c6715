import { storyId } from '@forspring/samples/story-id';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const activities = (name: string) => `/projekter/${storyId(`project/${name}`)}/aktiviteter`;

test.describe.serial('figures that mean something', () => {
  test('a steady hall is normal variation; dose delivered says what is missing and why', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(activities('fredagshallen-2026'));
    const sentence = /^Fredagshallen: almindelig variation\. Der kommer, som der plejer, omkring \d+/;
    await expect(page.getByRole('img', { name: sentence })).toBeVisible();
    await expect(page.getByText(sentence).first()).toBeVisible();
    const delivered = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Leveret dosis' }) });
    await expect(delivered.getByText(/\d+ af \d+\sgange, der skulle have været, er holdt/)).toBeVisible();
    await expect(
      delivered.getByRole('row', { name: /^fre\. \d+\. .*(Ikke registreret|Aflyst)/ }).first(),
    ).toBeVisible();
    await expect(page.getByText(/Tidligere aftener beholder det gamle tal/)).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
  });

  test('a real shift says: look at this, with its numbers as a table', async ({ page, context }) => {
    await signInAs(context, 'henrik');
    await page.goto(activities('fredagshallen-ydre-noerrebro-2026'));
    const charts = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Er det almindelig variation?' }) });
    await expect(
      charts.getByRole('img', { name: /se på det her\. Siden .* er der kommet færre end ventet/ }),
    ).toBeVisible();
    await charts.getByRole('button', { name: 'Vis som tabel' }).click();
    await expect(charts.getByRole('region', { name: /Tal bag figuren/ })).toContainText('Del af et skift');
  });

  test('the same in English', async ({ page, context }) => {
    await speak(context, 'en');
    await signInAs(context, 'henrik');
    await page.goto(activities('fredagshallen-ydre-noerrebro-2026'));
    await expect(
      page.getByRole('img', { name: /look at this\. Since .* fewer have come than expected/ }),
    ).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Dose delivered' })).toBeVisible();
    await page.goto('/mangler');
    await expect(page.getByRole('heading', { level: 1, name: 'Who owes what' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Send a reminder to/ }).first()).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe.serial('activities without a register', () => {
  test.use({ viewport: { width: 360, height: 780 } });

  test('an afternoon in the street is written on a phone, and corrected', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(`/aktiviteter?projekt=${storyId('project/de-unges-hus-2026')}`);
    await page.getByRole('button', { name: 'Skriv en aktivitet' }).click();
    await expectNoSideScroll(page);
    await page.getByRole('spinbutton', { name: 'Kontakter' }).fill('9');
    await page.getByLabel('Tema').selectOption('Fritid');
    await page.getByRole('button', { name: 'Gem aktiviteten' }).click();
    // Without a place it says what to do, and loses nothing.
    await expect(page.getByText('Vælg et sted, eller skriv, hvor det var').first()).toBeVisible();
    await page.getByLabel('Hvor?').fill('Torvet i Folehaven');
    await page.getByRole('button', { name: 'Gem aktiviteten' }).click();
    await expect(page.getByText('Aktiviteten er gemt.')).toBeVisible();
    await page.getByRole('button', { name: 'Ret Opsøgende, fre. 13. nov.' }).click();
    await page.getByRole('spinbutton', { name: 'Kontakter' }).fill('11');
    await page.getByRole('button', { name: 'Gem aktiviteten' }).click();
    await expect(page.getByText('Aktiviteten er gemt.')).toBeVisible();
    await expect(page.getByText('11 kontakter').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('concern talks have a month, a theme and a number, and no place to write anything', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'mette');
    await page.goto(`/aktiviteter?projekt=${storyId('project/de-unges-hus-2026')}`);
    await page.getByRole('button', { name: 'Skriv en aktivitet' }).click();
    await page.getByLabel('Hvad var det?').selectOption('Bekymringssamtaler');
    await expect(page.getByText(/Kun antal, måned og tema gemmes/)).toBeVisible();
    await expect(page.getByLabel('Måned', { exact: true })).toBeVisible();
    await expect(page.getByLabel('Bemærkning om stedet eller stemningen')).toHaveCount(0);
    await expect(page.getByLabel('Hvor?')).toHaveCount(0);
    await page.getByRole('spinbutton', { name: 'Samtaler' }).fill('2');
    await page.getByLabel('Tema').selectOption('Trivsel');
    await page.getByRole('button', { name: 'Gem aktiviteten' }).click();
    await expect(page.getByText('Aktiviteten er gemt.')).toBeVisible();
  });
});

test.describe.serial('who owes what', () => {
  test('a coordinator finds it from the home page, filters it, and the address keeps the filter', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'henrik');
    await page.goto('/');
    await page.getByRole('link', { name: /Se, hvem der mangler hvad/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hvem mangler hvad' })).toBeVisible();
    await page.getByRole('button', { name: 'Vis kun Gadeplansteamet' }).click();
    await expect(page).toHaveURL(/f=ower/);
    await page.reload();
    await expect(page.getByText('2 ting mangler')).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
  });

  test('a reminder goes once a day, and the letter has links and no numbers of young people', async ({
    page,
    context,
  }) => {
    await signInAs(context, 'henrik');
    await page.goto('/mangler');
    await page.getByRole('button', { name: 'Send en påmindelse til Gadeplansteamet' }).click();
    await expect(page.getByText('1 brev er sendt til Gadeplansteamet.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send en påmindelse til Gadeplansteamet' })).toHaveCount(0);
    await page.goto('/post');
    const letter = page.getByText(/Henrik Toft minder om, at dette mangler/);
    await expect(letter.first()).toBeVisible();
    await expect(letter.first()).toContainText('Registrér: Aftenrunde');
  });
});
