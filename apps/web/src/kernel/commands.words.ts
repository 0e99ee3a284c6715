import { catalogue } from './words.ts';

export const commandWords = catalogue({
  da: {
    question: 'Er det et personnummer?',
    explanation:
      'Teksten indeholder cifre, der ligner et CPR-nummer. CPR-numre må ikke gemmes her. Er det noget andet, fx et telefon- eller kontonummer, kan du gemme.',
    itIsNot: 'Nej, det er noget andet – gem',
    itIs: 'Ja – lad mig rette teksten',
  },
  en: {
    question: 'Is it a CPR number?',
    explanation:
      'The text contains digits that look like a CPR number. CPR numbers may not be kept here. If it is something else, such as a phone or account number, you can save.',
    itIsNot: 'No, it is something else – save',
    itIs: 'Yes – let me correct the text',
  },
});
