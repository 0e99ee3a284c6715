import { monthOf, yearOf } from '@forspring/domain/measures/day';
import type { PlacesForNewProject } from '@forspring/domain/projects/shown-project';
import type { SignedInContext } from '../../kernel/context.ts';
import { placesToAddIn } from '../../kernel/places-to-add-in.ts';

/** Where this person may start a project, and the year it is most likely for. */
export async function listNewPlaces(ctx: SignedInContext): Promise<PlacesForNewProject> {
  const today = ctx.clock.today();
  // From autumn on, committees plan the year to come.
  const proposedYear = yearOf(today) + (monthOf(today).slice(5) >= '08' ? 1 : 0);
  return { proposedYear, municipalities: await placesToAddIn(ctx) };
}
