import { z } from 'zod';
import { similarProject } from '@forspring/domain/learning/similar-project';
import { newProject, planChange } from '@forspring/domain/projects/plan';
import {
  mayAddProject,
  mayArchive,
  mayChangeLocked,
  mayDecide,
  mayEditPlan,
  mayListProjects,
  mayMoveAsOwner,
  mayPause,
  mayStop,
  mayViewProject,
} from '@forspring/domain/projects/project.abilities';
import {
  decisionInput,
  historyPage,
  listProjectsInput,
  lockedPlanChange,
  moveComment,
  movedProject,
  placesForNewProject,
  projectPage,
  savedPlan,
  shownPlan,
  shownProject,
  shownSubmission,
} from '@forspring/domain/projects/shown-project';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addProject } from './add-project.ts';
import { changeLocked } from './change-locked.ts';
import { decideProject } from './decide-project.ts';
import { listHistory } from './list-history.ts';
import { listNewPlaces } from './list-new-places.ts';
import { listProjects } from './list-projects.ts';
import { listSimilar } from './list-similar.ts';
import { moveProject } from './move-project.ts';
import { resumeProject } from './resume-project.ts';
import { setPlan } from './set-plan.ts';
import { showPlan } from './show-plan.ts';
import { showProject } from './show-project.ts';
import { showSubmission } from './show-submission.ts';
import { startProject } from './start-project.ts';
import { stopProject } from './stop-project.ts';
import { submitProject } from './submit-project.ts';

const withComment = z.object({ comment: moveComment.default('') });

export const projectRouter = router({
  show: query
    .onProject(mayViewProject)
    .output(shownProject)
    .query(({ ctx }) => showProject(ctx)),
  list: query
    .by(mayListProjects)
    .input(listProjectsInput)
    .output(projectPage)
    .query(({ ctx, input }) => listProjects(ctx, input)),
  listNewPlaces: query
    .by(mayAddProject)
    .output(placesForNewProject)
    .query(({ ctx }) => listNewPlaces(ctx)),
  listSimilar: query
    .onProject(mayViewProject)
    .output(z.array(similarProject))
    .query(({ ctx }) => listSimilar(ctx)),
  listHistory: query
    .onProject(mayViewProject)
    .output(historyPage)
    .query(({ ctx }) => listHistory(ctx)),
  showPlan: query
    .onProject(mayViewProject)
    .output(shownPlan)
    .query(({ ctx }) => showPlan(ctx)),
  showSubmission: query
    .onProject(mayViewProject)
    .output(shownSubmission)
    .query(({ ctx }) => showSubmission(ctx)),
  add: command
    .by(mayAddProject)
    .input(newProject)
    .output(z.object({ id: z.uuid(), version: z.number().int() }))
    .mutation(({ ctx, input }) => addProject(ctx, input)),
  setPlan: command
    .onProject(mayEditPlan)
    .input(planChange)
    .output(savedPlan)
    .mutation(({ ctx, input }) => setPlan(ctx, input)),
  changeLocked: command
    .onProject(mayChangeLocked)
    .input(lockedPlanChange)
    .output(savedPlan)
    .mutation(({ ctx, input }) => changeLocked(ctx, input)),
  submit: command
    .onProject(mayMoveAsOwner)
    .input(withComment)
    .output(movedProject)
    .mutation(({ ctx, input }) => submitProject(ctx, input)),
  takeBack: command
    .onProject(mayMoveAsOwner)
    .output(movedProject)
    .mutation(({ ctx }) => moveProject(ctx, { to: 'draft', action: 'takeBackProject' })),
  decide: command
    .onProject(mayDecide)
    .input(decisionInput)
    .output(movedProject)
    .mutation(({ ctx, input }) => decideProject(ctx, input)),
  start: command
    .onProject(mayMoveAsOwner)
    .output(movedProject)
    .mutation(({ ctx }) => startProject(ctx)),
  pause: command
    .onProject(mayPause)
    .input(withComment)
    .output(movedProject)
    .mutation(({ ctx, input }) => moveProject(ctx, { to: 'paused', comment: input.comment, action: 'pauseProject' })),
  resume: command
    .onProject(mayPause)
    .input(withComment)
    .output(movedProject)
    .mutation(({ ctx, input }) => resumeProject(ctx, input)),
  close: command
    .onProject(mayMoveAsOwner)
    .input(withComment)
    .output(movedProject)
    .mutation(({ ctx, input }) => moveProject(ctx, { to: 'closed', comment: input.comment, action: 'closeProject' })),
  stop: command
    .onProject(mayStop)
    .input(z.object({ reason: moveComment }))
    .output(movedProject)
    .mutation(({ ctx, input }) => stopProject(ctx, input)),
  setArchived: command
    .onProject(mayArchive)
    .output(movedProject)
    .mutation(({ ctx }) => moveProject(ctx, { to: 'archived', action: 'archiveProject' })),
});
