import { goalsWithReadings } from '@forspring/database/evaluation/evaluation-facts';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { Reader } from '@forspring/database/tables';
import { changesOf } from '@forspring/domain/evaluation/evaluated-goals';
import { type FrozenGoal, frozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import { readingLimits } from '@forspring/domain/evaluation/goal-claim';
import { compareReadings } from '@forspring/domain/goals/goal.rules';
import type { LearningGoal } from '@forspring/domain/learning/learning';
import { notMeasured } from '@forspring/domain/measures/cell';
import * as estimators from '@forspring/statistics/change';
import type { Gate } from './gate.ts';
import { dividedEnds, gatedDivisions } from './gate-parts.ts';
import { baselineCell, readingCell, seenChanges } from './gate-reading.ts';

/** A goal as it is told on: its readings earliest first, as they stand or as they were frozen. */
type ToldGoal = Pick<
  FrozenGoal,
  | 'id'
  | 'title'
  | 'tier'
  | 'baselineValue'
  | 'baselineMissing'
  | 'baselineOn'
  | 'baselineBaseCount'
  | 'baselineSpread'
  | 'targetValue'
  | 'level'
  | 'comment'
  | 'lockedChanges'
> & {
  indicator: Pick<NonNullable<FrozenGoal['indicator']>, 'titleDa' | 'titleEn' | 'unit'> | null;
  attainment: LearningGoal['attainment'];
  measurements: readonly Omit<FrozenGoal['measurements'][number], 'method' | 'mode' | 'fromOn' | 'version' | 'note'>[];
};

/**
 * The goals with their readings past the gate and the evaluation's judgement. `visitCount`: the visits this audience is
 * shown, on which readings rest. Outside the municipality the readings are those of the approved evaluation: what is
 * corrected later would tell, beside what was shown before, those few who came in between.
 */
export async function gatedGoals(
  em: EntityManager,
  projectId: string,
  gate: Gate,
  visitCount: number | null,
): Promise<LearningGoal[]> {
  const db = reader(em);
  const isInside = gate.audience === 'project' || gate.audience === 'municipality';
  const told = (isInside ? null : await frozenGoals(db, projectId)) ?? (await presentGoals(db, projectId));
  return told.map((goal) => {
    const unit = goal.indicator?.unit ?? null;
    const terms = { unit, tier: goal.tier, visitCount };
    const latest = goal.measurements.at(-1);
    const divided = goal.measurements.map((reading) => ({
      ...reading,
      divisions: gatedDivisions(gate, reading, terms),
    }));
    return {
      id: goal.id,
      title: goal.title,
      indicatorDa: goal.indicator?.titleDa ?? '',
      indicatorEn: goal.indicator?.titleEn ?? '',
      unit,
      baseline: baselineCell(gate, { ...goal, unit }, goal.tier),
      targetValue: goal.targetValue,
      result: latest ? readingCell(gate, latest, terms) : notMeasured,
      divided: dividedEnds(divided, unit),
      lockedChanges: seenChanges(gate, goal.lockedChanges),
      attainment: goal.attainment,
      // Kept as 0 while nothing was measured.
      evidenceLevel: goal.level || null,
      comment: goal.comment,
    };
  });
}

/** The goals of an approved evaluation; null where there is none. */
async function frozenGoals(db: Reader, projectId: string): Promise<ToldGoal[] | null> {
  const row = await db
    .selectFrom('evaluation')
    .where('projectId', '=', projectId)
    .where('status', '=', 'approved')
    .select('frozen')
    .executeTakeFirst();
  return row?.frozen ? frozenEvaluation.parse(row.frozen).goals : null;
}

async function presentGoals(db: Reader, projectId: string): Promise<ToldGoal[]> {
  const [{ goals, readings, changes }, outcomes] = await Promise.all([
    goalsWithReadings(db, projectId),
    db
      .selectFrom('goalOutcome')
      .innerJoin('goal', 'goal.id', 'goalOutcome.goalId')
      .where('goal.projectId', '=', projectId)
      .select(['goalOutcome.goalId', 'attainment', 'evidenceLevel', 'comment'])
      .execute(),
  ]);
  return goals.map((goal) => {
    const { titleDa, titleEn, unit } = goal;
    const outcome = outcomes.find((one) => one.goalId === goal.id);
    return {
      ...goal,
      indicator: unit === null ? null : { titleDa: titleDa ?? '', titleEn: titleEn ?? '', unit },
      measurements: readings
        .filter((reading) => reading.goalId === goal.id)
        .toSorted(compareReadings)
        .map((reading) => ({ ...reading, ...readingLimits(reading, unit ?? 'count', estimators) })),
      lockedChanges: changesOf(changes, 'goal', goal.id),
      attainment: outcome?.attainment ?? null,
      level: outcome?.evidenceLevel ?? null,
      comment: outcome?.comment ?? '',
    };
  });
}
