import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { storyId } from '@forspring/samples/story-id';
import { textOfPdf } from '../pdf-text.ts';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const projectId = storyId('project/lommepengejob-2025');
const address = `/projekter/${projectId}/evaluering`;
const running = `/projekter/${storyId('project/lommepengejob-2026')}/maal`;

/** Types into a field and waits until it lies on the server. */
async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: false }).first().fill(text);
  await expect(page.getByText(/Gemt kl\. \d\d\.\d\d/)).toBeVisible();
}

test.describe('the owner evaluates, the committee approves', () => {
  test.describe.configure({ mode: 'serial' });

  test('the owner writes what was learnt beside what the system knows, and submits', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: 'Lommepengejob i Folehaven' })).toBeVisible();
    await expect(page.getByText('74 af 77 holdt')).toBeVisible();
    await expect(page.getByText('22 forskellige unge')).toBeVisible();
    // What is missing is said, with a way to it.
    await expect(page.getByRole('button', { name: 'Send til udvalget' })).toBeDisabled();
    await page.getByRole('link', { name: 'Skriv, hvad der virkede.' }).click();
    await expect(page.getByLabel('Hvad virkede?')).toBeFocused();
    await expectAccessible(page);

    await write(page, 'Hvad virkede?', 'Rigtig løn og den samme arbejdsleder hele året. Det virker.');
    await expect(page.getByText('de kan ikke vise, at projektet er årsagen')).toBeVisible();
    await write(page, 'Hvad virkede?', 'Rigtig løn og den samme arbejdsleder hele året.');
    await expect(page.getByText('de kan ikke vise, at projektet er årsagen')).toHaveCount(0);
    await write(page, 'Hvad virkede ikke?', 'Jobkonsulenten kom for sent ind.');
    await write(page, 'For hvem?', 'For 14–16-årige uden netværk i butikkerne.');
    await page.getByRole('radio', { name: 'Fortsæt' }).check();
    await write(page, 'Begrundelse for anbefalingen', 'Fortsæt, og lad jobkonsulenten begynde fra første uge.');

    // A core element's mark stands beside what was registered; what is not marked is pointed at and stops nobody.
    await expect(page.getByText(/^Registreret på \d+\s%\saf\s55\saftener\.$/)).toHaveCount(4);
    await page.getByLabel('Samme arbejdsleder').selectOption('adapted');
    await expect(page.getByRole('link', { name: /^3 kerneelementer er ikke vurderet/ })).toBeVisible();
    await expect(page.getByRole('link', { name: /^Et kerneelement er tilpasset/ })).toBeVisible();
    await write(page, 'Justeringer undervejs', 'En vikar i maj.');
    await expect(page.getByRole('link', { name: /^Et kerneelement er tilpasset/ })).toHaveCount(0);

    // A judgement against the numbers asks for its reason.
    await page
      .locator('li', { hasText: '12 i ordinært fritidsjob' })
      .getByLabel('Målopfyldelse')
      .selectOption('notAchieved');
    await expect(page.getByRole('button', { name: 'Send til udvalget' })).toBeDisabled();
    await write(page, 'Begrundelse for din vurdering', 'Vi ville nå tolv og endte på syv.');

    // Leaving in the middle of a sentence loses nothing.
    await page.getByLabel('Forudsætninger').fill('Butikker inden for gåafstand.');
    await page.getByRole('link', { name: 'Mål', exact: true }).click();
    await expect(page.getByRole('heading', { name: '90 % af aftalte vagter mødt' })).toBeVisible();
    await page.getByRole('link', { name: 'Evaluering', exact: true }).click();
    await expect(page.getByLabel('Forudsætninger')).toHaveValue('Butikker inden for gåafstand.');

    await page.reload();
    await expect(page.getByLabel('Forudsætninger')).toHaveValue('Butikker inden for gåafstand.');
    await expect(page.getByLabel('Hvad virkede ikke?')).toHaveValue('Jobkonsulenten kom for sent ind.');
    await page.getByRole('button', { name: 'Send til udvalget' }).click();
    await expect(page.getByText('Evalueringen ligger hos udvalget')).toBeVisible();
    await expectAccessible(page);
  });

  test('the committee reads it and returns it with a comment', async ({ page, context }) => {
    await signInAs(context, 'birgitte');
    await page.goto(address);
    await expect(page.getByText('Sendt af Mette Lindholm', { exact: false })).toBeVisible();
    await expect(page.getByText('Jobkonsulenten kom for sent ind.')).toBeVisible();
    await expect(page.locator('.evaluation-elements li', { hasText: 'Samme arbejdsleder' })).toContainText('Tilpasset');
    await page.getByRole('button', { name: 'Send tilbage' }).click();
    await expect(page.getByRole('alert')).toContainText('Skal udfyldes');
    await page.getByLabel('Kommentar til tovholderen').fill('Skriv, hvad de 13-årige fik ud af det.');
    // What is meant for one paragraph stands beside it.
    const paragraph = page.locator('.evaluation-part', { hasText: 'Hvad virkede ikke?' });
    await paragraph.getByRole('button', { name: 'Kommentér afsnittet' }).click();
    await paragraph.getByLabel('Din kommentar').fill('Hvor sent, og hvorfor?');
    await paragraph.getByRole('button', { name: 'Gem kommentaren' }).click();
    await expect(paragraph.getByText('Hvor sent, og hvorfor?')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send tilbage' }).click();
    await expect(page.getByText('Udvalget har sendt evalueringen tilbage')).toBeVisible();
  });

  test('the owner mends it and submits again', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(address);
    await expect(page.getByText('Skriv, hvad de 13-årige fik ud af det.')).toBeVisible();
    await expect(page.getByText('1 kommentar mangler at blive løst.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send til udvalget' })).toBeDisabled();
    await page.getByLabel('Svar til udvalget').fill('Fra uge 12; stillingen stod tom.');
    await page.getByRole('button', { name: 'Markér som løst' }).click();
    await expect(page.getByText(/^Birgitte Skov, .*Løst af Mette Lindholm/)).toBeVisible();
    // No goal was compared with anybody, so a cause cannot be sent, and no report can be made of one.
    await write(page, 'For hvem?', 'Indsatsen havde en klar effekt for 14–16-årige.');
    await expect(page.getByRole('link', { name: /^“effekt” lover en årsag/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send til udvalget' })).toBeDisabled();
    await write(page, 'For hvem?', 'For 14–16-årige. De 13-årige måtte for lidt til, at opgaverne gav mening.');
    await page.getByRole('button', { name: 'Send til udvalget' }).click();
    await expect(page.getByText('Evalueringen ligger hos udvalget')).toBeVisible();
  });

  test('the committee approves it, and it is frozen', async ({ page, context }) => {
    await signInAs(context, 'birgitte');
    await page.goto(address);
    await page.getByRole('button', { name: 'Godkend og frys' }).click();
    await expect(page.getByText('Godkendt og frosset')).toBeVisible();
    await expect(page.getByText(/^Indholdet er uændret siden 13\. nov\. 2026/)).toBeVisible();
    await expect(page.getByText('De 13-årige måtte for lidt', { exact: false })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Hvad virkede?' })).toHaveCount(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hent PDF' }).click(),
    ]);
    const text = (await textOfPdf(readFileSync(await file.path()))).pages.join(' ');
    for (const part of ['Samme arbejdsleder Tilpasset', 'En vikar i maj.', 'Ung, der blev nået', 'Kvalitetstjek'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/effekt/iu);
    await expectAccessible(page);
  });

  test('a correction is a note, in English too', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await speak(context, 'en');
    await page.goto(address);
    await expect(page.getByText('Approved and frozen')).toBeVisible();
    await page.getByRole('textbox', { name: 'New note' }).fill('Syv var talt i marts; i maj var det otte.');
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByRole('paragraph').filter({ hasText: 'Syv var talt i marts' })).toBeVisible();
    await expect(page.getByText(/^The content is unchanged since/)).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 780 });
    await expectNoSideScroll(page);
  });

  test('a locked goal is measured, and changed only with a reason that stays', async ({ page, context }) => {
    await signInAs(context, 'mette');
    await page.goto(running);
    const goal = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: '90 % af aftalte vagter mødt' }) });
    await goal.getByRole('button', { name: 'Tilføj måling' }).click();
    await goal.getByRole('textbox', { name: 'Vagter mødt' }).fill('500');
    await goal.getByRole('textbox', { name: 'Aftalte vagter' }).fill('540');
    await expect(goal.getByText('Det giver 92,6 % (95 %-interval 90,1–94,5 %).')).toBeVisible();
    await expectAccessible(page);
    await goal.getByRole('button', { name: 'Gem målingen' }).click();
    await expect(goal.getByText('Nået', { exact: true })).toBeVisible();
    await goal.getByRole('button', { name: 'Vis udviklingen' }).click();
    const sentence = (await goal.locator('figcaption').textContent()) ?? '';
    expect(sentence).toMatch(/^Andel af aftalte vagter mødt: 92,6/);
    await expect(goal.getByRole('img', { name: sentence, exact: true })).toBeVisible();
    await expect(goal.locator('.goal-sentence')).toContainText(sentence);
    await expect(goal.locator('table.fs-table caption').first()).toHaveText(sentence);
    await expectAccessible(page);

    await goal.getByRole('button', { name: 'Redigér målet' }).click();
    await page.getByRole('textbox', { name: 'Målværdi' }).fill('95');
    await page.getByRole('button', { name: 'Gem målet' }).click();
    await expect(page.getByRole('alert')).toContainText('Skriv, hvorfor det ændres.');
    await page
      .getByRole('textbox', { name: 'Begrundelse for ændringen' })
      .fill('Sidste års hold nåede 91 %, så vi tør sigte højere.');
    await page.getByRole('button', { name: 'Gem målet' }).click();
    await expect(goal.getByText('Målværdi: fra 90 % til 95 %')).toBeVisible();
    await expect(goal.getByText('Sidste års hold nåede 91 %, så vi tør sigte højere.', { exact: false })).toBeVisible();
    await expect(goal.getByText('Ikke nået', { exact: true })).toBeVisible();
  });
});

