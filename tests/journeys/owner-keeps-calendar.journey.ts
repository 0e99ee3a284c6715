import { storyId } from '@forspring/samples/story-id';
import { readByIcalJs, readByNodeIcal } from '../two-parsers.ts';
import { expect, expectAccessible, expectNoSideScroll, signInAs, speak, test } from './stage.ts';

const fridays = `/projekter/${storyId('project/fredagshallen-2026')}/aktiviteter`;

test('an owner plans a programme, sees the month and a double booking, and takes the calendar along', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  await signInAs(context, 'mette');

  await test.step('plans five days of a holiday in one go, each with its own times', async () => {
    await page.goto(fridays);
    await page.getByRole('button', { name: 'Tilføj en række' }).click();
    const form = page.getByRole('form', { name: 'Ny række' });
    await form.getByRole('radio', { name: 'Program over flere dage' }).check();
    await form.getByLabel('Navn', { exact: true }).fill('Jul med indhold');
    await form.getByLabel('Første dag').fill('21.12.2026');
    await form.getByLabel('Sidste dag').fill('25.12.2026');
    await form.getByLabel('Plejer at begynde kl.').fill('10.00');
    await form.getByLabel('Plejer at slutte kl.').fill('15.00');
    await expect(form.getByText('5 gange')).toBeVisible();
    await form.getByRole('checkbox', { name: /Holdes: fre\. 25\. dec\./ }).uncheck();
    await form.getByLabel('Fra kl. ons. 23. dec.').fill('18.00');
    await form.getByLabel('Til kl. ons. 23. dec.').fill('01.00');
    await form.getByLabel('Dagens navn: ons. 23. dec.').fill('Lillejuleaften');
    await form.getByRole('button', { name: /Én gang mere: man\. 21\. dec\./ }).click();
    await form.getByLabel('Til kl. man. 21. dec.').last().fill('19.00');
    await expect(form.getByText('5 gange')).toBeVisible();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Gem rækken' }).click();
    await expect(page.getByRole('heading', { name: 'Jul med indhold' })).toBeVisible();
    await expect(page.getByText('Program med 5 gange')).toBeVisible();
  });

  await test.step('says the first Wednesday of the month, and is told that the hall is taken', async () => {
    await page.getByRole('button', { name: 'Tilføj en række' }).click();
    const form = page.getByRole('form', { name: 'Ny række' });
    await form.getByLabel('Hvilke dage?').selectOption({ label: 'En ugedag i måneden, fx første onsdag' });
    await form.getByRole('checkbox', { name: 'første', exact: true }).check();
    await form.getByLabel('Ugedag', { exact: true }).selectOption('onsdag');
    await form.getByLabel('Første dag').fill('1.1.2026');
    await form.getByLabel('Sidste dag').fill('31.12.2026');
    await form.getByLabel('Fra kl.').fill('18.00');
    await form.getByLabel('Til kl.').fill('21.00');
    await expect(form.getByText(/gange, første\sonsdag i måneden 18\.00–21\.00/)).toBeVisible();
    // On Fridays the hall is the project's own already.
    await form.getByLabel('Ugedag', { exact: true }).selectOption('fredag');
    await form.getByLabel('Sted', { exact: true }).selectOption('Hafnia-Hallen');
    await expect(form.getByText(/Stedet er allerede booket: \d+\saf dagene er optaget/)).toBeVisible();
    await expect(
      form.getByText(/Hafnia-Hallen er også booket kl\.\s18\.00–22\.30: Fredagshallen/).first(),
    ).toBeVisible();
    await form.getByRole('button', { name: 'Annullér' }).click();
  });

  await test.step('looks at the month, and finds the two bookings of one hall', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Kalender' }).first().click();
    await expect(page.getByRole('heading', { name: 'november 2026' })).toBeVisible();
    await expect(page.getByText(/\d+\sgange i november 2026 · 2 ligger på samme sted og tid/)).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'u48' })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await page.getByRole('rowheader', { name: 'u48' }).getByRole('link').click();
    await expect(page).toHaveURL(/visning=uge&dag=2026-11-23/);
    await expect(page.getByRole('heading', { name: 'uge 48, 2026' })).toBeVisible();
    await expect(page.getByText(/Hafnia-Hallen er også booket kl\.\s17\.00–20\.00: Åbent hus/)).toBeVisible();
    await expect(page.getByText('Flyttet fra søn. 29. nov.')).toBeVisible();
    await expect(page.getByText(/Åbent hus er flyttet til fre\. 27\. nov\./)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('goes on by keyboard to the programme in the last weeks of the year, week 53 included', async () => {
    await page.goto('/kalender?visning=liste&dag=2026-12-21');
    await expect(page.getByRole('heading', { name: /uge 52/ })).toBeVisible();
    await expect(page.getByText('Lillejuleaften')).toBeVisible();
    await expect(page.getByText('18.00–01.00')).toBeVisible();
    await expect(page.getByText('Juledag', { exact: true }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Uge', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'uge 52, 2026' })).toBeVisible();
    await page.getByRole('link', { name: 'Ugen efter' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'uge 53, 2026' })).toBeVisible();
    await page.getByLabel('Vis', { exact: true }).selectOption({ label: 'Sted: Hafnia-Hallen' });
    await expect(page).toHaveURL(/sted=/);
  });

  let address = '';
  await test.step('makes a link, and a calendar program reads it without a sign-in', async () => {
    await page.goto('/kalender');
    await page.getByRole('button', { name: 'Lav et link' }).click();
    await page.getByRole('button', { name: 'Lav linket' }).click();
    address = await page.getByLabel('Kalenderlink').inputValue();
    expect(address).toMatch(/\/kalender\/[\w-]{43}\.ics$/);
    await expectAccessible(page);
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const text = await answer.text();
    const calendar = readByIcalJs(text);
    expect(readByNodeIcal(text)).toEqual(calendar);
    const eve = calendar.events.find(({ summary }) => summary === 'Lillejuleaften');
    expect(eve).toMatchObject({ startsAt: '2026-12-23T17:00:00.000Z', endsAt: '2026-12-24T00:00:00.000Z' });
    const moved = calendar.events.find(({ description }) =>
      description.includes('Flyttet fra søndag den 29. november'),
    );
    expect(moved?.startsAt).toBe('2026-11-27T16:00:00.000Z');
    await page.getByRole('button', { name: 'Færdig' }).click();
    await page.reload();
    await expect(page.getByText(/sidst hentet/)).toBeVisible();
    await expect(page.getByText(address)).toBeHidden();
  });

  await test.step('closes the link, and nobody reads it any more', async () => {
    await page.getByRole('button', { name: 'Luk linket til Mine gange' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Luk linket' }).click();
    await expect(page.getByText('Du har ingen kalenderlinks.')).toBeVisible();
    expect((await fetch(address)).status).toBe(404);
  });

  await test.step('reads the same on a narrow phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const view of ['maaned', 'uge', 'liste']) {
      await page.goto(`/kalender?visning=${view}&dag=2026-11-27`);
      await expect(page.getByText('Kalenderen på telefonen')).toBeVisible();
      await expectNoSideScroll(page);
    }
    await page.goto('/kalender?visning=maaned&dag=2026-11-13');
    await page.getByRole('link', { name: /fredag den 27\. november 2026, 2\sgange/ }).click();
    await expect(page.getByText('Flyttet fra søn. 29. nov.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('is asked whose move counts where a colleague moved the same evening meanwhile', async () => {
    await page.goto('/gange?vis=kommende');
    await page
      .getByRole('link', { name: /^fre\. 11\. dec\./ })
      .first()
      .click();
    const colleague = await context.newPage();
    await colleague.goto(page.url());
    const move = async (one: typeof page, from: string) => {
      await one.getByLabel('Fra kl.').fill(from);
      await one.getByRole('button', { name: 'Flyt aftenen' }).click();
    };
    for (const one of [page, colleague]) await one.getByRole('button', { name: 'Flyt aftenen' }).click();
    await move(colleague, '19.30');
    await expect(colleague.getByText(/19\.30–22\.30/).first()).toBeVisible();
    await move(page, '20.00');
    const choice = page.getByRole('alertdialog');
    await expect(choice).toContainText('19.30–22.30');
    await expectAccessible(page);
    await choice.getByRole('radio', { name: 'Behold min udgave' }).check();
    await choice.getByRole('button', { name: 'Behold min udgave' }).click();
    await expect(choice).toHaveCount(0);
    await expect(page.getByText(/20\.00–22\.30/).first()).toBeVisible();
    await colleague.close();
  });
});

test('a workshop opens when it is needed, from the phone, and goes straight to counting', async ({ page, context }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.clock.setFixedTime(new Date('2026-11-13T18:30:00Z'));
  await signInAs(context, 'karsten');
  await page.goto('/gange');
  await page.getByRole('button', { name: 'Åbn Skoleforløb efter behov nu' }).click();
  await expect(page.getByLabel('Fra kl.')).toHaveValue('19.30');
  await expect(page.getByLabel('Til kl.')).toHaveValue('22.30');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Åbn nu' }).click();
  await expect(page).toHaveURL(/\/gange\/[\da-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skoleforløb efter behov');
  await expect(page.getByText('19.30–22.30').first()).toBeVisible();
  await page.getByRole('button', { name: 'Slet gangen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Slet gangen' }).click();
  await expect(page).toHaveURL(/\/gange$/);
  await expect(page.getByRole('button', { name: 'Åbn Skoleforløb efter behov nu' })).toBeVisible();
});

test('the calendar speaks English, and a coordinator adds school holidays from a file', async ({ page, context }) => {
  test.setTimeout(180_000);
  await speak(context, 'en');
  await signInAs(context, 'henrik');
  await page.goto('/kalender');
  await expect(page.getByRole('heading', { name: 'November 2026' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'The month after' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel('What should the link show?')).toBeVisible();

  await page.goto('/administration?fane=steder');
  await page.getByRole('button', { name: 'Add school holidays' }).click();
  const file = (text: string) => ({ name: 'holidays.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(
    file('name,first day,last day\nVinterferie,2029-02-12,2029-02-16\nPåskeferie,2029-04-31,2029-04-02'),
  );
  await expect(page.getByText('1 line cannot be read. Nothing is saved until all can:')).toBeVisible();
  await expect(page.getByText(/Line 3: The first day is not a date that exists/)).toBeVisible();
  await expectAccessible(page);
  await choose.setInputFiles(
    file('Navn;Første dag;Sidste dag\r\nVinterferie;12.02.2029;16.02.2029\r\nPåskeferie;24.03.2029;02.04.2029\r\n'),
  );
  await expect(page.getByText('2 holidays read')).toBeVisible();
  await page.getByRole('button', { name: /Add 2\sschool holidays/ }).click();
  await expect(page.getByText('2 school holidays added.')).toBeVisible();

  await page.goto('/kalender?visning=uge&dag=2029-02-14');
  await expect(page.getByText('Winter holiday').first()).toBeVisible();
});
