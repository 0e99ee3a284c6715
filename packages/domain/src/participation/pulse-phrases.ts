import type { PulseQuestion } from './kiosk.ts';

/** The questions of the exit pulse as young people read them at the door. */
export const pulsePhrases: Record<'da' | 'en', Record<PulseQuestion, string>> = {
  da: { safe: 'Var det trygt?', included: 'Var du med?', fun: 'Var det sjovt?' },
  en: { safe: 'Did you feel safe?', included: 'Were you part of it?', fun: 'Was it fun?' },
};
