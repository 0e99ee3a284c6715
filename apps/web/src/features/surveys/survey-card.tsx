import { Button, Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ShownSurvey, ShownSurveys } from '@forspring/domain/surveys/survey';
import { instruments } from '@forspring/domain/surveys/instruments/instruments';
import { questionsOf } from '@forspring/domain/surveys/survey-item';
import { FactLine } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { useBoth } from './answer-question.tsx';
import { SurveyForm } from './survey-form.tsx';
import { SurveyPreview } from './survey-preview.tsx';
import { surveyWords } from './survey.words.ts';
import { SurveyWaves } from './survey-waves.tsx';

const ResultsPanel = lazy(() => import('./results-panel.tsx'));

interface SurveyCardProps {
  projectId: string;
  survey: ShownSurvey;
  abilities: ShownSurveys['abilities'];
  hasCards: boolean;
  projectEndsOn: string | null;
}

/** One survey: what it asks, what is promised, its rounds, and its results once a round is over. */
export function SurveyCard({ projectId, survey, abilities, hasCards, projectEndsOn }: SurveyCardProps) {
  const words = useWords(surveyWords);
  const both = useBoth();
  const { counted } = useFormats();
  const [isEditing, setEditing] = useState(false);
  const [isPreviewing, setPreviewing] = useState(false);
  const minutes = counted(Math.max(1, Math.round(survey.seconds / 60)), words.minutes);
  if (isEditing)
    return (
      <SurveyForm
        projectId={projectId}
        survey={survey}
        hasCards={hasCards}
        projectEndsOn={projectEndsOn}
        onDone={() => setEditing(false)}
      />
    );
  const isOpenToChange = abilities.edit && survey.closedOn === null;
  return (
    <article className="sv-card-box" aria-label={both(survey.title)}>
      <header className="sv-card-head">
        <h3>{both(survey.title)}</h3>
        <PrivacyBadge survey={survey} />
      </header>
      <FactLine
        facts={[
          counted(questionsOf(survey.items).length, words.itemCount),
          words.takes(minutes),
          survey.isLinked ? words.linkedFact : words.unlinkedFact,
        ]}
      />
      <Items survey={survey} />
      <div className="sv-actions">
        <Button variant="default" onClick={() => setPreviewing(true)}>
          {words.preview}
        </Button>
        {isOpenToChange && (
          <Button variant="subtle" onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        )}
        {isOpenToChange && <EndOfSurvey survey={survey} />}
      </div>
      <SurveyWaves survey={survey} abilities={abilities} />
      {survey.hasResults && (
        <Suspense fallback={<Loading lines={6} />}>
          <ResultsPanel projectId={projectId} survey={survey} />
        </Suspense>
      )}
      {isPreviewing && <SurveyPreview survey={survey} onClose={() => setPreviewing(false)} />}
    </article>
  );
}

/** Pseudonymous until a day, or anonymous: never the second before the salt is gone. */
function PrivacyBadge({ survey: { isLinked, unlinkOn, closedOn } }: { survey: ShownSurvey }) {
  const words = useWords(surveyWords);
  const { dayInText } = useFormats();
  if (closedOn !== null && isLinked)
    return <StatusBadge label={words.anonymousSince(dayInText(closedOn))} look="quiet" />;
  if (isLinked && unlinkOn !== null)
    return <StatusBadge label={words.pseudonymous(dayInText(unlinkOn))} look="waiting" />;
  return <StatusBadge label={words.anonymous} look="quiet" />;
}

function Items({ survey }: { survey: ShownSurvey }) {
  const words = useWords(surveyWords);
  const both = useBoth();
  return (
    <ul className="sv-items">
      {survey.items.map((item) =>
        item.kind === 'instrument' ? (
          <li key={item.id}>
            {both(instruments[item.instrument].name)} <span className="fs-quiet">({words.validated})</span>
            <p className="fs-help">{both(instruments[item.instrument].notice)}</p>
          </li>
        ) : (
          <li key={item.id}>
            {both(item.text)}{' '}
            <span className="fs-quiet">
              ({item.kind === 'choice' && item.isTrait ? words.trait : words.notValidated})
            </span>
          </li>
        ),
      )}
    </ul>
  );
}

/** Removing what nobody has answered, closing what somebody has. */
function EndOfSurvey({ survey }: { survey: ShownSurvey }) {
  const words = useWords(surveyWords);
  const { textOf } = useProblemWords();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand(trpc.surveys.remove.mutationOptions());
  const close = useCommand(trpc.surveys.close.mutationOptions(), { onDone: () => setAsking(false) });
  const isAnswered = survey.waves.some(({ answerCount }) => (answerCount ?? 0) > 0);
  const about = { surveyId: survey.id, baseVersion: survey.version };
  const { command, open, title, text, sure } = isAnswered
    ? {
        command: close,
        open: survey.isLinked ? words.close : words.closeUnlinked,
        title: words.closeTitle,
        text: survey.isLinked ? words.closeText : words.closeUnlinkedText,
        sure: words.closeSure,
      }
    : {
        command: remove,
        open: words.remove,
        title: words.removeTitle,
        text: words.removeText,
        sure: words.removeSure,
      };
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {open}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={title}>
        <p>{text}</p>
        {command.problem !== null && <p role="alert">{textOf(command.problem)}</p>}
        <div className="sv-actions">
          <Button color="red" loading={command.isBusy} onClick={() => void command.send(about)}>
            {sure}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </div>
      </Modal>
    </>
  );
}
