import './answer.css';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ShownSurvey } from '@forspring/domain/surveys/survey';
import { questionsOf } from '@forspring/domain/surveys/survey-item';
import { useWords } from '../../kernel/words.ts';
import { AnswerSteps } from './answer-steps.tsx';
import { answerWords } from './answer.words.ts';

/** The survey as a young person meets it; nothing is sent. */
export function SurveyPreview({ survey, onClose }: { survey: ShownSurvey; onClose: () => void }) {
  const words = useWords(answerWords);
  const [isDone, setDone] = useState(false);
  const { title, items, seconds, isLinked, unlinkOn } = survey;
  const link = isLinked && unlinkOn !== null ? { salt: '', until: unlinkOn } : null;
  return (
    <Modal opened onClose={onClose} title={words.preview} size="lg">
      <div className="sv-preview">
        {isDone ? (
          <p role="status">{words.previewDone}</p>
        ) : (
          <AnswerSteps
            survey={{ title, questions: questionsOf(items), seconds, link }}
            isBusy={false}
            onDone={() => setDone(true)}
          />
        )}
      </div>
      <Button variant="default" onClick={onClose}>
        {words.closePreview}
      </Button>
    </Modal>
  );
}
