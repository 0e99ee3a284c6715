import {
  IconCards,
  IconCircleCheck,
  IconDoorExit,
  IconMoodEmpty,
  IconMoodSad,
  IconMoodSmile,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { TouchButton, TouchText } from '@forspring/ui/touch-fields';
import { isCode, readCode } from '@forspring/domain/participation/card-code';
import type { PulseAnswer, PulseQuestion, PulseReply, ShownKiosk } from '@forspring/domain/participation/kiosk';
import type { AgeBand, Gender } from '@forspring/domain/participation/session';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { CardScanner } from '../../kernel/camera/card-scanner.tsx';
import type { Told } from './kiosk-queue.ts';
import { kioskWords } from './kiosk.words.ts';

const ages: readonly AgeBand[] = ['10-12', '13-15', '16-17', '18-25'];
const genders: readonly Gender[] = ['boy', 'girl', 'other'];
const questions: readonly PulseQuestion[] = ['safe', 'included', 'fun'];
const answers: readonly [Exclude<PulseAnswer, 'declined'>, typeof IconMoodSmile][] = [
  ['yes', IconMoodSmile],
  ['partly', IconMoodEmpty],
  ['no', IconMoodSad],
];

/** A screen's heading, which gets the focus when the screen comes. */
function Heading({ children }: { children: ReactNode }) {
  return (
    <h1 tabIndex={-1} className="ki-heading">
      {children}
    </h1>
  );
}

function Back({ onBack }: { onBack: () => void }) {
  const words = useWords(kioskWords);
  return (
    <div>
      <TouchButton look="quiet" onClick={onBack}>
        {words.back}
      </TouchButton>
    </div>
  );
}

function Ages({ onAge }: { onAge: (ageBand: AgeBand) => void }) {
  const words = useWords(kioskWords);
  return (
    <div className="ki-choices">
      {ages.map((age) => (
        <button key={age} type="button" className="ki-choice" onClick={() => onAge(age)}>
          {words.ages[age]}
        </button>
      ))}
      <button type="button" className="ki-choice" data-look="quiet" onClick={() => onAge('unknown')}>
        {words.ages.unknown}
      </button>
    </div>
  );
}

/** The first screen: one tap on one's age is enough. */
export function HomeStep({
  kiosk,
  onAge,
  onCard,
  onPulse,
  ways,
}: {
  kiosk: ShownKiosk;
  onAge: (ageBand: AgeBand) => void;
  onCard: () => void;
  onPulse: () => void;
  ways?: ReactNode;
}) {
  const words = useWords(kioskWords);
  return (
    <main className="ki-step" id="indhold">
      <Heading>{words.welcome(kiosk.title)}</Heading>
      <section aria-labelledby="ki-here">
        <h2 id="ki-here">{words.iAmHere}</h2>
        <Ages onAge={onAge} />
      </section>
      <div className="ki-ways">
        {kiosk.usesCodes && (
          <button type="button" className="ki-way" onClick={onCard}>
            <IconCards size={32} aria-hidden="true" />
            <strong>{words.haveCard}</strong>
          </button>
        )}
        <button type="button" className="ki-way" onClick={onPulse}>
          <IconDoorExit size={32} aria-hidden="true" />
          <span>
            <strong>{words.leaving}</strong>
            <br />
            {words.leavingHelp}
          </span>
        </button>
        {ways}
      </div>
    </main>
  );
}

/** Shows a card to the camera, or types its number. */
export function CardStep({ onCode, onBack }: { onCode: (code: string) => void; onBack: () => void }) {
  const words = useWords(kioskWords);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <main className="ki-step" id="indhold">
      <Heading>{words.showCard}</Heading>
      <CardScanner
        isOpenFirst
        facing="user"
        onCode={(code) => {
          onCode(code);
          return words.cardRead(code);
        }}
      />
      <form
        className="ki-code"
        onSubmit={(event) => {
          event.preventDefault();
          const code = readCode(typed);
          if (isCode(code)) onCode(code);
          else setWrong(true);
        }}
      >
        <TouchText
          name="kioskCode"
          label={words.typeCode}
          help={words.codeHelp}
          value={typed}
          error={isWrong ? words.notACode : undefined}
          maxLength={8}
          onChange={(text) => {
            setTyped(text);
            setWrong(false);
          }}
        />
        <TouchButton type="submit" look="primary">
          {words.ok}
        </TouchButton>
      </form>
      <Back onBack={onBack} />
    </main>
  );
}

