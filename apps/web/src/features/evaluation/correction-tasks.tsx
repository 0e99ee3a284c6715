import './evaluation.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ListedCorrection } from '@forspring/domain/evaluation/correction';
import { mayReceiveCorrections } from '@forspring/domain/evaluation/evaluation.abilities';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useMay } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { correctionWords } from './correction.words.ts';

/** The part of a work list about corrections: those to complete, and those to read; nothing where there are none. */
export default function CorrectionTasks() {
  const words = useWords(correctionWords);
  const may = useMay(mayReceiveCorrections);
  const { data = [] } = useQuery({ ...trpc.corrections.list.queryOptions(), enabled: may });
  if (data.length === 0) return null;
  return (
    <Section title={words.tasks}>
      <ul className="fs-plain-list">
        {data.map((one) => (
          <li key={`${one.task} ${one.id}`}>
            <Task correction={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Task({ correction }: { correction: ListedCorrection }) {
  const words = useWords(correctionWords);
  const { instant } = useFormats();
  const read = useCommand(trpc.corrections.markRead.mutationOptions());
  const project = `${correction.projectTitle} ${correction.year}`;
  const href =
    correction.sourceId !== null
      ? `/bevillinger/${correction.sourceId}`
      : correction.mayView
        ? `/projekter/${correction.projectId}/evaluering`
        : null;
  if (correction.task === 'write')
    return (
      <UiLink href={`/projekter/${correction.projectId}/evaluering`}>
        {words.write(project, instant(correction.at))}
      </UiLink>
    );
  return (
    <div className="evaluation-correction">
      <p>{href === null ? words.read(project) : <UiLink href={href}>{words.read(project)}</UiLink>}</p>
      <blockquote className="evaluation-text">{correction.text}</blockquote>
      <Button
        variant="default"
        size="sm"
        loading={read.isBusy}
        onClick={() => void read.send({ correctionId: correction.id })}
      >
        {words.markRead}
      </Button>
    </div>
  );
}
