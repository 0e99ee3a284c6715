import type { TapOutcome } from '@forspring/domain/participation/kiosk';
import type { AgeBand, Gender } from '@forspring/domain/participation/session';
import type { PulseReply } from '@forspring/domain/participation/kiosk';
import { api } from '../../kernel/api.ts';
import { problemOf } from '../../kernel/problem.ts';

/** What a kiosk has to tell the server; the id stays the same however often it is sent, so that it counts once. */
export type KioskItem =
  | { kind: 'tap'; commandId: string; ageBand: AgeBand; gender: Gender; code: string | null }
  | { kind: 'pulse'; commandId: string; answers: PulseReply };

/** How something went: what the server said, kept on the tablet until there is a network, or not to be done. */
export type Told = TapOutcome | 'kept' | 'failed';

/** What waits on this tablet, and whether the kiosk has ended. */
export interface KioskQueueState {
  waitingCount: number;
  isEnded: boolean;
}

/**
 * Taps and answers on their way to the server, kept in the page's storage while the network is gone. They are sent in
 * the order of their ids, which is nobody's order of arrival, and forgotten as soon as the server has them.
 */
export class KioskQueue {
  readonly #key: string;
  readonly #sessionId: string;
  readonly #listeners = new Set<() => void>();
  #state: KioskQueueState;
  #isSending = false;

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
    this.#key = `forspring-kiosk-queue:${sessionId}`;
    this.#state = { waitingCount: this.#read().length, isEnded: false };
  }

  getState = (): KioskQueueState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Keeps it, then sends it; `kept` when it has to wait. */
  async tell(item: KioskItem): Promise<Told> {
    this.#write([...this.#read(), item]);
    return this.#send(item, false);
  }

  /** Sends what waits; does nothing while it is at it already. */
  async sendWaiting(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (const item of this.#read().toSorted((a, b) => (a.commandId < b.commandId ? -1 : 1)))
        if ((await this.#send(item, true)) === 'kept') return;
    } finally {
      this.#isSending = false;
    }
  }

  /** Marks the kiosk as ended: nothing more can be sent from here. */
  end(): void {
    this.#set({ ...this.#state, isEnded: true });
  }

  /** Forgets everything that waits. */
  clear(): void {
    this.#write([]);
  }

  async #send(item: KioskItem, isLate: boolean): Promise<Told> {
    const { kind, ...input } = item;
    const ask = { sessionId: this.#sessionId, ...input };
    try {
      const outcome =
        kind === 'tap'
          ? (await api.kiosk.registerTap.mutate({ ...(ask as AskedTap), isLate })).outcome
          : (await api.kiosk.addPulse.mutate(ask as AskedPulse)).isKept && 'counted';
      this.#drop(item);
      return outcome === false ? 'failed' : outcome;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'signIn') this.end();
      // What waits for a network, a server that starts again or an ended kiosk is kept; what is refused never gets better.
      if (problem.kind === 'unavailable' || problem.code === 'signIn') return 'kept';
      this.#drop(item);
      return 'failed';
    }
  }

  #drop({ commandId }: KioskItem): void {
    this.#write(this.#read().filter((one) => one.commandId !== commandId));
  }

  #read(): KioskItem[] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? '[]') as KioskItem[];
    } catch {
      return [];
    }
  }

  #write(items: KioskItem[]): void {
    try {
      if (items.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(items));
    } catch {
      // Without storage what cannot be sent at once is lost; the screen says so.
    }
    this.#set({ ...this.#state, waitingCount: items.length });
  }

  #set(state: KioskQueueState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

type AskedTap = Omit<Parameters<typeof api.kiosk.registerTap.mutate>[0], 'isLate'>;
type AskedPulse = Parameters<typeof api.kiosk.addPulse.mutate>[0];
