import { surveyClaim } from '@forspring/domain/evaluation/survey-claim';
import { type Cell, notApplicable, notMeasured, valueCell, withheld } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import { instruments } from '@forspring/domain/surveys/instruments/instruments';
import type { WaveKind } from '@forspring/domain/surveys/survey';
import type { BothTexts, SurveyItem } from '@forspring/domain/surveys/survey-item';
import {
  type SurveyChange,
  type SurveyMeasure,
  type SurveyTrait,
  toldChange,
} from '@forspring/domain/surveys/survey-results';
import {
  type ChangeTally,
  type Counted,
  numbersIn,
  readingOf,
  type Span,
  type SurveyTally,
} from '@forspring/domain/surveys/survey-tally';
import { dropOutBounds, isThinlyLinked } from '@forspring/domain/surveys/survey.rules';
import { pairedMeans } from '@forspring/statistics/paired-means';
import { newcombe, newcombePaired } from '@forspring/statistics/proportions';
import type { Gate } from './gate.ts';

/** A round that is over: which, when, and how many. */
export interface Round {
  waveId: string;
  kind: WaveKind;
  on: string;
  askedCount: number | null;
  answerCount: number;
  doubleCount: number;
}

/** What one thing is called and measured in. */
interface Scale extends Span {
  itemId: string;
  unit: 'points' | 'share';
  name: BothTexts;
  counted: BothTexts[];
  isValidated: boolean;
  relevantChange: number | null;
  lowAt: number | null;
}

/** What a survey measures, item by item; a trait measures nothing. */
function scalesOf(items: readonly SurveyItem[]): Scale[] {
  return items.flatMap((item): Scale[] => {
    const reading = readingOf(item);
    if (reading === null) return [];
    const { min, max, step } = reading;
    const own = { itemId: item.id, min, max, step, counted: [] };
    const plain = { ...own, isValidated: false, relevantChange: null, lowAt: null };
    if (item.kind === 'instrument') {
      const { name, relevantChange, lowAt } = instruments[item.instrument];
      return [{ ...own, unit: 'points', name, isValidated: true, relevantChange, lowAt }];
    }
    if (item.kind !== 'choice') return [{ ...plain, unit: 'points', name: item.text }];
    const counted = item.counted.flatMap((place) => item.options[place] ?? []);
    return [{ ...plain, unit: 'share', name: item.text, counted }];
  });
}

/** Every measure of a survey over its rounds: where all who answered stood, and what moved for those who were linked. */
export function measuresOf(
  items: readonly SurveyItem[],
  rounds: readonly Round[],
  { tally, gate }: { tally: SurveyTally; gate: Gate },
): SurveyMeasure[] {
  const [first, ...later] = rounds;
  return scalesOf(items).map(({ lowAt, step, ...scale }) => {
    const own = tally.measures.find(({ itemId }) => itemId === scale.itemId);
    const levels = rounds.map(({ waveId, kind, on }) => {
      const values = own?.levels.find((level) => level.waveId === waveId)?.values ?? [];
      return { waveId, kind, on, value: levelOf(values, { ...scale, step }, gate) };
    });
    const changes = later.flatMap((round): SurveyChange[] => {
      const change = own?.changes.find(({ waveId }) => waveId === round.waveId);
      if (first === undefined || change === undefined) return [];
      return [{ from: first.kind, to: round.kind, ...changeOf(change, { ...scale, step }, gate) }];
    });
    const said = toldChange(changes);
    const latest = levels.at(-1) ?? null;
    // Where the change may not be told, what all of the last round answered is.
    const change =
      said?.difference.kind !== 'value' || first === undefined
        ? null
        : { ...said, beganOn: first.on, endedOn: rounds.find(({ kind }) => kind === said.to)?.on ?? first.on };
    return { ...scale, levels, changes, sentence: surveyClaim({ ...scale, lowAt, latest, change }) };
  });
}

type Measured = Pick<Scale, 'unit' | 'min' | 'max' | 'step'>;

