import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorUnits, missingKinds } from '../goals/goal.ts';
import {
  type ClaimFacts,
  claimLevel,
  type ClaimReading,
  claimSentence,
  claimsEffect,
  evidenceLabel,
  evidenceLevels,
  targetSentence,
} from './claim.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = (
  value: number | null,
  on: string | null = '2026-09-25',
  more: Partial<ClaimReading> = {},
): ClaimReading => ({ on, value, missing: value === null ? 'notMeasured' : null, ...more });
const facts = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  titleDa: 'Andel, der er trygge fredag aften',
  titleEn: 'Share who feel safe on Friday evening',
  unit: 'share',
  baseline: at(0.61, '2026-01-16'),
  latest: at(24 / 34, '2026-09-25', { lower: 0.538, upper: 0.832, n: 34 }),
  ...more,
});

describe('the level of evidence', () => {
  it.each([
    ['nothing at all', null, null, null],
    ['a baseline alone', at(0.61, '2026-01-16'), null, null],
    ['a reading that says not measured', null, at(null), null],
    ['one reading', null, at(38), 1],
    ['one reading of zero', null, at(0), 1],
    ['a reading with a baseline that does not apply', { ...at(null), missing: 'notApplicable' as const }, at(38), 1],
    ['a baseline and a later reading', at(0.61, '2026-01-16'), at(0.7), 2],
    ['a baseline of zero and a later reading', at(0, '2026-01-16'), at(3), 2],
    ['a reading on the day of the baseline', at(0.61, '2026-09-25'), at(0.7), 1],
    [
      'a later reading the reader may not see',
      at(0.61, '2026-01-16'),
      { ...at(null), missing: 'withheld' as const },
      2,
    ],
  ])('of %s', (_, baseline, latest, level) => {
    expect(claimLevel({ baseline, latest })).toBe(level);
  });

  it('rises above 2 with a comparison only, and never without a before and an after', () => {
    expect(claimLevel(facts({ design: 'comparisonGroup' }))).toBe(3);
    expect(claimLevel(facts({ design: 'controlled' }))).toBe(4);
    expect(claimLevel(facts({ design: 'randomised' }))).toBe(5);
    expect(claimLevel(facts({ design: 'randomised', baseline: null }))).toBe(1);
  });

  it('has a word in both languages', () => {
    expect(evidenceLevels.map((level) => evidenceLabel(level, 'da'))).toEqual([
      'Øjebliksbillede',
      'Før og efter',
      'Med sammenligning',
      'Kontrolleret sammenligning',
      'Lodtrækning',
    ]);
    expect(evidenceLabel(null, 'en')).toBe('Not measured yet');
  });
});

