import { reader } from '@forspring/database/reader';
import { notMeasured } from '@forspring/domain/measures/cell';
import type { ShownDose } from '@forspring/domain/participation/dose';
import { doseBands } from '@forspring/domain/participation/dose.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { findDose } from '../../kernel/dose.ts';
import { openGate } from '../../kernel/gate-thresholds.ts';

/** Dose per card in bands, the median and drop-out, through the gate; null where no card has been shown. */
export async function showDose({
  em,
  actor,
  project,
  clock,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownDose | null> {
  const { startsOn, endsOn } = await reader(em)
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select(['startsOn', 'endsOn'])
    .executeTakeFirstOrThrow();
  const dose = await findDose(em, { id: project.projectId, startsOn, endsOn }, clock.today());
  if (dose === null) return null;
  const gate = await openGate(em, actor, project);
  // The number of cards stands under the median and the drop-out too.
  const { parts, total } = gate.list(dose.bandCounts, { totalStays: true });
  const { medianCount, left } = dose;
  return {
    bands: doseBands.map((band, index) => ({ band, cards: parts[index] ?? notMeasured })),
    cards: total,
    median: gate.median(medianCount === null ? null : { value: medianCount, n: dose.cardCount }),
    dropOut: gate.share(left === null ? null : { x: left.leftCount, n: left.cardCount }),
    sinceOn: left?.sinceOn ?? null,
  };
}