/** A group's mean with Student's interval, or its share with Wilson's. */
function levelOf(counted: Counted, { unit, min, max, step }: Measured, gate: Gate): Cell<Interval> {
  const values = numbersIn(counted);
  if (unit === 'share') return gate.share({ x: values.filter((value) => value === 1).length, n: values.length });
  // Against zero the paired interval is that of a mean.
  const mean = pairedMeans({ pre: values.map(() => 0), post: values, conf: 0.95 });
  const cell = gate.mean(mean.meanChange === null ? { value: 0, n: 0 } : { value: mean.meanChange, n: mean.n });
  if (cell.kind === 'notApplicable') return notMeasured;
  if (cell.kind !== 'value') return cell;
  // A mean at an end of its scale tells what everybody answered, as a share of 0 or 100 % does.
  const points = values.reduce((sum, value) => sum + (value - min) / step, 0);
  const ofAll = gate.share({ x: points, n: (values.length * (max - min)) / step });
  if (ofAll.kind !== 'value') return ofAll;
  return valueCell({ estimate: mean.meanChange, lower: mean.lower, upper: mean.upper, n: mean.n });
}

/** What moved between two rounds, resting on the pairs that may be used and on nobody who could be subtracted. */
function changeOf(change: ChangeTally, scale: Measured, gate: Gate): Omit<SurveyChange, 'from' | 'to'> {
  const { startedCount, linkedCount, leftBefore, leftAfter } = change;
  const left = levelOf(leftBefore, scale, gate);
  const others = [left, levelOf(leftAfter, scale, gate)];
  // Who stands outside is what is left when the pairs are subtracted from all: nothing is said where it may not be shown.
  const isTelling = others.some(({ kind }) => kind === 'withheld');
  const [before, after] = isTelling
    ? ([withheld('smallNumbers'), withheld('smallNumbers')] as const)
    : [levelOf(change.before, scale, gate), levelOf(change.after, scale, gate)];
  if (before.kind !== 'value' || after.kind !== 'value') {
    const hidden = before.kind === 'withheld' ? before : after.kind === 'withheld' ? after : notMeasured;
    return { difference: hidden, before: hidden, after: hidden, bounds: hidden, left: hidden, isThin: false };
  }
  const missing = numbersIn(leftBefore);
  const { min, max } = scale;
  const bounds = dropOutBounds({ changes: numbersIn(change.moved), missing, min, max });
  return {
    difference: differenceOf(change, scale.unit, gate),
    before,
    after,
    bounds: bounds === null ? notMeasured : valueCell(bounds),
    left: missing.length === 0 ? notApplicable('zeroBase') : left,
    isThin: isThinlyLinked({ beforeCount: startedCount, linkedCount }),
  };
}

/**
 * The change of the linked with its interval. From the paired interval of a share one can work out how many moved each way,
 * so it is only used where both may be shown; else that of two groups, which rests on what is shown already and is seldom narrower.
 */
function differenceOf({ before, after, moved }: ChangeTally, unit: Scale['unit'], gate: Gate): Cell<Interval> {
  const changes = numbersIn(moved);
  const n = changes.length;
  if (unit === 'points') {
    const { meanChange, lower, upper } = pairedMeans({ pre: changes.map(() => 0), post: changes, conf: 0.95 });
    return valueCell({ estimate: meanChange, lower, upper, n });
  }
  const countOf = (counted: Counted, value: number) => counted.find(([one]) => one === value)?.[1] ?? 0;
  const [b, c] = [countOf(moved, 1), countOf(moved, -1)];
  if ([b, c].some((count) => gate.persons(count).kind !== 'value')) {
    const both = { x1: countOf(after, 1), n1: n, x2: countOf(before, 1), n2: n, conf: 0.95 };
    const { diff, lower, upper } = newcombe(both);
    return valueCell({ estimate: diff, lower, upper, n });
  }
  const a = countOf(before, 1) - c;
  const { diff, lower, upper } = newcombePaired({ a, b, c, d: n - a - b - c, conf: 0.95 });
  return valueCell({ estimate: diff, lower, upper, n });
}

/** Who was found again and who was not, by what they were before; small counts are hidden like everywhere. */
export function traitsOf(items: readonly SurveyItem[], { traits }: SurveyTally, gate: Gate): SurveyTrait[] {
  return items.flatMap((item): SurveyTrait[] => {
    const own = traits.find(({ itemId }) => itemId === item.id);
    if (item.kind !== 'choice' || own === undefined) return [];
    const cells = { stayed: gate.answers(own.stayed).parts, left: gate.answers(own.left).parts };
    const options = item.options.map((name, place) => ({
      name,
      stayed: cells.stayed[place] ?? notMeasured,
      left: cells.left[place] ?? notMeasured,
    }));
    return [{ itemId: item.id, name: item.text, options }];
  });
}
