import type { ProcessFigures } from '@forspring/domain/evaluation/evaluation';
import type { FrozenGoal, WithheldNames } from '@forspring/domain/evaluation/frozen-evaluation';
import type { ShownDivision } from '@forspring/domain/goals/part';
import type { PulseSum } from '@forspring/domain/participation/kiosk';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import { gateFor } from '../../kernel/gate.ts';
import { gatedDivisions } from '../../kernel/gate-parts.ts';
import { readingCell } from '../../kernel/gate-reading.ts';
import { shownPulseOf } from './shown-fidelity.ts';
import { shownProcessOf } from './shown-process.ts';

const audiences = ['municipality', 'otherDistrict', 'funder', 'public'] as const satisfies readonly Audience[];

interface Numbers {
  tier: Tier | null;
  process: ProcessFigures;
  goals: readonly FrozenGoal[];
  pulse: readonly PulseSum[];
  thresholds: Thresholds;
}

/**
 * Which numbers the gate withholds from each audience outside the project, by name (`visits`, `goals.<id>`): the state of
 * suppression an evaluation is frozen with. Of a divided reading the groups (`goals.<id>.<dimension>.<category>`), of the
 * answers at the door the questions (`pulse.<question>`); surveys are frozen as each audience sees them and say it themselves.
 */
export function withheldFrom({ tier, process, goals, pulse, thresholds }: Numbers): WithheldNames {
  return Object.fromEntries(
    audiences.map((audience) => {
      const gate = gateFor(audience, { tier, thresholds });
      const figures = Object.entries(shownProcessOf(process, { gate, tier })).flatMap(([name, cell]) =>
        typeof cell === 'object' && cell !== null && 'kind' in cell && cell.kind === 'withheld' ? [name] : [],
      );
      const readings = goals.flatMap((goal) => {
        const last = goal.measurements.at(-1);
        const terms = {
          unit: goal.indicator?.unit ?? null,
          tier: tier === 'individual' ? tier : goal.tier,
          visitCount: process.visitCount,
        };
        const groups = goal.measurements.flatMap((reading) => withheldGroups(gatedDivisions(gate, reading, terms)));
        const isHidden = last !== undefined && readingCell(gate, last, terms).kind === 'withheld';
        return [...(isHidden ? [''] : []), ...groups].map((name) => `goals.${goal.id}${name}`);
      });
      const door = shownPulseOf(pulse, gate).flatMap(({ question, yes }) =>
        yes.kind === 'withheld' ? [`pulse.${question}`] : [],
      );
      return [audience, [...figures, ...readings, ...door]];
    }),
  );
}

function withheldGroups(divisions: readonly ShownDivision[]): string[] {
  return divisions.flatMap(({ dimension, parts }) =>
    parts.flatMap(({ category, result }) => (result.kind === 'withheld' ? [`.${dimension}.${category ?? ''}`] : [])),
  );
}
