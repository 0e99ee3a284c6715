import { z } from 'zod';
import { cellOf } from '../measures/cell.ts';
import { heldFiguresReasons, releasedFigureNames } from './release.rules.ts';

/** How many releases a page holds. */
export const releasesOnPage = 50;

export const listReleasesInput = z.object({
  municipalityId: z.uuid(),
  page: z.number().int().min(1).max(10_000).default(1),
});

const count = cellOf(z.number());

/** One release of a project's figures as those saw it to whom it was published. */
export const shownRelease = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  year: z.number().int(),
  /** 1 for a project's first. */
  number: z.number().int(),
  /** Whether it is what everybody outside is shown now. */
  isCurrent: z.boolean(),
  releasedAt: z.string(),
  /** Who looked first; everybody outside has seen the same since. */
  audience: z.enum(['otherDistrict', 'funder', 'public']),
  /** The threshold it was compared with earlier releases by. */
  smallestStep: z.number().int(),
  figures: z.object({ visits: count, visitMinutes: count, contacts: count }),
  /** What has changed since and is held back, because a difference to this or an earlier release would be too small; null when nothing is. */
  held: z.object({ names: z.array(z.enum(releasedFigureNames)), reason: z.enum(heldFiguresReasons) }).nullable(),
});
export type ShownRelease = z.infer<typeof shownRelease>;

/** One page of the register, latest first, and the thresholds that hold now. */
export const releasePage = z.object({
  releases: z.array(shownRelease),
  totalCount: z.number().int(),
  thresholds: z.object({ otherDistrict: z.number().int(), funder: z.number().int(), public: z.number().int() }),
});
export type ReleasePage = z.infer<typeof releasePage>;
