import type { FrozenEvaluation } from './frozen-evaluation.ts';
import type { FrozenPart } from './frozen-part.ts';

/** One place where what was frozen and what the data say now differ; values as JSON text, null where there is none. */
export interface FrozenDifference {
  /** The way to it: `process.visitCount`, `goals.0.measurements.1.value`. */
  path: string;
  from: string | null;
  to: string | null;
}

const partOfKey: Record<string, FrozenPart> = {
  project: 'project',
  figures: 'figures',
  process: 'process',
  goals: 'goals',
  projectLockedChanges: 'changes',
  budget: 'budget',
  withheld: 'withheld',
  elements: 'elements',
  pulse: 'pulse',
  quality: 'quality',
  surveys: 'surveys',
  dataVersion: 'definitions',
};

/** The part a difference lies in; what is no number or definition is a text. */
export function partOf(path: string): FrozenPart {
  return partOfKey[path.split('.')[0] ?? ''] ?? 'texts';
}

/** Every leaf in which two frozen forms differ, in the order of their keys; none when their canonical texts are equal. */
export function differencesOf(before: FrozenEvaluation, after: FrozenEvaluation): FrozenDifference[] {
  const found: FrozenDifference[] = [];
  collect('', before, after, found);
  return found;
}

function collect(path: string, before: unknown, after: unknown, found: FrozenDifference[]): void {
  if (isNode(before) && isNode(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    for (const key of keys) collect(path === '' ? key : `${path}.${key}`, before[key], after[key], found);
    return;
  }
  const [from, to] = [textOf(before), textOf(after)];
  if (from !== to) found.push({ path, from, to });
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
