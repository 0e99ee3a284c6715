import type { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import {
  type listReleasesInput,
  type ReleasePage,
  releasesOnPage,
  type ShownRelease,
} from '@forspring/domain/trust/release';
import { releasedFigureNames } from '@forspring/domain/trust/release.rules';
import { maySeeTrail } from '@forspring/domain/trust/trust.abilities';
import type { SignedInContext } from '../../kernel/context.ts';
import { gateFor } from '../../kernel/gate.ts';
import { readThresholds } from '../../kernel/gate-thresholds.ts';
import { readHeldFigures, readReleases } from '../../kernel/releases.ts';

/**
 * One page of a municipality's register of releases, latest first: what everybody outside has been shown of its projects,
 * as they were shown it, and what has changed since and is held back.
 */
export async function listReleases(
  { em, actor }: SignedInContext,
  { municipalityId, page }: z.infer<typeof listReleasesInput>,
): Promise<ReleasePage> {
  if (!maySeeTrail(actor, municipalityId)) throw commonProblems.missing();
  const { rows, totalCount } = await readReleases(em, municipalityId, {
    limit: releasesOnPage,
    offset: (page - 1) * releasesOnPage,
  });
  // Of the individual tier nothing is said of one project, not even that something in it has changed.
  const current = rows.filter(({ isCurrent, tier }) => isCurrent && tier !== 'individual');
  const figures =
    current.length === 0
      ? []
      : await reader(em)
          .selectFrom('projectFigures')
          .where(
            'projectId',
            'in',
            current.map(({ projectId }) => projectId),
          )
          .select(['projectId', ...releasedFigureNames])
          .execute();
  const now = figures.map((one) => ({ ...one, visitMinutes: Number(one.visitMinutes), municipalityId }));
  const held = await readHeldFigures(em, now);
  const thresholds = (await readThresholds(em))(municipalityId);
  return {
    releases: rows.map((row): ShownRelease => {
      const audience = row.audience as ShownRelease['audience'];
      const gate = gateFor(audience, { thresholds, tier: row.tier });
      const { visitCount, visitMinutes, contactCount } = row.figures;
      return {
        id: row.id,
        projectId: row.projectId,
        projectTitle: row.title,
        year: row.year,
        number: row.number,
        isCurrent: row.isCurrent,
        releasedAt: row.releasedAt.toISOString(),
        audience,
        smallestStep: row.smallestStep,
        figures: {
          visits: gate.visits(visitCount),
          visitMinutes: gate.visitMinutes(visitMinutes, visitCount),
          contacts: gate.contacts(contactCount),
        },
        held: row.isCurrent ? (held.get(row.projectId) ?? null) : null,
      };
    }),
    totalCount,
    thresholds: {
      otherDistrict: thresholds.otherDistrict,
      funder: thresholds.funder,
      public: thresholds.public,
    },
  };
}
