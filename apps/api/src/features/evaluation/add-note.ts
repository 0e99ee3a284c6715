import { Evaluation } from '@forspring/database/evaluation/evaluation.entity';
import { EvaluationNote } from '@forspring/database/evaluation/evaluation-note.entity';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';

/** Puts a correction beside a frozen evaluation. */
export async function addNote(
  ctx: CommandContext & { project: ProjectPlace },
  { id, text }: { id: string; text: string },
): Promise<{ id: string }> {
  const { em, actor, clock, project, audit } = ctx;
  const evaluation = await em.findOne(Evaluation, { projectId: project.projectId });
  if (evaluation?.status !== 'approved') throw evaluationProblems.notFrozen();
  if (await em.findOne(EvaluationNote, { id })) throw commonProblems.commandReused();
  em.create(
    EvaluationNote,
    { id, evaluationId: evaluation.id, text, byId: actor.userId, at: clock.now() },
    { persist: true },
  );
  await em.flush();
  audit.leave({
    action: 'addEvaluationNote',
    subjectKind: 'evaluationNote',
    subjectId: id,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
  });
  return { id };
}