test('a reading is divided into groups, which the project sees and the committee sees past the gate', async ({
  page,
  context,
}) => {
  const hall = `/projekter/${storyId('project/fredagshallen-2026')}/maal`;
  const goal = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Andel trygge fredag aften fra 61 % til 75 %' }) });
  await signInAs(context, 'mette');
  await page.goto(hall);
  await goal.getByRole('button', { name: 'Tilføj måling' }).click();
  await goal.getByRole('textbox', { name: 'Svar 7–10 på en skala fra 0 til 10' }).fill('30');
  await goal.getByRole('textbox', { name: 'Besvarelser' }).fill('38');
  await goal.getByText('Opdel efter køn').click();
  const field = (group: string, what: string) => goal.getByRole('textbox', { name: `${group}: ${what}` });
  await field('Drenge', 'Antal, der tæller med').fill('20');
  await field('Drenge', 'Ud af').fill('24');
  await field('Piger', 'Antal, der tæller med').fill('12');
  await field('Piger', 'Ud af').fill('14');
  await goal.getByRole('button', { name: 'Gem målingen' }).click();
  await expect(goal.getByRole('alert')).toContainText('grupperne giver 32 tilsammen, men hele målingen er 30');
  await expect(field('Drenge', 'Ud af')).toHaveValue('24');
  await expectAccessible(page);
  await field('Piger', 'Antal, der tæller med').fill('10');
  await goal.getByRole('button', { name: 'Gem målingen' }).click();
  await expect(goal.getByText('78,9 %').first()).toBeVisible();
  await goal.getByRole('button', { name: 'Vis udviklingen' }).click();
  await goal.getByText('Opdelt efter køn', { exact: true }).click();
  await expect(goal.getByRole('row', { name: /Piger 71,4 % .*10 ud af 14/ })).toBeVisible();
  await expect(goal.getByRole('row', { name: /Hele målingen 78,9 % .*30 ud af 38/ }).first()).toBeVisible();

  // Four of the boys and four of the girls did not answer so: neither group can be told without the other.
  await signInAs(context, 'birgitte');
  await page.goto(hall);
  await goal.getByRole('button', { name: 'Vis udviklingen' }).click();
  await goal.getByText('Opdelt efter køn', { exact: true }).click();
  await expect(goal.getByText(/^Opdelt efter køn, målt 13\.11\.2026: vises ikke/)).toBeVisible();
  await expect(goal.getByText('10 ud af 14')).toHaveCount(0);
});

test('the library of indicators keeps every version and says why', async ({ page, context }) => {
  await signInAs(context, 'henrik');
  await page.goto('/indikatorer?q=trygge');
  await page.getByRole('link', { name: 'Andel, der er trygge fredag aften' }).first().click();
  await expect(page.getByRole('heading', { name: /^Version 2: Andel, der er trygge/ })).toBeVisible();
  await expect(page.getByText('En skala fra 0 til 10 i stedet for ja og nej', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Skriv ny version' }).click();
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Hvorfor en ny version?');
  await page.getByLabel('Hvorfor en ny version?').fill('Grænsen er flyttet til 8, som i kommunens egen måling.');
  await page
    .getByRole('textbox', { name: 'Hvad tælles (tæller)', exact: true })
    .fill('Svar 8–10 på en skala fra 0 til 10');
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Version 3: Andel, der er trygge/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Version 2: Andel, der er trygge/ })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSideScroll(page);
});
