import { fidelityPhrases } from '@forspring/domain/evaluation/fidelity-phrases';
import { pulsePhrases } from '@forspring/domain/participation/pulse-phrases';
import { catalogue } from '../../kernel/words.ts';

/** Texts of core elements and of the answers at the door. */
export const fidelityWords = catalogue({
  da: {
    ...fidelityPhrases.da,
    questions: pulsePhrases.da,
    noRecipe: 'Projektet følger ingen opskrift med kerneelementer.',
    notRegistered: 'Ikke registreret: ingen har sat kryds ved det på nogen aften.',
    registered: (share: string, evenings: string) => `Registreret på ${share} af ${evenings}.`,
    evenings: { one: 'aften', other: 'aftener' },
    yes: (share: string, range: string, answers: string) => `${share} ja (95 %-interval ${range}, ${answers})`,
    answerWord: { one: 'svar', other: 'svar' },
    noKiosk: 'Ikke målt: der er ingen aften med mindst fem svar i kiosken.',
  },
  en: {
    ...fidelityPhrases.en,
    questions: pulsePhrases.en,
    noRecipe: 'The project follows no recipe with core elements.',
    notRegistered: 'Not registered: nobody has ticked it on any evening.',
    registered: (share, evenings) => `Registered on ${share} of ${evenings}.`,
    evenings: { one: 'evening', other: 'evenings' },
    yes: (share, range, answers) => `${share} yes (95% interval ${range}, ${answers})`,
    answerWord: { one: 'answer', other: 'answers' },
    noKiosk: 'Not measured: no evening has at least five answers at the kiosk.',
  },
});
