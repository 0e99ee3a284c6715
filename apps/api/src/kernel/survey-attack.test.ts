import { describe, expect, it } from 'vitest';
import { valueCell } from '@forspring/domain/measures/cell';
import { type Audience, defaultThresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import { waveKinds } from '@forspring/domain/surveys/survey';
import type { SurveyItem } from '@forspring/domain/surveys/survey-item';
import { questionsOf } from '@forspring/domain/surveys/survey-item';
import type { ShownSurveyResults, SurveyTrait } from '@forspring/domain/surveys/survey-results';
import { starterItems } from '@forspring/domain/surveys/starter-items';
import { type Counted, readingOf, type SurveyTally, tallyOf } from '@forspring/domain/surveys/survey-tally';
import { type KeptAnswer, linkRoundsOf, minSurveyAnswers } from '@forspring/domain/surveys/survey.rules';
import { newcombePaired } from '@forspring/statistics/proportions';
import { who5 } from '@forspring/statistics/who5';
import { pinnedDown } from '@forspring/tests/attacker';
import { Notebook } from '@forspring/tests/notebook';
import { isSafeGroup, noteSurvey, surveyTruth } from '@forspring/tests/survey-attack';
import { resultsOf, surveyGate } from './survey-results.ts';

const thresholds = thresholdsFrom(defaultThresholds);
const audiences: Audience[] = ['project', 'municipality', 'otherDistrict', 'funder', 'public'];
const { age, adult, safe } = starterItems;
const items: SurveyItem[] = [
  { id: 'age', ...age, options: age.options.slice(0, 3), counted: [] },
  { id: 'who-5', kind: 'instrument', instrument: 'who-5' },
  { id: 'safe', ...safe },
  { id: 'adult', ...adult, options: [...adult.options], counted: [0] },
];

/** Numbers that look like chance and are the same on every run (mulberry32), 0 ≤ x < 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A survey of two or three rounds: few or many, most of them found again or hardly any, near an end of the scales or not. */
function worldOf(seed: number) {
  const next = chance(seed);
  const letters = () => Array.from({ length: 12 }, () => String.fromCodePoint(97 + Math.floor(next() * 26))).join('');
  const [size, stays, mood] = [4 + Math.floor(next() * 40), next(), next()];
  const voices = Array.from({ length: size }, () => ({
    link: next() < 0.85 ? letters() : null,
    mood: mood + next() - 0.5,
  }));
  const rounds = waveKinds.slice(0, next() < 0.3 ? 3 : 2).map((kind, place) => {
    const there = voices.filter(() => next() < (place === 0 ? 0.9 : 0.4 + stays * 0.6));
    const answers = there
      .map(({ link, mood: own }): KeptAnswer => {
        const at = (choices: number) => Math.max(0, Math.min(choices - 1, Math.floor((own + next() * 0.4) * choices)));
        const values = questionsOf(items).map(({ id, choices }) => {
          const value =
            next() < 0.04 ? null : (choices.toSorted((a, b) => a.value - b.value)[at(choices.length)]?.value ?? null);
          return [id, value] as const;
        });
        return { id: letters(), link, values: Object.fromEntries(values) };
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return {
      waveId: `${seed} ${kind}`,
      kind,
      on: `2026-0${place + 1}-01`,
      askedCount: size,
      doubleCount: Math.floor(next() * 3),
      answerCount: answers.length,
      answers,
    };
  });
  const audience = audiences[seed % audiences.length] ?? 'public';
  return { rounds, audience, k: Math.max(thresholds[audience], minSurveyAnswers) };
}

/** The tally of somebody who protects no complement: every pair is used, and nobody asks who stands outside. */
function carelessTally({ rounds }: ReturnType<typeof worldOf>): SurveyTally {
  const tally = tallyOf(items, rounds, { isLinked: true });
  const [first] = rounds;
  const countedOf = (values: number[]): Counted =>
    [...new Set(values)]
      .toSorted((a, b) => a - b)
      .map((value) => [value, values.filter((one) => one === value).length]);
  return {
    ...tally,
    measures: tally.measures.map((measure) => {
      const item = items.find(({ id }) => id === measure.itemId);
      const read = (item && readingOf(item)?.read) ?? (() => null);
      const changes = measure.changes.map((change) => {
        const round = rounds.find(({ waveId }) => waveId === change.waveId);
        const { pairs } = linkRoundsOf(first?.answers ?? [], round?.answers ?? []);
        const whole = pairs.flatMap(({ before, after }) => {
          const [from, to] = [read(before.values), read(after.values)];
          return from === null || to === null ? [] : [{ from, to }];
        });
        const before = countedOf(whole.map(({ from }) => from));
        const after = countedOf(whole.map(({ to }) => to));
        const moved = countedOf(whole.map(({ from, to }) => to - from));
        return { ...change, before, after, moved, leftBefore: [], leftAfter: [] };
      });
      return { ...measure, changes };
    }),
  };
}

/** Whether some option of a trait's side is shown. */
function isPartlyShown(traits: readonly SurveyTrait[], name: string): boolean {
  const [side, itemId] = name.split(' ');
  const options = traits.find((trait) => trait.itemId === itemId)?.options ?? [];
  return options.some(({ stayed, left }) => (side === 'left' ? left : stayed).kind !== 'withheld');
}

/** The same results with the paired interval for every change of a share, however few moved. */
function withPairedIntervals(results: ShownSurveyResults, tally: SurveyTally): ShownSurveyResults {
  const measures = results.measures.map((measure) => {
    const own = tally.measures.find(({ itemId }) => itemId === measure.itemId);
    if (measure.unit !== 'share' || own === undefined) return measure;
    const changes = measure.changes.map((change, place) => {
      const { before, moved } = own.changes[place] ?? { before: [], moved: [] };
      if (change.difference.kind !== 'value') return change;
      const countOf = (counted: Counted, value: number) => counted.find(([one]) => one === value)?.[1] ?? 0;
      const [b, c, n] = [countOf(moved, 1), countOf(moved, -1), change.difference.value.n];
      const a = countOf(before, 1) - c;
      const { diff, lower, upper } = newcombePaired({ a, b, c, d: n - a - b - c, conf: 0.95 });
      return { ...change, difference: valueCell({ estimate: diff, lower, upper, n }) };
    });
    return { ...measure, changes };
  });
  return { ...results, measures };
}

function attackWorld(seed: number, careless: 'pairs' | 'intervals' | null = null) {
  const world = worldOf(seed);
  const { rounds, audience, k } = world;
  const surveyId = `survey-${seed}`;
  const tally = careless === 'pairs' ? carelessTally(world) : tallyOf(items, rounds, { isLinked: true });
  const gate = surveyGate(audience, 'specific', thresholds);
  const shown = resultsOf({ survey: { items, isLinked: true }, rounds, tally, figures: undefined }, gate);
  const results = careless === 'intervals' ? withPairedIntervals(shown, tally) : shown;
  const book = new Notebook();
  noteSurvey(book, { surveyId, items, results });
  const truth = new Map<string, number>();
  surveyTruth(truth, { surveyId, items, rounds, tally });
  expect(book.attacker.contradictions(truth), String(seed)).toEqual([]);
  // Told besides that no hidden number is zero, but of a trait that is hidden as a whole, where zeros are hidden too.
  const isTold = (name: string) => !/^(?:stayed|left) /.test(name) || isPartlyShown(results.traits, name);
  for (const name of [...book.attacker.withheld].filter(isTold))
    if ((truth.get(name) ?? 0) > 0) book.attacker.range(name, 1);
  const pinned = pinnedDown(book.attacker.attack()).filter(({ name }) => !isSafeGroup(name, truth, items, k));
  return { book, pinned };
}

const worlds = Array.from({ length: 60 }, (_, index) => index + 1);

describe('random surveys, attacked with everything shown of them', () => {
  it('give no withheld cell away, nor a few who stand outside of a change (disclosure 7.6)', () => {
    const found = worlds.map((seed) => attackWorld(seed));
    const total = (of: (one: (typeof found)[number]) => number) => found.reduce((sum, one) => sum + of(one), 0);
    const withheldCount = total(({ book }) => book.attacker.withheld.size);
    console.info(
      `${worlds.length} random surveys: ${total(({ book }) => book.tableCount)} tables, ${total(({ book }) => book.cellCount)} cells, ${withheldCount} withheld, ${total(({ pinned }) => pinned.length)} pinned down`,
    );
    expect(found.flatMap(({ pinned }) => pinned)).toEqual([]);
    expect(withheldCount).toBeGreaterThan(300);
  });

  it('would give cells away if nobody asked who stands outside: the attack can fail (disclosure 7.2)', () => {
    const pinned = worlds.slice(0, 25).flatMap((seed) => attackWorld(seed, 'pairs').pinned);
    console.info(`25 random surveys with every pair used: ${pinned.length} pinned down`);
    expect(pinned.length).toBeGreaterThan(10);
  });

  it('would tell how few moved one way if a share always had its paired interval (surveys 6.3.1)', () => {
    const pinned = worlds.flatMap((seed) => attackWorld(seed, 'intervals').pinned);
    expect(pinned.some(({ name }) => /^(?:gained|lost) /.test(name))).toBe(true);
  });

  it('reads WHO-5 as its authors score it, and nothing where one question was declined', () => {
    const [, instrument] = items;
    const reading = instrument && readingOf(instrument);
    for (let first = 0; first <= 5; first += 1)
      for (const rest of [0, 3, 5, null]) {
        const given = [first, rest, 5, 1, 2];
        const values = Object.fromEntries(given.map((value, place) => [`who-5.${place + 1}`, value]));
        expect(reading?.read(values)).toBe(who5({ items: given }).percent);
      }
  });
});
