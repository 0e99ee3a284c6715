import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { LearningGoal } from '@forspring/domain/learning/learning';
import { type Cell, notMeasured, valueCell } from '@forspring/domain/measures/cell';
import type { Interval } from '@forspring/domain/measures/interval';
import type { Gate } from './gate.ts';

/** The goals with their last reading past the gate and the evaluation's judgement, in one query. */
export async function gatedGoals(em: EntityManager, projectId: string, gate: Gate): Promise<LearningGoal[]> {
  const rows = await reader(em)
    .selectFrom('goal')
    .leftJoin('indicator', 'indicator.id', 'goal.indicatorId')
    .leftJoin('projectFigures as figures', 'figures.projectId', 'goal.projectId')
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
      'figures.visitCount',
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
    result: hiddenVisits(gate, row.visitCount) ?? resultCell(gate, row),
    attainment: row.attainment,
    evidenceLevel: row.evidenceLevel,
    comment: row.comment ?? '',
  }));
}

/** A mean a session, times its sessions, is the number of visits: where those are withheld no reading is shown. */
function hiddenVisits(gate: Gate, visitCount: number | null): Cell<never> | null {
  const visits = gate.visits(visitCount);
  return visits.kind === 'withheld' ? visits : null;
}

interface Reading {
  unit: 'count' | 'share' | 'mean' | 'oere' | 'yesNo' | null;
  value: number | null;
  numeratorCount: number | null;
  baseCount: number | null;
}

/** The last reading: a share with its interval, a mean with its base, a count as people, money and yes/no as work. */
function resultCell(gate: Gate, { unit, value, numeratorCount, baseCount }: Reading): Cell<Interval> {
  if (value === null) return notMeasured;
  if (unit === 'share' && numeratorCount !== null && baseCount !== null)
    return gate.share({ x: numeratorCount, n: baseCount });
  // Without its base nobody can tell whether a share or a mean rests on too few.
  if (unit === 'share' || unit === 'mean') {
    const cell = gate.mean({ value, n: baseCount ?? 1 });
    return cell.kind === 'value' ? valueCell({ estimate: value, lower: null, upper: null, n: cell.value.n }) : cell;
  }
  const cell = unit === 'count' ? gate.persons(value) : gate.work(value);
  if (cell.kind === 'zero') return valueCell({ estimate: 0, lower: null, upper: null, n: 0 });
  return cell.kind === 'value' ? valueCell({ estimate: value, lower: null, upper: null, n: baseCount ?? 0 }) : cell;
}
