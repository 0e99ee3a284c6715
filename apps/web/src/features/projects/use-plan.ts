import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { planFields, type PlanField, type PlanFields } from '@forspring/domain/projects/plan';
import { planProblems } from '@forspring/domain/projects/plan.rules';
import type { ShownPlan } from '@forspring/domain/projects/shown-project';
import type { SavedState } from '@forspring/ui/form';
import type { FieldProblem } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import type { WireProblem } from '../../kernel/problem.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage } from '../../kernel/words.ts';

const PAUSE_MILLIS = 900;
const draftAddress = (projectId: string) => `forspring-draft:plan ${projectId}`;

type Changes = Partial<PlanFields>;

/** Another person's version of fields this one has changed too. */
interface PlanConflict {
  fields: PlanField[];
  theirs: PlanFields;
}

/** An open plan on the screen: typed values that save themselves, what is wrong, and two versions where two people wrote. */
export interface PlanForm {
  values: PlanFields;
  state: SavedState;
  problems: FieldProblem[];
  conflict: PlanConflict | null;
  change: (changes: Changes) => void;
  bind: <Field extends PlanField>(
    field: Field,
  ) => {
    name: Field;
    value: PlanFields[Field];
    onChange: (value: PlanFields[Field]) => void;
    error: string | undefined;
  };
  errorAt: (path: string) => string | undefined;
  keepName: () => void;
  choose: (choice: 'mine' | 'theirs') => void;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function differencesOf(values: PlanFields, base: PlanFields): Changes {
  const changed = (Object.keys(values) as PlanField[]).filter((field) => !isSame(values[field], base[field]));
  return Object.fromEntries(changed.map((field) => [field, values[field]])) as Changes;
}

function readDraft(projectId: string): Changes {
  try {
    return JSON.parse(sessionStorage.getItem(draftAddress(projectId)) ?? '{}') as Changes;
  } catch {
    return {};
  }
}

function keepDraft(projectId: string, changes: Changes) {
  try {
    if (Object.keys(changes).length === 0) sessionStorage.removeItem(draftAddress(projectId));
    else sessionStorage.setItem(draftAddress(projectId), JSON.stringify(changes));
  } catch {
    // A full or forbidden store only costs the draft; the form goes on.
  }
}

/**
 * Saves the changed fields of a plan a moment after the last keystroke, one command at a time, each on the version the
 * one before answered. Fields another person changed meanwhile are taken over; only a field both changed is asked about.
 */
export function usePlan(plan: ShownPlan): PlanForm {
  const { projectId } = plan;
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const queryClient = useQueryClient();
  const [values, setValues] = useState<PlanFields>(() => ({ ...plan.fields, ...readDraft(projectId) }));
  const [state, setState] = useState<SavedState>({ kind: 'saved', at: new Date(plan.savedAt) });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [conflict, setConflict] = useState<PlanConflict | null>(null);
  const base = useRef({ version: plan.version, fields: plan.fields });
  const latest = useRef(values);
  const savedAt = useRef(new Date(plan.savedAt));
  const isSaving = useRef(false);
  const isAsking = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const failed = useRef<WireProblem | null>(null);

  const command = useCommand(trpc.projects.setPlan.mutationOptions(), {
    refreshes: false,
    onProblem: (problem) => {
      failed.current = problem;
    },
  });

  const saveNow = useRef<() => Promise<void>>(() => Promise.resolve());
  const schedule = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void saveNow.current(), PAUSE_MILLIS);
  }, []);

  /** What may be sent now; a field that cannot be right stays on the screen with its sentence. */
  function sendable(): { changes: Changes; wrong: FieldProblem[] } {
    const changes = differencesOf(latest.current, base.current.fields);
    const wrong = checkWith(planFields.partial(), language)(changes);
    const contradictions = fieldsOf({ fields: planProblems(latest.current) });
    const refused = new Set([...wrong, ...contradictions].map((problem) => problem.path.split('.')[0]));
    const kept = Object.entries(changes).filter(([field]) => !refused.has(field));
    return { changes: Object.fromEntries(kept) as Changes, wrong: [...wrong, ...contradictions] };
  }

  async function save(isNameChecked = false): Promise<void> {
    if (isSaving.current || isAsking.current) return;
    const { changes, wrong } = sendable();
    setProblems(wrong);
    if (Object.keys(changes).length === 0 && !isNameChecked) {
      // Typed back to what is stored: nothing to send, and nothing unsaved either.
      setState(wrong.length > 0 ? { kind: 'unsaved' } : { kind: 'saved', at: savedAt.current });
      return;
    }
    isSaving.current = true;
    failed.current = null;
    setState({ kind: 'saving' });
    const saved = await command.send({
      projectId,
      baseVersion: base.current.version,
      fields: changes,
      ...(isNameChecked ? { isNameChecked } : {}),
    });
    isSaving.current = false;
    if (saved === undefined) return tell(failed.current);
    savedAt.current = new Date();
    base.current = { version: saved.version, fields: { ...base.current.fields, ...changes } };
    const left = differencesOf(latest.current, base.current.fields);
    keepDraft(projectId, left);
    setState(wrong.length > 0 ? { kind: 'unsaved' } : { kind: 'saved', at: savedAt.current });
    refresh(saved.savedAt, isNameChecked);
    if (Object.keys(left).some((field) => !wrong.some((problem) => problem.path.split('.')[0] === field))) schedule();
  }

  function tell(problem: WireProblem | null) {
    if (problem?.code === 'stale') return rebase(problem.current as { version: number; fields: PlanFields });
    if (problem !== null && problem.fields.length > 0) setProblems(fieldsOf(problem));
    setState({ kind: 'failed', ...(problem === null ? {} : { why: textOf(problem) }) });
  }

  /** Takes over what others changed; asks only about fields both changed. */
  function rebase(current: { version: number; fields: PlanFields }) {
    const mine = differencesOf(latest.current, base.current.fields);
    const both = (Object.keys(mine) as PlanField[]).filter(
      (field) =>
        !isSame(current.fields[field], base.current.fields[field]) && !isSame(current.fields[field], mine[field]),
    );
    base.current = current;
    const merged = { ...current.fields, ...mine };
    latest.current = merged;
    setValues(merged);
    if (both.length === 0) return void save();
    isAsking.current = true;
    setState({ kind: 'unsaved' });
    setConflict({ fields: both, theirs: current.fields });
  }

  function refresh(savedAt: string, isNameChecked: boolean) {
    const key = trpc.projects.showPlan.queryKey({ projectId });
    queryClient.setQueryData(key, (shown) =>
      shown === undefined
        ? shown
        : {
            ...shown,
            ...base.current,
            savedAt,
            ...(isNameChecked ? { nameCheckedOn: savedAt.slice(0, 10) } : {}),
          },
    );
    void queryClient.invalidateQueries(trpc.projects.show.queryFilter({ projectId }));
    void queryClient.invalidateQueries(trpc.projects.showSubmission.queryFilter({ projectId }));
    void queryClient.invalidateQueries(trpc.projects.listSimilar.queryFilter({ projectId }));
  }

  useEffect(() => {
    saveNow.current = save;
  });

  const change = useCallback(
    (changes: Changes) => {
      const next = { ...latest.current, ...changes };
      latest.current = next;
      setValues(next);
      setProblems((current) => current.filter((problem) => !((problem.path.split('.')[0] ?? '') in changes)));
      keepDraft(projectId, differencesOf(next, base.current.fields));
      setState((now) => (now.kind === 'saving' ? now : { kind: 'unsaved' }));
      schedule();
    },
    [projectId, schedule],
  );

  useEffect(() => {
    // A draft that came back after a reload is saved at once; leaving the page saves what is waiting.
    if (Object.keys(differencesOf(latest.current, base.current.fields)).length > 0) schedule();
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(differencesOf(latest.current, base.current.fields)).length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.clearTimeout(timer.current);
      void saveNow.current();
    };
  }, [schedule]);

  const errorAt = (path: string) => problems.find((problem) => problem.path === path)?.message;
  return {
    values,
    state,
    problems,
    conflict,
    change,
    errorAt,
    bind: (field) => ({
      name: field,
      value: values[field],
      onChange: (value) => change({ [field]: value }),
      error: errorAt(field),
    }),
    keepName: () => void save(true),
    choose(choice) {
      if (conflict === null) return;
      isAsking.current = false;
      setConflict(null);
      if (choice === 'theirs')
        change(Object.fromEntries(conflict.fields.map((field) => [field, conflict.theirs[field]])) as Changes);
      else schedule();
    },
  };
}
