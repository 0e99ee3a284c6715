import { type ReactNode, useState } from 'react';
import { Button } from '@mantine/core';
import type { ShownPlan } from '@forspring/domain/plans/annual-plan';
import { Conflict, type ConflictRow } from '@forspring/ui/conflict';
import { ErrorSummary, Form, FormActions } from '@forspring/ui/form';
import type { Fields } from '@forspring/ui/use-fields';
import type { Command } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

interface PlanFormProps<Values extends object> {
  plan: ShownPlan;
  label: string;
  labels: Record<string, string>;
  fields: Fields<Values>;
  command: Pick<Command<never, ShownPlan>, 'isBusy' | 'problem'>;
  /** Sends what was typed on a version; undefined when there is a problem. */
  send: (values: Values, version: number) => Promise<ShownPlan | undefined>;
  /** What was typed beside what somebody else wrote meanwhile. */
  rowsOf: (values: Values, stored: ShownPlan) => ConflictRow[];
  onDone: () => void;
  children: ReactNode;
}

/** A part of a plan as a form: a version that is no longer the latest shows both, nothing typed is lost. */
export function PlanForm<Values extends object>({
  plan,
  label,
  labels,
  fields,
  command,
  send,
  rowsOf,
  onDone,
  children,
}: PlanFormProps<Values>) {
  const words = useWords(planWords);
  const { textOf, fieldsOf } = useProblemWords();
  // What is typed answers the version it was read at, whatever arrives meanwhile.
  const [baseVersion] = useState(plan.version);
  const stored = command.problem?.code === 'stale' ? (command.problem.current as ShownPlan) : null;
  const problem = stored === null ? command.problem : null;
  function close() {
    fields.reset();
    onDone();
  }
  async function save(version: number) {
    if ((await send(fields.values, version)) !== undefined) close();
  }
  return (
    <Form label={label} onSubmit={() => void (fields.check() && save(baseVersion))}>
      <ErrorSummary
        problems={problem === null ? fields.problems : fieldsOf(problem, labels)}
        round={fields.problemRound}
        other={problem === null ? undefined : textOf(problem)}
      />
      {stored !== null && (
        <Conflict
          rows={rowsOf(fields.values, stored)}
          onChoose={(choice) => (choice === 'mine' ? void save(stored.version) : close())}
          isBusy={command.isBusy}
        />
      )}
      {children}
      <FormActions submit={words.save} isBusy={command.isBusy}>
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
