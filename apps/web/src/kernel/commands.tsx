import { useQueryClient } from '@tanstack/react-query';
import { createContext, lazy, Suspense, useCallback, useContext, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { isNetworkFailure, problemOf } from './problem.ts';
import type { WireProblem } from './problem.ts';

const NETWORK_RETRIES = 2;
const RETRY_PAUSE_MILLIS = 800;

// The question is seldom asked, and a phone need not fetch a dialog for it.
const NumberQuestion = lazy(() => import('./number-question.tsx'));

type Ask = () => Promise<boolean>;
const AskContext = createContext<Ask>(() => Promise.resolve(false));

/** Holds the one dialog "Er det et personnummer?" for every command below it. */
export function CommandQuestions({ children }: { children: ReactNode }) {
  const [answer, setAnswer] = useState<((isNotPersonal: boolean) => void) | null>(null);
  const ask = useCallback<Ask>(() => new Promise((resolve) => setAnswer(() => resolve)), []);
  function close(isNotPersonal: boolean) {
    answer?.(isNotPersonal);
    setAnswer(null);
  }
  return (
    <AskContext value={ask}>
      {children}
      {answer !== null && (
        <Suspense>
          <NumberQuestion onAnswer={close} />
        </Suspense>
      )}
    </AskContext>
  );
}

/** What a screen gives: the command's input without what this kernel adds. */
type OwnInput<Input> = Input extends unknown ? Omit<Input, 'commandId' | 'confirmedNotPersonal'> : never;

interface CommandOptions<Input, Output> {
  mutationFn?: ((input: Input, context: never) => Promise<Output>) | undefined;
}

interface Settings<Output> {
  onDone?: (output: Output) => void | Promise<void>;
  onProblem?: (problem: WireProblem) => void;
  /** Whether everything shown is fetched anew afterwards; yes unless a screen says otherwise. */
  refreshes?: boolean;
}

/** A command from a screen: `send` answers the output, or undefined when there is a problem (which `problem` then holds). */
export interface Command<Input, Output> {
  send: (input: OwnInput<Input>) => Promise<Output | undefined>;
  isBusy: boolean;
  problem: WireProblem | null;
  clearProblem: () => void;
}

/**
 * Sends a command so that it can be repeated without harm: `useCommand(trpc.budgets.setLine.mutationOptions())`.
 * The client-made id stays the same while the same input is sent again (a double click, a lost network) and is new for
 * every other. When the server is in doubt about digits it asks the person once and sends again.
 */
export function useCommand<Input extends { commandId: string }, Output>(
  options: CommandOptions<Input, Output>,
  settings: Settings<Output> = {},
): Command<Input, Output> {
  const queryClient = useQueryClient();
  const ask = useContext(AskContext);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WireProblem | null>(null);
  const submission = useRef<{ text: string; commandId: string } | null>(null);

  async function run(own: OwnInput<Input>): Promise<Output> {
    const text = JSON.stringify(own);
    if (submission.current?.text !== text) submission.current = { text, commandId: crypto.randomUUID() };
    const { commandId } = submission.current;
    const call = (extra: object) =>
      withNetworkRetries(async () => {
        if (options.mutationFn === undefined) throw new TypeError('A command needs a mutation function');
        const input = { ...own, ...extra, commandId } as unknown as Input;
        return options.mutationFn(input, { client: queryClient, meta: undefined } as never);
      });
    try {
      return await call({});
    } catch (error) {
      if (problemOf(error).code === 'text.maybePersonalNumber' && (await ask())) {
        return call({ confirmedNotPersonal: true });
      }
      throw error;
    }
  }

  async function send(own: OwnInput<Input>): Promise<Output | undefined> {
    setBusy(true);
    setProblem(null);
    try {
      const output = await run(own);
      submission.current = null;
      if (settings.refreshes !== false) {
        // A first load that is still on its way may have been answered before the command; it is not waited for.
        await queryClient.cancelQueries({ type: 'active', predicate: ({ state }) => state.data === undefined });
        await queryClient.invalidateQueries();
      }
      await settings.onDone?.(output);
      return output;
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      settings.onProblem?.(found);
      return undefined;
    } finally {
      setBusy(false);
    }
  }
  return { send, isBusy, problem, clearProblem: () => setProblem(null) };
}

async function withNetworkRetries<Output>(call: () => Promise<Output>): Promise<Output> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (tries >= NETWORK_RETRIES || !isNetworkFailure(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MILLIS * (tries + 1)));
    }
  }
}
