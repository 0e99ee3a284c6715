import { expect, it } from 'vitest';
import type { Cell } from '@forspring/domain/measures/cell';
import {
  comparedMeasures,
  type ComparisonCells,
  type ComparisonSentence,
} from '@forspring/domain/comparison/comparison';
import { isSameAges } from '@forspring/domain/comparison/comparison.rules';
import { emailOf } from '@forspring/tests/ladder';
import { type Caller, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

/** What somebody knows of unknown numbers: which of them add up to a published one. */
type Equation = ReadonlySet<string>;

/** Whether sums and differences of what is known give one unknown alone: whether its unit vector lies in the span of the equations. */
function isPinnedDown(unknown: string, equations: readonly Equation[]): boolean {
  const names = [...new Set(equations.flatMap((equation) => [...equation]))];
  if (!names.includes(unknown)) return false;
  const rows = equations.map((equation) => names.map((name) => (equation.has(name) ? 1 : 0)));
  const target = names.map((name) => (name === unknown ? 1 : 0));
  const rank = (matrix: readonly (readonly number[])[]) => {
    const left = matrix.map((row) => [...row]);
    let found = 0;
    for (let column = 0; column < names.length; column += 1) {
      const pivot = left.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
      if (pivot < 0) continue;
      [left[found], left[pivot]] = [left[pivot] ?? [], left[found] ?? []];
      const own = left[found] ?? [];
      for (const [index, row] of left.entries()) {
        const factor = index === found ? 0 : (row[column] ?? 0) / (own[column] ?? 1);
        if (factor !== 0)
          for (let at = column; at < names.length; at += 1) row[at] = (row[at] ?? 0) - factor * (own[at] ?? 0);
      }
      found += 1;
    }
    return found;
  };
  return rank(rows) === rank([...rows, target]);
}

interface Fact {
  id: string;
  title: string;
  municipality: string;
  district: string | null;
  isImplicit: boolean | null;
  year: number;
  tier: string | null;
  minAge: number | null;
  maxAge: number | null;
  interventionId: string | null;
}

function facts({ db }: Stage): Promise<Fact[]> {
  return db
    .selectFrom('project')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .where('project.tier', 'is not', null)
    .where('project.status', 'in', ['approved', 'running', 'paused', 'closed', 'evaluated', 'stopped'])
    .select([
      'project.id',
      'project.title',
      'municipality.name as municipality',
      'district.name as district',
      'district.isImplicit',
      'project.year',
      'project.tier',
      'project.minAge',
      'project.maxAge',
      'project.interventionId',
    ])
    .execute();
}

const isNumber = (cell: Cell<unknown>) => cell.kind === 'value' || cell.kind === 'zero';
/** Everything from which the visits behind a row could be read. */
const visitCells = (cells: ComparisonCells) =>
  [
    cells.visits,
    cells.reach,
    cells.visitMinutes,
    cells.visitsPerThousand,
    cells.cashPerVisitHour,
    cells.totalPerVisitHour,
  ] as const;

/** All equations in visits and in people started that one person can gather from the comparison and the library. */
async function gather(person: Caller, known: readonly Fact[]): Promise<{ visits: Equation[]; started: Equation[] }> {
  const visits: Equation[] = [];
  const started: Equation[] = [];
  const first = await person.comparison.compare({
    measure: 'visits',
    interventionId: null,
    tier: null,
    ages: null,
    year: null,
  });
  const sentences: ComparisonSentence[] = [];
  for (const year of first.choices.years)
    for (const tier of ['general', 'specific', 'individual', null] as const) {
      const open = { measure: 'visits' as const, interventionId: null, tier, ages: null, year };
      const { choices } = await person.comparison.compare(open);
      for (const ages of [null, ...choices.ages]) sentences.push({ ...open, ages });
    }
  for (const one of first.choices.interventions)
    sentences.push({ measure: 'visits', interventionId: one.id, tier: null, ages: null, year: null });
  // What is compared changes what is said, never what is shown.
  for (const measure of comparedMeasures)
    sentences.push({ measure, interventionId: null, tier: 'specific', ages: null, year: 2026 });

  for (const sentence of sentences) {
    const { rows } = await person.comparison.compare(sentence);
    for (const row of rows) {
      const inPlace = known.filter(
        (fact) =>
          fact.municipality === row.municipalityName &&
          fact.year === row.year &&
          fact.tier === row.tier &&
          (row.tier === 'individual' || (fact.isImplicit === true ? null : fact.district) === row.districtName),
      );
      const alike = inPlace.filter(({ minAge, maxAge }) =>
        sentence.ages === null || minAge === null || maxAge === null
          ? false
          : isSameAges({ minAge, maxAge }, sentence.ages),
      );
      const members = row.project
        ? [row.project.id]
        : (alike.length > 0 && row.tier !== 'individual' ? alike : inPlace).map(({ id }) => id);
      expect(members).toHaveLength(row.projectCount);
      if (visitCells(row.cells).some(isNumber)) visits.push(new Set(members));
      if (isNumber(row.cells.started)) started.push(new Set(members));
    }
  }
  for (let page = 1; page < 4; page += 1) {
    const { cards } = await person.learning.listCards({
      search: '',
      tiers: [],
      themes: [],
      age: null,
      maxCostOere: null,
      minEvidence: null,
      districtIds: [],
      recommendations: [],
      ending: 'all',
      page,
    });
    for (const card of cards) {
      if (isNumber(card.costPerVisitHour)) visits.push(new Set([card.projectId]));
      const { figures, goals } = await person.learning.showCard({ projectId: card.projectId });
      // A mean number of visits with its sessions is the visits.
      if (goals.some((goal) => goal.unit === 'mean' && isNumber(goal.result))) visits.push(new Set([card.projectId]));
      const shown = [
        figures.visits,
        figures.reach,
        figures.visitMinutes,
        figures.cashPerVisitHour,
        figures.totalPerVisitHour,
      ];
      if (shown.some(isNumber)) visits.push(new Set([card.projectId]));
    }
  }
  return { visits, started };
}

onBothDatabases('an attacker with everything published', (stage) => {
  it('would find a number that was only hidden beside its sum (the attack itself works)', () => {
    const [whole, shown] = [new Set(['a', 'b']), new Set(['a'])];
    expect(isPinnedDown('b', [whole, shown])).toBe(true);
    expect(isPinnedDown('b', [whole])).toBe(false);
    expect(isPinnedDown('c', [new Set(['a', 'b', 'c']), new Set(['a', 'b'])])).toBe(true);
  });

  it.each(['birgitte', 'henrik', 'mette', 'kirsten', 'grete', 'ole'] as const)(
    'pins down no withheld cell as %s, whatever is asked for (disclosure 7.1)',
    async (key) => {
      const { db } = stage();
      const known = await facts(stage());
      // In every district and year that has several projects, and in a few alone, one evening with three visitors.
      const places = [...Map.groupBy(known, (fact) => `${fact.district} ${fact.year} ${fact.tier}`).values()];
      const secrets = places
        .filter((group, index) => group[0]?.tier !== 'individual' && (group.length > 1 || index % 3 === 0))
        .flatMap((group) => group[0]?.id ?? []);
      expect(secrets.length).toBeGreaterThan(4);
      await db
        .updateTable('projectFigures')
        .set({
          heldCount: 1,
          visitCount: 3,
          visitMinutes: 810,
          largestVisitCount: 3,
          firstTimeCount: 3,
          firstTimeMissingCount: 0,
          contactCount: 0,
        })
        .where('projectId', 'in', secrets)
        .execute();
      const person = await stage().as(emailOf(key));
      const { visits, started } = await gather(person, known);
      expect(visits.length).toBeGreaterThan(10);
      for (const id of secrets) expect([id, isPinnedDown(id, visits)]).toEqual([id, false]);
      for (const { id } of known.filter((fact) => fact.tier === 'individual')) {
        expect([id, isPinnedDown(id, visits)]).toEqual([id, false]);
        expect([id, isPinnedDown(id, started)]).toEqual([id, false]);
      }
    },
    60_000,
  );

  it('learns nothing more as a funder: what its grants hide is hidden in every part (disclosure 7.1)', async () => {
    const ane = await stage().as(emailOf('ane'));
    const grants = await ane.funders.listGrants();
    expect(grants.length).toBeGreaterThan(1);
    for (const { id } of grants) {
      const { done, isEvaluated } = await ane.funders.showGrant({ sourceId: id });
      const cells = [done.visits, done.reach, done.visitMinutes];
      if (!isEvaluated || done.visits.kind === 'withheld') for (const cell of cells) expect(isNumber(cell)).toBe(false);
    }
    await expect(
      ane.comparison.compare({ measure: 'visits', interventionId: null, tier: null, ages: null, year: null }),
    ).rejects.toThrow('missing');
  });
});
