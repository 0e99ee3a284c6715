import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type {
  Attainment,
  EvaluationText,
  Recommendation,
  ShownEvaluation,
} from '@forspring/domain/evaluation/evaluation';
import { evaluationTexts } from '@forspring/domain/evaluation/evaluation';
import type { ElementMark } from '@forspring/domain/evaluation/fidelity';
import type { SavedState } from '@forspring/ui/form';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import type { WireProblem } from '../../kernel/problem.ts';

const pauseMillis = 1200;

/** The judgement of one goal as it is written. */
export interface Judgement {
  attainment: Attainment;
  comment: string;
}

/** What the owner writes, as the form holds it. */
export type EvaluationValues = Record<EvaluationText, string> & {
  recommendation: Recommendation | null;
  elements: ElementMark[];
  outcomes: Record<string, Judgement>;
};

/** The evaluation of a project as its reader may see it. */
export function useEvaluation(projectId: string) {
  return useQuery(trpc.evaluation.show.queryOptions({ projectId }));
}

/** The form's values as the server has them. */
export function valuesOf(
  shown: Record<EvaluationText, string> & {
    recommendation: Recommendation | null;
    elements: readonly ElementMark[];
    outcomes: readonly { goalId: string; attainment: Attainment; comment: string }[];
  },
): EvaluationValues {
  const texts = Object.fromEntries(evaluationTexts.map((name) => [name, shown[name]])) as Record<
    EvaluationText,
    string
  >;
  return {
    ...texts,
    recommendation: shown.recommendation,
    elements: shown.elements.map(({ element, mark }) => ({ element, mark })),
    outcomes: Object.fromEntries(
      shown.outcomes.map(({ goalId, attainment, comment }) => [goalId, { attainment, comment }]),
    ),
  };
}

/** Saves what is written a moment after the last key and when the form is left, one saving at a time, each on top of the one before. */
export function useAutosave(
  projectId: string,
  shown: ShownEvaluation,
  values: EvaluationValues,
  onSaved: (saved: EvaluationValues) => void,
) {
  const queryClient = useQueryClient();
  const version = useRef(shown.version);
  const savedText = useRef(JSON.stringify(valuesOf(shown)));
  const [state, setState] = useState<SavedState | undefined>();
  const [problem, setProblem] = useState<WireProblem | null>(null);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  // The page is not fetched anew at every pause: what was saved is put where the page reads it.
  const save = useCommand(trpc.evaluation.set.mutationOptions(), { refreshes: false, onProblem: setProblem });
  const text = JSON.stringify(values);

  function remember(sent: EvaluationValues, to: number) {
    const { outcomes, elements, ...written } = sent;
    queryClient.setQueryData(trpc.evaluation.show.queryKey({ projectId }), (known) =>
      known === undefined
        ? known
        : {
            ...known,
            ...written,
            status: known.status ?? 'draft',
            version: to,
            elements: known.elements.map((one) => ({
              ...one,
              mark: elements.find(({ element }) => element === one.element)?.mark ?? null,
            })),
            outcomes: known.outcomes.map((one) => ({ ...one, ...outcomes[one.goalId] })),
          },
    );
  }
  async function send(sent: EvaluationValues): Promise<boolean> {
    const sentText = JSON.stringify(sent);
    if (sentText === savedText.current) return true;
    setState({ kind: 'saving' });
    const { outcomes, ...written } = sent;
    const judged = shown.outcomes.flatMap(({ goalId, proposed }) => {
      const { attainment = proposed, comment = '' } = outcomes[goalId] ?? {};
      return attainment !== proposed || comment !== '' ? [{ goalId, attainment, comment }] : [];
    });
    const output = await save.send({ ...written, projectId, baseVersion: version.current, outcomes: judged });
    if (output === undefined) {
      setState({ kind: 'failed' });
      return false;
    }
    version.current = output.version;
    savedText.current = sentText;
    remember(sent, output.version);
    onSaved(sent);
    setProblem(null);
    setState({ kind: 'saved', at: new Date(output.savedAt) });
    return true;
  }
  /** Saves now if anything is unsaved; answers whether everything is saved. */
  function saveNow(): Promise<boolean> {
    running.current = running.current.then(() => send(values));
    return running.current;
  }
  const saveLater = useEffectEvent(() => void saveNow());
  useEffect(() => {
    if (text === savedText.current) return undefined;
    setState({ kind: 'unsaved' });
    const timer = setTimeout(() => saveLater(), pauseMillis);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => saveLater(), []);

  return {
    state,
    problem,
    saveNow,
    versionNow: () => version.current,
    /** Goes on from another version: the next saving replaces it. */
    rebase: (to: number) => {
      version.current = to;
      setProblem(null);
      return saveNow();
    },
    /** Takes the stored values as the saved ones. */
    take: (stored: EvaluationValues, to: number) => {
      version.current = to;
      savedText.current = JSON.stringify(stored);
      remember(stored, to);
      setProblem(null);
      setState(undefined);
    },
  };
}
