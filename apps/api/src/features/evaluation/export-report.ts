import { createHash } from 'node:crypto';
import { reader } from '@forspring/database/reader';
import { isOwnMunicipality } from '@forspring/domain/comparison/comparison.abilities';
import { claimsEffect } from '@forspring/domain/measures/effect-claims';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { audiencesFrom, type ReportAsk, type ReportFile } from '@forspring/domain/evaluation/report';
import { mayViewEvaluation } from '@forspring/domain/evaluation/evaluation.abilities';
import { mayViewGrant } from '@forspring/domain/funders/grant.abilities';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import type { SignedInContext } from '../../kernel/context.ts';
import { audienceOf, gateFor } from '../../kernel/gate.ts';
import { findProjectPlace } from '../../kernel/project-place.ts';
import { type Report, textsOfReport } from '../../kernel/report.ts';
import { fileOf } from '../../kernel/report-file.ts';
import { districtReport } from './district-report.ts';
import { grantReport, projectReport } from './project-report.ts';
import { languageOf, type ReportBasis } from './report-basis.ts';
import {
  type ApprovedEvaluation,
  approvedEvaluations,
  findReportPlace,
  keepDownloads,
  openTitles,
  reportablePlaces,
} from './report.store.ts';

type Ask<More> = Omit<ReportAsk, 'audience'> & More;

/**
 * The report of one project. Its own people, its municipality and colleagues elsewhere get their own edition, or one for
 * readers further out; what is not approved yet is no report.
 */
export async function exportProjectReport(
  ctx: SignedInContext,
  { projectId, audience: asked, form, language }: ReportAsk & { projectId: string },
): Promise<ReportFile> {
  const { em, actor } = ctx;
  const project = await findProjectPlace(em, projectId);
  if (!project) throw commonProblems.missing();
  const [evaluation] = await approvedEvaluations(em, { projectId });
  if (!evaluation) {
    if (mayViewEvaluation(actor, project)) throw evaluationProblems.notFrozen();
    throw commonProblems.missing();
  }
  const own = audienceOf(actor, project);
  if (own === 'funder' || own === 'public') throw commonProblems.missing();
  const audience = asked ?? own;
  if (!audiencesFrom(own).includes(audience)) throw commonProblems.refused();
  const report = projectReport(basisOf(evaluation, audience, language));
  refuseEffect(report, [evaluation]);
  await keepDownloads(em, [evaluation], { ...keptBy(ctx), sourceId: null, audience, form, language });
  return fileOf(report, form);
}

/** The editions of a project's report its reader may take home, the reader's own first; none while it is not approved. */
export async function listEditions({
  em,
  actor,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<Audience[]> {
  const [evaluation] = await approvedEvaluations(em, { projectId: project.projectId });
  return evaluation ? audiencesFrom(audienceOf(actor, project)) : [];
}

/** The report of one grant for its funder, with its own part of the money. */
export async function exportGrantReport(
  ctx: SignedInContext,
  { sourceId, form, language }: Ask<{ sourceId: string }>,
): Promise<ReportFile> {
  const { em, actor } = ctx;
  if (!mayViewGrant(actor, sourceId)) throw commonProblems.missing();
  const grant = await reader(em)
    .selectFrom('fundingSource')
    .where('id', '=', sourceId)
    .select(['projectId', 'name', 'amountOere'])
    .executeTakeFirst();
  if (!grant) throw commonProblems.missing();
  const [evaluation] = await approvedEvaluations(em, { projectId: grant.projectId });
  if (!evaluation) throw evaluationProblems.notFrozen();
  const basis = basisOf(evaluation, 'funder', language);
  // What was granted is what was frozen; the row of today is only asked which project it is.
  const frozen = basis.frozen.budget?.sources.find((source) => source.id === sourceId) ?? grant;
  const report = grantReport(basis, { sourceId, name: frozen.name, amountOere: Number(frozen.amountOere) });
  refuseEffect(report, [evaluation]);
  await keepDownloads(em, [evaluation], { ...keptBy(ctx), sourceId, audience: 'funder', form, language });
  return fileOf(report, form);
}

/** One report of everything a district had evaluated in a year. */
export async function exportDistrictReport(
  ctx: SignedInContext,
  { placeId, year, form, language }: Ask<{ placeId: string; year: number }>,
): Promise<ReportFile> {
  const { em, actor } = ctx;
  const place = await findReportPlace(em, placeId);
  if (!place) throw commonProblems.missing();
  const { districtId, municipalityId } = place;
  const evaluations = await approvedEvaluations(
    em,
    districtId === null ? { year, municipalityId } : { year, districtId },
  );
  if (evaluations.length === 0) throw evaluationProblems.noneFrozen();
  const isOwn = isOwnMunicipality(actor, municipalityId);
  const audience = isOwn ? 'municipality' : 'otherDistrict';
  const projects = evaluations.map((one) => basisOf(one, audience, language));
  const hashes = evaluations.map((one) => one.contentHash ?? '').join('');
  const report = districtReport({
    place: place.place,
    municipality: place.municipality,
    year,
    audience,
    thresholds: strictest(projects.map((one) => one.thresholds)),
    language,
    projects,
    // What a municipality has not finished is no business of others.
    openTitles: isOwn ? await openTitles(em, place, year) : [],
    hash: createHash('sha256').update(hashes).digest('hex'),
  });
  refuseEffect(report, evaluations);
  await keepDownloads(em, evaluations, { ...keptBy(ctx), sourceId: null, audience, form, language });
  return fileOf(report, form);
}

/** The districts and years there is a report of, for whoever may compare; in the order of the Danish alphabet, the latest year first. */
export async function listReportPlaces({ em }: SignedInContext) {
  const rows = await reportablePlaces(em);
  return rows
    .map(({ municipalityId, municipality, districtId, district, year, count }) => ({
      placeId: districtId ?? municipalityId,
      place: district ?? municipality,
      municipality,
      year,
      projectCount: Number(count),
    }))
    .sort((a, b) => b.year - a.year || compareKeys(danishSortKey(a.place), danishSortKey(b.place)));
}

const compareKeys = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const keptBy = ({ actor, clock }: SignedInContext) => ({ userId: actor.userId, at: clock.now() });

/** What a report is written from: the frozen content, and the gate under the thresholds it was frozen with. */
function basisOf(evaluation: ApprovedEvaluation, audience: Audience, language: 'da' | 'en'): ReportBasis {
  const frozen = frozenEvaluation.parse(evaluation.frozen);
  const thresholds = frozen.suppression as unknown as Thresholds;
  return {
    frozen,
    hash: evaluation.contentHash ?? '',
    gate: gateFor(audience, { tier: frozen.project.tier, thresholds }),
    audience,
    thresholds,
    corrections: evaluation.corrections,
    ...languageOf(language),
  };
}

function strictest(all: readonly Thresholds[]): Thresholds {
  const most = (audience: Audience) => Math.max(...all.map((one) => one[audience]));
  return {
    project: most('project'),
    municipality: most('municipality'),
    otherDistrict: most('otherDistrict'),
    funder: most('funder'),
    public: most('public'),
  };
}

/** No report leaves that speaks of cause where no goal of it was measured against a comparison, whoever wrote the words. */
function refuseEffect(report: Report, evaluations: readonly ApprovedEvaluation[]): void {
  const levels = evaluations.flatMap(({ frozen }) =>
    frozenEvaluation.parse(frozen).goals.map((goal) => goal.level ?? 0),
  );
  if (Math.max(0, ...levels) >= 3) return;
  const found = textsOfReport(report).find(claimsEffect);
  if (found !== undefined) throw evaluationProblems.effectClaimed();
}
