import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../kernel/api.ts';
import { useWords } from '../../kernel/words.ts';
import { useBoth } from './answer-question.tsx';
import { answerWords } from './answer.words.ts';

const LOOK_MILLIS = 60_000;

/** The surveys that are open tonight, as ways from a kiosk's first screen. */
export function KioskSurveys({ sessionId, onOpen }: { sessionId: string; onOpen: (token: string) => void }) {
  const words = useWords(answerWords);
  const both = useBoth();
  const { data = [] } = useQuery({
    ...trpc.surveys.listAtKiosk.queryOptions({ sessionId }),
    refetchInterval: LOOK_MILLIS,
  });
  return data.map(({ token, title }) => (
    <button key={token} type="button" className="ki-way" onClick={() => onOpen(token)}>
      <IconListCheck size={32} aria-hidden="true" />
      <span>
        <strong>{both(title)}</strong>
        <br />
        {words.atKiosk}
      </span>
    </button>
  ));
}
