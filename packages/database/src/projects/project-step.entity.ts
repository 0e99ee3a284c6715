import { defineEntity, p } from '@mikro-orm/core';
import { projectStatuses } from '@forspring/domain/projects/project';
import { User } from '../people/user.entity.ts';
import { Project } from './project.entity.ts';

/** One move of a project's status: from, to, by whom, when and with what comment. */
export const ProjectStepSchema = defineEntity({
  name: 'ProjectStep',
  tableName: 'project_step',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    fromStatus: p.enum(projectStatuses),
    toStatus: p.enum(projectStatuses),
    comment: p.text().default(''),
    byId: () => p.manyToOne(User).mapToPk().fieldName('by_id'),
    at: p.datetime(),
  },
});

export class ProjectStep extends ProjectStepSchema.class {}
ProjectStepSchema.setClass(ProjectStep);
