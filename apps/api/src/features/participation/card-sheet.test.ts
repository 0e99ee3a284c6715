import { expect, it } from 'vitest';
import { cardText, codeAlphabet, codeFrom } from '@forspring/domain/participation/card-code';
import { readSheet } from '@forspring/tests/card-pictures';
import { drawCardSheet } from './card-sheet.ts';

const madeAt = new Date('2026-11-13T18:30:00Z');
const codes = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const last = Math.floor(index / codeAlphabet.length) % codeAlphabet.length;
    return codeFrom([5, 14, 10, index % codeAlphabet.length, last]);
  });
const draw = (count: number, title = 'Fredagshallen', language: 'da' | 'en' = 'da') =>
  drawCardSheet({ codes: codes(count), title, language, madeAt });

it('is a tagged PDF with title, language, embedded fonts and a description of every picture', async () => {
  const sheet = await readSheet(await draw(10));
  expect(sheet).toMatchObject({
    title: 'Deltagerkort til Fredagshallen',
    language: 'da-DK',
    isTagged: true,
    pageCount: 1,
    hasOwnFonts: true,
  });
  expect(sheet.roles.filter((role) => role === 'Sect')).toHaveLength(10);
  expect(sheet.roles.filter((role) => role === 'H2')).toHaveLength(10);
  expect(sheet.roles.filter((role) => role === 'Figure')).toHaveLength(10);
  expect(sheet.roles.filter((role) => role === 'H1')).toHaveLength(1);
  expect(sheet.figures).toContain(`QR-kode med kortets nummer ${codes(1)[0]}`);
  expect((await draw(1)).toString('latin1')).toContain('pdfuaid');
});

it('every QR of the printed page holds the code beside it with its short prefix, and no address', async () => {
  const sheet = await readSheet(await draw(10));
  expect(sheet.written).toEqual(codes(10));
  expect(sheet.scanned).toEqual(codes(10).map(cardText));
  expect(sheet.text).not.toMatch(/https?:|www\./);
});

it('says on every card, in its language, that it is only a number', async () => {
  const danish = await readSheet(await draw(3));
  expect(danish.text.match(/Kortet er kun et nummer\. +Ingen ved, hvem det tilhører\./g)).toHaveLength(3);
  const english = await readSheet(await draw(3, 'Fredagshallen', 'en'));
  expect(english.language).toBe('en-GB');
  expect(english.text.match(/The card is only a number\. +Nobody knows whose it is\./g)).toHaveLength(3);
});

it('takes as many pages as needed, a long title and letters the font lacks', async () => {
  expect((await readSheet(await draw(21))).pageCount).toBe(3);
  const title =
    'Ferie med indhold og meget andet for børn og unge i Ćelik, 東京 og hele det ydre Østerbro på en fredag';
  const sheet = await readSheet(await draw(1, title));
  expect(sheet.text).toContain('Ferie med indhold');
  expect(sheet.scanned).toHaveLength(1);
});
