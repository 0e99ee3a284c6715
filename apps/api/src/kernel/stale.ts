import { commonProblems } from '@forspring/domain/measures/problem';

/**
 * Refuses a write based on an older version than the stored one, answering the stored one so that the person can see
 * both; otherwise counts the version up. Call it inside the command's transaction after locking the row.
 */
export async function countUp(record: { version: number }, baseVersion: number, current: () => unknown): Promise<void> {
  if (record.version !== baseVersion) throw commonProblems.stale(await current());
  record.version += 1;
}
