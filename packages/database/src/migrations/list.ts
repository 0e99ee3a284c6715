import { Migration0001 } from './0001-initial.ts';
import { Migration0002 } from './0002-budget-change-parts.ts';

/** Every migration, in the order they run; names never change once released. */
export const migrations = [
  { name: '0001-initial', class: Migration0001 },
  { name: '0002-budget-change-parts', class: Migration0002 },
];
