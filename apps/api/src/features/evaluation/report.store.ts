import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ReportForm } from '@forspring/domain/evaluation/report';
import { dayOf } from '@forspring/domain/measures/day';
import type { Audience } from '@forspring/domain/measures/thresholds';
import type { ReportLanguage } from '../../kernel/report.ts';
import type { SentCorrection } from './report-basis.ts';

/** Approved evaluations with their projects, and the corrections that were sent about each; two queries for any number. */
export async function approvedEvaluations(
  em: EntityManager,
  where: { projectId: string } | { year: number; districtId: string } | { year: number; municipalityId: string },
) {
  const db = reader(em);
  let query = db
    .selectFrom('evaluation')
    .innerJoin('project', 'project.id', 'evaluation.projectId')
    .where('evaluation.status', '=', 'approved')
    .orderBy('project.sortKey')
    .orderBy('project.id')
    .select([
      'evaluation.id',
      'evaluation.projectId',
      'evaluation.frozen',
      'evaluation.contentHash',
      'project.municipalityId',
    ]);
  if ('projectId' in where) query = query.where('evaluation.projectId', '=', where.projectId);
  else {
    query = query.where('project.year', '=', where.year);
    query =
      'districtId' in where
        ? query.where('project.districtId', '=', where.districtId)
        : query.where('project.municipalityId', '=', where.municipalityId).where('project.districtId', 'is', null);
  }
  const rows = await query.execute();
  const corrections = await sentCorrections(
    em,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, corrections: corrections.get(row.id) ?? [] }));
}
export type ApprovedEvaluation = Awaited<ReturnType<typeof approvedEvaluations>>[number];

async function sentCorrections(em: EntityManager, ids: string[]): Promise<Map<string, SentCorrection[]>> {
  const found = new Map<string, SentCorrection[]>();
  if (ids.length === 0) return found;
  const rows = await reader(em)
    .selectFrom('evaluationCorrection')
    .where('evaluationId', 'in', ids)
    .where('status', '=', 'sent')
    .orderBy('doneAt')
    .orderBy('id')
    .select(['evaluationId', 'doneAt', 'text'])
    .execute();
  for (const { evaluationId, doneAt, text } of rows)
    found.set(evaluationId, [...(found.get(evaluationId) ?? []), { on: dayOf(new Date(doneAt ?? 0)), text }]);
  return found;
}

/** Keeps who took which edition home. */
export async function keepDownloads(
  em: EntityManager,
  evaluations: readonly ApprovedEvaluation[],
  by: {
    userId: string;
    sourceId: string | null;
    audience: Audience;
    form: ReportForm;
    language: ReportLanguage;
    at: Date;
  },
): Promise<void> {
  if (evaluations.length === 0) return;
  await reader(em)
    .insertInto('reportDownload')
    .values(
      evaluations.map(({ id, contentHash }) => ({
        id: randomUUID(),
        evaluationId: id,
        contentHash: contentHash ?? '',
        ...by,
      })),
    )
    .execute();
}

/** A district, or a whole municipality, by its id. */
export async function findReportPlace(em: EntityManager, placeId: string) {
  const db = reader(em);
  const district = await db
    .selectFrom('district')
    .innerJoin('municipality', 'municipality.id', 'district.municipalityId')
    .where('district.id', '=', placeId)
    .select([
      'district.id as districtId',
      'district.name as place',
      'municipality.id as municipalityId',
      'municipality.name as municipality',
    ])
    .executeTakeFirst();
  if (district) return district;
  const whole = await db
    .selectFrom('municipality')
    .where('id', '=', placeId)
    .select(['id as municipalityId', 'name as place', 'name as municipality'])
    .executeTakeFirst();
  return whole ? { ...whole, districtId: null } : null;
}

/** Titles of a place's projects of a year that were approved but are not evaluated, in the order of the Danish alphabet. */
export async function openTitles(
  em: EntityManager,
  { districtId, municipalityId }: { districtId: string | null; municipalityId: string },
  year: number,
): Promise<string[]> {
  const rows = await reader(em)
    .selectFrom('project')
    .where('year', '=', year)
    .where('municipalityId', '=', municipalityId)
    .where('districtId', districtId === null ? 'is' : '=', districtId)
    .where('status', 'in', ['approved', 'running', 'paused', 'closed', 'stopped'])
    .where((project) =>
      project.not(
        project.exists(
          project
            .selectFrom('evaluation')
            .whereRef('evaluation.projectId', '=', 'project.id')
            .where('evaluation.status', '=', 'approved')
            .select('evaluation.id'),
        ),
      ),
    )
    .orderBy('sortKey')
    .select('title')
    .execute();
  return rows.map((row) => row.title);
}

/** Districts (or the municipality itself) with their years that have approved evaluations. */
export async function reportablePlaces(em: EntityManager) {
  return reader(em)
    .selectFrom('evaluation')
    .innerJoin('project', 'project.id', 'evaluation.projectId')
    .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
    .leftJoin('district', 'district.id', 'project.districtId')
    .where('evaluation.status', '=', 'approved')
    .groupBy(['municipality.id', 'municipality.name', 'district.id', 'district.name', 'project.year'])
    .select(({ fn }) => [
      'municipality.id as municipalityId',
      'municipality.name as municipality',
      'district.id as districtId',
      'district.name as district',
      'project.year',
      fn.countAll<number>().as('count'),
    ])
    .execute();
}
