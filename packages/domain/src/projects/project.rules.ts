import type { ProjectStatus } from './project.ts';

/** Who makes a move: the project's owner, the deciding body, the coordinator, or the calendar. */
export type MoveBy = 'owner' | 'body' | 'coordinator' | 'calendar';

export interface Move {
  from: ProjectStatus;
  to: ProjectStatus;
  by: readonly MoveBy[];
  /** Whether the move must be explained. */
  needsComment: boolean;
}

/**
 * Every move a project can make: from which status, to which, by whom. What is not here cannot happen. Goals,
 * indicators, targets and target group lock at `approved`.
 */
export const moves: readonly Move[] = [
  { from: 'idea', to: 'draft', by: ['owner'], needsComment: false },
  { from: 'draft', to: 'submitted', by: ['owner'], needsComment: false },
  { from: 'returned', to: 'submitted', by: ['owner'], needsComment: false },
  { from: 'submitted', to: 'draft', by: ['owner'], needsComment: false },
  { from: 'submitted', to: 'approved', by: ['body'], needsComment: false },
  { from: 'submitted', to: 'returned', by: ['body'], needsComment: true },
  { from: 'submitted', to: 'rejected', by: ['body'], needsComment: true },
  { from: 'approved', to: 'running', by: ['owner', 'calendar'], needsComment: false },
  { from: 'running', to: 'paused', by: ['owner', 'coordinator'], needsComment: true },
  { from: 'paused', to: 'running', by: ['owner', 'coordinator'], needsComment: false },
  { from: 'running', to: 'closed', by: ['owner', 'calendar'], needsComment: false },
  { from: 'approved', to: 'stopped', by: ['owner', 'body', 'coordinator'], needsComment: true },
  { from: 'running', to: 'stopped', by: ['owner', 'body', 'coordinator'], needsComment: true },
  { from: 'paused', to: 'stopped', by: ['owner', 'body', 'coordinator'], needsComment: true },
  { from: 'closed', to: 'evaluated', by: ['body'], needsComment: false },
  { from: 'stopped', to: 'evaluated', by: ['body'], needsComment: false },
  { from: 'evaluated', to: 'archived', by: ['coordinator'], needsComment: false },
  { from: 'rejected', to: 'archived', by: ['coordinator'], needsComment: false },
];

/** The move from one status to another, or null when there is none. */
export function findMove(from: ProjectStatus, to: ProjectStatus): Move | null {
  return moves.find((move) => move.from === from && move.to === to) ?? null;
}

/** While a plan is being written its owner may change anything in it. */
export const planOpenStatuses: readonly ProjectStatus[] = ['idea', 'draft', 'returned'];

/** From approval on, goals, targets and target group are locked. */
export const lockedStatuses: readonly ProjectStatus[] = [
  'approved',
  'running',
  'paused',
  'closed',
  'evaluated',
  'archived',
  'stopped',
];

/** Sessions, expenses and measurements are recorded while a project is approved, running, paused or being closed. */
export const recordingStatuses: readonly ProjectStatus[] = ['approved', 'running', 'paused', 'closed', 'stopped'];

/** Whether something of a project may be recorded: while it records, and of an evaluated one where an exception opens the period. */
export function mayRecord(status: ProjectStatus, isOpened: boolean): boolean {
  return recordingStatuses.includes(status) || (isOpened && status === 'evaluated');
}
