import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { LearningGoal } from '@forspring/domain/learning/learning';
import type { Gate } from './gate.ts';
import { readingCell } from './gate-reading.ts';

/**
 * The goals with their last reading past the gate and the evaluation's judgement, in one query. `visitCount`: the visits
 * this audience is shown, on which readings rest.
 */
export async function gatedGoals(
  em: EntityManager,
  projectId: string,
  gate: Gate,
  visitCount: number | null,
): Promise<LearningGoal[]> {
  const rows = await reader(em)
    .selectFrom('goal')
    .leftJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .leftJoin('goalOutcome', 'goalOutcome.goalId', 'goal.id')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('measurement')
          .whereRef('measurement.goalId', '=', 'goal.id')
          .orderBy('measurement.measuredOn', 'desc')
          .orderBy('measurement.recordedAt', 'desc')
          .limit(1)
          .select(['measurement.value', 'measurement.numeratorCount', 'measurement.baseCount'])
          .as('latest'),
      (join) => join.onTrue(),
    )
    .where('goal.projectId', '=', projectId)
    .orderBy('goal.position')
    .select([
      'goal.id',
      'goal.title',
      'goal.tier',
      'goal.baselineValue',
      'goal.targetValue',
      'indicator.titleDa',
      'indicator.titleEn',
      'indicator.unit',
      'latest.value',
      'latest.numeratorCount',
      'latest.baseCount',
      'goalOutcome.attainment',
      'goalOutcome.evidenceLevel',
      'goalOutcome.comment',
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    indicatorDa: row.titleDa ?? '',
    indicatorEn: row.titleEn ?? '',
    unit: row.unit,
    baselineValue: row.baselineValue,
    targetValue: row.targetValue,
    result: readingCell(gate, row, { ...row, visitCount }),
    attainment: row.attainment,
    // Kept as 0 while nothing was measured.
    evidenceLevel: row.evidenceLevel === 0 ? null : row.evidenceLevel,
    comment: row.comment ?? '',
  }));
}
