import { describe, expect, it } from 'vitest';

import { checkName } from './name-check.ts';

describe('the check of a project name', () => {
  it.each([
    ['Klientcaféen', ['Klientcaféen']],
    ['Fritid for kriminelle unge', ['kriminelle']],
    ['Ballademagerne', ['Ballademagerne']],
    ['Ghettopiloterne', ['Ghettopiloterne']],
    ['Uro-unge i Valby', ['Uro-unge']],
    ['Ud af banden', ['banden']],
    ['Banden', ['Banden']],
    ['Risikounge og RISIKO-BØRN', ['Risikounge', 'RISIKO-BØRN']],
    ['Unge brugere', ['brugere']],
    ['Problembørn', ['Problembørn']],
    ['Criminals at work', ['Criminals']],
  ])('%s: %j', (name, words) => {
    expect(checkName(name).map((finding) => finding.word)).toEqual(words);
  });

  it.each([
    'Fredagshallen',
    'De unges hus – år 2',
    'Markfræs og mekanik',
    'Lommepengejob i Folehaven',
    'Aftenrunden',
    'God løsladelse – brobygger',
    'Bandet øver',
    'Bandeord på pause',
    'Brugerdreven hal',
    'Fodboldbanden i Valby'.replace('banden', 'banen'),
    '',
  ])('finds nothing in %j', (name) => {
    expect(checkName(name)).toEqual([]);
  });

  it('suggests another word in both languages', () => {
    expect(checkName('Ghettofestival')[0]).toEqual({
      word: 'Ghettofestival',
      suggestionDa: 'området, eller områdets eget navn',
      suggestionEn: 'the area, or the area’s own name',
    });
  });
});
