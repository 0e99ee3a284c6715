import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { defaultThresholds, type Thresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';

/** Each municipality's thresholds as they are now, in one query; the default for an unknown one. */
export async function readThresholds(em: EntityManager): Promise<(municipalityId: string) => Thresholds> {
  const rows = await reader(em)
    .selectFrom('municipality')
    .select(['id', 'thresholdCount', 'funderThresholdCount', 'publicThresholdCount'])
    .execute();
  const known = new Map(rows.map(({ id, ...chosen }) => [id, thresholdsFrom(chosen)]));
  const otherwise = thresholdsFrom(defaultThresholds);
  return (municipalityId) => known.get(municipalityId) ?? otherwise;
}
