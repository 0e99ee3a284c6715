import { defineEntity, p } from '@mikro-orm/core';
import { FundingSource } from '../budgets/funding-source.entity.ts';
import { User } from '../people/user.entity.ts';
import { Evaluation } from './evaluation.entity.ts';

/** Who took a report of an approved evaluation home, in which edition: those who must hear of a correction. */
export const ReportDownloadSchema = defineEntity({
  name: 'ReportDownload',
  tableName: 'report_download',
  properties: {
    id: p.uuid().primary(),
    evaluationId: () => p.manyToOne(Evaluation).mapToPk().fieldName('evaluation_id').index(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id'),
    /** The grant it was taken home through; null for everybody but a funder. */
    sourceId: () => p.manyToOne(FundingSource).mapToPk().fieldName('source_id').nullable(),
    audience: p.text(),
    form: p.text(),
    language: p.text(),
    contentHash: p.text(),
    at: p.datetime(),
  },
});

export class ReportDownload extends ReportDownloadSchema.class {}
ReportDownloadSchema.setClass(ReportDownload);
