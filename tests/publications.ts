import { expect } from 'vitest';
import type { ComparisonRow, ComparisonSentence } from '@forspring/domain/comparison/comparison';
import { isSameAges } from '@forspring/domain/comparison/comparison.rules';
import { valueCell } from '@forspring/domain/measures/cell';
import {
  cardsOf,
  contactsOf,
  minutesOf,
  type Notebook,
  notePersons,
  personsOf,
  type PublicProject,
  pulseOf,
  startedOf,
  visitsOf,
} from './notebook.ts';
import type { Caller } from './on-both-databases.ts';
import { noteDivided } from './published-groups.ts';
import { noteReport } from './published-reports.ts';

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
        noteDivided(book, { projectId: id, indicator: indicator.titleDa }, [
          { measuredOn, unit: indicator.unit, whole, divisions },
        ]);
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
  for (const { question, yes } of evaluation.pulse) book.share(yes, ...pulseOf(project, question));
  const { process } = evaluation;
  const { dropOut, reachPerThousand, cashPerYoungOere, totalPerYoungOere } = process;
  if (dropOut !== null) {
    book.share(dropOut, ...cardsOf(project));
    book.sums(`cards ${id}`, cardsOf(project));
  }
  notePersons(book, project, process.reach);
  book.rate(reachPerThousand, [personsOf(project)]);
  // A price of one young person tells how many there were.
  for (const price of [cashPerYoungOere, totalPerYoungOere])
    if (price.kind === 'value' && process.reach.kind === 'value')
      notePersons(book, project, valueCell({ ...process.reach.value, lower: price.value.n }));
  book.note(process.visits, [visitsOf(project)]);
  book.note(process.visitMinutes, [minutesOf(project)]);
  book.price(process.cashPerVisitHourOere, process.spentCashOere, [minutesOf(project)]);
  book.price(process.totalPerVisitHourOere, process.spentCashOere + process.spentInKindOere, [minutesOf(project)]);
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
