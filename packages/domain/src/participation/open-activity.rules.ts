import type { Day } from '../measures/day.ts';
import type { FigureName } from './figures.ts';
import { type OpenActivityKind, unitOfKind } from './open-activity.ts';

/**
 * What one open activity adds to its project's kept figures. Outreach makes contacts, the same unit as at an evening round, so they share one
 * sum; people present and conversations are in no kept figure and never become visits, young people or contacts.
 */
export function openActivityFigures(activity: {
  kind: OpenActivityKind;
  count: number;
}): Partial<Record<FigureName, number>> {
  return unitOfKind[activity.kind] === 'contact' ? { contactCount: activity.count } : {};
}

/** The quarter of a day, `2026-K4`. */
export function quarterOf(on: Day): string {
  return `${on.slice(0, 4)}-K${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
}

/** The first day of a day's month: all that is kept of when a quiet activity was. */
export function monthStartOf(on: Day): Day {
  return `${on.slice(0, 7)}-01`;
}
