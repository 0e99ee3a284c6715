import {
  IconMoodCry,
  IconMoodEmpty,
  IconMoodHappy,
  IconMoodSad,
  IconMoodSmile,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { TouchButton } from '@forspring/ui/touch-fields';
import type { BothTexts, Question } from '@forspring/domain/surveys/survey-item';
import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { answerWords } from './answer.words.ts';
import { canReadAloud, useReadAloud } from './use-read-aloud.ts';

const faces = [IconMoodCry, IconMoodSad, IconMoodEmpty, IconMoodSmile, IconMoodHappy];

/** A text of a survey in the language in use; Danish where the owner wrote no English. */
export function useBoth(): (text: BothTexts) => string {
  const language = useLanguage();
  return ({ da, en }) => (language === 'en' ? (en ?? da) : da);
}

/** Whether the steps are read aloud; once turned on, every following one is. */
export interface Aloud {
  isOn: boolean;
  toggle: () => void;
}

interface QuestionStepProps {
  question: Question;
  place: number;
  count: number;
  /** What was answered before going back; undefined when nothing was. */
  given: number | null | undefined;
  aloud: Aloud;
  onAnswer: (value: number | null) => void;
  onBack: () => void;
}

/** One question on one screen: one tap answers and goes on. */
export function QuestionStep({ question, place, count, given, aloud, onAnswer, onBack }: QuestionStepProps) {
  const words = useWords(answerWords);
  const both = useBoth();
  const { number } = useFormats();
  const { lead, text, ends, choices, look } = question;
  const ask = [lead === null ? '' : both(lead), both(text)].filter((part) => part !== '').join(' ');
  const spoken = [
    ask,
    ends === null
      ? choices.map((choice) => both(choice)).join(', ')
      : `0: ${both(ends.low)}, ${choices.at(-1)?.value ?? ''}: ${both(ends.high)}`,
  ].join('. ');
  return (
    <div className="sv-step">
      <div className="sv-progress">
        <progress value={place} max={count} aria-label={words.step(number(place), number(count))} />
        <p className="fs-quiet">{words.step(number(place), number(count))}</p>
        <ReadAloud text={spoken} aloud={aloud} />
      </div>
      {lead !== null && <p className="sv-lead">{both(lead)}</p>}
      <h1 className="sv-question" tabIndex={-1} aria-label={ask}>
        {both(text)}
      </h1>
      <div className="sv-choices" data-look={look} role="group" aria-label={ask}>
        {choices.map((choice, index) => {
          const Face = look === 'smiley' ? faces[index] : undefined;
          return (
            <button
              key={choice.value}
              type="button"
              className="sv-choice"
              aria-pressed={given === choice.value}
              onClick={() => onAnswer(choice.value)}
            >
              {Face !== undefined && <Face size={44} stroke={1.5} aria-hidden="true" />}
              {both(choice)}
            </button>
          );
        })}
      </div>
      {ends !== null && (
        <p className="sv-ends">
          <span>
            {number(choices[0]?.value ?? 0)}: {both(ends.low)}
          </span>
          <span>
            {number(choices.at(-1)?.value ?? 0)}: {both(ends.high)}
          </span>
        </p>
      )}
      <div className="sv-under">
        <TouchButton onClick={() => onAnswer(null)}>{words.decline}</TouchButton>
        <TouchButton look="quiet" onClick={onBack}>
          {words.back}
        </TouchButton>
      </div>
    </div>
  );
}

/** Turns reading aloud on and off; nothing where the browser has no voice. */
export function ReadAloud({ text, aloud: { isOn, toggle } }: { text: string; aloud: Aloud }) {
  const words = useWords(answerWords);
  useReadAloud(text, isOn);
  if (!canReadAloud()) return null;
  const Icon = isOn ? IconVolumeOff : IconVolume;
  return (
    <button type="button" className="sv-aloud" aria-pressed={isOn} onClick={toggle}>
      <Icon size={22} aria-hidden="true" />
      {isOn ? words.stopReading : words.readAloud}
    </button>
  );
}
