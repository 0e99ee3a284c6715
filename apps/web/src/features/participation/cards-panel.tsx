import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileName, keepFile } from '@forspring/ui/csv';
import { ErrorSummary, Form, FormActions, NumberField, TextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { maxIssuedCodes, participantCode } from '@forspring/domain/participation/participant-code';
import { api, trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { problemOf } from '../../kernel/problem.ts';
import type { WireProblem } from '../../kernel/problem.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { cardWords } from './card.words.ts';

/** New cards as a sheet to print, today's sheet again, and a new card for a lost one. */
export function CardsPanel({ projectId }: { projectId: string }) {
  const words = useWords(cardWords);
  return (
    <Section title={words.title} help={words.help}>
      <div className="pa-card-ways">
        <NewCards projectId={projectId} />
        <LostCard projectId={projectId} />
      </div>
    </Section>
  );
}

/** Fetches cards issued today as a PDF and hands it to the browser. */
function useSheet(projectId: string) {
  const words = useWords(cardWords);
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WireProblem | null>(null);
  async function keep(cardIds: string[]) {
    setBusy(true);
    setProblem(null);
    try {
      const { base64 } = await api.cards.export.query({ projectId, cardIds, language });
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
      keepFile(fileName(words.fileTitle, 'pdf'), new Blob([bytes], { type: 'application/pdf' }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { keep, isBusy, problem };
}

function NewCards({ projectId }: { projectId: string }) {
  const words = useWords(cardWords);
  const { counted, plural, number } = useFormats();
  const { textOf } = useProblemWords();
  const [count, setCount] = useState<number | null>(10);
  const [issuedCount, setIssuedCount] = useState(0);
  const cards = useQuery(trpc.cards.show.queryOptions({ projectId }));
  const sheet = useSheet(projectId);
  const issue = useCommand(trpc.cards.issue.mutationOptions());
  const printableIds = cards.data?.printableIds ?? [];

  async function issueAndPrint() {
    const cardIds = Array.from({ length: count ?? 0 }, () => crypto.randomUUID());
    const done = await issue.send({ projectId, cardIds });
    if (done === undefined) return;
    setIssuedCount(done.issuedCount);
    await sheet.keep(cardIds);
  }
  return (
    <div className="pa-card-way">
      <h3>{words.newTitle}</h3>
      <p className="fs-help">{words.newHelp}</p>
      <Form label={words.newTitle} onSubmit={() => void issueAndPrint()}>
        <NumberField
          name="cardCount"
          label={words.count}
          help={words.countHelp}
          value={count}
          onChange={setCount}
          min={1}
          max={maxIssuedCodes}
          isWhole
          error={issue.problem === null ? undefined : textOf(issue.problem)}
        />
        <FormActions submit={words.issue} isBusy={issue.isBusy || sheet.isBusy} buttonProps={{ variant: 'default' }} />
      </Form>
      <div role="status">{issuedCount > 0 && <p>{words.issued(counted(issuedCount, words.cards))}</p>}</div>
      {sheet.problem !== null && <p className="pa-wrong">{textOf(sheet.problem)}</p>}
      {printableIds.length > 0 && (
        <div className="pa-card-again">
          <p>
            {words.againText(counted(printableIds.length, words.cards))} {words.againHelp}
          </p>
          <Button variant="subtle" loading={sheet.isBusy} onClick={() => void sheet.keep(printableIds)}>
            {words.again}
          </Button>
        </div>
      )}
      {cards.data !== undefined && cards.data.lostCount > 0 && (
        <p className="fs-quiet">
          {number(cards.data.lostCount)} {plural(cards.data.lostCount, words.lostCards)}
        </p>
      )}
    </div>
  );
}

function LostCard({ projectId }: { projectId: string }) {
  const words = useWords(cardWords);
  const { dayInText } = useFormats();
  const { textOf, fieldsOf } = useProblemWords();
  const [done, setDone] = useState<{ code: string; lostOn: string; newCode: string; newId: string } | null>(null);
  const lose = useCommand(trpc.cards.setLost.mutationOptions());
  const sheet = useSheet(projectId);
  const fields = useFields({
    initial: { code: '' },
    check: ({ code }) => (participantCode.safeParse(code).success ? [] : [{ path: 'code', message: words.notACode }]),
  });
  async function send() {
    if (!fields.check()) return;
    const newId = crypto.randomUUID();
    const code = participantCode.parse(fields.values.code);
    const result = await lose.send({ projectId, code, cardId: newId });
    if (result === undefined) return;
    const { codes } = await api.cards.list.query({ projectId, cardIds: [newId] });
    setDone({ code, lostOn: result.lostOn, newCode: codes[0] ?? '', newId });
    fields.reset({ code: '' });
  }
  const wrong = lose.problem === null ? [] : fieldsOf(lose.problem);
  return (
    <div className="pa-card-way">
      <h3>{words.lostTitle}</h3>
      <p className="fs-help">{words.lostHelp}</p>
      <Form label={words.lostTitle} onSubmit={() => void send()}>
        <ErrorSummary
          problems={fields.problems.length > 0 ? fields.problems : wrong}
          round={fields.problemRound}
          other={lose.problem !== null && wrong.length === 0 ? textOf(lose.problem) : undefined}
        />
        <TextField {...fields.bind('code')} label={words.code} help={words.codeHelp} maxLength={12} />
        <FormActions submit={words.lose} isBusy={lose.isBusy} buttonProps={{ variant: 'default' }} />
      </Form>
      <div role="status">
        {done !== null && (
          <p>
            {words.lost(done.code, dayInText(done.lostOn))} {words.newCode}{' '}
            <strong className="pa-code">{done.newCode}</strong>
          </p>
        )}
      </div>
      {done !== null && (
        <Button variant="subtle" loading={sheet.isBusy} onClick={() => void sheet.keep([done.newId])}>
          {words.printOne}
        </Button>
      )}
      {sheet.problem !== null && <p className="pa-wrong">{textOf(sheet.problem)}</p>}
    </div>
  );
}
