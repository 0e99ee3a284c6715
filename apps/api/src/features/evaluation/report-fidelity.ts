import { fidelityPhrases } from '@forspring/domain/evaluation/fidelity-phrases';
import { claimsEffect } from '@forspring/domain/measures/effect-claims';
import { pulsePhrases } from '@forspring/domain/participation/pulse-phrases';
import type { ReportBlock, ReportValue } from '../../kernel/report.ts';
import type { ReportBasis } from './report-basis.ts';
import { shownElementsOf, shownPulseOf } from './shown-fidelity.ts';

/** Whether the recipe was followed: each core element with the owner's mark, what was registered, and what was adapted. */
export function elementBlocks({ frozen, gate, words, depth, values, language }: ReportBasis): ReportBlock[] {
  const phrases = fidelityPhrases[language];
  const elements = shownElementsOf(frozen.elements ?? [], gate);
  const adaptations: ReportBlock[] = [
    { kind: 'heading', level: 3, text: words.adaptations },
    { kind: 'text', text: frozen.adaptations.trim() === '' ? words.empty : frozen.adaptations },
  ];
  if (elements.length === 0) return adaptations;
  const rows = elements.map(({ element, mark, registered }, place): ReportValue[] => [
    // A recipe may promise more than this project was measured for.
    values.text(claimsEffect(element) ? depth.elementNumber(values.number(place + 1).text) : element),
    values.text(mark === null ? phrases.unmarked : phrases.marks[mark]),
    registered.kind === 'value' && registered.value.estimate !== null
      ? values.share(registered.value.estimate)
      : registered.kind === 'notMeasured'
        ? { ...values.missing('notMeasured'), text: phrases.notRegistered }
        : values.cell(registered, values.interval),
    registered.kind === 'value' ? values.number(registered.value.n) : values.text(''),
  ]);
  return [
    { kind: 'heading', level: 3, text: phrases.title },
    {
      kind: 'table',
      table: {
        name: depth.elementsSheet,
        caption: depth.elementsCaption,
        columns: [
          { title: phrases.element, width: 3 },
          { title: phrases.mark, width: 1.8 },
          { title: depth.share, isNumber: true, width: 1.5 },
          { title: depth.evenings, isNumber: true, width: 1 },
        ],
        rows,
      },
    },
    { kind: 'note', text: phrases.about },
    ...adaptations,
  ];
}

/** What was answered at the door, by question, with interval and n; nothing in what was frozen before it was kept. */
export function pulseBlocks({ frozen, gate, depth, values, language }: ReportBasis): ReportBlock[] {
  if (frozen.pulse === undefined) return [];
  const phrases = fidelityPhrases[language];
  const rows = shownPulseOf(frozen.pulse, gate).map(({ question, yes }): ReportValue[] => [
    values.text(pulsePhrases[language][question]),
    ...values.estimated(yes, values.share),
  ]);
  return [
    { kind: 'heading', level: 3, text: phrases.pulse },
    {
      kind: 'table',
      table: {
        name: phrases.pulse,
        caption: depth.pulseCaption,
        columns: [
          { title: depth.question, width: 3 },
          { title: depth.yesShare, isNumber: true, width: 1.3 },
          { title: depth.range, isNumber: true, width: 1.8 },
          { title: depth.answerCount, isNumber: true, width: 1.2 },
        ],
        rows,
      },
    },
    { kind: 'note', text: phrases.pulseAbout },
  ];
}