/** How old the one with the card is; the card itself knows nothing. */
export function AgeStep({ onAge, onBack }: { onAge: (ageBand: AgeBand) => void; onBack: () => void }) {
  const words = useWords(kioskWords);
  return (
    <main className="ki-step" id="indhold">
      <Heading>{words.howOld}</Heading>
      <Ages onAge={onAge} />
      <Back onBack={onBack} />
    </main>
  );
}

/** Asked only where the evening's staff chose it; "rather not say" counts as other or unknown. */
export function GenderStep({ onGender, onBack }: { onGender: (gender: Gender) => void; onBack: () => void }) {
  const words = useWords(kioskWords);
  return (
    <main className="ki-step" id="indhold">
      <Heading>{words.whoAreYou}</Heading>
      <div className="ki-choices">
        {genders.map((gender) => (
          <button key={gender} type="button" className="ki-choice" onClick={() => onGender(gender)}>
            {words.genders[gender]}
          </button>
        ))}
        <button type="button" className="ki-choice" data-look="quiet" onClick={() => onGender('other')}>
          {words.skip}
        </button>
      </div>
      <Back onBack={onBack} />
    </main>
  );
}

/** Three questions, one tap each. Nothing is sent before the third is answered. */
export function PulseStep({ onDone, onBack }: { onDone: (answers: PulseReply) => void; onBack: () => void }) {
  const words = useWords(kioskWords);
  const { number } = useFormats();
  const [given, setGiven] = useState<Partial<PulseReply>>({});
  const question = questions.find((one) => given[one] === undefined) ?? 'fun';
  const place = questions.indexOf(question) + 1;
  function answer(value: PulseAnswer) {
    const next = { ...given, [question]: value };
    setGiven(next);
    const { safe, included, fun } = next;
    if (safe !== undefined && included !== undefined && fun !== undefined) onDone({ safe, included, fun });
  }
  return (
    <main className="ki-step" id="indhold" key={question}>
      <p className="fs-quiet">{words.step(number(place), number(questions.length))}</p>
      <Heading>{words.questions[question]}</Heading>
      <div className="ki-choices" data-faces>
        {answers.map(([value, Face]) => (
          <button key={value} type="button" className="ki-choice" onClick={() => answer(value)}>
            <Face size={56} stroke={1.5} aria-hidden="true" />
            {words.answers[value]}
          </button>
        ))}
      </div>
      <TouchButton onClick={() => answer('declined')}>{words.answers.declined}</TouchButton>
      <p className="fs-quiet">{words.anonymous}</p>
      <Back onBack={onBack} />
    </main>
  );
}

/** What became of it; goes away by itself. */
export function SaidStep({ told, about, onDone }: { told: Told; about: 'tap' | 'pulse'; onDone: () => void }) {
  const words = useWords(kioskWords);
  const isGood = told === 'counted' || told === 'kept' || told === 'already';
  const [title, text] =
    told === 'failed'
      ? [words.failed, words.failedText]
      : about === 'pulse'
        ? [words.pulseThanks, words.pulseThanksText]
        : told === 'already'
          ? [words.already, words.alreadyText]
          : told === 'unknownCard'
            ? [words.unknownCard, words.unknownCardText]
            : [words.thanks, words.thanksText];
  return (
    <main className="ki-step ki-said" id="indhold" data-good={isGood || undefined}>
      {isGood && <IconCircleCheck size={72} stroke={1.5} aria-hidden="true" />}
      <Heading>{title}</Heading>
      <p role="status">{text}</p>
      <TouchButton onClick={onDone}>{words.ok}</TouchButton>
    </main>
  );
}
