import type { OpenSurvey } from '@forspring/domain/surveys/answering';
import { linkApi } from '../../kernel/api.ts';
import { problemOf } from '../../kernel/problem.ts';

/** One answer on its way. The ticket stays the same however often it is sent, so that it counts once. */
export interface WaitingAnswer {
  token: string;
  ticket: string;
  values: (number | null)[];
  code: string | null;
  website: string;
}

/** How an answer went: with the server, waiting on the phone for a network, or refused. */
export type Sent = 'sent' | 'kept' | 'refused';

const surveyKey = (token: string) => `forspring-survey:${token}`;
const doneKey = (token: string) => `forspring-survey-done:${token}`;
const waitingKey = 'forspring-survey-answers';

function read<Value>(key: string): Value | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the page works while it is open.
  }
}

/** The questions kept on the phone until they are answered, so that they open without network. */
export const keptSurvey = {
  read: (token: string) => read<OpenSurvey>(surveyKey(token)),
  write: (token: string, survey: OpenSurvey | null) => write(surveyKey(token), survey),
};

/** Whether this phone has answered a link. It remembers that and not what, not when and not with which card. */
export const answeredHere = {
  read: (token: string) => read<true>(doneKey(token)) === true,
  write: (token: string) => write(doneKey(token), true),
};

const waiting = () => read<WaitingAnswer[]>(waitingKey) ?? [];

function drop({ ticket }: WaitingAnswer) {
  const left = waiting().filter((one) => one.ticket !== ticket);
  write(waitingKey, left.length === 0 ? null : left);
}

/** How many answers wait on this phone. */
export function waitingCount(): number {
  return waiting().length;
}

async function send(answer: WaitingAnswer): Promise<Sent> {
  try {
    await linkApi.answers.add.mutate(answer);
  } catch (error) {
    if (problemOf(error).kind === 'unavailable') return 'kept';
    drop(answer);
    return 'refused';
  }
  drop(answer);
  return 'sent';
}

/** Keeps an answer on the phone, then sends it; forgotten as soon as the server has it. */
export async function tell(answer: WaitingAnswer): Promise<Sent> {
  write(waitingKey, [...waiting(), answer]);
  return send(answer);
}

let sending: Promise<void> | null = null;

/** Sends what waits, one by one, in the order of their random tickets. */
export function sendWaiting(): Promise<void> {
  sending ??= (async () => {
    for (const answer of waiting().toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1)))
      if ((await send(answer)) === 'kept') return;
  })().finally(() => {
    sending = null;
  });
  return sending;
}
