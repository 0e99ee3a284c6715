import { randomUUID } from 'node:crypto';

/** A fresh id for a command or a record. */
export const newId = (): string => randomUUID();
