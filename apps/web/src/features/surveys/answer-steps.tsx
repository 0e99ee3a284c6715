import { useEffect, useRef, useState } from 'react';
import { TouchButton, TouchText } from '@forspring/ui/touch-fields';
import { linkableCode, type OpenSurvey, privacyText } from '@forspring/domain/surveys/answering';
import { CardScanner } from '../../kernel/camera/card-scanner.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { setLanguage, useLanguage, useWords } from '../../kernel/words.ts';
import { type Aloud, QuestionStep, ReadAloud, useBoth } from './answer-question.tsx';
import { answerWords } from './answer.words.ts';

/** What somebody answered: values in the order of the questions, and the card's code if one was given. */
export interface Given {
  values: (number | null)[];
  code: string | null;
  website: string;
}

interface AnswerStepsProps {
  survey: Omit<OpenSurvey, 'ticket' | 'waveId'>;
  onDone: (given: Given) => void;
  isBusy: boolean;
}

type Step = { at: 'intro' } | { at: 'card' } | { at: 'question'; index: number };

/** From the first screen over the card to the last question; nothing leaves before the last tap. */
export function AnswerSteps({ survey, onDone, isBusy }: AnswerStepsProps) {
  const { questions, link } = survey;
  const [step, setStep] = useState<Step>({ at: 'intro' });
  const [values, setValues] = useState<(number | null | undefined)[]>([]);
  const [code, setCode] = useState<string | null>(null);
  const [website, setWebsite] = useState('');
  const [isAloud, setAloud] = useState(false);
  const aloud = { isOn: isAloud, toggle: () => setAloud(!isAloud) };
  const screen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step.at !== 'intro') screen.current?.querySelector<HTMLElement>('h1')?.focus();
    screen.current?.scrollIntoView({ block: 'start' });
  }, [step]);

  const question = step.at === 'question' ? questions[step.index] : undefined;
  function answer(index: number, value: number | null) {
    if (isBusy) return;
    const next = [...values];
    next[index] = value;
    setValues(next);
    if (index + 1 < questions.length) setStep({ at: 'question', index: index + 1 });
    else onDone({ values: questions.map((_, place) => next[place] ?? null), code, website });
  }
  function back() {
    if (step.at === 'question' && step.index > 0) setStep({ at: 'question', index: step.index - 1 });
    else if (step.at === 'question' && link !== null) setStep({ at: 'card' });
    else setStep({ at: 'intro' });
  }
  return (
    <div className="sv-screen" ref={screen} aria-busy={isBusy || undefined}>
      {step.at === 'intro' && (
        <IntroStep
          survey={survey}
          aloud={aloud}
          onBegin={() => setStep(link === null ? { at: 'question', index: 0 } : { at: 'card' })}
        />
      )}
      {step.at === 'card' && (
        <CardStep
          aloud={aloud}
          onCode={(given) => {
            setCode(given);
            setStep({ at: 'question', index: 0 });
          }}
          onBack={back}
        />
      )}
      {step.at === 'question' && question !== undefined && (
        <QuestionStep
          key={question.id}
          question={question}
          place={step.index + 1}
          count={questions.length}
          given={values[step.index]}
          aloud={aloud}
          onAnswer={(value) => answer(step.index, value)}
          onBack={back}
        />
      )}
      <Trap value={website} onChange={setWebsite} />
    </div>
  );
}

function IntroStep({
  survey,
  aloud,
  onBegin,
}: {
  survey: AnswerStepsProps['survey'];
  aloud: Aloud;
  onBegin: () => void;
}) {
  const words = useWords(answerWords);
  const language = useLanguage();
  const both = useBoth();
  const { counted, dayInText } = useFormats();
  const minutes = counted(Math.max(1, Math.round(survey.seconds / 60)), words.minutes);
  const privacy = privacyText(survey.link === null ? null : dayInText(survey.link.until), language);
  const lines = [words.takes(minutes), words.free, privacy, words.noNames];
  return (
    <div className="sv-step">
      <div className="sv-progress">
        <button
          type="button"
          className="sv-aloud"
          lang={language === 'da' ? 'en' : 'da'}
          onClick={() => setLanguage(language === 'da' ? 'en' : 'da')}
        >
          {words.language}
        </button>
        <ReadAloud text={[both(survey.title), ...lines].join('. ')} aloud={aloud} />
      </div>
      <h1 className="sv-question" tabIndex={-1}>
        {both(survey.title)}
      </h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <TouchButton look="primary" onClick={onBegin}>
        {words.begin}
      </TouchButton>
    </div>
  );
}

function CardStep({
  aloud,
  onCode,
  onBack,
}: {
  aloud: Aloud;
  onCode: (code: string | null) => void;
  onBack: () => void;
}) {
  const words = useWords(answerWords);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const canHash = globalThis.crypto?.subtle !== undefined;
  const why = canHash ? words.cardWhy : words.noSafePage;
  function take(text: string): boolean {
    const code = linkableCode(text);
    if (code === null) setWrong(true);
    else onCode(code);
    return code !== null;
  }
  return (
    <div className="sv-step">
      <div className="sv-progress" data-side="end">
        <ReadAloud text={[words.haveCard, why].join(' ')} aloud={aloud} />
      </div>
      <h1 className="sv-question" tabIndex={-1}>
        {words.haveCard}
      </h1>
      <p>{why}</p>
      {canHash && <CardScanner label={words.scan} onCode={(code) => (take(code) ? words.cardRead : words.notACode)} />}
      {canHash && (
        <form
          className="sv-card"
          onSubmit={(event) => {
            event.preventDefault();
            take(typed);
          }}
        >
          <TouchText
            name="code"
            label={words.code}
            help={words.codeHelp}
            maxLength={12}
            value={typed}
            onChange={(value) => {
              setTyped(value);
              setWrong(false);
            }}
            {...(isWrong ? { error: words.notACode } : {})}
          />
          <TouchButton type="submit" look="primary">
            {words.next}
          </TouchButton>
        </form>
      )}
      <div className="sv-under">
        <TouchButton onClick={() => onCode(null)}>{words.noCard}</TouchButton>
        <TouchButton look="quiet" onClick={onBack}>
          {words.back}
        </TouchButton>
      </div>
    </div>
  );
}

/** A field no person meets: out of sight, out of the tab order, hidden from screen readers. Machines fill it in. */
function Trap({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useWords(answerWords);
  return (
    <div className="sv-trap" aria-hidden="true">
      <label>
        {words.website}
        <input
          type="text"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
