import { expect, it } from 'vitest';
import { starterItems } from '@forspring/domain/surveys/starter-items';
import { textOfPdf } from '@forspring/tests/pdf-text';
import { readPdf } from '@forspring/tests/pdf-ua';
import { drawLinkSheet } from './link-sheet.ts';

const sheet = {
  projectTitle: 'Fredagshallen',
  title: { da: 'Hvordan går det?', en: 'How are you?' },
  items: [{ id: 'safe', ...starterItems.safe }],
  opensOn: '2026-11-13',
  closesOn: '2026-11-26',
  salt: 'abc',
  unlinkOn: '2027-02-01',
  address: 'https://forspring.example/svar/abcdefghijklmnopqrstuvwxyzab',
  madeAt: new Date('2026-11-13T18:30:00Z'),
};

it('is one tagged page that passes PDF/UA, with the address as a QR and in letters', async () => {
  const pdf = await drawLinkSheet({ ...sheet, language: 'da' });
  const { problems, pageCount, alts } = readPdf(pdf);
  expect(problems).toEqual([]);
  expect(pageCount).toBe(1);
  expect(alts).toEqual([`QR-kode, der åbner ${sheet.address}`]);
  const { pages, language } = await textOfPdf(pdf);
  const text = pages.join(' ');
  expect(language).toBe('da-DK');
  expect(text.replaceAll(/\s/g, '')).toContain(sheet.address);
  expect(text).toContain('pseudonyme indtil 1. februar 2027');
  expect(text).not.toMatch(/anonym/);
});

it('promises more where nothing is linked, in English too', async () => {
  const pdf = await drawLinkSheet({ ...sheet, salt: null, unlinkOn: null, language: 'en' });
  const text = (await textOfPdf(pdf)).pages.join(' ');
  expect(text).toContain('Your answers are anonymous');
  expect(text).toContain('How are you?');
});
