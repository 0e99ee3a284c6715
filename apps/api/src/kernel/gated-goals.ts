import { goalsWithReadings } from '@forspring/database/evaluation/evaluation-facts';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { changesOf } from '@forspring/domain/evaluation/evaluated-goals';
import { readingLimits } from '@forspring/domain/evaluation/goal-claim';
import { compareReadings } from '@forspring/domain/goals/goal.rules';
import type { LearningGoal } from '@forspring/domain/learning/learning';
import { notMeasured } from '@forspring/domain/measures/cell';
import * as estimators from '@forspring/statistics/change';
import type { Gate } from './gate.ts';
import { dividedEnds, gatedDivisions } from './gate-parts.ts';
import { baselineCell, readingCell, seenChanges } from './gate-reading.ts';

/**
 * The goals with their last reading past the gate and the evaluation's judgement. `visitCount`: the visits this audience is
 * shown, on which readings rest.
 */
export async function gatedGoals(
  em: EntityManager,
  projectId: string,
  gate: Gate,
  visitCount: number | null,
): Promise<LearningGoal[]> {
  const db = reader(em);
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
    const terms = { unit: goal.unit, tier: goal.tier, visitCount };
    const own = readings.filter((reading) => reading.goalId === goal.id).toSorted(compareReadings);
    const latest = own.at(-1);
    const outcome = outcomes.find((one) => one.goalId === goal.id);
    const divided = own.map((reading) => ({
      ...reading,
      ...readingLimits(reading, goal.unit ?? 'count', estimators),
      divisions: gatedDivisions(gate, reading, terms),
    }));
    return {
      id: goal.id,
      title: goal.title,
      indicatorDa: goal.titleDa ?? '',
      indicatorEn: goal.titleEn ?? '',
      unit: goal.unit,
      baseline: baselineCell(gate, goal, goal.tier),
      targetValue: goal.targetValue,
      result: latest ? readingCell(gate, latest, terms) : notMeasured,
      divided: dividedEnds(divided, goal.unit),
      lockedChanges: seenChanges(gate, changesOf(changes, 'goal', goal.id)),
      attainment: outcome?.attainment ?? null,
      // Kept as 0 while nothing was measured.
      evidenceLevel: outcome?.evidenceLevel || null,
      comment: outcome?.comment ?? '',
    };
  });
}
