import { instruments } from './instruments/instruments.ts';
import { type AnswerValues, smileyCount, type SurveyItem } from './survey-item.ts';
import { type KeptAnswer, leavesFew, linkRoundsOf, minSurveyAnswers } from './survey.rules.ts';

/** How often each value was given, by value. */
export type Counted = readonly (readonly [value: number, count: number])[];

/** The ends of what is measured, and how much one answer can move it: one point, or of an instrument what a point is worth. */
export interface Span {
  min: number;
  max: number;
  step: number;
}

/** What moved between the first round and a later one: sums of each side, never who belongs to whom. */
export interface ChangeTally {
  waveId: string;
  /** How many gave a value before, and how many of them were found again with one. */
  startedCount: number;
  linkedCount: number;
  /** Of the pairs a change rests on: where they began, where they ended, and how far each moved. */
  before: Counted;
  after: Counted;
  moved: Counted;
  /** Of everybody else before, and after. */
  leftBefore: Counted;
  leftAfter: Counted;
}

/**
 * Everything the results of a survey rest on, without answers: how often each value was given to each thing that is
 * measured. Results are made of it, before and after the answers are removed.
 */
export interface SurveyTally {
  measures: {
    itemId: string;
    levels: { waveId: string; values: Counted }[];
    changes: ChangeTally[];
  }[];
  /** Of each later round: how many were found again, and who stands alone in the first and in this. */
  links: { waveId: string; linkedCount: number; onlyBeforeCount: number; onlyAfterCount: number }[];
  /** Of each option of a trait, how many were found again in the second round and how many were not. */
  traits: { itemId: string; stayed: number[]; left: number[] }[];
}

/** A round's answers in the order of their random ids. */
export interface AnsweredRound {
  waveId: string;
  answers: readonly KeptAnswer[];
}

/** The ends of an item and how it is read from one answer, null where it was declined; null for a trait, which measures nothing. */
export function readingOf(item: SurveyItem): (Span & { read: (values: AnswerValues) => number | null }) | null {
  const plain = (values: AnswerValues) => values[item.id] ?? null;
  switch (item.kind) {
    case 'instrument': {
      const { score, perPoint, questions } = instruments[item.instrument];
      const read = (values: AnswerValues) => {
        const given = questions.map((_, place) => values[`${item.id}.${place + 1}`] ?? null);
        const whole = given.filter((value) => value !== null);
        return whole.length < given.length ? null : score.min + perPoint * whole.reduce((sum, value) => sum + value, 0);
      };
      return { ...score, step: perPoint, read };
    }
    case 'scale':
      return { min: 0, max: item.max, step: 1, read: plain };
    case 'smiley':
      return { min: 1, max: smileyCount, step: 1, read: plain };
    case 'choice': {
      if (item.isTrait) return null;
      const read = (values: AnswerValues) => {
        const value = plain(values);
        return value === null ? null : Number(item.counted.includes(value));
      };
      return { min: 0, max: 1, step: 1, read };
    }
  }
}

/** The tally of a survey's rounds, which come in their order. */
export function tallyOf(
  items: readonly SurveyItem[],
  rounds: readonly AnsweredRound[],
  { isLinked }: { isLinked: boolean },
): SurveyTally {
  const [first, ...rest] = rounds;
  const later = isLinked ? rest : [];
  return {
    measures: items.flatMap((item) => {
      const reading = readingOf(item);
      if (reading === null) return [];
      const levels = rounds.map(({ waveId, answers }) => ({
        waveId,
        values: countedOf(numbersOf(answers, reading.read)),
      }));
      const changes = first === undefined ? [] : later.map((round) => changeOf(first, round, reading));
      return [{ itemId: item.id, levels, changes }];
    }),
    links: later.map(({ waveId, answers }) => {
      const { pairs, onlyBefore, onlyAfter } = linkRoundsOf(first?.answers ?? [], answers);
      return {
        waveId,
        linkedCount: pairs.length,
        onlyBeforeCount: onlyBefore.length,
        onlyAfterCount: onlyAfter.length,
      };
    }),
    traits: items.flatMap((item) => {
      const second = later[0];
      if (item.kind !== 'choice' || !item.isTrait || first === undefined || second === undefined) return [];
      const { pairs, onlyBefore } = linkRoundsOf(first.answers, second.answers);
      const countsIn = (answers: readonly KeptAnswer[]) =>
        item.options.map((_, place) => answers.filter(({ values }) => values[item.id] === place).length);
      return [{ itemId: item.id, stayed: countsIn(pairs.map(({ before }) => before)), left: countsIn(onlyBefore) }];
    }),
  };
}

type Read = (values: AnswerValues) => number | null;

function numbersOf(answers: readonly KeptAnswer[], read: Read): number[] {
  return answers.map(({ values }) => read(values)).filter((value) => value !== null);
}

function countedOf(values: readonly number[]): Counted {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a - b);
}

/** The numbers a count stands for, smallest first. */
export function numbersIn(counted: Counted): number[] {
  return counted.flatMap(([value, count]) => Array.from({ length: count }, () => value));
}

function changeOf(first: AnsweredRound, round: AnsweredRound, { read, ...span }: Span & { read: Read }): ChangeTally {
  const { pairs } = linkRoundsOf(first.answers, round.answers);
  const whole = pairs.flatMap(({ before, after }) => {
    const [from, to] = [read(before.values), read(after.values)];
    return from === null || to === null ? [] : [{ before, after, from, to }];
  });
  const everybody = { before: numbersOf(first.answers, read), after: numbersOf(round.answers, read) };
  const used = whole.slice(leavesFew(whole, everybody, { ...span, smallest: minSurveyAnswers }));
  const isUsed = new Set(used.flatMap(({ before, after }) => [before, after]));
  const left = (answers: readonly KeptAnswer[]) =>
    countedOf(
      numbersOf(
        answers.filter((answer) => !isUsed.has(answer)),
        read,
      ),
    );
  return {
    waveId: round.waveId,
    startedCount: everybody.before.length,
    linkedCount: whole.length,
    before: countedOf(used.map(({ from }) => from)),
    after: countedOf(used.map(({ to }) => to)),
    moved: countedOf(used.map(({ from, to }) => to - from)),
    leftBefore: left(first.answers),
    leftAfter: left(round.answers),
  };
}
