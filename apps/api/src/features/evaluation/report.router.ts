import { z } from 'zod';
import { mayCompare } from '@forspring/domain/comparison/comparison.abilities';
import { mayViewEvaluation } from '@forspring/domain/evaluation/evaluation.abilities';
import { reportAsk, reportAudiences, reportFile, reportPlace } from '@forspring/domain/evaluation/report';
import { mayFindGrants } from '@forspring/domain/funders/grant.abilities';
import { query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import {
  exportDistrictReport,
  exportGrantReport,
  exportProjectReport,
  listEditions,
  listReportPlaces,
} from './export-report.ts';

const ask = reportAsk.omit({ audience: true });

export const reportRouter = router({
  exportProject: query
    .by(mayCompare)
    .input(reportAsk.extend({ projectId: z.uuid() }))
    .output(reportFile)
    .query(({ ctx, input }) => exportProjectReport(ctx, input)),
  exportGrant: query
    .by(mayFindGrants)
    .input(ask.extend({ sourceId: z.uuid() }))
    .output(reportFile)
    .query(({ ctx, input }) => exportGrantReport(ctx, input)),
  exportDistrict: query
    .by(mayCompare)
    .input(ask.extend({ placeId: z.uuid(), year: z.number().int().min(2000).max(2100) }))
    .output(reportFile)
    .query(({ ctx, input }) => exportDistrictReport(ctx, input)),
  listEditions: query
    .onProject(mayViewEvaluation)
    .output(z.array(z.enum(reportAudiences)))
    .query(({ ctx }) => listEditions(ctx)),
  listPlaces: query
    .by(mayCompare)
    .output(z.array(reportPlace))
    .query(({ ctx }) => listReportPlaces(ctx)),
});
