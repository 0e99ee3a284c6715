import { z } from 'zod';
import type { Audience } from '../measures/thresholds.ts';

/** Readers an edition of a report is made for, from the project's own people outwards. */
export const reportAudiences = [
  'project',
  'municipality',
  'otherDistrict',
  'funder',
  'public',
] as const satisfies readonly Audience[];

/** The editions a reader may take home: the reader's own, and those for readers further out. */
export function audiencesFrom(own: Audience): Audience[] {
  return reportAudiences.slice(reportAudiences.indexOf(own));
}

/** The forms a report comes in. */
export const reportForms = ['pdf', 'html', 'xlsx', 'csv'] as const;
export type ReportForm = (typeof reportForms)[number];

/** What is asked of a report: its form, its language, and for whom; without an audience it is the reader's own edition. */
export const reportAsk = z.object({
  form: z.enum(reportForms),
  language: z.enum(['da', 'en']),
  audience: z.enum(reportAudiences).optional(),
});
export type ReportAsk = z.infer<typeof reportAsk>;

/** A finished file for the browser to keep. */
export const reportFile = z.object({ fileName: z.string(), contentType: z.string(), base64: z.string() });
export type ReportFile = z.infer<typeof reportFile>;

/** A district (or a municipality without districts) and a year there is a report of. */
export const reportPlace = z.object({
  placeId: z.uuid(),
  place: z.string(),
  municipality: z.string(),
  year: z.number().int(),
  projectCount: z.number().int(),
});
export type ReportPlace = z.infer<typeof reportPlace>;
