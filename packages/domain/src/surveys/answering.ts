import { codeAlphabet, readCode } from '../participation/card-code.ts';
import type { BothTexts, Question } from './survey-item.ts';

// What the answering page needs and nothing more: a phone that answers fetches no schemas.

/** Rounds of PBKDF2-SHA-256 between a card's code and what leaves the phone: about a third of a second on an old one. */
export const linkRounds = 210_000;

/** The shortest time between opening the page and answering, in seconds; who answers faster waits on the page. */
export function minAnswerSeconds(questionCount: number): number {
  return 2 + Math.ceil(questionCount / 4);
}

/** The code of a card as it is hashed; null for what stands on no card, such as a sign that is easily misread. */
export function linkableCode(typed: string): string | null {
  const code = readCode(typed);
  const signs = code.replace('-', '');
  return /^.{2}-.{3}$/.test(code) && [...signs].every((sign) => codeAlphabet.includes(sign)) ? code : null;
}

/** What the phone is told about a questionnaire that may be answered now. */
export interface OpenSurvey {
  waveId: string;
  title: BothTexts;
  questions: Question[];
  seconds: number;
  /** The salt of the link and the day it is destroyed by; null when the answers are not linked. */
  link: { salt: string; until: string } | null;
  /** Good for one answer; holds nothing about who asked. */
  ticket: string;
}

/** Why nothing can be answered at a link: not yet, not any more, or there is no such link. */
export type ClosedLink = 'waiting' | 'over' | 'unknown';

const untilText = {
  da: (day: string) =>
    `Dine svar er pseudonyme indtil ${day}: de hænger sammen med dit kort, men aldrig med dit navn. Derefter slettes nøglen, og så kan ingen finde ud af, hvilket kort der svarede hvad.`,
  en: (day: string) =>
    `Your answers are pseudonymous until ${day}: they belong to your card, but never to your name. Then the key is destroyed, and nobody can find out which card answered what.`,
};
const namelessText = {
  da: 'Dine svar er anonyme: ingen kan se, hvem der har svaret.',
  en: 'Your answers are anonymous: nobody can see who has answered.',
};

/**
 * What may be promised about answers, to those who give them and to those who read them. While the salt of a link exists,
 * the word *anonym* is not in it. `until` is the day the salt is destroyed by, as people write it; null without link
 * or after that day.
 */
export function privacyText(until: string | null, language: 'da' | 'en'): string {
  return until === null ? namelessText[language] : untilText[language](until);
}
