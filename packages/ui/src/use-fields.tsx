import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** What is wrong with one field: its path (`lines.0.quantity`), and what to say, mending included. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** What a field needs to be part of a form; spread it on any field of `form.tsx`. */
export interface FieldBinding<Value> {
  name: string;
  value: Value;
  onChange: (value: Value) => void;
  error: string | undefined;
  /** Told when what is typed cannot be read (with what to say) and again (undefined) when it can. */
  onUnreadable: (message: string | undefined) => void;
}

/** The fields of one form: typed values, problems by path, and what may be done with them. */
export interface Fields<Values extends object> {
  values: Values;
  isDirty: boolean;
  problems: FieldProblem[];
  /** Grows each time problems are shown anew, so that the summary takes the focus again. */
  problemRound: number;
  set: <Key extends keyof Values & string>(key: Key, value: Values[Key]) => void;
  /** Changes several values at once, e.g. rows of a list. */
  change: (change: (values: Values) => Values) => void;
  bind: <Key extends keyof Values & string>(key: Key) => FieldBinding<Values[Key]>;
  /** What is wrong at a path, for fields inside lists. */
  errorAt: (path: string) => string | undefined;
  /** The name of the field at a path, for fields inside lists and for problems told from elsewhere: see `scope`. */
  nameAt: (path: string) => string;
  /** As `onUnreadable` of a binding, for fields inside lists. */
  tellUnreadable: (path: string, message: string | undefined) => void;
  /** Shows what the server found; values stay as they are. */
  showProblems: (problems: FieldProblem[]) => void;
  /** Runs the check and what could not be read; shows and answers false when anything is wrong. */
  check: () => boolean;
  /** Takes the current or given values as the saved ones. */
  markSaved: (values?: Values) => void;
  /** Goes back to the saved values, or to new ones from the server. */
  reset: (values?: Values) => void;
}

interface UseFieldsOptions<Values extends object> {
  initial: Values;
  /** The form's own check, usually the domain's schema turned into problems by the kernel. */
  check?: (values: Values) => FieldProblem[];
  /** A name under which what is typed survives a reload of the page, in this tab only. */
  draftKey?: string;
  /** Set before the names of the fields where a page has several forms with the same, so that labels and links find their own. */
  scope?: string;
}

const draftAddress = (key: string) => `forspring-draft:${key}`;

function readDraft(key: string | undefined): object | undefined {
  if (key === undefined || typeof sessionStorage === 'undefined') return undefined;
  try {
    const text = sessionStorage.getItem(draftAddress(key));
    const draft: unknown = text === null ? undefined : JSON.parse(text);
    return typeof draft === 'object' && draft !== null ? draft : undefined;
  } catch {
    return undefined;
  }
}

function keepDraft(key: string | undefined, values: object | undefined) {
  if (key === undefined || typeof sessionStorage === 'undefined') return;
  try {
    if (values === undefined) sessionStorage.removeItem(draftAddress(key));
    else sessionStorage.setItem(draftAddress(key), JSON.stringify(values));
  } catch {
    // A full or forbidden store only costs the draft; the form goes on.
  }
}

/**
 * Keeps a form's typed values and its problems. A problem at a field goes when the field changes; a problem never empties
 * a field. With `draftKey`, unsaved values come back after a reload.
 */
export function useFields<Values extends object>({
  initial,
  check,
  draftKey,
  scope,
}: UseFieldsOptions<Values>): Fields<Values> {
  const [saved, setSaved] = useState<Values>(initial);
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...readDraft(draftKey) }));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [problemRound, setProblemRound] = useState(0);
  const unreadable = useRef(new Map<string, string>());

  useEffect(() => {
    if (values !== saved) keepDraft(draftKey, values);
  }, [draftKey, values, saved]);

  const change = useCallback((next: (values: Values) => Values) => setValues(next), []);
  const clearAt = useCallback((path: string) => {
    setProblems((current) => {
      const left = current.filter((problem) => problem.path !== path && !problem.path.startsWith(`${path}.`));
      return left.length === current.length ? current : left;
    });
  }, []);
  const set = useCallback(
    <Key extends keyof Values & string>(key: Key, value: Values[Key]) => {
      change((current) => ({ ...current, [key]: value }));
      clearAt(key);
    },
    [change, clearAt],
  );
  const showProblems = useCallback((next: FieldProblem[]) => {
    setProblems(next);
    setProblemRound((round) => round + 1);
  }, []);
  const tellUnreadable = useCallback(
    (path: string, message: string | undefined) => {
      if (message === undefined) unreadable.current.delete(path);
      else unreadable.current.set(path, message);
      clearAt(path);
    },
    [clearAt],
  );
  const errorAt = (path: string) => problems.find((problem) => problem.path === path)?.message;

  const nameAt = (path: string) => (scope === undefined ? path : `${scope}.${path}`);

  return {
    values,
    isDirty: useMemo(() => JSON.stringify(values) !== JSON.stringify(saved), [values, saved]),
    problems: scope === undefined ? problems : problems.map((one) => ({ ...one, path: nameAt(one.path) })),
    problemRound,
    set,
    change,
    bind: (key) => ({
      name: nameAt(key),
      value: values[key],
      onChange: (value) => set(key, value),
      error: errorAt(key),
      onUnreadable: (message) => tellUnreadable(key, message),
    }),
    errorAt,
    nameAt,
    tellUnreadable,
    showProblems,
    check() {
      const typed = [...unreadable.current].map(([path, message]) => ({ path, message }));
      const found = check?.(values) ?? [];
      // What cannot be read is told once, not also as missing.
      const all = [...typed, ...found.filter((problem) => !unreadable.current.has(problem.path))];
      if (all.length > 0) showProblems(all);
      else setProblems([]);
      return all.length === 0;
    },
    markSaved(next) {
      setSaved(next ?? values);
      keepDraft(draftKey, undefined);
    },
    reset(next) {
      const back = next ?? saved;
      unreadable.current.clear();
      setValues(back);
      setSaved(back);
      setProblems([]);
      keepDraft(draftKey, undefined);
    },
  };
}
