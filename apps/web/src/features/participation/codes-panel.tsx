import { useState } from 'react';
import { Form, FormActions, NumberField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { maxIssuedCodes } from '@forspring/domain/participation/participant-code';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';

/** Issues new random cards; the codes are shown once, to be written on paper. */
export function CodesPanel({ projectId }: { projectId: string }) {
  const words = useWords(activityWords);
  const { textOf } = useProblemWords();
  const [count, setCount] = useState<number | null>(10);
  const [codes, setCodes] = useState<string[]>([]);
  const issue = useCommand(trpc.participation.issueCodes.mutationOptions(), {
    onDone: (issued) => setCodes(issued.codes),
  });
  return (
    <Section title={words.codesTitle} help={words.codesHelp}>
      <Form label={words.codesTitle} onSubmit={() => void issue.send({ projectId, count: count ?? 0 })}>
        <NumberField
          name="codeCount"
          label={words.codeCount}
          value={count}
          onChange={setCount}
          min={1}
          max={maxIssuedCodes}
          isWhole
          error={issue.problem === null ? undefined : textOf(issue.problem)}
        />
        <FormActions submit={words.issueCodes} isBusy={issue.isBusy} buttonProps={{ variant: 'default' }} />
      </Form>
      {codes.length > 0 && (
        <div role="status">
          <p>
            <strong>{words.issued}</strong> {words.issuedHelp}
          </p>
          <ul className="pa-cards pa-cards-plain">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
