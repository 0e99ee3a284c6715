import { useState } from 'react';
import type { Fields } from '@forspring/ui/use-fields';
import type { ConflictRow } from '@forspring/ui/conflict';
import type { WireProblem } from '../../kernel/problem.ts';
import { type FieldLabels, useProblemWords } from '../../kernel/problems.words.ts';

/** Settings of a command that put the server's field problems at the fields of a form. */
export function useFieldProblems<Values extends object>(fields: Fields<Values>, labels: FieldLabels) {
  const { fieldsOf } = useProblemWords();
  return {
    onProblem: (problem: WireProblem) => {
      if (problem.fields.length > 0) fields.showProblems(fieldsOf(problem, labels));
    },
  };
}

interface Options<Values extends object> {
  fields: Fields<Values>;
  /** The version the values were read at; 0 for something new. */
  version: number;
  command: { isBusy: boolean; problem: WireProblem | null; clearProblem: () => void };
  /** Sends the values, based on a version; undefined when there is a problem. */
  send: (values: Values, baseVersion: number) => Promise<unknown>;
  /** A stored version beside the typed one, field by field. */
  compare?: (mine: Values, theirs: Record<string, unknown>) => ConflictRow[];
  onDone: () => void;
}

/** A form of this tab: how to send it, what is wrong with the whole, and the other version when somebody was first. */
export interface BudgetForm {
  isBusy: boolean;
  other: string | undefined;
  submit: () => void;
  conflict: { rows: ConflictRow[]; choose: (choice: 'mine' | 'theirs') => void } | null;
}

/** Binds a form to its command: a stale version shows both, nothing typed is lost. */
export function useBudgetForm<Values extends object>({
  fields,
  version,
  command,
  send,
  compare,
  onDone,
}: Options<Values>): BudgetForm {
  const { textOf } = useProblemWords();
  const [baseVersion, setBaseVersion] = useState(version);
  const { problem } = command;
  const stale =
    problem?.code === 'stale' && compare !== undefined ? (problem.current as Record<string, unknown>) : null;
  const isWhole = problem !== null && problem.fields.length === 0 && stale === null;

  async function run(on: number) {
    if ((await send(fields.values, on)) === undefined) return;
    fields.markSaved();
    onDone();
  }
  function choose(choice: 'mine' | 'theirs') {
    command.clearProblem();
    if (choice === 'theirs') {
      fields.reset();
      onDone();
      return;
    }
    const newest = Number(stale?.['version']);
    setBaseVersion(newest);
    void run(newest);
  }
  return {
    isBusy: command.isBusy,
    other: isWhole ? textOf(problem) : undefined,
    submit: () => {
      if (fields.check()) void run(baseVersion);
    },
    conflict: stale === null ? null : { rows: compare?.(fields.values, stale) ?? [], choose },
  };
}
