import type { SessionView } from '@forspring/domain/participation/shown-session';

/** The lists a person's sessions lie in, beside tonight's. */
export type ListedView = Exclude<SessionView, 'tonight'>;

/** Addresses of the lists: `/gange?vis=tidligere`. */
export const viewAddresses: Record<ListedView, string> = {
  missing: '/gange',
  earlier: '/gange?vis=tidligere',
  coming: '/gange?vis=kommende',
};

/** The list an address names; missing ones where it names none. */
export function viewOf(search: Record<string, unknown>): ListedView {
  if (search['vis'] === 'tidligere') return 'earlier';
  return search['vis'] === 'kommende' ? 'coming' : 'missing';
}
