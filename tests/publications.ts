import { expect } from 'vitest';
import type { Cell } from '@forspring/domain/measures/cell';
import type { ComparisonRow, ComparisonSentence } from '@forspring/domain/comparison/comparison';
import { isSameAges } from '@forspring/domain/comparison/comparison.rules';
import type { Interval } from '@forspring/domain/measures/interval';
import type { ReachRange } from '@forspring/domain/measures/reach';
import { Attacker } from './attacker.ts';
import type { Caller, Stage } from './on-both-databases.ts';
import { noteDivided, noteGroupLine } from './published-groups.ts';

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

const visitsOf = (project: { id: string }) => `visits ${project.id}`;
const minutesOf = (project: { id: string }) => `minutes ${project.id}`;
const contactsOf = (project: { id: string }) => `contacts ${project.id}`;
const startedOf = (project: { id: string }) => `started ${project.id}`;

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

/** Everything one person is shown by the comparison, in every sentence it can be asked. */
export async function noteComparison(person: Caller, book: Notebook, projects: readonly PublicProject[]) {
  const first = await person.comparison.compare(sentenceOf({}));
  for (const year of first.choices.years)
    for (const tier of ['general', 'specific', 'individual', null] as const) {
      const { choices } = await person.comparison.compare(sentenceOf({ year, tier }));
      const spans = tier === null ? [null] : [null, ...choices.ages];
      for (const ages of spans) await noteSentence(person, book, projects, sentenceOf({ year, tier, ages }));
    }
  for (const one of first.choices.interventions)
    await noteSentence(person, book, projects, sentenceOf({ interventionId: one.id }));
  // What is compared changes what is said, never what is shown.
  await noteSentence(person, book, projects, sentenceOf({ measure: 'costPerVisitHour', tier: 'specific', year: 2026 }));
}

const sentenceOf = (more: Partial<ComparisonSentence>): ComparisonSentence => ({
  measure: 'visits',
  interventionId: null,
  tier: null,
  ages: null,
  year: null,
  ...more,
});

async function noteSentence(
  person: Caller,
  book: Notebook,
  projects: readonly PublicProject[],
  sentence: ComparisonSentence,
): Promise<void> {
  const { rows } = await person.comparison.compare(sentence);
  book.tableCount += 1;
  for (const row of rows) {
    const members = membersOf(row, projects, sentence);
    expect(members).toHaveLength(row.projectCount);
    const { cells } = row;
    const isIndividual = row.tier === 'individual';
    if (isIndividual) {
      book.note(cells.started, members.map(startedOf));
      for (const member of members) book.attacker.withheld.add(startedOf(member));
    }
    // Visits and contacts are never in one project of a row: those of the other unit have none.
    book.note(cells.visits, members.map(visitsOf));
    if (members.length === 1 || cells.contacts.kind === 'value') book.note(cells.contacts, members.map(contactsOf));
    book.note(cells.visitMinutes, members.map(minutesOf));
    book.rate(cells.visitsPerThousand, members.map(visitsOf));
    if (members.length === 1) book.reach(cells.reach, members.map(visitsOf));
    for (const [price, cost] of [
      [cells.cashPerVisitHour, cells.spentCash],
      [cells.totalPerVisitHour, cells.spentTotal],
    ] as const)
      if (cost.kind === 'value' && members.length === 1) book.price(price, cost.value, members.map(minutesOf));
  }
}

function membersOf(row: ComparisonRow, projects: readonly PublicProject[], { ages }: ComparisonSentence) {
  if (row.project) return projects.filter(({ id }) => id === row.project?.id);
  const inPlace = projects.filter(
    (one) =>
      one.municipality === row.municipalityName &&
      one.year === row.year &&
      one.tier === row.tier &&
      (row.tier === 'individual' || (one.isImplicit === true ? null : one.district) === row.districtName),
  );
  const alike = inPlace.filter(
    ({ minAge, maxAge }) => ages !== null && minAge !== null && maxAge !== null && isSameAges({ minAge, maxAge }, ages),
  );
  return alike.length > 0 && row.tier !== 'individual' ? alike : inPlace;
}

