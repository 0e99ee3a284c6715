import { numberCell } from '@forspring/domain/measures/cell';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import { sumOfShown } from '../../kernel/gate.ts';
import type { Report, ReportBlock, ReportLanguage, ReportTable, ReportValue } from '../../kernel/report.ts';
import { audienceLine, goalsSentence } from './project-report.ts';
import { languageOf, type ReportBasis } from './report-basis.ts';
import { costsByProject } from './report-costs.ts';
import { eachGoal } from './report-goals.ts';
import { sessionsSentence } from './report-process.ts';

/** A district's year: its evaluated projects, and the names of those that are not evaluated yet. */
export interface DistrictYear {
  place: string;
  municipality: string;
  year: number;
  audience: Audience;
  thresholds: Thresholds;
  language: ReportLanguage;
  /** In the order of the Danish alphabet. */
  projects: readonly ReportBasis[];
  openTitles: readonly string[];
  hash: string;
}

/** One report of everything a district had evaluated in a year: no ranking, sums only of what is shown, and every goal as in its project's own report. */
export function districtReport(district: DistrictYear): Report {
  const { place, municipality, year, projects, openTitles, language, hash } = district;
  const { words, depth, values } = languageOf(language);
  const spent = projects.reduce(
    (sum, { frozen }) => sum + frozen.process.spentCashOere + frozen.process.spentInKindOere,
    0,
  );
  const costs = costsByProject(projects);
  const last = projects
    .map(({ frozen }) => frozen.approvedAt)
    .toSorted()
    .at(-1);
  return {
    title: words.districtTitle(place, String(year)),
    language,
    hash,
    madeAt: new Date(last ?? `${year}-12-31T12:00:00Z`),
    lines: [place === municipality ? municipality : `${place}, ${municipality}`, audienceLine({ ...district, words })],
    blocks: [
      { kind: 'heading', level: 2, text: words.short },
      {
        kind: 'list',
        items: [words.districtSentence(projects.length, String(year)), words.spentSentence(values.money(spent).text)],
      },
      { kind: 'heading', level: 2, text: words.projects },
      { kind: 'table', table: projectsTable(district) },
      {
        kind: 'figure',
        sentence: words.spentSentence(values.money(spent).text),
        chart: {
          kind: 'pairs',
          legend: [words.budget, words.spent],
          rows: projects.map(({ frozen: { project, process } }) => {
            const budgetOere = process.budgetCashOere + process.budgetInKindOere;
            const spentOere = process.spentCashOere + process.spentInKindOere;
            return {
              label: project.title,
              first: { value: budgetOere, text: values.money(budgetOere).text },
              second: { value: spentOere, text: values.money(spentOere).text },
            };
          }),
        },
        source: words.registered(String(year)),
      },
      ...(costs === null
        ? []
        : ([
            { kind: 'table', table: costs },
            { kind: 'note', text: depth.costNote },
          ] satisfies ReportBlock[])),
      ...projects.flatMap(projectBlocks),
      { kind: 'heading', level: 2, text: words.notYet },
      ...(openTitles.length === 0
        ? ([{ kind: 'text', text: words.none }] satisfies ReportBlock[])
        : ([
            { kind: 'text', text: words.notYetText },
            { kind: 'list', items: openTitles },
          ] satisfies ReportBlock[])),
      { kind: 'heading', level: 2, text: words.basis },
      {
        kind: 'table',
        table: {
          name: words.fingerprints,
          caption: words.hash,
          columns: [
            { title: words.project, width: 2 },
            { title: words.hash, width: 4 },
          ],
          rows: projects.map((one) => [values.text(one.frozen.project.title), values.text(one.hash)]),
        },
      },
      { kind: 'note', text: words.howToCheck },
    ],
  };
}

function projectBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, words, corrections, values } = basis;
  const recommendation = words.recommendation(words.recommendations[frozen.recommendation]);
  return [
    { kind: 'heading', level: 2, text: frozen.project.title },
    { kind: 'text', text: `${recommendation} ${frozen.recommendationReason}` },
    {
      kind: 'list',
      items: [
        ...(frozen.process.sessionCount === 0 ? [] : [sessionsSentence(frozen.process, basis)]),
        goalsSentence(basis),
        ...corrections.map((one) => `${words.corrections}: ${words.correction(values.day(one.on).text, one.text)}`),
      ],
    },
    ...eachGoal(basis, frozen.project.title),
    { kind: 'heading', level: 3, text: words.worked },
    { kind: 'text', text: frozen.worked.trim() === '' ? words.empty : frozen.worked },
    { kind: 'heading', level: 3, text: words.didNotWork },
    { kind: 'text', text: frozen.didNotWork.trim() === '' ? words.empty : frozen.didNotWork },
  ];
}

function projectsTable({ projects, language }: DistrictYear): ReportTable {
  const { words, values } = languageOf(language);
  const cells = projects.map((basis) => {
    const { frozen, gate } = basis;
    const { process } = frozen;
    return {
      basis,
      visits: gate.visits(process.visitCount),
      spent: gate.work(process.spentCashOere + process.spentInKindOere),
    };
  });
  const money = (oere: number) => values.money(oere);
  const count = (part: number, all: number) =>
    values.text(words.ofAll(values.number(part).text, values.number(all).text));
  const goalCount = (goals: ReportBasis['frozen']['goals'], gate: ReportBasis['gate']) => {
    const achieved = goals.filter((goal) => goal.attainment === 'achieved').length;
    const cell = gate.workShare({ x: achieved, n: goals.length });
    return cell.kind === 'withheld' ? values.missing('withheld') : count(achieved, goals.length);
  };
  const rows = cells.map(({ basis: { frozen, gate }, visits, spent }): ReportValue[] => [
    values.text(frozen.project.title),
    values.text(frozen.project.tier === null ? '' : words.tier[frozen.project.tier]),
    // Some have no sessions, and some reach people elsewhere: none held and nobody there would say something else.
    frozen.process.sessionCount === 0
      ? values.missing('notApplicable')
      : count(frozen.process.heldCount, frozen.process.sessionCount),
    visits.kind === 'zero' && (frozen.process.sessionCount === 0 || frozen.process.contactCount > 0)
      ? values.missing('notApplicable')
      : values.cell(visits, (value) => values.number(value)),
    values.cell(spent, money, money(0)),
    goalCount(frozen.goals, gate),
    values.text(words.recommendations[frozen.recommendation]),
  ]);
  const total: ReportValue[] = [
    values.text(words.total),
    values.text(''),
    values.text(''),
    values.cell(sumOfShown(cells.map(({ visits }) => visits)), (value) => values.number(value)),
    values.cell(cells.length === 0 ? numberCell(0) : sumOfShown(cells.map(({ spent }) => spent)), money, money(0)),
    values.text(''),
    values.text(''),
  ];
  return {
    name: words.projects,
    caption: words.evaluatedProjects,
    columns: [
      { title: words.project, width: 2.3 },
      { title: words.tierColumn, width: 1.9 },
      { title: words.held, isNumber: true, width: 1.4 },
      { title: words.visits, isNumber: true, width: 1.7 },
      { title: words.spent, isNumber: true, width: 1.7 },
      { title: words.goalsColumn, isNumber: true, width: 1.2 },
      { title: words.recommendationColumn, width: 1.9 },
    ],
    rows: [...rows, total],
    hasTotal: true,
  };
}
