import { useParams } from '@tanstack/react-router';
import { AnswerScreen } from '../../features/surveys/answer-screen.tsx';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** A survey's questions on the phone of whoever holds the link. */
export function AnswerPage() {
  const { token } = useParams({ strict: false }) as { token: string };
  const words = useWords(pageTitles);
  useTitle(words.answer);
  return <AnswerScreen key={token} token={token} />;
}