/** The library: cards, and each card's page with its goals. */
export async function noteLibrary(person: Caller, book: Notebook, projects: readonly PublicProject[]): Promise<void> {
  const all = { tiers: [], themes: [], age: null, maxCostOere: null, minEvidence: null, districtIds: [] };
  for (let page = 1; page < 4; page += 1) {
    const { cards } = await person.learning.listCards({ ...all, recommendations: [], ending: 'all', search: '', page });
    book.tableCount += cards.length > 0 ? 1 : 0;
    for (const card of cards) {
      const project = projects.find(({ id }) => id === card.projectId);
      if (!project) continue;
      const { figures, goals } = await person.learning.showCard({ projectId: card.projectId });
      book.note(figures.visits, [visitsOf(project)]);
      book.note(figures.visitMinutes, [minutesOf(project)]);
      book.reach(figures.reach, [visitsOf(project)]);
      book.price(figures.cashPerVisitHour, figures.spentCashOere, [minutesOf(project)]);
      book.price(figures.totalPerVisitHour, figures.spentCashOere + figures.spentInKindOere, [minutesOf(project)]);
      book.price(card.costPerVisitHour, figures.spentCashOere + figures.spentInKindOere, [minutesOf(project)]);
      // A reading of a project whose visits are hidden would tell them: a mean an evening, times its evenings.
      if (figures.visits.kind === 'withheld')
        for (const goal of goals) expect(['value', 'zero'], goal.title).not.toContain(goal.result.kind);
      for (const goal of goals) noteDivided(book, { projectId: project.id, indicator: goal.indicatorDa }, goal.divided);
    }
  }
}

/** A project's own pages as its body or its data protection officer reads them: months, sums, cards, half-years. */
export async function noteProject(person: Caller, book: Notebook, project: PublicProject): Promise<void> {
  const { id } = project;
  const [activity, open, dose, halfYears, evaluation, { goals }] = await Promise.all([
    person.participation.showActivity({ projectId: id }),
    person.participation.listOpenActivities({ projectId: id, pageSize: 1000 }),
    person.cards.showDose({ projectId: id }),
    person.participation.listHalfYears({ projectId: id }),
    person.evaluation.show({ projectId: id }),
    person.goals.list({ projectId: id }),
  ]);
  book.tableCount += 4;
  for (const { indicator, measurements } of goals)
    for (const { measuredOn, value, baseCount, divisions } of measurements) {
      const whole = { kind: 'value' as const, value: { estimate: value, lower: null, upper: null, n: baseCount ?? 0 } };
      if (indicator !== null && divisions.length > 0)
        noteDivided(
          book,
          { projectId: id, indicator: indicator.titleDa },
          { measuredOn, unit: indicator.unit, whole, divisions },
        );
    }
  for (const { indicatorDa, divided } of evaluation.outcomes)
    noteDivided(book, { projectId: id, indicator: indicatorDa }, divided);
  book.note(activity.visits, [visitsOf(project)]);
  book.note(activity.contacts, [contactsOf(project)]);
  book.note(activity.visitMinutes, [minutesOf(project)]);
  book.reach(activity.reach, [visitsOf(project)]);
  const monthly = (what: string) => activity.months.map(({ month }) => `${what} ${id} ${month}`);
  if (activity.months.length > 0) {
    book.sums(visitsOf(project), monthly('visits'));
    book.sums(contactsOf(project), monthly('contacts'));
    book.sums(`outreach ${id}`, monthly('outreach'));
  }
  for (const { month, visits, contacts } of activity.months) {
    book.note(visits, [`visits ${id} ${month}`]);
    book.note(contacts, [`contacts ${id} ${month}`]);
    // Contacts of a month are made at its sessions and in outreach.
    book.sums(`contacts ${id} ${month}`, [`evening ${id} ${month}`, `outreach ${id} ${month}`]);
  }
  for (const { kind, count } of open.totals) {
    const total = kind === 'outreach' ? `outreach ${id}` : `${kind} ${id}`;
    book.note(count, [total]);
    const own = open.sums.filter((sum) => sum.kind === kind);
    for (const sum of own) book.note(sum.count, [`${kind} ${id} ${sum.period}`]);
    if (kind !== 'outreach')
      book.sums(
        total,
        own.map(({ period }) => `${kind} ${id} ${period}`),
      );
  }
  expect(open.rows.every((row) => row.count === null)).toBe(true);
  if (dose) {
    book.note(dose.cards, [`cards ${id}`]);
    if (dose.median.kind === 'value') book.attacker.know([[`cards ${id}`, 1]], dose.median.value.n);
    for (const { band, cards } of dose.bands) book.note(cards, [`cards ${id} ${band}`]);
    book.sums(
      `cards ${id}`,
      dose.bands.map(({ band }) => `cards ${id} ${band}`),
    );
  }
  for (const { year, half, started } of halfYears.halfYears) book.note(started, [`started ${id} ${year} ${half}`]);
  if (halfYears.halfYears.length > 0)
    book.sums(
      startedOf(project),
      halfYears.halfYears.map(({ year, half }) => `started ${id} ${year} ${half}`),
    );
  const { process } = evaluation;
  book.note(process.visits, [visitsOf(project)]);
  book.note(process.visitMinutes, [minutesOf(project)]);
  book.price(process.cashPerVisitHourOere, process.spentCashOere, [minutesOf(project)]);
  book.price(process.totalPerVisitHourOere, process.spentCashOere + process.spentInKindOere, [minutesOf(project)]);
}

