import './answer.css';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { TouchButton } from '@forspring/ui/touch-fields';
import type { OpenedLink } from '@forspring/domain/surveys/answer';
import { minAnswerSeconds, type OpenSurvey } from '@forspring/domain/surveys/answering';
import { linkApi } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { AnswerSteps, type Given } from './answer-steps.tsx';
import { answeredHere, keptSurvey, type Sent, sendWaiting, tell, waitingCount } from './answer-store.ts';
import { answerWords } from './answer.words.ts';
import { hashCode } from './hash-code.ts';

const RESEND_MILLIS = 5_000;
/** Somebody who walked away from a common screen leaves it to the next one. */
const IDLE_MILLIS = 90_000;
const THANKS_MILLIS = 6_000;

type Shown =
  | { at: 'loading' | 'offline' | 'answered' }
  | { at: 'closed'; why: Exclude<OpenedLink, { state: 'open' }> }
  | { at: 'open'; survey: OpenSurvey; sinceMillis: number }
  | { at: 'done'; sent: Sent };

/**
 * A survey behind a public link. `onLeave` makes it a common screen, such as a kiosk: it remembers nobody, and gives itself
 * back when somebody is done or has walked away.
 */
export function AnswerScreen({ token, onLeave }: { token: string; onLeave?: () => void }) {
  const words = useWords(answerWords);
  const isCommon = onLeave !== undefined;
  const [shown, setShown] = useState<Shown>({ at: !isCommon && answeredHere.read(token) ? 'answered' : 'loading' });
  const [isBusy, setBusy] = useState(false);
  const [isWaiting, setWaiting] = useState(waitingCount() > 0);
  const isLoading = shown.at === 'loading';

  useEffect(() => {
    if (!isLoading) return undefined;
    let isGone = false;
    const open = (survey: OpenSurvey) => setShown({ at: 'open', survey, sinceMillis: Date.now() });
    void linkApi.answers.show.query({ token }).then(
      (opened) => {
        if (isGone) return;
        if (opened.state !== 'open') return setShown({ at: 'closed', why: opened });
        if (!isCommon) keptSurvey.write(token, opened.survey);
        open(opened.survey);
      },
      () => {
        if (isGone) return;
        const kept = keptSurvey.read(token);
        if (kept === null) setShown({ at: 'offline' });
        else open(kept);
      },
    );
    return () => {
      isGone = true;
    };
  }, [isLoading, isCommon, token]);

  useEffect(() => {
    const send = () => void sendWaiting().then(() => setWaiting(waitingCount() > 0));
    send();
    const timer = window.setInterval(send, RESEND_MILLIS);
    window.addEventListener('online', send);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, []);
  useLeaving(shown, onLeave);

  async function finish(survey: OpenSurvey, sinceMillis: number, { values, code, website }: Given) {
    setBusy(true);
    const hashed = code === null || survey.link === null ? null : await hashCode(code, survey.link.salt);
    // Answers faster than anybody reads are taken for a machine's, so somebody quick waits a moment here.
    const left = minAnswerSeconds(survey.questions.length) * 1000 + 500 - (Date.now() - sinceMillis);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    const sent = await tell({ token, ticket: survey.ticket, values, code: hashed, website });
    keptSurvey.write(token, null);
    if (!isCommon && sent !== 'refused') answeredHere.write(token);
    setBusy(false);
    setWaiting(waitingCount() > 0);
    setShown({ at: 'done', sent });
  }

  if (shown.at === 'open')
    return isBusy ? (
      <Said title={words.sending} />
    ) : (
      <main id="indhold">
        <AnswerSteps
          survey={shown.survey}
          isBusy={isBusy}
          onDone={(given) => void finish(shown.survey, shown.sinceMillis, given)}
        />
      </main>
    );
  if (shown.at === 'loading') return <Said title={words.loading} />;
  if (shown.at === 'done' && shown.sent === 'refused')
    return <Said title={words.refused} text={words.refusedText} onOk={onLeave} />;
  if (shown.at === 'done')
    return (
      <Said isGood title={words.thanks} text={isWaiting ? words.kept : words.sent} onOk={onLeave}>
        <p>{words.talk}</p>
      </Said>
    );
  if (shown.at === 'offline')
    return (
      <Said title={words.offline} text={words.offlineText} onOk={onLeave}>
        <TouchButton onClick={() => setShown({ at: 'loading' })}>{words.again}</TouchButton>
      </Said>
    );
  if (shown.at === 'closed') return <Closed why={shown.why} onOk={onLeave} />;
  return (
    <Said isGood title={words.answered} text={isWaiting ? words.kept : words.answeredText}>
      <TouchButton onClick={() => setShown({ at: 'loading' })}>{words.another}</TouchButton>
      <p>{words.talk}</p>
    </Said>
  );
}

function Closed({ why, onOk }: { why: Exclude<OpenedLink, { state: 'open' }>; onOk: (() => void) | undefined }) {
  const words = useWords(answerWords);
  const { dayInText } = useFormats();
  if (why.state === 'waiting')
    return <Said title={words.waiting(dayInText(why.opensOn))} text={words.waitingText} onOk={onOk} />;
  const [title, text] = why.state === 'over' ? [words.over, words.overText] : [words.unknown, words.unknownText];
  return <Said title={title} text={text} onOk={onOk} />;
}

/** One short message on a screen of its own. */
function Said({
  title,
  text,
  isGood = false,
  onOk,
  children,
}: {
  title: string;
  text?: string;
  isGood?: boolean;
  onOk?: (() => void) | undefined;
  children?: React.ReactNode;
}) {
  const words = useWords(answerWords);
  return (
    <div className="sv-screen">
      <main className="sv-step" id="indhold">
        {isGood && <IconCircleCheck className="sv-good" size={64} stroke={1.5} aria-hidden="true" />}
        <h1 className="sv-question" tabIndex={-1}>
          {title}
        </h1>
        {text !== undefined && <p role="status">{text}</p>}
        {children}
        {onOk !== undefined && (
          <TouchButton look="primary" onClick={onOk}>
            {words.done}
          </TouchButton>
        )}
      </main>
    </div>
  );
}

/** Gives a common screen back: soon after the thanks, and when nobody has touched it for a while. */
function useLeaving(shown: Shown, onLeave: (() => void) | undefined) {
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  const isCommon = onLeave !== undefined;
  const millis = shown.at === 'done' ? THANKS_MILLIS : IDLE_MILLIS;
  useEffect(() => {
    if (!isCommon) return undefined;
    const leave = () => latest.current?.();
    let timer = window.setTimeout(leave, millis);
    const again = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(leave, millis);
    };
    window.addEventListener('pointerdown', again);
    window.addEventListener('keydown', again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', again);
      window.removeEventListener('keydown', again);
    };
  }, [isCommon, millis]);
}
