import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { Audit } from '../../kernel/audit.ts';
import type { SignedInContext } from '../../kernel/context.ts';

/**
 * Cards whose codes may be shown together: issued today, never shown at a session, not lost. The next day nobody sees
 * them again; a sheet that got lost is replaced by new cards.
 */
export function printableCards(em: EntityManager, projectId: string, today: string) {
  return reader(em)
    .selectFrom('participantCode')
    .where('projectId', '=', projectId)
    .where('issuedOn', '=', today)
    .where('lostOn', 'is', null)
    .where((card) =>
      card.not(
        card.exists(
          card.selectFrom('codeVisit').whereRef('codeVisit.codeId', '=', 'participantCode.id').select('codeVisit.id'),
        ),
      ),
    )
    .select(['id', 'code']);
}

/** The codes of these cards, with a trace of who looked; missing when one of them may not be shown any more. */
export async function lookAtCards(
  { em, project, clock, actor }: SignedInContext & { project: ProjectPlace },
  cardIds: readonly string[],
  action: 'printCards' | 'showCards',
): Promise<string[]> {
  const cards = await printableCards(em, project.projectId, clock.today())
    .where('id', 'in', [...cardIds])
    .execute();
  if (cards.length < cardIds.length) throw commonProblems.missing();
  new Audit(em, clock, actor.userId).leave({
    action,
    subjectKind: 'project',
    subjectId: project.projectId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: [],
  });
  await em.flush();
  const codes = new Map(cards.map(({ id, code }) => [id, code]));
  return cardIds.flatMap((id) => codes.get(id) ?? []);
}
