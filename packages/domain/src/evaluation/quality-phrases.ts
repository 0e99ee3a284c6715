import type { QualityAnswer, QualityGroup, QualityQuestion } from './quality.ts';

interface QualityPhrases {
  answers: Record<QualityAnswer, string>;
  groups: Record<QualityGroup, string>;
  questions: Record<QualityQuestion, string>;
}

/** The quality check in both languages: the same words on the page and in the report. */
export const qualityPhrases: Record<'da' | 'en', QualityPhrases> = {
  da: {
    answers: { yes: 'Ja', no: 'Nej', notRelevant: 'Ikke relevant', unknown: 'Kan ikke ses af tallene' },
    groups: { need: 'Behov', plan: 'Plan', delivery: 'Gennemførelse', results: 'Resultater', sharing: 'Deling' },
    questions: {
      problemDescribed: 'Er udfordringen beskrevet, så en udenforstående forstår den?',
      targetGroupCounted: 'Er målgruppen beskrevet og talt?',
      assumptionsWritten: 'Står antagelsen ved hver pil i planen?',
      baselines: 'Har hvert mål et udgangspunkt, eller en grund til intet?',
      goalsMeasurable: 'Har hvert mål indikator, målværdi og frist?',
      harmConsidered: 'Er det overvejet, om det kan gøre ondt værre, og hvordan det forebygges?',
      harmMeasured: 'Er der et mål, der ville vise, hvis det gik den forkerte vej?',
      nameWithoutLabel: 'Er navnet fri for ord, der kan stemple de unge?',
      partnersAgreed: 'Har nogen lovet hal, ansatte eller frivillige?',
      sessionsHeld: 'Blev mindst fire ud af fem gange holdt?',
      allRegistered: 'Er alle gange registreret?',
      reachCounted: 'Er det talt, hvor mange forskellige unge der kom?',
      targetGroupReached: 'Nåede det mindst halvdelen af målgruppen?',
      partnersActive: 'Ses alle partnere ved gange, der er holdt?',
      dropOutKnown: 'Er frafaldet kendt?',
      adaptationsWritten: 'Står der, hvad der blev gjort anderledes?',
      budgetKept: 'Holdt det sig inden for budgettet?',
      goalsMeasured: 'Er hvert mål målt?',
      beforeAndAfter: 'Er mindst ét mål målt før og efter?',
      basesKnown: 'Står der ved hver andel, hvor mange den bygger på?',
      failuresTold: 'Står der, hvad der ikke gik?',
      forWhomTold: 'Står der, for hvem det gik?',
      repeatable: 'Kan andre gøre det samme ud fra forudsætningerne?',
      recommendationReasoned: 'Er der en anbefaling med begrundelse?',
    },
  },
  en: {
    answers: { yes: 'Yes', no: 'No', notRelevant: 'Not relevant', unknown: 'Cannot be seen from the figures' },
    groups: { need: 'Need', plan: 'Plan', delivery: 'Delivery', results: 'Results', sharing: 'Sharing' },
    questions: {
      problemDescribed: 'Is the challenge described so that an outsider understands it?',
      targetGroupCounted: 'Is the target group described and counted?',
      assumptionsWritten: 'Does the assumption stand at each arrow of the plan?',
      baselines: 'Does each goal have a baseline, or a reason for none?',
      goalsMeasurable: 'Does each goal have an indicator, a target and a deadline?',
      harmConsidered: 'Was it considered whether it could make things worse, and how to prevent it?',
      harmMeasured: 'Is there a goal that would show if it went the wrong way?',
      nameWithoutLabel: 'Is the name free of words that may label the young people?',
      partnersAgreed: 'Has anybody promised premises, staff or volunteers?',
      sessionsHeld: 'Were at least four in five sessions held?',
      allRegistered: 'Are all sessions registered?',
      reachCounted: 'Was it counted how many different young people came?',
      targetGroupReached: 'Did it reach at least half of the target group?',
      partnersActive: 'Are all partners seen at sessions held?',
      dropOutKnown: 'Is drop-out known?',
      adaptationsWritten: 'Does it say what was done differently?',
      budgetKept: 'Did it keep within the budget?',
      goalsMeasured: 'Has each goal been measured?',
      beforeAndAfter: 'Was at least one goal measured before and after?',
      basesKnown: 'Does each share say how many it rests on?',
      failuresTold: 'Does it say what did not go well?',
      forWhomTold: 'Does it say for whom it went well?',
      repeatable: 'Can others do the same from the preconditions?',
      recommendationReasoned: 'Is there a recommendation with its reason?',
    },
  },
};
