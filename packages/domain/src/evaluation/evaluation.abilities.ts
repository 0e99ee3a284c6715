import { type Actor, isAny } from '../people/actor.ts';
import { isCoordinator, isOnBody, isOwner, mayDecide, mayViewProject } from '../projects/project.abilities.ts';
import type { ProjectPlace } from '../projects/project.ts';
import { evaluableStatuses, isWritable } from './evaluation.rules.ts';
import type { EvaluationStatus } from './evaluation.ts';

/** Whoever sees the whole project sees its evaluation once it has been submitted; its owner sees it always. */
export function mayViewEvaluation(actor: Actor, project: ProjectPlace): boolean {
  return mayViewProject(actor, project);
}

/** Only the owner writes the evaluation. */
export function mayWriteEvaluation(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project);
}

/** The body returns or approves; nobody who owns, made or submitted the project does. */
export function mayReviewEvaluation(actor: Actor, project: ProjectPlace): boolean {
  return mayDecide(actor, project);
}

/** A correction to a frozen evaluation is noted by its owner, its body or a coordinator. */
export function mayNoteEvaluation(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project) || isOnBody(actor, project) || isCoordinator(actor, project);
}

/** A correction is completed and sent by the owner or a coordinator. */
export function mayCorrectEvaluation(actor: Actor, project: ProjectPlace): boolean {
  return isOwner(actor, project) || isCoordinator(actor, project);
}

/** Everybody but partners may have received an evaluation, or have one to correct. */
export function mayReceiveCorrections(actor: Actor): boolean {
  return isAny(actor, 'owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer', 'funder');
}

/** What an actor may do with an evaluation now. Nobody approves what they submitted themselves. */
export function evaluationAbilities(
  actor: Actor,
  project: ProjectPlace,
  evaluation: { status: EvaluationStatus; submittedById: string | null } | null,
): { write: boolean; submit: boolean; review: boolean; addNote: boolean } {
  const isEvaluable = evaluableStatuses.includes(project.status);
  const mayWrite = mayWriteEvaluation(actor, project) && isEvaluable && isWritable(evaluation?.status ?? null);
  return {
    write: mayWrite,
    submit: mayWrite,
    review:
      isEvaluable &&
      evaluation?.status === 'submitted' &&
      evaluation.submittedById !== actor.userId &&
      mayReviewEvaluation(actor, project),
    addNote: evaluation?.status === 'approved' && mayNoteEvaluation(actor, project),
  };
}
