import type { ShownProposedDay } from '@forspring/domain/participation/series';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { proposedDays } from './participation.store.ts';

/** Every day of a series that is thought of, with holidays proposed as skips and why. */
export function proposeSeriesDays(
  { em, project }: SignedInContext & { project: ProjectPlace },
  days: { rule: string; firstOn: string; lastOn: string },
): Promise<ShownProposedDay[]> {
  return proposedDays(em, project.municipalityId, days);
}
