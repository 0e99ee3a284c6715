// The words in this file are not under the licence of the code: see who-5.licence.md beside it. They must not be changed.

/** The WHO-5 Well-Being Index (1998 version): five questions about the last two weeks, 0–5 each, sum × 4 = 0–100. */
export const who5 = {
  name: { da: 'WHO-5 trivselsindeks', en: 'WHO-5 Well-Being Index' },
  lead: { da: 'I de sidste 2 uger …', en: 'Over the last two weeks …' },
  questions: [
    { da: 'har jeg været glad og i godt humør', en: 'I have felt cheerful and in good spirits' },
    { da: 'har jeg følt mig rolig og afslappet', en: 'I have felt calm and relaxed' },
    { da: 'har jeg følt mig aktiv og energisk', en: 'I have felt active and vigorous' },
    { da: 'er jeg vågnet frisk og udhvilet', en: 'I woke up feeling fresh and rested' },
    {
      da: 'har min dagligdag været fyldt med ting der interesserer mig',
      en: 'my daily life has been filled with things that interest me',
    },
  ],
  choices: [
    { value: 5, da: 'Hele tiden', en: 'All of the time' },
    { value: 4, da: 'Det meste af tiden', en: 'Most of the time' },
    { value: 3, da: 'Lidt mere end halvdelen af tiden', en: 'More than half of the time' },
    { value: 2, da: 'Lidt mindre end halvdelen af tiden', en: 'Less than half of the time' },
    { value: 1, da: 'Lidt af tiden', en: 'Some of the time' },
    { value: 0, da: 'På intet tidspunkt', en: 'At no time' },
  ],
  score: { min: 0, max: 100 },
  perPoint: 4,
  relevantChange: 10,
  lowAt: 50,
  minAge: 9,
  notice: {
    da: 'WHO-5 tilhører WHO. Ordlyden må ikke ændres, og indekset er ikke en diagnose. Vilkårene er uklare: kommunen afklarer brugen, før skemaet sendes ud.',
    en: 'WHO-5 belongs to the WHO. Its words must not be changed, and the index is no diagnosis. Sources disagree about its terms: the municipality settles its use before sending it out.',
  },
  version: '1998',
} as const;
