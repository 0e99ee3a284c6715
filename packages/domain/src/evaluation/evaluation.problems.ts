import { type FieldProblem, Problem } from '../measures/problem.ts';
import type { ProjectStatus } from '../projects/project.ts';

/** Problems with evaluations; texts are found by code in the browser. */
export const evaluationProblems = {
  notEvaluable: (status: ProjectStatus) =>
    new Problem({ code: 'evaluation.notEvaluable', kind: 'closed', params: { status } }),
  underReview: () => new Problem({ code: 'evaluation.underReview', kind: 'closed' }),
  frozen: () => new Problem({ code: 'evaluation.frozen', kind: 'closed' }),
  notSubmitted: () => new Problem({ code: 'evaluation.notSubmitted', kind: 'closed' }),
  notFrozen: () => new Problem({ code: 'evaluation.notFrozen', kind: 'closed' }),
  /** No project of that place and year has an approved evaluation. */
  noneFrozen: () => new Problem({ code: 'evaluation.noneFrozen', kind: 'missing' }),
  /** A text speaks of cause where nothing was compared. */
  effectClaimed: () => new Problem({ code: 'evaluation.effectClaimed', kind: 'refused' }),
  correctionDone: () => new Problem({ code: 'evaluation.correctionDone', kind: 'closed' }),
  correctionClaims: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'text', code: 'evaluation.correctionClaims', params: {} }],
    }),
  /** Sent back with neither a comment nor one beside a paragraph. */
  returnNeedsComment: () =>
    new Problem({
      code: 'evaluation.returnNeedsComment',
      kind: 'invalid',
      fields: [{ path: 'comment', code: 'evaluation.returnNeedsComment', params: {} }],
    }),
  unknownParagraph: () =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: 'paragraph', code: 'evaluation.unknownParagraph', params: {} }],
    }),
  ownSubmission: () => new Problem({ code: 'evaluation.ownSubmission', kind: 'refused' }),
  incomplete: (fields: FieldProblem[]) => new Problem({ code: 'evaluation.incomplete', kind: 'invalid', fields }),
  causeClaimed: (path: string, word: string) =>
    new Problem({
      code: 'evaluation.causeClaimed',
      kind: 'invalid',
      params: { word },
      fields: [{ path, code: 'evaluation.causeClaimed', params: { word } }],
    }),
  /** A mark of a core element that the project's recipe does not have. */
  unknownElement: (index: number) =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: `elements.${index}.element`, code: 'evaluation.unknownElement', params: {} }],
    }),
  unknownGoal: (index: number) =>
    new Problem({
      code: 'invalid',
      kind: 'invalid',
      fields: [{ path: `outcomes.${index}.goalId`, code: 'evaluation.unknownGoal', params: {} }],
    }),
};
