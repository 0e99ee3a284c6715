import type { MeasurementMethod, MeasurementMode } from '@forspring/domain/goals/goal';
import { disaggregations, type MeasurementPart } from '@forspring/domain/goals/part';
import { storedParts } from '@forspring/domain/goals/part.rules';
import { addDays, yearOf } from '@forspring/domain/measures/day';
import { indicatorCards, indicatorId } from '../indicators.ts';
import type { GoalPlan, Reading } from '../recipes/recipe.ts';
import { storyId } from '../story-id.ts';
import type { CodeCount } from './tell-codes.ts';
import type { ToldSessions } from './tell-sessions.ts';
import { personId } from './tell-people.ts';
import type { Telling } from './telling.ts';

/** What the story's own sessions and cards say. */
interface Counted extends ToldSessions {
  codes: CodeCount | null;
}

/** Adds goals and what was measured on them; readings marked as counted come from the sessions. */
export function tellGoals(telling: Telling, counted: Counted): void {
  const { edition, recipe, rows, days, projectId, name, year, startsOn, endsOn } = telling;
  recipe.goals.forEach((printed, position) => {
    const plan: GoalPlan = { ...printed, ...edition.goals?.[printed.key] };
    const id = storyId(`goal/${name}/${plan.key}`);
    rows.add('goal', {
      id,
      projectId,
      indicatorId: indicatorId(plan.indicator),
      position,
      tier: recipe.tier,
      title: titleOf(plan, printed, counted),
      baselineValue: plan.baseline,
      baselineMissing: plan.baseline === null ? 'notApplicable' : null,
      baselineOn: plan.baseline === null ? null : addDays(startsOn, -35),
      targetValue: plan.target,
      deadlineOn: endsOn,
      responsible: 'Tovholder',
      assumption: plan.assumption,
      baselineBaseCount: plan.baseline === null ? null : (plan.baselineCount ?? null),
      isChosenByBaseline: plan.isChosenByBaseline ?? false,
      ...(edition.offset === 0 && plan.comparison
        ? { design: plan.comparison.design, comparison: plan.comparison.text }
        : {}),
    });
    const tellReading = (name: string, { reading, on }: DatedReading): boolean => {
      const measured = valueOf(plan, on, reading, counted);
      if (measured)
        rows.add('measurement', {
          id: storyId(`measurement/${name}`),
          goalId: id,
          measuredOn: on,
          value: measured.value,
          missing: null,
          numeratorCount: measured.of?.[0] ?? null,
          baseCount: measured.of?.[1] ?? null,
          method: plan.method,
          mode: plan.mode ?? usualModes[plan.method],
          parts: partsOf(plan, reading),
          note: reading.note ?? '',
          recordedById: personId(edition.owner),
          recordedAt: days.at(addDays(on, 1), 600),
        });
      return measured !== null;
    };
    if (edition.offset === -1 && plan.earlyLastYear)
      tellReading(`${id}/early`, { reading: plan.earlyLastYear, on: `${year}-${plan.earlyLastYear.on}` });
    const latest = readingOf(telling, plan);
    const isMeasured = latest !== null && tellReading(id, latest);
    if (isMeasured && edition.offset === 0) tellComparison(telling, plan, id, latest.on);
    if (edition.lockedChange?.goal === plan.key)
      rows.add('lockedChange', {
        id: storyId(`locked-change/${name}`),
        projectId,
        subjectKind: 'goal',
        subjectId: id,
        field: 'targetValue',
        fromText: edition.lockedChange.fromText,
        toText: edition.lockedChange.toText,
        reason: edition.lockedChange.reason,
        byId: personId(edition.owner),
        at: days.at(days.passed(`${year}-03-24`, 5), 640),
      });
  });
}

/** The groups of a reading, as the form would have stored them. */
function partsOf({ indicator }: GoalPlan, { parts = {} }: Reading): MeasurementPart[] {
  const written = disaggregations.flatMap((dimension) =>
    Object.entries(parts[dimension] ?? {}).map(([category, found]): MeasurementPart => {
      const [numeratorCount, baseCount] = typeof found === 'number' ? [null, null] : found;
      return { dimension, category, value: typeof found === 'number' ? found : null, numeratorCount, baseCount };
    }),
  );
  return storedParts(indicatorCards[indicator].unit, written);
}

/** How readings of each method are usually collected. */
const usualModes = {
  registration: 'headcount',
  survey: 'screen',
  interview: 'conversation',
  register: 'records',
  observation: 'headcount',
  count: 'records',
} as const satisfies Record<MeasurementMethod, MeasurementMode>;

/** What was found in the group a goal is compared with, on the days the project itself was measured. */
function tellComparison({ rows, edition, startsOn, days }: Telling, plan: GoalPlan, goalId: string, on: string): void {
  if (!plan.comparison) return;
  for (const [at, [part, base], measuredOn] of [
    ['before', plan.comparison.before, addDays(startsOn, -35)],
    ['after', plan.comparison.after, on],
  ] as const)
    rows.add('comparisonReading', {
      id: storyId(`comparison-reading/${goalId}/${at}`),
      goalId,
      measuredOn,
      value: part / base,
      numeratorCount: part,
      baseCount: base,
      spread: null,
      note: 'Samme skema, udfyldt i klassen.',
      recordedById: personId(edition.owner),
      recordedAt: days.at(addDays(on, 1), 605),
    });
}

/** The printed title names its figures; where a district chose others or the year has another number of evenings, those stand in it. */
function titleOf(plan: GoalPlan, printed: GoalPlan, { sessionCount }: ToldSessions): string {
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const isShare = indicatorCards[plan.indicator].unit === 'share';
  let title = plan.indicator === 'sessions-held' ? plan.title.replace(/ af \d+/, ` af ${sessionCount}`) : plan.title;
  if (plan.target !== printed.target)
    title = title.replace(
      isShare ? percent(printed.target) : String(printed.target),
      isShare ? percent(plan.target) : String(plan.target),
    );
  if (plan.baseline !== null && printed.baseline !== null && plan.baseline !== printed.baseline)
    title = title.replace(percent(printed.baseline), percent(plan.baseline));
  return title;
}

interface DatedReading {
  reading: Reading;
  on: string;
}

function readingOf({ edition, year, recordedUntil, days }: Telling, plan: GoalPlan): DatedReading | null {
  const reading = edition.offset === -1 ? plan.lastYear : edition.offset === 0 ? plan.thisYear : undefined;
  if (!reading) return null;
  const on = `${year}-${reading.on}`;
  if (on <= recordedUntil) return { reading, on };
  const earlier = days.passed(on, 10);
  return reading.isPinned && yearOf(earlier) === year ? { reading, on: earlier } : null;
}

function valueOf(
  { indicator }: GoalPlan,
  on: string,
  { value, of }: Reading,
  { held, codes }: Counted,
): { value: number; of?: readonly [number, number] } | null {
  if (value !== 'counted') return of ? { value, of } : { value };
  if (indicator === 'regular-codes')
    return codes && { value: codes.regularCount / codes.issuedCount, of: [codes.regularCount, codes.issuedCount] };
  const until = held.filter((session) => session.heldOn <= on);
  const visitCount = until.reduce((sum, session) => sum + session.visitCount, 0);
  if (indicator === 'sessions-held') return { value: until.length };
  if (indicator === 'contacts') return { value: visitCount };
  return until.length > 0
    ? { value: Math.round((visitCount / until.length) * 10) / 10, of: [visitCount, until.length] }
    : null;
}
