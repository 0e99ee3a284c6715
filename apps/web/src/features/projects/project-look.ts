import type { ProjectStatus } from '@forspring/domain/projects/project';

/** How loudly a status is drawn: in force now, waiting for somebody, over, or plain. */
export function statusLook(status: ProjectStatus): 'plain' | 'strong' | 'waiting' | 'quiet' {
  if (status === 'running') return 'strong';
  if (status === 'submitted' || status === 'returned' || status === 'paused') return 'waiting';
  if (status === 'archived' || status === 'rejected') return 'quiet';
  return 'plain';
}

const tabPaths = {
  plan: '',
  activities: '/aktiviteter',
  budget: '/okonomi',
  goals: '/maal',
  surveys: '/skemaer',
  evaluation: '/evaluering',
  partners: '/partnere',
  history: '/historik',
} as const;

/** One of the tabs of a project. */
export type ProjectTab = keyof typeof tabPaths;
/** The tabs in their order. */
export const projectTabs = Object.keys(tabPaths) as ProjectTab[];

/** The address of a project's tab. */
export function tabHref(projectId: string, tab: ProjectTab): string {
  return `/projekter/${projectId}${tabPaths[tab]}`;
}
