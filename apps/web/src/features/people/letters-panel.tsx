import { useQuery } from '@tanstack/react-query';
import { Section } from '@forspring/ui/page';
import { Empty, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { Failure } from '../../kernel/failure.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { peopleWords } from './people.words.ts';

/** Letters in the local folder, when no mail server is set. */
export function LettersPanel() {
  const words = useWords(peopleWords);
  const { instant } = useFormats();
  const { data, error, refetch } = useQuery(trpc.people.listLetters.queryOptions());
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data === null) return <Empty title={words.lettersSent} />;
  if (data.length === 0) return <Empty title={words.noLetters} text={words.lettersHelp} />;
  return data.map((letter) => (
    <Section
      key={`${letter.at} ${letter.to}`}
      title={letter.subject}
      help={`${instant(letter.at)} · ${words.to} ${letter.to}`}
    >
      <pre className="fs-letter">{letter.text}</pre>
    </Section>
  ));
}
