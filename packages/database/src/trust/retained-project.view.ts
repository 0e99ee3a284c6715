import { sql } from 'kysely';
import type { ProjectStatus } from '@forspring/domain/projects/project';
import type { Keeping } from '@forspring/domain/trust/retention.rules';
import type { Reader } from '../tables.ts';

/** A project as retention sees it: when it ended and was evaluated, what is left to remove, and what may keep it. */
export interface RetainedRow {
  id: string;
  municipalityId: string;
  title: string;
  year: number;
  status: ProjectStatus;
  endedOn: string | null;
  evaluatedOn: string | null;
  /** Rows of single evenings, headcounts, cards and their visits, and single answers to surveys, that are still there. */
  rowCount: number;
  holdCount: number;
}

/** Projects with rows of single evenings or cards left, of one municipality, or only the one named. */
export async function readRetained(
  db: Reader,
  where: { projectId: string } | { municipalityId: string } | 'everywhere',
): Promise<RetainedRow[]> {
  const chosen =
    where === 'everywhere'
      ? sql`true`
      : 'projectId' in where
        ? sql`project.id = ${where.projectId}`
        : sql`project.municipality_id = ${where.municipalityId}`;
  const { rows } = await sql<RetainedRow>`
    select project.id, project.municipality_id, project.title, project.year, project.status,
      to_char(least(project.ends_on, (
        select min((step.at at time zone 'Europe/Copenhagen')::date) from project_step as step
        where step.project_id = project.id and step.to_status in ('closed', 'stopped')
      )), 'YYYY-MM-DD') as ended_on,
      to_char((evaluation.frozen_at at time zone 'Europe/Copenhagen')::date, 'YYYY-MM-DD') as evaluated_on,
      (
        (select count(*) from session where session.project_id = project.id)
        + (select count(*) from headcount join session on session.id = headcount.session_id where session.project_id = project.id)
        + (select count(*) from session_entry join session on session.id = session_entry.session_id where session.project_id = project.id)
        + (select count(*) from participant_code where participant_code.project_id = project.id)
        + (select count(*) from code_visit join session on session.id = code_visit.session_id where session.project_id = project.id)
        + (select coalesce(sum(survey_answers.answer_count), 0) from survey
            join survey_wave on survey_wave.survey_id = survey.id
            join survey_answers on survey_answers.wave_id = survey_wave.id
            where survey.project_id = project.id and survey.answers_removed_on is null)
      )::int as row_count,
      (select count(*) from archival_hold where archival_hold.project_id = project.id and lifted_at is null)::int as hold_count
    from project left join evaluation on evaluation.project_id = project.id and evaluation.status = 'approved'
    where ${chosen} and project.tier is distinct from 'individual'
      and project.status not in ('idea', 'draft', 'submitted', 'returned', 'rejected')
    order by project.year, project.sort_key, project.id
  `.execute(db);
  return rows;
}

/** What a municipality may dispose by on a day, and whether it is on hold as a whole. The basis that already holds goes before one to come. */
export async function readKeeping(
  db: Reader,
  municipalityId: string,
  today: string,
): Promise<Omit<Keeping, 'isProjectHeld'> & { basis: { id: string; validFrom: string } | null }> {
  const basis = await db
    .selectFrom('disposalBasis')
    .where('municipalityId', '=', municipalityId)
    .orderBy(sql`valid_from <= ${today}::date`, 'desc')
    .orderBy('validFrom', 'desc')
    .orderBy('setAt', 'desc')
    .limit(1)
    .select(['id', 'validFrom'])
    .executeTakeFirst();
  const hold = await db
    .selectFrom('archivalHold')
    .where('municipalityId', '=', municipalityId)
    .where('projectId', 'is', null)
    .where('liftedAt', 'is', null)
    .limit(1)
    .select('id')
    .executeTakeFirst();
  return { basis: basis ?? null, isMunicipalityHeld: hold !== undefined };
}
