import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimDesigns, indicatorDirections, indicatorUnits, missingKinds } from '../goals/goal.ts';
import { claimsEffect, effectWordIn, forbiddenEffectWord } from '../measures/effect-claims.ts';
import {
  type ClaimFacts,
  claimLevel,
  type ClaimReading,
  claimSentence,
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

type Comparison = NonNullable<ClaimFacts['comparison']>;
const compared = (more: Partial<Comparison> = {}): Comparison => ({
  baseline: at(0.6, '2026-01-20'),
  latest: at(0.62, '2026-09-30'),
  unitCount: null,
  difference: { estimate: 0.17, lower: 0.04, upper: 0.3 },
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

  it.each([
    ['a group that is alike', 'comparisonGroup', compared(), 3],
    ['many units, controlled', 'controlled', compared({ unitCount: 2 }), 4],
    ['a controlled design with one unit on each side', 'controlled', compared({ unitCount: 1 }), 3],
    ['a draw', 'randomised', compared(), 5],
    ['a design nobody has measured', 'randomised', null, 2],
    ['a group that was measured afterwards only', 'comparisonGroup', compared({ baseline: null }), 2],
    ['a group that was measured before only', 'comparisonGroup', compared({ latest: null }), 2],
    ['a group that says not measured', 'comparisonGroup', compared({ latest: at(null) }), 2],
    [
      'a group measured half a year from the project',
      'comparisonGroup',
      compared({ latest: at(0.6, '2026-04-01') }),
      2,
    ],
    ['a group that no design names', 'none', compared(), 2],
    [
      'a group the reader may not see',
      'comparisonGroup',
      compared({ latest: { ...at(null), missing: 'withheld' as const } }),
      3,
    ],
  ] as const)('rises above 2 only with a before and an after of a comparison: %s', (_, design, comparison, level) => {
    expect(claimLevel(facts({ design, comparison }))).toBe(level);
    expect(claimLevel(facts({ design, comparison, baseline: null }))).toBe(1);
    expect(claimLevel(facts({ design, comparison, latest: null }))).toBeNull();
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

  it('says n of the baseline, and rests on the interval of the change where that is known', () => {
    const latest = at(0.8, '2026-09-25', { lower: 0.7, upper: 0.88, n: 90 });
    const sentence = (change: ClaimFacts['change']) =>
      plain(claimSentence(facts({ latest, change, baseline: at(0.61, '2026-01-16', { n: 18 }) }), 'da'));
    expect(sentence({ lower: -0.03, upper: 0.41 })).toBe(
      'Andel, der er trygge fredag aften: fra 61 % (n = 18) til 80 % (95 %-interval 70–88 %, n = 90). Forskellen er inden for usikkerheden.',
    );
    expect(sentence({ lower: 0.03, upper: 0.35 })).toContain('steget fra 61 % (n = 18)');
  });

  it.each([
    ['not measured', 'notMeasured', 'Gange holdt: 38. Sådan så det ud. Udgangspunktet blev ikke målt.'],
    ['not applicable', 'notApplicable', 'Gange holdt: 38. Sådan så det ud.'],
    ['withheld', 'withheld', 'Gange holdt: 38. Udgangspunktet vises ikke.'],
  ] as const)('says of a baseline that is %s what kind of missing it is', (_, missing, sentence) => {
    const baseline = { ...at(null, '2026-01-01'), missing };
    expect(claimSentence(facts({ titleDa: 'Gange holdt', unit: 'count', baseline, latest: at(38) }), 'da')).toBe(
      sentence,
    );
  });

  const better = { latest: at(0.8, '2026-09-25', { lower: 0.7, upper: 0.88, n: 90 }), direction: 'up' as const };
  it.each([
    [
      'better',
      'comparisonGroup',
      compared(),
      'Udviklingen er bedre end i sammenligningsgruppen (forskel 17 procentpoint, 95 %-interval 4 til 30).',
    ],
    [
      'worse',
      'comparisonGroup',
      compared({ difference: { estimate: -0.1, lower: -0.18, upper: -0.02 } }),
      'Udviklingen er dårligere end i sammenligningsgruppen (forskel -10 procentpoint, 95 %-interval -18 til -2).',
    ],
    [
      'nothing certain, however high the level',
      'randomised',
      compared({ difference: { estimate: 0.1, lower: -0.02, upper: 0.22 } }),
      'Der er ingen sikker forskel fra sammenligningsgruppen (forskel 10 procentpoint, 95 %-interval -2 til 22).',
    ],
    [
      'nothing to reckon with',
      'controlled',
      compared({ difference: null, unitCount: 3 }),
      'Der er for lidt at regne på til at sige, om det adskiller sig fra sammenligningsgruppen.',
    ],
    [
      'hidden',
      'randomised',
      compared({ latest: { ...at(null), missing: 'withheld' } }),
      'Sammenligningsgruppens tal vises ikke.',
    ],
    [
      'suggested',
      'controlled',
      compared({ unitCount: 4 }),
      'Sammenligningen er kontrolleret for andre forhold og tyder på en effekt (',
    ],
    [
      'shown',
      'randomised',
      compared(),
      'Lodtrækning afgjorde, hvem der fik tilbuddet, og forskellen viser en effekt (',
    ],
  ] as const)('says how it stands beside a comparison: %s', (_, design, comparison, part) => {
    expect(plain(claimSentence(facts({ ...better, design, comparison }), 'da'))).toContain(part);
  });

  it('names regression to the mean where it began at an unusual figure and moved the right way', () => {
    const isNamed = (more: Partial<ClaimFacts>) =>
      claimSentence(facts({ ...better, isRegressionRisk: true, ...more }), 'da').includes('regression mod midten') &&
      claimSentence(facts({ ...better, isRegressionRisk: true, ...more }), 'en').includes('regression to the mean');
    expect(isNamed({})).toBe(true);
    expect(isNamed({ isRegressionRisk: false })).toBe(false);
    expect(isNamed({ direction: 'down' })).toBe(false);
    expect(isNamed({ latest: at(0.62, '2026-09-25', { lower: 0.5, upper: 0.7, n: 40 }) })).toBe(false);
    expect(isNamed({ design: 'comparisonGroup', comparison: compared() })).toBe(true);
    expect(isNamed({ design: 'randomised', comparison: compared() })).toBe(false);
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
  it.each([
    'Effekt af indsatsen',
    'effekten',
    'en langtidseffekt på trygheden',
    'Indsatsen er effektiv',
    'Ef\u00adfekten er tydelig',
    'eff\u200bekt',
    'ＥＦＦＥＫＴ',
    'Det virker',
    'Virkningen',
    'the effect',
    'cost-effectiveness',
    'impactful',
    'It works',
  ])('sees a claim in “%s”', (text) => {
    expect(claimsEffect(text)).toBe(true);
  });

  it.each([
    'virkelig rart',
    'en defekt lampe',
    'perfekt',
    'De unge arbejder sammen',
    'workshop',
    'Det virkede trygt',
    'networks',
    '',
  ])('sees none in “%s”', (text) => {
    expect(claimsEffect(text)).toBe(false);
  });

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

  const limits = fc.option(
    fc
      .tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([estimate, half]) => ({ estimate, lower: estimate - half, upper: estimate + half })),
    { nil: null },
  );
  const anyFacts = fc.record({
    titleDa: title,
    titleEn: title,
    unit: fc.constantFrom(...indicatorUnits),
    direction: fc.constantFrom(null, ...indicatorDirections),
    baseline: reading,
    latest: reading,
    change: limits,
    design: fc.constantFrom(...claimDesigns),
    comparison: fc.option(
      fc.record({
        baseline: reading,
        latest: reading,
        unitCount: fc.option(fc.nat(5), { nil: null }),
        difference: limits,
      }),
      { nil: null },
    ),
    isRegressionRisk: fc.boolean(),
  });

  it('never speaks of effekt or virker below level 3, in either language, for any input', () => {
    let lockedCount = 0;
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('da' as const, 'en' as const), (given, language) => {
        const level = claimLevel(given);
        const sentence = claimSentence(given, language);
        expect(sentence.length).toBeGreaterThan(5);
        if (level !== null && level >= 3) return;
        lockedCount += 1;
        expect(claimsEffect(sentence)).toBe(false);
        expect(sentence.toLowerCase()).not.toMatch(/(?<!\p{L})(effekt|virker|effect|works)/u);
      }),
      { numRuns: 1000 },
    );
    expect(lockedCount).toBeGreaterThan(200);
  });

  it('speaks of an effect only from level 4, and only when the interval of the difference leaves 0 out', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('da' as const, 'en' as const), (given, language) => {
        const named = { ...given, titleDa: 'Trygge', titleEn: 'Safe' };
        if (!claimsEffect(claimSentence(named, language))) return;
        expect(claimLevel(named)).toBeGreaterThanOrEqual(4);
        const difference = named.comparison?.difference;
        expect(difference && (difference.lower > 0 || difference.upper < 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('names the word a text may not use, until level 3', () => {
    expect(effectWordIn('Vi så en god Effekt af det.')).toBe('Effekt');
    expect([null, 1, 2, 3, 5].map((level) => forbiddenEffectWord('Det virker.', level))).toEqual([
      'virker',
      'virker',
      'virker',
      null,
      null,
    ]);
  });
});
