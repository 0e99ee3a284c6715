import { dayOf } from '@forspring/domain/measures/day';
import type { Report, ReportBlock } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';
import { basisBlocks, changeBlocks, learningBlocks } from './report-footing.ts';
import { goalBlocks, outcomeOf } from './report-goals.ts';
import { costBlocks } from './report-costs.ts';
import { grantMoneyBlocks, moneyBlocks, moneySentence } from './report-money.ts';
import { processBlocks, sessionsSentence } from './report-process.ts';
import { qualityBlocks } from './report-quality.ts';
import { surveyBlocks } from './report-surveys.ts';

/** The report of one evaluated project for one reader. */
export function projectReport(basis: ReportBasis): Report {
  const { frozen, words } = basis;
  return {
    ...coverOf(basis, words.projectTitle(frozen.project.title, String(frozen.project.year)), []),
    blocks: [
      ...shortBlocks(basis),
      ...processBlocks(basis),
      ...goalBlocks(basis),
      ...surveyBlocks(basis),
      ...moneyBlocks(basis),
      ...costBlocks(basis),
      ...endOf(basis),
    ],
  };
}

/** The same project seen from one grant: its own part of the money in lines and the rest as one sum. */
export function grantReport(basis: ReportBasis, grant: { sourceId: string; name: string; amountOere: number }): Report {
  const { frozen, words, values } = basis;
  const title = words.grantTitle(frozen.project.title, String(frozen.project.year));
  return {
    ...coverOf(basis, title, [words.grantLine(grant.name, values.money(grant.amountOere).text)]),
    blocks: [
      ...shortBlocks(basis),
      ...processBlocks(basis),
      ...goalBlocks(basis),
      ...surveyBlocks(basis),
      ...grantMoneyBlocks(basis, grant.sourceId),
      ...costBlocks(basis),
      ...endOf(basis),
    ],
  };
}

const endOf = (basis: ReportBasis) => [
  ...qualityBlocks(basis),
  ...learningBlocks(basis),
  ...changeBlocks(basis),
  ...basisBlocks(basis),
];

function coverOf(basis: ReportBasis, title: string, lines: string[]): Omit<Report, 'blocks'> {
  const { frozen, hash, language, words, values } = basis;
  const { project } = frozen;
  const place = [
    project.district === null ? project.municipality : `${project.district}, ${project.municipality}`,
    values.period(project.startsOn, project.endsOn),
    project.minAge === null || project.maxAge === null
      ? ''
      : words.ages(String(project.minAge), String(project.maxAge)),
    project.tier === null ? '' : words.tier[project.tier],
  ].filter((one) => one !== '');
  return {
    title,
    language,
    hash,
    madeAt: new Date(frozen.approvedAt),
    lines: [
      place.join(' · '),
      ...lines,
      words.approvedLine(frozen.approvedBy, values.day(dayOf(new Date(frozen.approvedAt))).text),
      audienceLine(basis),
    ],
  };
}

/** For whom this edition is, and what is therefore not shown. */
export function audienceLine({
  audience,
  thresholds,
  words,
}: Pick<ReportBasis, 'audience' | 'thresholds' | 'words'>): string {
  const smallest = thresholds[audience];
  return smallest > 1 ? `${words.audience[audience]} ${words.threshold(String(smallest))}` : words.audience[audience];
}

/** The report in half a page: recommendation, sessions, goals, money, and what may be said of each goal. */
function shortBlocks(basis: ReportBasis): ReportBlock[] {
  const { frozen, words, language } = basis;
  const { budgetCashOere, budgetInKindOere, spentCashOere, spentInKindOere } = frozen.process;
  const reason = `${words.recommendation(words.recommendations[frozen.recommendation])} ${frozen.recommendationReason}`;
  const outcomes = frozen.goals.map((goal) => outcomeOf(basis, goal));
  return [
    { kind: 'heading', level: 2, text: words.short },
    { kind: 'text', text: reason },
    ...(frozen.project.stopReason === ''
      ? []
      : ([{ kind: 'text', text: words.stopped(frozen.project.stopReason) }] satisfies ReportBlock[])),
    {
      kind: 'list',
      items: [
        ...(frozen.process.sessionCount === 0 ? [] : [sessionsSentence(frozen.process, basis)]),
        goalsSentence(basis),
        moneySentence(basis, spentCashOere + spentInKindOere, budgetCashOere + budgetInKindOere),
        ...outcomes.map((one) => (language === 'da' ? one.sentenceDa : one.sentenceEn)),
      ],
    },
  ];
}

/** How many goals were judged as achieved; of the individual tier that is not told outside the project. */
export function goalsSentence({ frozen, gate, words }: Pick<ReportBasis, 'frozen' | 'gate' | 'words'>): string {
  const achieved = frozen.goals.filter((goal) => goal.attainment === 'achieved').length;
  const cell = gate.workShare({ x: achieved, n: frozen.goals.length });
  return cell.kind === 'withheld' ? words.goalsHidden : words.goalsSentence(achieved, frozen.goals.length);
}
