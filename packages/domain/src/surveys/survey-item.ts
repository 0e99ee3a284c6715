import { type Instrument, instruments, type InstrumentKey } from './instruments/instruments.ts';

/** A text in both languages; without an English one the Danish is shown. */
export interface BothTexts {
  da: string;
  en: string | null;
}

/** How many faces a smiley question has, from the saddest (1) to the gladdest. */
export const smileyCount = 5;

/**
 * One entry of a questionnaire. An instrument is one entry with all its questions, which nobody may reword, leave out or
 * reorder; everything else is written by the owner and not validated. A *trait* is what is known about a group before
 * (such as age): it is never a result, it only compares those who answered again with those who did not.
 */
export type SurveyItem =
  | { id: string; kind: 'instrument'; instrument: InstrumentKey }
  | { id: string; kind: 'scale'; text: BothTexts; low: BothTexts; high: BothTexts; max: number }
  | { id: string; kind: 'smiley'; text: BothTexts }
  | {
      id: string;
      kind: 'choice';
      text: BothTexts;
      options: BothTexts[];
      /** The options that are counted as the share of this question, by place; none for a trait. */
      counted: number[];
      isTrait: boolean;
    };

/** What can be answered to a question, and what the answer counts as. */
export interface AnswerChoice {
  value: number;
  da: string;
  en: string | null;
}

/** One question on one screen. `ends` name the two ends of a scale, whose choices are bare numbers. */
export interface Question {
  id: string;
  itemId: string;
  look: 'list' | 'scale' | 'smiley';
  /** What stands above the question, such as the period an instrument asks about. */
  lead: BothTexts | null;
  text: BothTexts;
  ends: { low: BothTexts; high: BothTexts } | null;
  choices: AnswerChoice[];
}

const smileys: readonly AnswerChoice[] = [
  { value: 1, da: 'Meget dårligt', en: 'Very bad' },
  { value: 2, da: 'Dårligt', en: 'Bad' },
  { value: 3, da: 'Midt imellem', en: 'In between' },
  { value: 4, da: 'Godt', en: 'Good' },
  { value: 5, da: 'Meget godt', en: 'Very good' },
];

const ofInstrument = (itemId: string, { lead, questions, choices }: Instrument): Question[] =>
  questions.map((text, index) => ({
    id: `${itemId}.${index + 1}`,
    itemId,
    look: 'list',
    lead,
    text,
    ends: null,
    choices: choices.map((choice) => ({ ...choice })),
  }));

/** The questions of a questionnaire in the order they are asked; an instrument becomes all of its questions. */
export function questionsOf(items: readonly SurveyItem[]): Question[] {
  return items.flatMap((item): Question[] => {
    if (item.kind === 'instrument') return ofInstrument(item.id, instruments[item.instrument]);
    const one = { id: item.id, itemId: item.id, lead: null, text: item.text, ends: null };
    if (item.kind === 'smiley') return [{ ...one, look: 'smiley', choices: [...smileys] }];
    if (item.kind === 'choice')
      return [{ ...one, look: 'list', choices: item.options.map((text, value) => ({ value, ...text })) }];
    const choices = Array.from({ length: item.max + 1 }, (_, value) => ({ value, da: String(value), en: null }));
    return [{ ...one, look: 'scale', ends: { low: item.low, high: item.high }, choices }];
  });
}

/** Answers by the id of their question; null is *Det vil jeg ikke svare på*. */
export type AnswerValues = Record<string, number | null>;

/** Whether every question has an answer it offers or was declined, and nothing else is there. */
export function isWholeAnswer(questions: readonly Question[], values: AnswerValues): boolean {
  const isKnown = Object.keys(values).every((id) => questions.some((question) => question.id === id));
  return (
    isKnown &&
    questions.every(({ id, choices }) => {
      const value = values[id];
      return value === null || (value !== undefined && choices.some((choice) => choice.value === value));
    })
  );
}

/** No questionnaire takes longer than this by {@link secondsOf}. */
export const maxAnswerSeconds = 180;

const readSignsPerSecond = 12;
const tapSeconds = 4;
const introSeconds = 15;

/**
 * How long a questionnaire takes a slow reader, in whole seconds: the first screen, then for each question its Danish text
 * with the ends or choices at twelve signs a second and four seconds to choose. An instrument's choices are read once.
 */
export function secondsOf(items: readonly SurveyItem[]): number {
  const asked = questionsOf(items);
  const seconds = asked.map(({ text, lead, ends, look, choices, itemId }, index) => {
    const isRepeated = asked[index - 1]?.itemId === itemId;
    const read = [
      text.da,
      isRepeated ? '' : (lead?.da ?? ''),
      ends === null ? '' : ends.low.da + ends.high.da,
      look === 'list' && !isRepeated ? choices.map((choice) => choice.da).join('') : '',
    ].join('');
    return tapSeconds + read.length / readSignsPerSecond;
  });
  return Math.ceil(seconds.reduce((sum, one) => sum + one, introSeconds));
}
