import { type Cell, notMeasured, valueCell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ReachRange } from '@forspring/domain/measures/reach';
import { Attacker } from './attacker.ts';
import type { Stage } from './on-both-databases.ts';

/** What anybody may know about a project: where and when it ran, and how long its evenings were. */
export interface PublicProject {
  id: string;
  title: string;
  municipalityId: string;
  municipality: string;
  district: string | null;
  isImplicit: boolean | null;
  year: number;
  tier: string | null;
  minAge: number | null;
  maxAge: number | null;
  heldCount: number;
  /** The one length of all its evenings; null when they differ. */
  lengthMinutes: number | null;
  threshold: number;
}

/** Every project that was ever approved, with what is no secret about it. */
export async function publicProjects({ db }: Pick<Stage, 'db'>): Promise<PublicProject[]> {
  const rows = await db
    .selectFrom('project')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .innerJoin('projectFigures', 'projectFigures.projectId', 'project.id')
    .leftJoin('district', 'district.id', 'project.districtId')
    .where('project.tier', 'is not', null)
    .where('project.status', 'in', ['approved', 'running', 'paused', 'closed', 'evaluated', 'stopped'])
    .select([
      'project.id',
      'project.title',
      'project.municipalityId',
      'municipality.name as municipality',
      'municipality.thresholdCount as threshold',
      'district.name as district',
      'district.isImplicit',
      'project.year',
      'project.tier',
      'project.minAge',
      'project.maxAge',
      'projectFigures.heldCount',
    ])
    .execute();
  const lengths = await db
    .selectFrom('session')
    .where('state', '=', 'held')
    .select((one) => [
      'projectId',
      one.fn.min<number>(one('endMinute', '-', one.ref('startMinute'))).as('least'),
      one.fn.max<number>(one('endMinute', '-', one.ref('startMinute'))).as('most'),
    ])
    .groupBy('projectId')
    .execute();
  const lengthOf = new Map(lengths.map(({ projectId, least, most }) => [projectId, least === most ? least : null]));
  return rows.map((row) => ({ ...row, lengthMinutes: lengthOf.get(row.id) ?? null }));
}

/** How one audience's numbers are written down as facts about unknowns. */
export class Notebook {
  readonly attacker = new Attacker();
  tableCount = 0;
  cellCount = 0;

  /** A cell that is a sum of unknowns: known, or withheld where it is one unknown alone. */
  note(cell: Cell<number>, names: readonly string[], factor = 1): void {
    this.cellCount += 1;
    const terms = names.map((name) => [name, factor] as const);
    if (cell.kind === 'value') this.attacker.know(terms, cell.value);
    else if (cell.kind === 'zero') this.attacker.know(terms, 0);
    else if (cell.kind === 'withheld' && names.length === 1 && names[0] !== undefined)
      this.attacker.withheld.add(names[0]);
  }

  /** A share tells its part and, where there is a name for them, the rest; hidden, both are looked for. */
  share(cell: Cell<Interval>, part: string, rest: string): void {
    if (cell.kind === 'value' && cell.value.estimate !== null) {
      const { estimate, n } = cell.value;
      const x = Math.round(estimate * n);
      this.note({ kind: 'value', value: x }, [part]);
      this.note({ kind: 'value', value: n - x }, [rest]);
    } else if (cell.kind === 'withheld') for (const name of [part, rest]) this.note(cell, [name]);
  }

  /** The parts of a total that is shown, hidden or kept to itself. */
  sums(total: string, parts: readonly string[]): void {
    this.attacker.know([...parts.map((part) => [part, 1] as const), [total, -1]], 0);
  }

  /** A price, rounded to the øre, of hours whose money is known: between which minutes they lie. */
  price(cell: Cell<number>, costOere: number, minutes: readonly string[]): void {
    if (cell.kind !== 'value' || costOere === 0) return;
    const terms = minutes.map((name) => [name, 1] as const);
    this.attacker.know(terms, (costOere * 60) / (cell.value + 0.5), (costOere * 60) / Math.max(0.5, cell.value - 0.5));
  }

  /** Bounds of different young people end at all visits where nobody counted who was new. */
  reach(cell: Cell<ReachRange>, visits: readonly string[]): void {
    if (cell.kind === 'value' && !cell.value.isCounted)
      this.attacker.know(
        visits.map((name) => [name, 1] as const),
        cell.value.upper,
      );
  }

  /** A rate tells its count. */
  rate(cell: Cell<Interval>, visits: readonly string[]): void {
    if (cell.kind !== 'value' || cell.value.estimate === null) return;
    const count = (cell.value.estimate * cell.value.n) / 1000;
    this.attacker.know(
      visits.map((name) => [name, 1] as const),
      Math.round(count),
    );
  }
}

export const visitsOf = (project: { id: string }) => `visits ${project.id}`;
export const minutesOf = (project: { id: string }) => `minutes ${project.id}`;
export const personsOf = (project: { id: string }) => `persons ${project.id}`;
export const pulseOf = (project: { id: string }, question: string) =>
  [`pulse yes ${project.id} ${question}`, `pulse other ${project.id} ${question}`] as const;
/** Cards of those who left, and of those who stayed. */
export const cardsOf = (project: { id: string }) => [`cards left ${project.id}`, `cards stayed ${project.id}`] as const;
export const contactsOf = (project: { id: string }) => `contacts ${project.id}`;
export const startedOf = (project: { id: string }) => `started ${project.id}`;

/** Different young people, counted or at least as many as on the largest evening. */
export function notePersons(book: Notebook, project: { id: string }, reach: Cell<ReachRange>): void {
  const isCounted = reach.kind !== 'value' || reach.value.isCounted;
  book.note(reach.kind === 'value' ? valueCell(reach.value.lower) : reach.kind === 'withheld' ? reach : notMeasured, [
    isCounted ? personsOf(project) : `largest evening ${project.id}`,
  ]);
}

/** What follows from how things are counted, before anything is shown. */
export function noteStructure(book: Notebook, projects: readonly PublicProject[]): void {
  for (const project of projects)
    if (project.lengthMinutes !== null)
      book.attacker.know(
        [
          [minutesOf(project), 1],
          [visitsOf(project), -project.lengthMinutes],
        ],
        0,
      );
}
