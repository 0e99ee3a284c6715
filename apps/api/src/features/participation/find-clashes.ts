import { expandRule, isRule } from '@forspring/calendar/recurrence';
import type { ClashAsk, FoundClashes } from '@forspring/domain/participation/calendar';
import { overlaps, type Slot } from '@forspring/domain/participation/calendar.rules';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { bookingsAt, clashOf } from './calendar.store.ts';
import { assertPlaces } from './participation.store.ts';

/** The most clashes told at once: one for each day of the longest series. */
const maxTold = 400;

/**
 * What else is booked at a venue while sessions are being planned there, in every project of the municipality. It is
 * pointed out, never forbidden: two groups may well share a hall.
 */
export async function findClashes(
  { em, actor, project }: SignedInContext & { project: ProjectPlace },
  { venueId, exceptSeriesId, exceptSessionId, series, times }: ClashAsk,
): Promise<FoundClashes> {
  await assertPlaces(em, project, { venueId, organisationId: null });
  if (series !== null && !isRule(series.rule)) throw participationProblems.notARule();
  const wanted: Slot[] =
    series === null
      ? times
      : expandRule({ rule: series.rule, startsOn: series.firstOn, endsOn: series.lastOn }).map((onDay) => ({
          onDay,
          startMinute: series.startMinute,
          endMinute: series.endMinute,
        }));
  const days = wanted.map(({ onDay }) => onDay).toSorted();
  const [firstOn, lastOn] = [days[0], days.at(-1)];
  if (firstOn === undefined || lastOn === undefined) return { clashes: [] };
  const bookings = (await bookingsAt(em, actor, [venueId], firstOn, lastOn)).filter(
    ({ id, seriesId }) => id !== exceptSessionId && (exceptSeriesId === null || seriesId !== exceptSeriesId),
  );
  const clashes = wanted.flatMap((slot) =>
    bookings
      .filter((booking) => overlaps(slot, booking))
      .map((booking) => ({ ...clashOf(booking), wantedOn: slot.onDay })),
  );
  return { clashes: clashes.slice(0, maxTold) };
}