const numberIn = (plain: string | undefined) => Number((plain ?? '').replace(',', '.'));

/** What a report says of its project, read from its file. */
export function noteReport(base64: string, book: Notebook, project: PublicProject): void {
  const lines = Buffer.from(base64, 'base64').toString('utf8').split('\r\n');
  book.tableCount += 1;
  for (const line of lines) {
    const [caption = '', label = '', column = '', type, plain] = line.split(';');
    noteGroupLine(book, project, { caption, label, column, isHidden: type === 'mangler', value: numberIn(plain) });
    if (column !== 'Værdi') continue;
    const value = numberIn(plain);
    const isHidden = type === 'mangler' || plain === '';
    const cell: Cell<number> = isHidden ? { kind: 'withheld', reason: 'smallNumbers' } : { kind: 'value', value };
    if (label === 'Fremmøder') book.note(cell, [visitsOf(project)]);
    if (label === 'Besøgstimer' && !isHidden)
      book.attacker.know([[minutesOf(project), 1]], value * 60 - 0.5, value * 60 + 0.5);
    if (label === 'Kontakter') book.note(cell, [contactsOf(project)]);
  }
}

/** A funder's own grants. */
export async function noteGrants(person: Caller, book: Notebook, projects: readonly PublicProject[]): Promise<number> {
  const grants = await person.funders.listGrants();
  for (const { id } of grants) {
    const shown = await person.funders.showGrant({ sourceId: id });
    const project = projects.find((one) => one.id === shown.project.id);
    if (!project) continue;
    book.tableCount += 1;
    const { done } = shown;
    for (const goal of shown.goals)
      noteDivided(book, { projectId: project.id, indicator: goal.indicatorDa }, goal.divided);
    book.note(done.visits, [visitsOf(project)]);
    book.note(done.contacts, [contactsOf(project)]);
    book.note(done.visitMinutes, [minutesOf(project)]);
    book.reach(done.reach, [visitsOf(project)]);
    book.price(done.costPerVisitHour, shown.cost.total.spentOere, [minutesOf(project)]);
    if (shown.isEvaluated) {
      const file = await person.reports.exportGrant({ sourceId: id, form: 'csv', language: 'da' }).catch(() => null);
      if (file) noteReport(file.base64, book, project);
    } else
      for (const cell of [done.visits, done.contacts, done.reach, done.visitMinutes])
        expect(cell.kind).toBe('withheld');
  }
  return grants.length;
}

/** The reports of a person's own edition of every project that has one. */
export async function noteReports(
  person: Caller,
  book: Notebook,
  projects: readonly PublicProject[],
  evaluated: readonly string[],
): Promise<void> {
  for (const project of projects.filter(({ id }) => evaluated.includes(id))) {
    const file = await person.reports
      .exportProject({ projectId: project.id, form: 'csv', language: 'da' })
      .catch(() => null);
    if (file) noteReport(file.base64, book, project);
  }
}

/** The reports of districts that anybody may take home who compares: visits of each project and of all. */
export async function noteDistrictReports(
  person: Caller,
  book: Notebook,
  projects: readonly PublicProject[],
): Promise<void> {
  for (const { placeId, place, municipality, year } of await person.reports.listPlaces()) {
    const file = await person.reports.exportDistrict({ placeId, year, form: 'csv', language: 'da' });
    const lines = Buffer.from(file.base64, 'base64').toString('utf8').split('\r\n');
    const members = projects.filter(
      (one) =>
        one.year === year && one.municipality === municipality && (one.district === place || place === municipality),
    );
    book.tableCount += 1;
    const rows = lines.map((line) => line.split(';')).filter(([, , column]) => column === 'Fremmøder');
    const named = rows.flatMap(([, title]) => members.filter((one) => one.title === title));
    for (const [, title, , type, plain] of rows) {
      const cell: Cell<number> =
        type === 'mangler' ? { kind: 'withheld', reason: 'smallNumbers' } : { kind: 'value', value: Number(plain) };
      const parts = title === 'I alt' ? named : members.filter((one) => one.title === title);
      if (parts.length > 0) book.note(cell, parts.map(visitsOf));
    }
  }
}
