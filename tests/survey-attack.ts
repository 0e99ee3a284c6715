import { expect } from 'vitest';
import type { Cell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { SurveyItem } from '@forspring/domain/surveys/survey-item';
import type { ShownSurveyResults, SurveyMeasure } from '@forspring/domain/surveys/survey-results';
import {
  type Counted,
  numbersIn,
  readingOf,
  type Span,
  type SurveyTally,
  tallyOf,
} from '@forspring/domain/surveys/survey-tally';
import { waveKinds } from '@forspring/domain/surveys/survey';
import { isSettled } from '@forspring/domain/surveys/survey.rules';
import { newcombe, newcombePaired } from '@forspring/statistics/proportions';
import { type FrozenSurveyAudience, frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import type { Caller, Stage } from './on-both-databases.ts';
import type { Notebook } from './notebook.ts';
import { storyToday } from './story-snapshot.ts';

/** A survey's published results, with what everybody knows of its questions. */
interface Published {
  surveyId: string;
  items: readonly SurveyItem[];
  results: ShownSurveyResults;
}

/** More than any sum of a survey. */
const many = 1e7;

/** Points above the bottom of the scale, in the smallest steps an answer can make. */
const pointsOf = (values: readonly number[], { min, step }: Span) =>
  values.reduce((sum, value) => sum + Math.round((value - min) / step), 0);

const spanOf = (items: readonly SurveyItem[], itemId: string): Span => {
  const item = items.find(({ id }) => id === itemId);
  const reading = item && readingOf(item);
  if (!reading) throw new Error('It measures nothing');
  return reading;
};

/**
 * Writes a survey's results down as facts: of each question the points given by those used in a change and by all others,
 * in each round; of each trait the counts of those found again and not; and how many answered, were linked and stood alone.
 */
export function noteSurvey(book: Notebook, { surveyId, items, results }: Published): void {
  book.tableCount += 1 + results.measures.length + results.traits.length;
  const [first] = results.waves;
  for (const { kind, answered, asked, doubled } of results.waves) {
    book.note(answered, [`answered ${surveyId} ${kind}`]);
    book.note(asked, [`asked ${surveyId} ${kind}`]);
    book.note(doubled, [`doubled ${surveyId} ${kind}`]);
  }
  for (const { from, to, linked, leftOut, expectedLost, isThin } of results.links) {
    const name = `linked ${surveyId} ${to}`;
    book.note(linked, [name]);
    for (const round of [from, to])
      book.sums(`answered ${surveyId} ${round}`, [name, `alone ${surveyId} ${round} ${to}`]);
    // Each of them tells something of how many were linked, so none may be shown where that is not.
    if (linked.kind === 'withheld')
      expect([leftOut.kind, expectedLost.kind, isThin]).toEqual(['withheld', 'withheld', false]);
    else
      book.attacker.know(
        [
          [name, 2],
          [`answered ${surveyId} ${from}`, -1],
        ],
        isThin ? -many : 0,
        isThin ? -1 : many,
      );
  }
  for (const measure of results.measures) noteMeasure(book, surveyId, spanOf(items, measure.itemId), measure);
  for (const { itemId, options } of results.traits) {
    const sides = { stayed: options.map(({ stayed }) => stayed), left: options.map(({ left }) => left) };
    for (const [side, cells] of Object.entries(sides)) {
      const names = cells.map((_, place) => `${side} ${itemId} ${place}`);
      for (const [place, cell] of cells.entries()) book.note(cell, [names[place] ?? '']);
      const whole =
        side === 'stayed'
          ? `linked ${surveyId} ${results.links[0]?.to}`
          : `alone ${surveyId} ${first?.kind} ${results.links[0]?.to}`;
      book.sums(whole, [...names, `declined ${side} ${itemId}`]);
    }
  }
}

/** How many gained what is counted and how many lost it, worked out from the interval of a paired difference; null when it is not that. */
function movedEachWay({ before, after, difference }: SurveyMeasure['changes'][number]): [number, number] | null {
  if (before.kind !== 'value' || after.kind !== 'value' || difference.kind !== 'value') return null;
  const { n, lower } = difference.value;
  const [first, second] = [before, after].map(({ value }) => Math.round((value.estimate ?? 0) * n)) as [number, number];
  const of = (lost: number) => {
    const kept = first - lost;
    const gained = second - kept;
    const counts = { a: kept, b: gained, c: lost, d: n - kept - gained - lost };
    return Object.values(counts).every((count) => count >= 0) ? newcombePaired({ ...counts, conf: 0.95 }).lower : null;
  };
  const isFound = (bound: number | null) => bound !== null && lower !== null && Math.abs(bound - lower) < 1e-9;
  // The interval of two groups rests on nothing but what is shown.
  const { lower: apart } = newcombe({ x1: second, n1: n, x2: first, n2: n, conf: 0.95 });
  if (isFound(apart)) return null;
  const fits = Array.from({ length: first + 1 }, (_, lost) => lost).filter((lost) => isFound(of(lost)));
  const [lost] = fits;
  return lost === undefined || fits.length > 1 ? null : [second - first + lost, lost];
}

function noteMeasure(book: Notebook, surveyId: string, span: Span, measure: SurveyMeasure): void {
  const { itemId, levels, changes } = measure;
  const people = (group: string) => `people ${itemId} ${group}`;
  const points = (group: string) => `points ${itemId} ${group}`;
  /** A mean or a share of the people in some groups; hidden, its points and its people are what is looked for. */
  const noteGroup = (cell: Cell<Interval>, groups: readonly string[]) => {
    book.cellCount += 1;
    const [only] = groups;
    if (cell.kind === 'withheld' && groups.length === 1 && only !== undefined) book.attacker.withheld.add(points(only));
    if (cell.kind !== 'value' || cell.value.estimate === null) return;
    const { estimate, n } = cell.value;
    book.attacker.know(
      groups.map((group) => [people(group), 1] as const),
      n,
    );
    book.attacker.know(
      groups.map((group) => [points(group), 1] as const),
      Math.round(((estimate - span.min) * n) / span.step),
    );
  };
  const range = Math.round((span.max - span.min) / span.step);
  const known = (group: string) => {
    // Nobody gives more points than there are, and no group has more than answered.
    book.attacker.know(
      [
        [points(group), 1],
        [people(group), -range],
      ],
      -many,
      0,
    );
  };
  for (const { kind, value } of levels) {
    known(`all ${kind}`);
    noteGroup(value, [`all ${kind}`]);
    book.sums(`answered ${surveyId} ${kind}`, [people(`all ${kind}`), `declined ${itemId} ${kind}`]);
  }
  for (const change of changes) {
    const { from, to, before, after, left, difference, bounds, isThin } = change;
    if (measure.unit === 'share') {
      const [gained, lost] = [`gained ${itemId} ${to}`, `lost ${itemId} ${to}`];
      book.attacker.know(
        [
          [points(`used ${to} ${from}`), 1],
          [gained, 1],
          [lost, -1],
          [points(`used ${to} ${to}`), -1],
        ],
        0,
      );
      for (const [place, count] of (movedEachWay(change) ?? []).entries())
        book.attacker.know([[place === 0 ? gained : lost, 1]], count);
      book.attacker.withheld.add(gained).add(lost);
    }
    for (const [round, cell] of [
      [from, before],
      [to, after],
    ] as const) {
      const [used, others] = [`used ${to} ${round}`, `others ${to} ${round}`];
      for (const group of [used, others]) known(group);
      book.sums(people(`all ${round}`), [people(used), people(others)]);
      book.sums(points(`all ${round}`), [points(used), points(others)]);
      noteGroup(cell, [used]);
    }
    book.sums(people(`used ${to} ${from}`), [people(`used ${to} ${to}`)]);
    noteGroup(left, [`others ${to} ${from}`]);
    if (difference.kind === 'value' && difference.value.estimate !== null) {
      const moved = Math.round((difference.value.estimate * difference.value.n) / span.step);
      book.attacker.know(
        [
          [points(`used ${to} ${to}`), 1],
          [points(`used ${to} ${from}`), -1],
        ],
        moved,
      );
    }
    if (difference.kind === 'withheld')
      expect([bounds.kind, isThin], 'what rests on a change').toEqual(['withheld', false]);
    // Whoever is not named by any cell is found by subtraction; few of them are looked for like a withheld cell.
    book.attacker.withheld.add(points(`others ${to} ${to}`));
  }
}

/** What was really answered, by the names of the attack. */
export function surveyTruth(
  truth: Map<string, number>,
  {
    surveyId,
    items,
    rounds,
    tally,
  }: {
    surveyId: string;
    items: readonly SurveyItem[];
    rounds: readonly {
      waveId: string;
      kind: string;
      answerCount: number;
      askedCount: number | null;
      doubleCount: number;
    }[];
    tally: SurveyTally;
  },
): void {
  const kindOf = (waveId: string) => rounds.find((round) => round.waveId === waveId)?.kind ?? '';
  const [first] = rounds;
  for (const { kind, answerCount, askedCount, doubleCount } of rounds) {
    truth.set(`answered ${surveyId} ${kind}`, answerCount);
    truth.set(`asked ${surveyId} ${kind}`, askedCount ?? 0);
    truth.set(`doubled ${surveyId} ${kind}`, doubleCount);
  }
  for (const { waveId, linkedCount, onlyBeforeCount, onlyAfterCount } of tally.links) {
    const to = kindOf(waveId);
    truth.set(`linked ${surveyId} ${to}`, linkedCount);
    truth.set(`alone ${surveyId} ${first?.kind} ${to}`, onlyBeforeCount);
    truth.set(`alone ${surveyId} ${to} ${to}`, onlyAfterCount);
  }
  for (const { itemId, levels, changes } of tally.measures) {
    const span = spanOf(items, itemId);
    const write = (group: string, counted: Counted) => {
      truth.set(`people ${itemId} ${group}`, numbersIn(counted).length);
      truth.set(`points ${itemId} ${group}`, pointsOf(numbersIn(counted), span));
    };
    for (const { waveId, values } of levels) write(`all ${kindOf(waveId)}`, values);
    for (const { waveId, before, after, moved } of changes) {
      const to = kindOf(waveId);
      const countOf = (step: number) => moved.find(([one]) => one === step)?.[1] ?? 0;
      if (span.max - span.min === span.step) {
        truth.set(`gained ${itemId} ${to}`, countOf(1));
        truth.set(`lost ${itemId} ${to}`, countOf(-1));
      }
      for (const [round, used] of [
        [first?.kind, before],
        [to, after],
      ] as const) {
        write(`used ${to} ${round}`, used);
        for (const what of ['people', 'points']) {
          const of = (group: string) => truth.get(`${what} ${itemId} ${group}`) ?? 0;
          truth.set(`${what} ${itemId} others ${to} ${round}`, of(`all ${round}`) - of(`used ${to} ${round}`));
        }
      }
    }
  }
  for (const { itemId, stayed, left } of tally.traits)
    for (const [side, counts] of Object.entries({ stayed, left }))
      for (const [place, count] of counts.entries()) truth.set(`${side} ${itemId} ${place}`, count);
}

/** Of those pinned down, the groups nobody named that are safe by themselves: large, and neither near the bottom nor the top. */
export function isSafeGroup(
  name: string,
  truth: ReadonlyMap<string, number>,
  items: readonly SurveyItem[],
  k: number,
): boolean {
  if (/^(?:gained|lost) /.test(name)) return (truth.get(name) ?? 0) >= k;
  const [, itemId = '', ...group] = name.split(' ');
  if (!name.startsWith('points ') || group[0] !== 'others') return false;
  const { min, max, step } = spanOf(items, itemId);
  const people = truth.get(`people ${itemId} ${group.join(' ')}`) ?? 0;
  const points = truth.get(name) ?? 0;
  const most = Math.round((max - min) / step) * people;
  return people === 0 || (people >= k && points >= k && most - points >= k);
}

/** Every survey that is over, with what its results rest on. */
async function surveysOf({ db }: Pick<Stage, 'db'>) {
  const surveys = await db.selectFrom('survey').orderBy('id').selectAll().execute();
  const waves = await db
    .selectFrom('surveyWave')
    .leftJoin('surveyAnswers', 'surveyAnswers.waveId', 'surveyWave.id')
    .selectAll('surveyWave')
    .select(['surveyAnswers.answers', 'surveyAnswers.answerCount', 'surveyAnswers.doubleCount'])
    .execute();
  return surveys.map((survey) => {
    const rounds = waves
      .filter((wave) => wave.surveyId === survey.id && (survey.closedOn !== null || isSettled(wave, storyToday)))
      .toSorted((a, b) => waveKinds.indexOf(a.kind) - waveKinds.indexOf(b.kind))
      .map((wave) => ({
        waveId: wave.id,
        kind: wave.kind,
        askedCount: wave.askedCount,
        answerCount: wave.answerCount ?? 0,
        doubleCount: wave.doubleCount ?? 0,
        answers: wave.answers ?? [],
      }));
    const { id, projectId, items } = survey;
    return { surveyId: id, projectId, items, rounds, tally: survey.tally ?? tallyOf(items, rounds, survey) };
  });
}

/**
 * Writes down the results of every survey a person may read, and those frozen for their audience in evaluations, which
 * reports are made from; adds what was really answered to the truth. Answers how many surveys there were.
 */
export async function noteSurveys(
  stage: Stage,
  {
    person,
    book,
    truth,
    audience,
  }: { person: Caller; book: Notebook; truth: Map<string, number>; audience: FrozenSurveyAudience },
): Promise<{ count: number; items: SurveyItem[] }> {
  const surveys = await surveysOf(stage);
  const frozen = await stage.db.selectFrom('evaluation').where('status', '=', 'approved').select('frozen').execute();
  const inReports = frozen.flatMap((one) =>
    one.frozen === null ? [] : (frozenEvaluation.parse(one.frozen).surveys ?? []),
  );
  let count = 0;
  for (const survey of surveys) {
    surveyTruth(truth, survey);
    const shown = await person.surveys.showResults({ surveyId: survey.surveyId }).catch(() => null);
    const reported = inReports.find(({ id }) => id === survey.surveyId)?.results[audience] ?? null;
    for (const results of [shown, reported].filter((one) => one !== null)) {
      noteSurvey(book, { surveyId: survey.surveyId, items: survey.items, results });
      count += 1;
    }
  }
  return { count, items: surveys.flatMap(({ items }) => items) };
}
