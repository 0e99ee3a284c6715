import { Evaluation } from '@forspring/database/evaluation/evaluation.entity';
import { EvaluationNote } from '@forspring/database/evaluation/evaluation-note.entity';
import { forbiddenEffectWord } from '@forspring/domain/measures/effect-claims';
import { evaluationProblems } from '@forspring/domain/evaluation/evaluation.problems';
import { highestLevel } from '@forspring/domain/evaluation/evaluation.rules';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { CommandContext } from '../../kernel/context.ts';
import { outcomeLevels } from './evaluation.store.ts';

/** Puts a correction beside a frozen evaluation; it may claim no more than the evaluation could. */
export async function addNote(
  ctx: CommandContext & { project: ProjectPlace },
  { id, text }: { id: string; text: string },
): Promise<{ id: string }> {
  const { em, actor, clock, project, audit } = ctx;
  const evaluation = await em.findOne(Evaluation, { projectId: project.projectId });
  if (evaluation?.status !== 'approved') throw evaluationProblems.notFrozen();
  const word = forbiddenEffectWord(text, highestLevel(await outcomeLevels(em, evaluation.id)));
  if (word !== null) throw evaluationProblems.causeClaimed('text', word);
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
