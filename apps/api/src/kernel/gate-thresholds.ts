import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { Actor } from '@forspring/domain/people/actor';
import { defaultThresholds, type Thresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import { mayRegister } from '@forspring/domain/participation/participation.abilities';
import { audienceOf, type Gate, gateFor } from './gate.ts';

/** Each municipality's thresholds as they are now, in one query; the default for an unknown one. */
export async function readThresholds(em: EntityManager): Promise<(municipalityId: string) => Thresholds> {
  const rows = await reader(em)
    .selectFrom('municipality')
    .select(['id', 'thresholdCount', 'funderThresholdCount', 'publicThresholdCount'])
    .execute();
  const known = new Map(rows.map(({ id, ...chosen }) => [id, thresholdsFrom(chosen)]));
  const otherwise = thresholdsFrom(defaultThresholds);
  return (municipalityId) => known.get(municipalityId) ?? otherwise;
}

/** The gate between one project and one person, as its municipality has set it. */
export async function openGate(em: EntityManager, actor: Actor, project: ProjectPlace): Promise<Gate> {
  const thresholds = await readThresholds(em);
  return gateFor(audienceOf(actor, project), { tier: project.tier, thresholds: thresholds(project.municipalityId) });
}

/**
 * The gate of the pages on which attendance is written: whoever may register in the project meets the numbers they
 * write, everybody else those of their audience.
 */
export async function openRegister(em: EntityManager, actor: Actor, project: ProjectPlace): Promise<Gate> {
  const thresholds = await readThresholds(em);
  const audience = mayRegister(actor, project) ? 'project' : audienceOf(actor, project);
  return gateFor(audience, { tier: project.tier, thresholds: thresholds(project.municipalityId) });
}
