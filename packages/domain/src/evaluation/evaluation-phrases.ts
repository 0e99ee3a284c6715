import type { Attainment, Recommendation } from './evaluation.ts';

interface EvaluationPhrases {
  attainments: Record<Attainment, string>;
  recommendations: Record<Recommendation, string>;
}

/** What an evaluation concludes, in both languages: the same words on the pages and in the reports. */
export const evaluationPhrases: Record<'da' | 'en', EvaluationPhrases> = {
  da: {
    attainments: {
      achieved: 'Opnået',
      partly: 'Delvist opnået',
      notAchieved: 'Ikke opnået',
      tooEarly: 'For tidligt at sige',
    },
    recommendations: { continue: 'Fortsæt', adjust: 'Justér', stop: 'Stop', spread: 'Spred' },
  },
  en: {
    attainments: {
      achieved: 'Achieved',
      partly: 'Partly achieved',
      notAchieved: 'Not achieved',
      tooEarly: 'Too early to say',
    },
    recommendations: { continue: 'Continue', adjust: 'Adjust', stop: 'Stop', spread: 'Spread' },
  },
};
