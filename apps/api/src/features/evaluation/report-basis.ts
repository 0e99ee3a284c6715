import type { FrozenEvaluation } from '@forspring/domain/evaluation/frozen-evaluation';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import type { Gate } from '../../kernel/gate.ts';
import type { ReportLanguage } from '../../kernel/report.ts';
import { type ReportValues, valuesFor } from '../../kernel/report-values.ts';
import { type ReportDepthWords, reportDepthWords } from './report-depth.words.ts';
import { type ReportWords, reportWords } from './report.words.ts';

/** A correction that was sent about a frozen evaluation. */
export interface SentCorrection {
  on: string;
  text: string;
}

/** All that the parts of one project's report are written from. */
export interface ReportBasis {
  frozen: FrozenEvaluation;
  hash: string;
  /** The gate as it was set when the evaluation was frozen. */
  gate: Gate;
  audience: Audience;
  thresholds: Thresholds;
  corrections: readonly SentCorrection[];
  language: ReportLanguage;
  words: ReportWords;
  /** Texts of process, costs and surveys. */
  depth: ReportDepthWords;
  values: ReportValues;
}

/** The texts and the ways of writing values of one language. */
export function languageOf(language: ReportLanguage) {
  return { language, words: reportWords[language], depth: reportDepthWords[language], values: valuesFor(language) };
}