describe('the sentence', () => {
  it.each([
    [
      'within the uncertainty',
      facts(),
      'Andel, der er trygge fredag aften: fra 61 % til 70,6 % (95 %-interval 53,8–83,2 %, n = 34). Forskellen er inden for usikkerheden.',
    ],
    [
      'risen',
      facts({ latest: at(0.8, '2026-09-25', { lower: 0.7, upper: 0.88, n: 90 }) }),
      'Andel, der er trygge fredag aften: steget fra 61 % til 80 % (95 %-interval 70–88 %, n = 90). Vi kan ikke sige hvorfor.',
    ],
    [
      'fallen',
      facts({ titleDa: 'Klager', unit: 'count', baseline: at(9, '2026-01-01'), latest: at(3) }),
      'Klager: faldet fra 9 til 3. Vi kan ikke sige hvorfor.',
    ],
    [
      'unchanged',
      facts({ titleDa: 'Klager', unit: 'count', baseline: at(3, '2026-01-01'), latest: at(3) }),
      'Klager: uændret, 3. Vi kan ikke sige hvorfor.',
    ],
    [
      'one reading',
      facts({ titleDa: 'Gange holdt', unit: 'count', baseline: null, latest: at(38) }),
      'Gange holdt: 38. Sådan så det ud.',
    ],
    [
      'zero is a value',
      facts({ titleDa: 'Alvorlige uheld', unit: 'count', baseline: null, latest: at(0) }),
      'Alvorlige uheld: 0. Sådan så det ud.',
    ],
    [
      'not measured yet',
      facts({ latest: null }),
      'Andel, der er trygge fredag aften: endnu ikke målt. Udgangspunktet var 61 %.',
    ],
    ['not measured', facts({ latest: at(null), baseline: null }), 'Andel, der er trygge fredag aften: ikke målt.'],
    [
      'not applicable',
      facts({ latest: { ...at(null), missing: 'notApplicable' }, baseline: null }),
      'Andel, der er trygge fredag aften: kan ikke måles her.',
    ],
    [
      'withheld',
      facts({ latest: { ...at(null), missing: 'withheld' } }),
      'Andel, der er trygge fredag aften: målt, men vises ikke, fordi tallet bygger på for få.',
    ],
    [
      'yes or no',
      facts({ titleDa: 'Opsamling delt', unit: 'yesNo', baseline: at(0, '2026-01-01'), latest: at(1) }),
      'Opsamling delt: steget fra nej til ja. Vi kan ikke sige hvorfor.',
    ],
    [
      'money',
      facts({ titleDa: 'Hærværk', unit: 'oere', baseline: at(1_200_000, '2026-01-01'), latest: at(900_050) }),
      'Hærværk: faldet fra 12.000 kr. til 9.000,50 kr. Vi kan ikke sige hvorfor.',
    ],
  ])('%s', (_, given, sentence) => {
    expect(plain(claimSentence(given, 'da'))).toBe(sentence);
  });

  it('is English in English', () => {
    expect(claimSentence(facts({ latest: at(0.8, '2026-09-25', { lower: 0.7, upper: 0.88, n: 90 }) }), 'en')).toBe(
      'Share who feel safe on Friday evening: up from 61% to 80% (95% interval 70–88%, n = 90). We cannot say why.',
    );
  });

  it('says whether the target is met in the direction of the indicator', () => {
    const goal = { targetValue: 0.75, direction: 'up' as const, unit: 'share' as const, isMet: false };
    expect(plain(targetSentence(goal, 'da'))).toBe('Målet, mindst 75 %, er ikke nået.');
    expect(targetSentence({ ...goal, targetValue: 4, unit: 'count', direction: 'atMost', isMet: true }, 'en')).toBe(
      'The target, at most 4, has been reached.',
    );
    expect(targetSentence({ ...goal, targetValue: null }, 'da')).toBe('');
  });
});

describe('the lock on cause', () => {
  it.each(['Effekt af indsatsen', 'effekten', 'Det virker', 'Virkningen', 'the effect', 'impactful', 'It works'])(
    'sees a claim in “%s”',
    (text) => {
      expect(claimsEffect(text)).toBe(true);
    },
  );

  it.each(['virkelig rart', 'De unge arbejder sammen', 'workshop', 'Det virkede trygt', 'networks', ''])(
    'sees none in “%s”',
    (text) => {
      expect(claimsEffect(text)).toBe(false);
    },
  );

  const number = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: null });
  const reading = fc.option(
    fc.record({
      on: fc.constantFrom(null, '2026-01-16', '2026-09-25'),
      value: number,
      missing: fc.constantFrom(null, ...missingKinds),
      lower: number,
      upper: number,
      n: fc.option(fc.nat(), { nil: null }),
    }),
    { nil: null },
  );
  const title = fc.oneof(
    fc.string(),
    fc.constantFrom('Effekt på tryghed', 'Hvad virker', 'Effect on safety', 'What works', 'EFFEKTMÅLING', 'Impact'),
  );

  it('never speaks of effekt or virker below level 3, in either language, for any input', () => {
    fc.assert(
      fc.property(
        fc.record({
          titleDa: title,
          titleEn: title,
          unit: fc.constantFrom(...indicatorUnits),
          baseline: reading,
          latest: reading,
        }),
        fc.constantFrom('da' as const, 'en' as const),
        (given, language) => {
          const level = claimLevel(given);
          expect(level === null || level < 3).toBe(true);
          const sentence = claimSentence(given, language);
          expect(claimsEffect(sentence)).toBe(false);
          expect(sentence.toLowerCase()).not.toMatch(/(?<!\p{L})(effekt|virker|effect|works)/u);
          expect(sentence.length).toBeGreaterThan(5);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
