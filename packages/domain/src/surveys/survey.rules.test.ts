import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkableCode, privacyText } from './answering.ts';
import { instruments } from './instruments/instruments.ts';
import { starterItems } from './starter-items.ts';
import { isWholeAnswer, maxAnswerSeconds, questionsOf, secondsOf, type SurveyItem } from './survey-item.ts';
import { surveyItems, type WaveKind } from './survey.ts';
import {
  dropOutBounds,
  expectedMismatch,
  isSettled,
  isThinlyLinked,
  type KeptAnswer,
  leftOutCount,
  linkRoundsOf,
  minSurveyAnswers,
  pairsNeeded,
  takesAnswer,
  unlinked,
  type WaveDays,
  waveHindrance,
  waveState,
  withAnswer,
} from './survey.rules.ts';

const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const who5: SurveyItem = { id: idOf(1), kind: 'instrument', instrument: 'who-5' };
const safe: SurveyItem = { id: idOf(2), ...starterItems.safe };

describe('what is asked', () => {
  it('WHO-5 is asked whole, in its own words and order, and nothing of it can be sent as one’s own', () => {
    const questions = questionsOf([who5]);
    expect(questions.map(({ text }) => text)).toEqual(instruments['who-5'].questions);
    expect(questions[0]?.choices.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1, 0]);
    const reworded = { ...who5, questions: [{ da: 'andet', en: null }] };
    expect(JSON.stringify(surveyItems.parse([reworded]))).not.toContain('andet');
    expect(surveyItems.safeParse([who5, { ...who5, id: idOf(9) }]).success).toBe(false);
  });

  it('every question can be declined, and nothing but an offered answer counts', () => {
    const questions = questionsOf([who5, safe]);
    const declined = Object.fromEntries(questions.map(({ id }) => [id, null]));
    expect(isWholeAnswer(questions, declined)).toBe(true);
    expect(isWholeAnswer(questions, { ...declined, [safe.id]: 11 })).toBe(false);
    expect(isWholeAnswer(questions, { ...declined, other: 1 })).toBe(false);
    expect(isWholeAnswer(questions.slice(1), declined)).toBe(false);
  });

  it('takes three minutes at most, and longer texts never take less', () => {
    expect(secondsOf([who5, safe])).toBeLessThan(maxAnswerSeconds);
    const many = Array.from({ length: 12 }, (_, place): SurveyItem => ({
      ...safe,
      id: idOf(20 + place),
      text: { da: 'x'.repeat(160), en: null },
    }));
    expect(secondsOf(many)).toBeGreaterThan(maxAnswerSeconds);
    expect(surveyItems.safeParse(many).error?.issues.some(({ message }) => message !== '')).toBe(true);
    fc.assert(
      fc.property(fc.nat(100), fc.nat(60), (length, more) => {
        const of = (size: number) => secondsOf([{ ...safe, text: { da: 'x'.repeat(size), en: null } } as SurveyItem]);
        expect(of(length + more)).toBeGreaterThanOrEqual(of(length));
      }),
    );
  });

  it('has no kind of question that takes free text', () => {
    expect(surveyItems.safeParse([{ id: idOf(3), kind: 'text', text: { da: 'Skriv', en: null } }]).success).toBe(false);
  });

  it('a trait counts nothing, and something else must be asked too', () => {
    const age: SurveyItem = { id: idOf(4), ...starterItems.age, options: [...starterItems.age.options], counted: [] };
    expect(surveyItems.safeParse([age]).success).toBe(false);
    expect(surveyItems.safeParse([age, safe]).success).toBe(true);
    expect(surveyItems.safeParse([{ ...age, counted: [0] }, safe]).success).toBe(false);
  });
});

describe('what is promised', () => {
  it('never says anonymous while the key that links answers exists', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('da' as const, 'en' as const), (day, language) => {
        fc.pre(!/anonym/i.test(day));
        expect(privacyText(day, language)).not.toMatch(/anonym/i);
        expect(privacyText(day, language)).toContain(day);
      }),
    );
    expect(privacyText(null, 'da')).toMatch(/anonyme/);
  });

  it('a code with a sign no card has never leaves the phone', () => {
    expect(linkableCode(' k7tm4 ')).toBe('K7-TM4');
    expect(linkableCode('FS:K7-TM4')).toBe('K7-TM4');
    for (const typed of ['K0-TM4', 'KI-TM4', 'K7TM', 'Anna', '']) expect(linkableCode(typed)).toBeNull();
  });
});

const wave = (kind: WaveKind, opensOn: string, closesOn: string, endedOn: string | null = null): WaveDays => ({
  kind,
  opensOn,
  closesOn,
  endedOn,
});

