import { surveyClaim } from '@forspring/domain/evaluation/survey-claim';
import { type Cell, notApplicable, notMeasured, valueCell, withheld } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { instruments } from '@forspring/domain/surveys/instruments/instruments';
import type { WaveKind } from '@forspring/domain/surveys/survey';
import type { AnswerValues, BothTexts, SurveyItem } from '@forspring/domain/surveys/survey-item';
import { smileyCount } from '@forspring/domain/surveys/survey-item';
import type { SurveyChange, SurveyMeasure, SurveyTrait } from '@forspring/domain/surveys/survey-results';
import {
  dropOutBounds,
  isThinlyLinked,
  type KeptAnswer,
  leftOutCount,
  type LinkedPair,
  linkRoundsOf,
  minSurveyAnswers,
} from '@forspring/domain/surveys/survey.rules';
import { pairedMeans } from '@forspring/statistics/paired-means';
import { newcombePaired } from '@forspring/statistics/proportions';
import { who5 } from '@forspring/statistics/who5';
import type { Gate } from './gate.ts';

/** A round that is over, with all its answers; they leave this file in sums only. */
export interface Round {
  waveId: string;
  kind: WaveKind;
  on: string;
  askedCount: number | null;
  doubleCount: number;
  answers: readonly KeptAnswer[];
}

/** How one thing is read from one answer: a number on its scale, or null where it was declined. */
interface Scale {
  itemId: string;
  unit: 'points' | 'share';
  name: BothTexts;
  counted: BothTexts[];
  min: number;
  max: number;
  isValidated: boolean;
  relevantChange: number | null;
  lowAt: number | null;
  read: (values: AnswerValues) => number | null;
}

/** What a survey measures, item by item; a trait measures nothing. */
function scalesOf(items: readonly SurveyItem[]): Scale[] {
  return items.flatMap((item): Scale[] => {
    const own = { itemId: item.id, counted: [], isValidated: false, relevantChange: null, lowAt: null };
    const plain = (values: AnswerValues) => values[item.id] ?? null;
    switch (item.kind) {
      case 'instrument': {
        const { name, score, relevantChange, lowAt, questions } = instruments[item.instrument];
        const read = (values: AnswerValues) =>
          who5({ items: questions.map((_, place) => values[`${item.id}.${place + 1}`] ?? null) }).percent;
        return [{ ...own, unit: 'points', name, ...score, isValidated: true, relevantChange, lowAt, read }];
      }
      case 'scale':
        return [{ ...own, unit: 'points', name: item.text, min: 0, max: item.max, read: plain }];
      case 'smiley':
        return [{ ...own, unit: 'points', name: item.text, min: 1, max: smileyCount, read: plain }];
      case 'choice': {
        if (item.isTrait) return [];
        const read = (values: AnswerValues) => {
          const value = values[item.id] ?? null;
          return value === null ? null : Number(item.counted.includes(value));
        };
        const counted = item.counted.flatMap((place) => item.options[place] ?? []);
        return [{ ...own, unit: 'share', name: item.text, counted, min: 0, max: 1, read }];
      }
    }
  });
}

/** Every measure of a survey over its rounds: where all who answered stood, and what moved for those who were linked. */
export function measuresOf(
  items: readonly SurveyItem[],
  rounds: readonly Round[],
  { isLinked, gate }: { isLinked: boolean; gate: Gate },
): SurveyMeasure[] {
  const [first, ...later] = rounds;
  return scalesOf(items).map(({ read, lowAt, ...scale }) => {
    const levels = rounds.map(({ waveId, kind, on, answers }) => ({
      waveId,
      kind,
      on,
      value: levelOf(numbersOf(answers, read), scale.unit, gate),
    }));
    const changes =
      first === undefined || !isLinked ? [] : later.map((round) => changeOf(first, round, { ...scale, read }, gate));
    const said = changes.findLast(({ difference }) => difference.kind === 'value') ?? changes.at(-1) ?? null;
    const latest = levels.at(-1) ?? null;
    const change =
      said === null || first === undefined
        ? null
        : { ...said, beganOn: first.on, endedOn: rounds.find(({ kind }) => kind === said.to)?.on ?? first.on };
    return {
      ...scale,
      levels,
      changes,
      sentence: surveyClaim({ ...scale, lowAt, latest, change }),
    };
  });
}

const isNumber = (value: number | null): value is number => value !== null;

const numbersOf = (answers: readonly KeptAnswer[], read: Scale['read']) =>
  answers.map(({ values }) => read(values)).filter(isNumber);

