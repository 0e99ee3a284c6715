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
  readonly #actorId: string;
  #count = 0;

  constructor(em: EntityManager, clock: Clock, actorId: string) {
    this.#em = em;
    this.#clock = clock;
    this.#actorId = actorId;
  }

  /** How many traces this command has left. */
  get count(): number {
    return this.#count;
  }

  leave({ action, subjectKind, subjectId, projectId = null, municipalityId = null, changed = [] }: Trace): void {
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
