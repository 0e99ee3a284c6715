import { addDays } from '@forspring/domain/measures/day';
import { type AgeBand, type Gender, genders } from '@forspring/domain/participation/session';
import { entriesOf } from '../entries.ts';
import type { SeriesPlan } from '../recipes/recipe.ts';
import type { Telling } from './telling.ts';

/** What was registered one evening: the session's own columns and the headcounts that sum to its visits. */
export interface Evening {
  row: {
    visitCount: number;
    firstTimeCount: number | null;
    staffCount: number;
    staffMinutes: number;
    volunteerCount: number;
    volunteerMinutes: number;
  };
  headcounts: { ageBand: AgeBand; gender: Gender; personCount: number }[];
}

/** Indoors fills in the dark months and empties towards the summer; January to December. */
const season = [0.94, 1, 1.04, 0.96, 0.86, 0.74, 0.7, 0.92, 1.05, 1.1, 1.12, 0.92];

/** One life-like evening: how many came, how old, how many for the first time, and with how many adults. */
export function attendanceOf(
  telling: Telling,
  plan: SeriesPlan,
  heldOn: string,
  index: number,
  count: number,
): Evening {
  const { edition, chance } = telling;
  const { crowd } = plan;
  const month = Number(heldOn.slice(5, 7)) - 1;
  // Classes, teams and holidays have their own size whatever the month.
  const followsSeason =
    plan.skips === 'publicAndSchool' && crowd.newShare !== null && crowd.newShare > 0 && crowd.newShare < 0.3;
  const growth = 1 + (edition.trend ?? 0) * (index / Math.max(1, count - 1) - 0.5);
  const { crowdShift } = edition;
  const hasShifted = crowdShift !== undefined && heldOn >= addDays(telling.days.anchorOn, -crowdShift.daysAgo);
  const expected =
    crowd.mean *
    (edition.crowdShare ?? 1) *
    growth *
    (followsSeason ? (season[month] ?? 1) : 1) *
    (hasShifted ? crowdShift.share : 1);
  const visitCount = Math.max(1, Math.round(expected * chance.around(followsSeason ? 0.17 : 0.1)));
  const staffCount = Math.max(1, crowd.staff - (crowd.staff > 1 && chance.happens(0.04) ? 1 : 0));
  const volunteerCount = crowd.volunteers ? chance.between(Math.max(0, crowd.volunteers - 1), crowd.volunteers) : 0;
  const minutes = plan.endMinute - plan.startMinute;
  // Adults who run an evening come before and leave after.
  const around = minutes >= 180 ? 45 : 15;
  return {
    row: {
      visitCount,
      firstTimeCount: firstTimesOf(telling, plan, visitCount, index, month),
      staffCount,
      staffMinutes: staffCount * (minutes + around),
      volunteerCount,
      volunteerMinutes: volunteerCount * Math.min(minutes, 180),
    },
    headcounts: headcountsOf(telling, plan, visitCount),
  };
}

/** First visits: many when a place is new, some after the summer, few otherwise; null where nobody asked. */
function firstTimesOf(
  { edition, chance }: Telling,
  { crowd, countUnit }: SeriesPlan,
  visitCount: number,
  index: number,
  month: number,
): number | null {
  if (countUnit === 'contact') return null;
  if (chance.happens(edition.firstTimeMissingShare ?? 0)) return null;
  if (crowd.newShare === null) return 0;
  if (crowd.newShare === 0) return index === 0 ? visitCount : 0;
  if (crowd.newShare === 1) return visitCount;
  const opening = edition.isFirstYear ? [0.9, 0.5, 0.35, 0.2] : [0.34, 0.2, 0.14];
  const autumn = month === 7 || month === 8 ? 2 : 1;
  const share = Math.max(opening[index] ?? 0, crowd.newShare * autumn * chance.around(0.5));
  return Math.min(visitCount, Math.round(visitCount * share));
}

function headcountsOf({ chance }: Telling, { crowd }: SeriesPlan, visitCount: number): Evening['headcounts'] {
  const bands = entriesOf(crowd.bands);
  const genderWeights: Record<Gender, number> = { boy: 0.99 - crowd.girlShare, girl: crowd.girlShare, other: 0.01 };
  const cells = bands.flatMap(([ageBand, weight]) =>
    genders.map((gender) => ({ ageBand, gender, weight: weight * genderWeights[gender] })),
  );
  const counts = chance.split(
    visitCount,
    cells.map((cell) => cell.weight),
  );
  return cells
    .map(({ ageBand, gender }, at) => ({ ageBand, gender, personCount: counts[at] ?? 0 }))
    .filter(({ personCount }) => personCount > 0);
}
