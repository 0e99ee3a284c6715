import { storyId } from '../story-id.ts';
import { personId } from './tell-people.ts';
import type { Telling } from './telling.ts';

/** Adds started and completed for each half-year that has ended: all the individual tier has. */
export function tellHalfYears({ edition, recipe, rows, days, name, projectId, year }: Telling): void {
  recipe.halfYears?.forEach(([startedCount, completedCount], index) => {
    const endsOn = index === 0 ? `${year}-06-30` : `${year}-12-31`;
    if (edition.offset === 1 || endsOn >= days.anchorOn) return;
    rows.add('halfYearTotal', {
      id: storyId(`half-year/${name}/${index + 1}`),
      projectId,
      year,
      half: index + 1,
      startedCount,
      completedCount,
      registeredById: personId(edition.owner),
      registeredAt: days.at(index === 0 ? `${year}-07-06` : `${year + 1}-01-06`, 600),
    });
  });
}
