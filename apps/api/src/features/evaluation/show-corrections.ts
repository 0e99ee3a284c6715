import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import type { ListedCorrection, ShownCorrection, ShownDifference } from '@forspring/domain/evaluation/correction';
import { mayCorrectEvaluation } from '@forspring/domain/evaluation/evaluation.abilities';
import { differencesOf, type FrozenDifference, partOf } from '@forspring/domain/evaluation/frozen-difference';
import type { FrozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { placesOf } from '@forspring/domain/people/actor';
import { isOwner } from '@forspring/domain/projects/project.abilities';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { correctionRows, receiversOf } from './correction.store.ts';
import { findEvaluation } from './evaluation.store.ts';
import { freezeAgain } from './frozen-basis.ts';
import { frozenOf } from './show-evaluation.ts';

type Asked = SignedInContext & { project: ProjectPlace };

/** More differences than these are counted but not listed. */
const listedCount = 40;

/** What differs between the frozen evaluation and the data as they are. */
export async function presentDifferences(ctx: Asked): Promise<FrozenDifference[]> {
  const row = await findEvaluation(ctx.em, ctx.project.projectId);
  const frozen = frozenOf(row);
  return row === null || frozen === null ? [] : differencesOf(frozen, await freezeAgain(ctx, row, frozen));
}

/** The corrections of a project's evaluation, the latest first. What is only drafted is for those who complete it. */
export async function showCorrections(ctx: Asked): Promise<ShownCorrection[]> {
  const { em, actor, project } = ctx;
  const row = await findEvaluation(em, project.projectId);
  if (row?.status !== 'approved') return [];
  const mayEdit = mayCorrectEvaluation(actor, project);
  const frozen = frozenOf(row);
  const rows = (await correctionRows(em, row.id)).filter((one) => one.status === 'sent' || mayEdit);
  const hasDraft = rows.some((one) => one.status === 'draft');
  const [present, receivers] = hasDraft
    ? await Promise.all([presentDifferences(ctx), receiversOf(em, row.id)])
    : [[], []];
  return rows.map((one) => {
    const isDraft = one.status === 'draft';
    const differences = isDraft ? present : one.differences;
    const parts = Map.groupBy(differences, ({ path }) => partOf(path));
    return {
      id: one.id,
      status: one.status,
      text: one.text,
      draftedAt: new Date(one.draftedAt).toISOString(),
      doneBy: one.doneBy,
      doneAt: one.doneAt === null ? null : new Date(one.doneAt).toISOString(),
      differences: [...parts].map(([part, all]) => ({ part, count: all.length })),
      // Numbers as they are: for the project's own people alone.
      details: isOwner(actor, project)
        ? differences
            .slice(0, listedCount)
            .map((one) => ({ ...one, part: partOf(one.path), ...aboutOf(frozen, one.path) }))
        : [],
      receivers: (isDraft ? receivers.map((receiver) => ({ ...receiver, seenAt: null })) : one.receivers).map(
        ({ kind, name, seenAt }) => ({ kind, name, seenAt: seenAt === null ? null : new Date(seenAt).toISOString() }),
      ),
      version: one.version,
      abilities: { edit: mayEdit && isDraft },
    };
  });
}

/** The thing with a name that a difference is about, and its unit where it is a goal. */
function aboutOf(frozen: FrozenEvaluation | null, path: string): Pick<ShownDifference, 'about' | 'unit'> {
  const [part, first = '', second = ''] = path.split('.');
  const goal = part === 'goals' ? frozen?.goals[Number(first)] : undefined;
  const names: Partial<Record<string, string | undefined>> = {
    goals: goal?.title,
    budget: first === 'lines' ? frozen?.budget?.lines[Number(second)]?.title : undefined,
    elements: frozen?.elements?.[Number(first)]?.element,
    surveys: frozen?.surveys?.[Number(first)]?.title.da,
  };
  return { about: names[part ?? ''] ?? '', unit: goal?.indicator?.unit ?? null };
}

/** What a person has to do about corrections: those to complete and send, then those to read, the oldest first. */
export async function listCorrections({ em, actor }: SignedInContext): Promise<ListedCorrection[]> {
  const owned = placesOf(actor, 'owner');
  const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`;
  const texts = (ids: readonly string[]) => sql`${[...ids]}::text[]`;
  const { rows } = await sql<Omit<ListedCorrection, 'at'> & { at: Date }>`
    select correction.id, project.id as project_id, project.title as project_title, project.year, 'write' as task, '' as text,
      correction.changed_at as at, null::uuid as source_id, true as may_view
    from evaluation_correction as correction
      join evaluation on evaluation.id = correction.evaluation_id
      join project on project.id = evaluation.project_id
    where correction.status = 'draft'
      and (project.id = any(${uuids(owned)}) or project.municipality_id = any(${uuids(placesOf(actor, 'coordinator'))}))
    union all
    select distinct on (correction.id) correction.id, project.id, project.title, project.year, 'read', correction.text,
      correction.done_at, case when receiver.kind = 'funder' then receiver.place_id::uuid end,
      project.body_id = any(${uuids(placesOf(actor, 'committeeMember'))}) is true
        or project.municipality_id = any(${uuids(placesOf(actor, 'coordinator'))}) is true
    from correction_receiver as receiver
      join evaluation_correction as correction on correction.id = receiver.correction_id
      join evaluation on evaluation.id = correction.evaluation_id
      join project on project.id = evaluation.project_id
    where receiver.seen_at is null and (
      (receiver.kind = 'body' and receiver.place_id = any(${texts(placesOf(actor, 'committeeMember'))}))
      or (receiver.kind = 'funder' and receiver.place_id = any(${texts(placesOf(actor, 'funder'))}))
      or (receiver.kind = 'repeat' and receiver.place_id = any(${texts(owned)}))
      or (receiver.kind = 'reader' and receiver.place_id = ${actor.userId})
    )
    order by 5 desc, 7
    limit 50
  `.execute(reader(em));
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
