import { type QualityAnswer, qualityAbout, type QualitySource } from '@forspring/domain/evaluation/quality';
import { qualityPhrases } from '@forspring/domain/evaluation/quality-phrases';
import { qualitySeen } from '@forspring/domain/evaluation/quality.rules';
import type { ReportBlock } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';
import { shownProcessOf } from './shown-process.ts';

/** The quality check as it was frozen: every question with its answer and the standard it is taken from; never a score. */
export function qualityBlocks({ frozen, gate, depth, values, language }: ReportBasis): ReportBlock[] {
  if (frozen.quality === undefined) return [];
  const { reach } = shownProcessOf(frozen.process, { gate, tier: frozen.project.tier });
  const checks = qualitySeen(frozen.quality, reach.kind === 'value');
  const phrases = qualityPhrases[language];
  const countOf = (answer: QualityAnswer) =>
    values.number(checks.filter((check) => check.answer === answer).length).text;
  return [
    { kind: 'heading', level: 2, text: depth.quality },
    {
      kind: 'text',
      text: `${depth.qualityCount(countOf('yes'), countOf('no'), countOf('notRelevant'), countOf('unknown'))} ${depth.qualityHelp}`,
    },
    {
      kind: 'table',
      table: {
        name: depth.quality,
        caption: depth.qualityCaption,
        columns: [
          { title: depth.question, width: 4.6 },
          { title: depth.answer, width: 1.8 },
          { title: depth.source, width: 2.2 },
        ],
        rows: checks.map(({ question, answer }) => [
          values.text(phrases.questions[question]),
          values.text(phrases.answers[answer]),
          values.text(standardOf(qualityAbout[question].source)),
        ]),
      },
    },
  ];
}

/** The standard alone: one of them calls a dimension by a word that a report without a comparison does not use. */
const standardOf = (source: QualitySource) => source.split(',', 1)[0] ?? source;
