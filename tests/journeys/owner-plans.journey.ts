import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

test.use({ viewport: { width: 1440, height: 900 } });

/** Waits until what was typed has reached the server. */
async function expectSaved(page: Page, pattern = /Gemt kl\. \d\d\.\d\d/) {
  await expect(page.locator('.fs-plan-saved').getByRole('status')).toHaveText(pattern);
}

test('an owner plans next year from another district’s recipe, in six words, saved while written', async ({
  page,
  context,
}) => {
  // Eight looks by axe at long pages take their time on a busy machine.
  test.setTimeout(300_000);
  await signInAs(context, 'mette');
  await page.goto('/projekter');
  await expect(page.getByText(/\d+ projekter i Valby/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);

  await test.step('starts a draft from a recipe of Vejen', async () => {
    await page.getByRole('link', { name: 'Nyt projekt' }).click();
    await page.getByRole('radio', { name: 'Markfræs og mekanik' }).check();
    await expect(page.getByText('Kerneelementer')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Projektets navn').fill('Værksted for kriminelle unge');
    await page.getByLabel(/^Distrikt/).selectOption('Valby');
    await expect(page.getByLabel(/^Udvalg, der beslutter/)).toHaveValue(/.+/);
    await page.getByRole('button', { name: 'Opret kladde' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Værksted for kriminelle unge');
    await expect(page.getByText('Kladde', { exact: true })).toBeVisible();
    await expect(page.getByText('Tovholder: Mette Lindholm')).toBeVisible();
  });

  await test.step('takes the advice about the name', async () => {
    await expect(page.getByText('Tænk over navnet')).toBeVisible();
    await page.getByLabel('Projektets navn').fill('Værkstedet ved Rubinen');
    await expect(page.getByText('Tænk over navnet')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Værkstedet ved Rubinen');
  });

  await test.step('writes the six words with the assumption behind each arrow', async () => {
    await expect(page.getByLabel('Udfordring', { exact: true })).not.toHaveValue('');
    await page.getByLabel('Kort beskrivelse').fill('Et værksted, hvor unge lærer at reparere sammen med voksne.');
    await page.getByLabel('Begrundelse for typen').fill('Vi inviterer grupper, der ellers hænger ud ved stationen.');
    await page.getByLabel('Antal unge i målgruppen').fill('60');
    const assumptions = page.getByLabel(/^Antagelse: /);
    await expect(assumptions).toHaveCount(5);
    for (let index = 0; index < 5; index += 1)
      await assumptions.nth(index).fill(`Det har vi set i andre værksteder (${index + 1}).`);
    await expectSaved(page);
  });

  await test.step('answers the harm check where the plan carries a risk', async () => {
    await page.getByRole('radio', { name: 'Delvist', exact: true }).check();
    await page.getByRole('radio', { name: 'Fast program' }).check();
    await page.getByRole('radio', { name: 'Blandet gruppe' }).check();
    await expect(page.getByText('Det er værd at tænke over')).toBeVisible();
    await expect(page.getByText(/Dishion/)).toBeVisible();
    await page.getByLabel('Sådan forebygger vi det').fill('En voksen kommer fast to gange om ugen.');
    await expectSaved(page);
  });

  await test.step('cannot make a project longer than a year, and loses nothing', async () => {
    await page.getByLabel('Slutdato').fill('31.12.2028');
    await expect(page.getByText(/Et projekt varer højst 12 måneder/)).toBeVisible();
    await page.getByLabel('Slutdato').fill('31.12.2027');
    await expectSaved(page);
  });

  await test.step('sees what others learnt, stopped projects included', async () => {
    await expect(page.getByRole('heading', { name: 'Det ved vi fra andre' })).toBeVisible();
    await expect(page.locator('.fs-similar article').first()).toBeVisible();
  });

  await test.step('finds everything as it was after a reload', async () => {
    await page.reload();
    await expect(page.getByLabel('Sådan forebygger vi det')).toHaveValue('En voksen kommer fast to gange om ugen.');
    await expect(page.getByLabel('Slutdato')).toHaveValue('31.12.2027');
    await expectAccessible(page);
    await expectNoSideScroll(page);
  });

  await test.step('is told what is missing and led to it', async () => {
    const gaps = page.locator('#send');
    await expect(gaps.getByText(/Der mangler \d+ ting, før planen kan sendes/)).toBeVisible();
    await expect(gaps.getByRole('link', { name: /Udfyld/ })).toHaveCount(0);
    await expect(gaps.getByRole('link', { name: 'Lav et budget' })).toHaveAttribute('href', /okonomi$/);
    await gaps.getByRole('link', { name: 'Tilføj mindst én partner' }).click();
    await expect(page).toHaveURL(/partnere$/);
  });

  await test.step('agrees with a partner and adds a new organisation', async () => {
    await page.getByRole('button', { name: 'Tilføj partner' }).click();
    await page.getByRole('button', { name: 'Organisationen er ikke på listen' }).click();
    await page.getByLabel('Organisationens navn').fill('Motorklubben Valby');
    await page.getByLabel('Slags').selectOption('Forening');
    await page.getByRole('button', { name: 'Tilføj organisationen' }).click();
    await page.getByLabel('Rolle').selectOption('Stiller personale');
    await page.getByLabel('Det har de lovet').fill('To voksne mekanikere hver torsdag.');
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('row', { name: /Motorklubben Valby/ })).toContainText('Stiller personale');
    await page.getByRole('button', { name: 'Tilføj løfte' }).click();
    const form = page.getByRole('dialog', { name: 'Løfte' });
    await form.getByLabel('Partner', { exact: true }).click();
    await page.getByRole('option', { name: 'Motorklubben Valby' }).click();
    await form.getByLabel('Hvad', { exact: true }).selectOption('Personale');
    await form.getByLabel('I alt for hele projektet').fill('120');
    await form.getByRole('button', { name: 'Fordel ligeligt' }).click();
    await form.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText(/0\stimer af 120\stimer/).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('reads the history: who, when, which fields, never the words', async () => {
    await page.getByRole('link', { name: 'Historik' }).click();
    await expect(page.getByText('Oprettede projektet')).toBeVisible();
    await expect(page.getByText('Skrev i planen').first()).toBeVisible();
    await expect(page.getByText('mekanikere')).toHaveCount(0);
    await expectAccessible(page);
  });
});

test('the plan reads in English too', async ({ page, context }) => {
  test.setTimeout(180_000);
  await speak(context, 'en');
  await signInAs(context, 'mette');
  await page.goto('/projekter?f=status:running');
  await expect(page.getByText(/\d+ projects in Valby/)).toBeVisible();
  await page.getByRole('link', { name: 'Fredagshallen', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The change, planned backwards' })).toBeVisible();
  await expect(page.getByText('Running', { exact: true })).toBeVisible();
  await expectAccessible(page);
  for (const tab of ['Partners', 'History']) {
    await page.getByRole('link', { name: tab }).click();
    await expect(page.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page');
    await expectAccessible(page);
  }
  await page.goto('/projekter/nyt');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New project');
  await expectAccessible(page);
});
