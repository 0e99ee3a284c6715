import { Migration0001 } from './0001-initial.ts';

/** Every migration, in the order they run; names never change once released. */
export const migrations = [{ name: '0001-initial', class: Migration0001 }];
