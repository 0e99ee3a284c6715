import { defineEntity, p } from '@mikro-orm/core';
import type { ReleasedFigures } from '@forspring/domain/trust/release.rules';
import { Project } from '../projects/project.entity.ts';

/** The register of what was published: a project's figures about people as everybody outside its municipality has seen them since. */
export const FiguresReleaseSchema = defineEntity({
  name: 'FiguresRelease',
  tableName: 'figures_release',
  uniques: [{ properties: ['projectId', 'number'] }],
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id'),
    /** 1 for the first; the last is the one that is shown. */
    number: p.integer(),
    /** Whoever looked first: later ones outside see the same. */
    audience: p.text(),
    /** The threshold it was compared with earlier ones by. */
    thresholdCount: p.integer(),
    figures: p.json<ReleasedFigures>(),
    releasedAt: p.datetime(),
  },
});

export class FiguresRelease extends FiguresReleaseSchema.class {}
FiguresReleaseSchema.setClass(FiguresRelease);