describe('rounds', () => {
  const before = wave('before', '2026-03-02', '2026-03-13');

  it('are open from their first day to their last, and wait three days for late phones', () => {
    expect(['2026-03-01', '2026-03-02', '2026-03-13', '2026-03-14'].map((day) => waveState(before, day))).toEqual([
      'waiting',
      'open',
      'open',
      'over',
    ]);
    expect(isSettled(before, '2026-03-16')).toBe(false);
    expect(isSettled(before, '2026-03-17')).toBe(true);
    expect(takesAnswer(before, { openedOn: '2026-03-13', today: '2026-03-16' })).toBe(true);
    expect(takesAnswer(before, { openedOn: '2026-03-14', today: '2026-03-14' })).toBe(false);
    expect(takesAnswer({ ...before, endedOn: '2026-03-10' }, { openedOn: '2026-03-09', today: '2026-03-10' })).toBe(
      false,
    );
  });

  it('no answer is ever taken once the results can be seen', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`);
    fc.assert(
      fc.property(day, day, fc.option(day, { nil: null }), day, day, (a, b, endedOn, openedOn, today) => {
        const one = wave('before', a < b ? a : b, a < b ? b : a, endedOn);
        expect(isSettled(one, today) && takesAnswer(one, { openedOn, today })).toBe(false);
      }),
    );
  });

  it('follow each other, each kind once, and end before the key goes', () => {
    const today = '2026-03-01';
    const check = (one: WaveDays, unlinkOn: string | null = '2026-12-01') =>
      waveHindrance(one, [before], { unlinkOn, today });
    expect(check(wave('after', '2026-10-05', '2026-10-16'))).toBeNull();
    expect(check(wave('before', '2026-10-05', '2026-10-16'))).toBe('twice');
    expect(check(wave('after', '2026-03-10', '2026-03-20'))).toBe('order');
    expect(check(wave('after', '2026-10-16', '2026-10-05'))).toBe('backwards');
    expect(check(wave('after', '2026-10-01', '2026-11-30'))).toBe('long');
    expect(check(wave('after', '2026-11-20', '2026-11-28'))).toBe('afterUnlink');
    expect(waveHindrance(wave('after', '2026-02-01', '2026-02-10'), [], { unlinkOn: null, today })).toBe('passed');
  });
});

const answerOf = (id: string, link: string | null): KeptAnswer => ({ id, link, values: { q: 1 } });
const someAnswers = fc
  .uniqueArray(fc.tuple(fc.uuid(), fc.option(fc.nat(30).map(String), { nil: null })), {
    selector: ([id]) => id,
    maxLength: 25,
  })
  .map((rows) => rows.map(([id, link]) => answerOf(id, link)));
const keptOf = (sent: readonly KeptAnswer[]) =>
  sent.reduce<KeptAnswer[]>((kept, one) => withAnswer(kept, one).answers, []);

describe('answers', () => {
  it('lie in the order of their random ids, whatever order they came in', () => {
    fc.assert(
      fc.property(someAnswers, (sent) => {
        const bare = sent.map(({ id }) => answerOf(id, null));
        expect(keptOf(bare)).toEqual(keptOf(bare.toReversed()));
        expect(keptOf(bare).map(({ id }) => id)).toEqual(bare.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('count once however often they are sent, and a card keeps its first', () => {
    fc.assert(
      fc.property(someAnswers, (sent) => {
        expect(keptOf([...sent, ...sent])).toEqual(keptOf(sent));
        const links = keptOf(sent).flatMap(({ link }) => link ?? []);
        expect(new Set(links).size).toBe(links.length);
      }),
    );
    const first = withAnswer([], { ...answerOf('a', 'card'), values: { q: 5 } }).answers;
    expect(withAnswer(first, { ...answerOf('b', 'card'), values: { q: 0 } })).toEqual({
      answers: first,
      outcome: 'double',
    });
  });

  it('closing keeps every pair and every value, and no id or link that was there before', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (one, two) => {
        const [before, after] = [keptOf(one), keptOf(two)];
        let drawn = 0;
        const [bareBefore = [], bareAfter = []] = unlinked([before, after], () => `new-${(drawn += 1)}`);
        expect(linkRoundsOf(bareBefore, bareAfter).pairs.map((pair) => pair.before.values)).toEqual(
          linkRoundsOf(before, after).pairs.map((pair) => pair.before.values),
        );
        expect(linkRoundsOf(bareBefore, bareAfter).onlyBefore).toHaveLength(
          linkRoundsOf(before, after).onlyBefore.length,
        );
        const old = new Set([...before, ...after].flatMap(({ id, link }) => [id, link ?? id]));
        const left = [...bareBefore, ...bareAfter];
        expect(left.some(({ id, link }) => old.has(id) || (link !== null && old.has(link)))).toBe(false);
        const alone = left.filter(
          ({ link }) => link !== null && left.filter((other) => other.link === link).length < 2,
        );
        expect(alone).toEqual([]);
      }),
    );
  });
});

describe('what pairs say', () => {
  it('leaves out so many pairs that nobody can subtract a few, and no more', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (before, after) => {
        const count = leftOutCount({ before, after }, minSurveyAnswers);
        const isSafe = (more: number) =>
          [before, after].every((side) => side + more === 0 || side + more >= minSurveyAnswers);
        expect(isSafe(count)).toBe(true);
        for (let fewer = 0; fewer < count; fewer += 1) expect(isSafe(fewer)).toBe(false);
      }),
    );
    expect(leftOutCount({ before: 0, after: 0 }, 5)).toBe(0);
    expect(leftOutCount({ before: 0, after: 2 }, 5)).toBe(5);
  });

  it('reports the share that is found where one in ten types the code wrong', () => {
    // 4,000 young people, a tenth of all codes typed wrong: the simulation agrees with what is reported.
    let state = 20_261_113;
    const chance = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
    const count = 4000;
    const typed = () =>
      Array.from({ length: count }, (_, who) => (chance() < 0.1 ? `wrong-${chance()}` : `card-${who}`));
    const round = (name: string) => typed().map((link, who) => answerOf(`${name}-${who}`, link));
    const linkedCount = linkRoundsOf(round('a'), round('b')).pairs.length;
    const counts = { beforeCount: count, afterCount: count, linkedCount, errorShare: 0.1 };
    const { foundShare, lostCount, mixedCount } = expectedMismatch(counts);
    expect(foundShare).toBeCloseTo(0.81, 10);
    expect(linkedCount / count).toBeGreaterThan(0.79);
    expect(linkedCount / count).toBeLessThan(0.83);
    expect(Math.abs(lostCount - (count - linkedCount)) / count).toBeLessThan(0.02);
    expect(mixedCount).toBeLessThan(2);
    expect(expectedMismatch({ beforeCount: 40, afterCount: 40, linkedCount: 24 }).mixedCount).toBeLessThan(0.001);
  });

  it('the bounds hold whatever those who dropped out would have answered, and missing low scorers widen them', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, score), { minLength: 1 }),
        fc.array(fc.tuple(score, score)),
        (stayed, left) => {
          const bounds = dropOutBounds({
            changes: stayed.map(([pre, post]) => post - pre),
            missing: left.map(([pre]) => pre),
            min: 0,
            max: 100,
          });
          const all = [...stayed, ...left];
          const truth = all.reduce((sum, [pre, post]) => sum + post - pre, 0) / all.length;
          expect(bounds?.worst).toBeLessThanOrEqual(truth + 1e-9);
          expect(bounds?.best).toBeGreaterThanOrEqual(truth - 1e-9);
        },
      ),
    );
    const width = (missing: number[]) => {
      const bounds = dropOutBounds({ changes: [5, 5, 5, 5, 5], missing, min: 0, max: 100 });
      return bounds === null ? 0 : bounds.best - bounds.worst;
    };
    expect(width([])).toBe(0);
    expect(width([20, 30])).toBeGreaterThan(width([20]));
    expect(dropOutBounds({ changes: [], missing: [], min: 0, max: 1 })).toBeNull();
  });

  it('turns grey when under half were found again', () => {
    expect(isThinlyLinked({ beforeCount: 24, linkedCount: 12 })).toBe(false);
    expect(isThinlyLinked({ beforeCount: 25, linkedCount: 12 })).toBe(true);
  });

  it('says how many linked answers it takes, more for smaller changes and wider spread', () => {
    expect([15, 20, 25].map((sdChange) => pairsNeeded({ change: 10, sdChange }))).toEqual([20, 34, 51]);
    expect(pairsNeeded({ change: 0, sdChange: 20 })).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 40 }), (change, sdChange) => {
        expect(pairsNeeded({ change: change - 1, sdChange })).toBeGreaterThanOrEqual(
          pairsNeeded({ change, sdChange }) ?? 0,
        );
        expect(pairsNeeded({ change, sdChange: sdChange + 1 })).toBeGreaterThanOrEqual(
          pairsNeeded({ change, sdChange }) ?? 0,
        );
      }),
    );
  });
});
