import { mayListProjects, mayViewProject } from '@forspring/domain/projects/project.abilities';
import { listProjectsInput, projectPage, shownProject } from '@forspring/domain/projects/shown-project';
import { query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { listProjects } from './list-projects.ts';
import { showProject } from './show-project.ts';

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
});