/** A group's mean with Student's interval, or its share with Wilson's. */
function levelOf(values: readonly number[], unit: Scale['unit'], gate: Gate): Cell<Interval> {
  if (unit === 'share') return gate.share({ x: values.filter((value) => value === 1).length, n: values.length });
  // Against zero the paired interval is that of a mean.
  const mean = pairedMeans({ pre: values.map(() => 0), post: values, conf: 0.95 });
  const cell = gate.mean(mean.meanChange === null ? { value: 0, n: 0 } : { value: mean.meanChange, n: mean.n });
  if (cell.kind === 'notApplicable') return notMeasured;
  return cell.kind === 'value'
    ? valueCell({ estimate: mean.meanChange, lower: mean.lower, upper: mean.upper, n: mean.n })
    : cell;
}

/** What moved between two rounds, resting on the pairs that may be used and on nobody who could be subtracted. */
function changeOf(
  first: Round,
  round: Round,
  { read, unit, min, max }: Pick<Scale, 'read' | 'unit' | 'min' | 'max'>,
  gate: Gate,
): SurveyChange {
  const { pairs } = linkRoundsOf(first.answers, round.answers);
  const whole = pairs.filter(({ before, after }) => read(before.values) !== null && read(after.values) !== null);
  const started = numbersOf(first.answers, read).length;
  const ended = numbersOf(round.answers, read).length;
  const outside = { before: started - whole.length, after: ended - whole.length };
  const used = whole.slice(leftOutCount(outside, minSurveyAnswers));
  const of = (side: keyof LinkedPair) =>
    numbersOf(
      used.map((pair) => pair[side]),
      read,
    );
  const [pre, post] = [of('before'), of('after')];
  const isUsed = new Set(used.map(({ before }) => before));
  const left = numbersOf(
    first.answers.filter((answer) => !isUsed.has(answer)),
    read,
  );
  const before = levelOf(pre, unit, gate);
  const after = levelOf(post, unit, gate);
  const isShown = before.kind === 'value' && after.kind === 'value';
  const changes = post.map((value, place) => value - (pre[place] ?? 0));
  const leftCell = levelOf(left, unit, gate);
  // The bounds are made of the same sums; where one of them is withheld, so are they.
  const bounds = isShown && (left.length === 0 || leftCell.kind === 'value');
  return {
    from: first.kind,
    to: round.kind,
    difference: isShown ? differenceOf(pre, post, unit) : hiddenOf(before, after),
    before,
    after,
    bounds: bounds
      ? cellOfBounds(dropOutBounds({ changes, missing: left, min, max }))
      : leftCell.kind === 'withheld' || before.kind === 'withheld' || after.kind === 'withheld'
        ? withheld('smallNumbers')
        : notMeasured,
    left: left.length === 0 ? notApplicable('zeroBase') : leftCell,
    isThin: isThinlyLinked({ beforeCount: started, linkedCount: whole.length }),
  };
}

const cellOfBounds = (bounds: { worst: number; best: number } | null): Cell<{ worst: number; best: number }> =>
  bounds === null ? notMeasured : valueCell(bounds);

function hiddenOf(before: Cell<Interval>, after: Cell<Interval>): Cell<Interval> {
  return before.kind === 'withheld' ? before : after.kind === 'withheld' ? after : notMeasured;
}

function differenceOf(pre: readonly number[], post: readonly number[], unit: Scale['unit']): Cell<Interval> {
  const n = pre.length;
  if (unit === 'points') {
    const { meanChange, lower, upper } = pairedMeans({ pre, post, conf: 0.95 });
    return valueCell({ estimate: meanChange, lower, upper, n });
  }
  const countOf = (then: number, now: number) =>
    pre.filter((value, place) => value === then && post[place] === now).length;
  const counts = { a: countOf(1, 1), b: countOf(0, 1), c: countOf(1, 0), d: countOf(0, 0) };
  const { diff, lower, upper } = newcombePaired({ ...counts, conf: 0.95 });
  return valueCell({ estimate: diff, lower, upper, n });
}

/** Who was found again and who was not, by what they were before; small counts are hidden like everywhere. */
export function traitsOf(items: readonly SurveyItem[], rounds: readonly Round[], gate: Gate): SurveyTrait[] {
  const [first, second] = rounds;
  if (first === undefined || second === undefined) return [];
  const { pairs, onlyBefore } = linkRoundsOf(first.answers, second.answers);
  const stayed = pairs.map(({ before }) => before);
  return items.flatMap((item): SurveyTrait[] => {
    if (item.kind !== 'choice' || !item.isTrait) return [];
    const countsIn = (answers: readonly KeptAnswer[]) =>
      item.options.map((_, place) => answers.filter(({ values }) => values[item.id] === place).length);
    const cells = [gate.answers(countsIn(stayed)), gate.answers(countsIn(onlyBefore))] as const;
    return [
      {
        itemId: item.id,
        name: item.text,
        options: item.options.map((name, place) => ({
          name,
          stayed: cells[0].parts[place] ?? notMeasured,
          left: cells[1].parts[place] ?? notMeasured,
        })),
      },
    ];
  });
}
