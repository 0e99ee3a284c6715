import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@forspring/database/trust/audit-entry.entity';
import type { EntityManager } from '@forspring/database/open-database';
import type { Clock } from './clock.ts';

interface Trace {
  /** A verb of the house and a noun: `addExpense`, `approveProject`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  projectId?: string | null;
  municipalityId?: string | null;
  /** Names of the fields that changed; never what was typed into them. */
  changed?: string[];
}

/** Writes who changed what inside the command's own transaction. */
export class Audit {
  readonly #em: EntityManager;
  readonly #clock: Clock;
  #actorId: string | null;
  #count = 0;

  constructor(em: EntityManager, clock: Clock, actorId: string | null) {
    this.#em = em;
    this.#clock = clock;
    this.#actorId = actorId;
  }

  /** How many traces this command has left, counting that it had nothing to leave. */
  get count(): number {
    return this.#count;
  }

  /** Says who carries the command out, for a command that makes the account of its own sender. */
  isBy(userId: string): void {
    this.#actorId = userId;
  }

  /** Says that the command found everything as it asks for, so that there is nothing to trace. */
  leaveNothing(): void {
    this.#count += 1;
  }

  leave({ action, subjectKind, subjectId, projectId = null, municipalityId = null, changed = [] }: Trace): void {
    if (this.#actorId === null) throw new Error(`${action} has nobody to stand for it`);
    this.#count += 1;
    this.#em.create(
      AuditEntry,
      {
        id: randomUUID(),
        at: this.#clock.now(),
        actorId: this.#actorId,
        action,
        subjectKind,
        subjectId,
        projectId,
        municipalityId,
        changed,
      },
      { persist: true },
    );
  }
}
