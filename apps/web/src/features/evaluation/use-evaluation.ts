import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Attainment, EvaluationText, Recommendation, ShownEvaluation } from '@forspring/domain/evaluation/evaluation';
import { evaluationTexts } from '@forspring/domain/evaluation/evaluation';
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
export type EvaluationValues = Record<EvaluationText, string> & { recommendation: Recommendation | null; outcomes: Record<string, Judgement> };

/** The evaluation of a project as its reader may see it. */
export function useEvaluation(projectId: string) {
  return useQuery(trpc.evaluation.show.queryOptions({ projectId }));
}

/** The form's values as the server has them. */
export function valuesOf(shown: Record<EvaluationText, string> & { recommendation: Recommendation | null; outcomes: readonly { goalId: string; attainment: Attainment; comment: string }[] }): EvaluationValues {
  const texts = Object.fromEntries(evaluationTexts.map((name) => [name, shown[name]])) as Record<EvaluationText, string>;
  return {
    ...texts,
    recommendation: shown.recommendation,
    outcomes: Object.fromEntries(shown.outcomes.map(({ goalId, attainment, comment }) => [goalId, { attainment, comment }])),
  };
}

/** Saves what is written a moment after the last key, one saving at a time, each on top of the one before. */
export function useAutosave(projectId: string, shown: ShownEvaluation, values: EvaluationValues) {
  const version = useRef(shown.version);
  const savedText = useRef(JSON.stringify(values));
  const [state, setState] = useState<SavedState | undefined>();
  const [problem, setProblem] = useState<WireProblem | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  // The whole page is not fetched anew at every pause: the form already shows what was saved.
  const save = useCommand(trpc.evaluation.set.mutationOptions(), { refreshes: false, onProblem: setProblem });
  const text = JSON.stringify(values);

  async function send(): Promise<boolean> {
    const sent = JSON.stringify(values);
    if (sent === savedText.current) return true;
    setState({ kind: 'saving' });
    const { outcomes, ...rest } = values;
    const judged = shown.outcomes
      .map(({ goalId, proposed }) => ({ goalId, proposed, ...outcomes[goalId] }))
      .flatMap(({ goalId, proposed, attainment, comment }) =>
        attainment !== undefined && (attainment !== proposed || (comment ?? '') !== '') ? [{ goalId, attainment, comment: comment ?? '' }] : [],
      );
    const output = await save.send({ ...rest, projectId, baseVersion: version.current, outcomes: judged });
    if (output === undefined) {
      setState({ kind: 'failed' });
      return false;
    }
    version.current = output.version;
    savedText.current = sent;
    setProblem(null);
    setState({ kind: 'saved', at: new Date(output.savedAt) });
    return true;
  }
  /** Saves now if anything is unsaved; answers whether everything is saved. */
  async function saveNow(): Promise<boolean> {
    await running.current;
    running.current = send();
    return running.current;
  }
  const saveLater = useEffectEvent(() => void saveNow());
  useEffect(() => {
    if (text === savedText.current) return undefined;
    setState({ kind: 'unsaved' });
    const timer = setTimeout(saveLater, pauseMillis);
    return () => clearTimeout(timer);
  }, [text]);

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
      setProblem(null);
      setState(undefined);
    },
  };
}
