import { layOut } from '@forspring/ui/test-stage';
import { Look } from '@forspring/ui/theme';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { TRPCClientError } from '@trpc/client';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CommandQuestions, useCommand } from './commands.tsx';

interface Input {
  commandId: string;
  confirmedNotPersonal?: boolean;
  text: string;
}

function wireError(code: string, kind = 'invalid') {
  const problem = { code, kind, params: {}, fields: [] };
  return TRPCClientError.from({
    error: { message: code, code: -32_600, data: { code: 'BAD_REQUEST', httpStatus: 400, problem } },
  });
}
const lostNetwork = () => TRPCClientError.from(new TypeError('Failed to fetch'));

function Sender({ run, text }: { run: (input: Input) => Promise<string>; text: string }) {
  const command = useCommand<Input, string>({ mutationFn: run });
  return (
    <>
      <button type="button" onClick={() => void command.send({ text })}>
        Gem
      </button>
      <output>{command.isBusy ? 'gemmer' : (command.problem?.code ?? 'intet problem')}</output>
    </>
  );
}

function stage(run: (input: Input) => Promise<string>, text = 'noget') {
  const tree = (words: string) => (
    <Look>
      <QueryClientProvider client={new QueryClient()}>
        <CommandQuestions>
          <Sender run={run} text={words} />
        </CommandQuestions>
      </QueryClientProvider>
    </Look>
  );
  const { rerender } = render(tree(text));
  return { user: userEvent.setup(), change: (words: string) => rerender(tree(words)) };
}

beforeAll(layOut);
afterEach(cleanup);

describe('a command', () => {
  it('keeps its id when the network is lost, and has a new one for the next command', async () => {
    const ids: string[] = [];
    let tries = 0;
    const { user } = stage(async ({ commandId }) => {
      ids.push(commandId);
      tries += 1;
      if (tries === 1) throw lostNetwork();
      return 'gemt';
    });
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(ids).toHaveLength(2), { timeout: 4000 });
    expect(ids[0]).toBe(ids[1]);
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('intet problem'));
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(ids).toHaveLength(3));
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('has a new id when what is sent has changed after a refusal', async () => {
    const ids: string[] = [];
    const { user, change } = stage(async ({ commandId }) => {
      ids.push(commandId);
      throw wireError('invalid');
    });
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('invalid'));
    change('noget andet');
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(ids).toHaveLength(2));
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('asks once whether doubtful digits are a personal number and sends again when they are not', async () => {
    const run = vi.fn<(input: Input) => Promise<string>>(async ({ confirmedNotPersonal }) => {
      if (confirmedNotPersonal !== true) throw wireError('text.maybePersonalNumber');
      return 'gemt';
    });
    const { user } = stage(run);
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByRole('dialog', { name: 'Er det et personnummer?' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Nej, det er noget andet – gem' }));
    await waitFor(() => expect(run).toHaveBeenCalledTimes(2));
    const [first, second] = run.mock.calls.map(([input]) => input);
    expect(second).toEqual({ ...first, confirmedNotPersonal: true });
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('intet problem'));
  });

  it('sends nothing more when they are, and says why', async () => {
    const run = vi.fn<(input: Input) => Promise<string>>().mockRejectedValue(wireError('text.maybePersonalNumber'));
    const { user } = stage(run);
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    await user.click(await screen.findByRole('button', { name: 'Ja – lad mig rette teksten' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('text.maybePersonalNumber'));
    expect(run).toHaveBeenCalledOnce();
  });

  it('tells a network that stays away as no connection', async () => {
    const { user } = stage(async () => {
      throw lostNetwork();
    });
    await user.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('offline'), { timeout: 6000 });
  });
});
