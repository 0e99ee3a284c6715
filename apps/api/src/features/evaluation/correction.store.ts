import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ReceiverKind } from '@forspring/domain/evaluation/correction';
import type { FrozenDifference } from '@forspring/domain/evaluation/frozen-difference';

/** One who received an approved evaluation. */
export interface Receiver {
  kind: ReceiverKind;
  placeId: string;
  name: string;
}

/**
 * Everybody who received an approved evaluation: the body that approved it, the funders who looked at their grant or took
 * the report home after it was frozen, the projects that repeat this one, and everybody else who took it home, but for
 * the project's own owners, who write the correction.
 */
export async function receiversOf(em: EntityManager, evaluationId: string): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    with one as (
      select evaluation.id, evaluation.project_id, evaluation.frozen_at, project.body_id
      from evaluation join project on project.id = evaluation.project_id where evaluation.id = ${evaluationId}
    ),
    member as (
      select user_id, role, place_id from membership where ended_at is null
    )
    select 'body' as kind, body.id::text as place_id, body.name from one join body on body.id = one.body_id
    union all
    select 'funder', source.id::text, source.name from one join funding_source as source on source.project_id = one.project_id
    where exists (select from funder_view where funder_view.source_id = source.id and funder_view.at >= one.frozen_at)
      or exists (select from report_download as taken where taken.source_id = source.id and taken.evaluation_id = one.id)
    union all
    select 'repeat', copy.id::text, copy.title || ' ' || copy.year
    from one join project as copy on copy.copied_from_id = one.project_id
    where copy.status not in ('idea', 'rejected', 'archived')
    union all
    select distinct 'reader', app_user.id::text, app_user.name
    from one join report_download as taken on taken.evaluation_id = one.id and taken.source_id is null
      join app_user on app_user.id = taken.user_id
    where not exists (
      select from member where member.user_id = app_user.id and (
        (member.role = 'owner' and member.place_id = one.project_id)
        or (member.role = 'committeeMember' and member.place_id = one.body_id)
      )
    )
    order by 1, 3, 2
  `.execute(reader(em));
  return rows;
}

/** The corrections of an evaluation, the latest first, with those a sent one went to. */
export async function correctionRows(em: EntityManager, evaluationId: string) {
  const db = reader(em);
  const rows = await db
    .selectFrom('evaluationCorrection')
    .leftJoin('appUser', 'appUser.id', 'evaluationCorrection.doneById')
    .where('evaluationId', '=', evaluationId)
    .orderBy('draftedAt', 'desc')
    .orderBy('evaluationCorrection.id')
    .selectAll('evaluationCorrection')
    .select('appUser.name as doneBy')
    .execute();
  if (rows.length === 0) return [];
  const { rows: sent } = await sql<Receiver & { correctionId: string; seenAt: Date | null }>`
    select correction_receiver.correction_id, correction_receiver.kind, correction_receiver.place_id,
      correction_receiver.seen_at,
      coalesce(body.name, funding_source.name, project.title || ' ' || project.year, app_user.name, '–') as name
    from correction_receiver
      left join body on correction_receiver.kind = 'body' and body.id::text = correction_receiver.place_id
      left join funding_source on correction_receiver.kind = 'funder' and funding_source.id::text = correction_receiver.place_id
      left join project on correction_receiver.kind = 'repeat' and project.id::text = correction_receiver.place_id
      left join app_user on correction_receiver.kind = 'reader' and app_user.id::text = correction_receiver.place_id
    where correction_receiver.correction_id = any(${rows.map((row) => row.id)}::uuid[])
    order by correction_receiver.kind, name
  `.execute(db);
  return rows.map((row) => ({
    ...row,
    differences: row.differences as FrozenDifference[],
    receivers: sent.filter((one) => one.correctionId === row.id),
  }));
}
