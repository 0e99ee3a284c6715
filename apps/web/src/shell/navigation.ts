import type { Role } from '@forspring/domain/people/membership';
import {
  IconBook2,
  IconBuildingBank,
  IconCalendarEvent,
  IconCalendarMonth,
  IconChartDots,
  IconFolder,
  IconHeartHandshake,
  IconHome,
  IconSettings,
  IconUsersGroup,
  IconClipboardCheck,
} from '@tabler/icons-react';
import type { Me } from '../kernel/session.ts';
import { rolesOf } from '../kernel/session.ts';

type PlaceWord =
  | 'home'
  | 'projects'
  | 'sessions'
  | 'calendar'
  | 'committee'
  | 'comparison'
  | 'grants'
  | 'learning'
  | 'meetings'
  | 'promises'
  | 'administration';

/** A place in the menu: its word, address and picture. */
export interface Place {
  word: PlaceWord;
  href: string;
  icon: typeof IconHome;
}

/** Everything the menu can hold, in its order, with the roles that see it. */
const places: (Place & { roles: readonly Role[] | 'all' })[] = [
  { word: 'home', href: '/', icon: IconHome, roles: 'all' },
  { word: 'sessions', href: '/gange', icon: IconClipboardCheck, roles: ['partner', 'owner'] },
  {
    word: 'calendar',
    href: '/kalender',
    icon: IconCalendarMonth,
    roles: ['partner', 'owner', 'coordinator', 'committeeMember'],
  },
  {
    word: 'projects',
    href: '/projekter',
    icon: IconFolder,
    roles: ['owner', 'coordinator', 'committeeMember', 'partner', 'dataProtectionOfficer'],
  },
  { word: 'promises', href: '/loefter', icon: IconHeartHandshake, roles: ['partner'] },
  { word: 'committee', href: '/udvalg', icon: IconUsersGroup, roles: ['committeeMember', 'coordinator'] },
  { word: 'grants', href: '/bevillinger', icon: IconBuildingBank, roles: ['funder'] },
  {
    word: 'comparison',
    href: '/sammenlign',
    icon: IconChartDots,
    roles: ['owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer'],
  },
  {
    word: 'learning',
    href: '/laering',
    icon: IconBook2,
    roles: ['owner', 'committeeMember', 'coordinator', 'dataProtectionOfficer'],
  },
  { word: 'meetings', href: '/moeder', icon: IconCalendarEvent, roles: ['committeeMember', 'coordinator'] },
  {
    word: 'administration',
    href: '/administration',
    icon: IconSettings,
    roles: ['coordinator', 'dataProtectionOfficer'],
  },
];

/** The places the person's roles need, in the menu's order; none for a visitor. */
export function placesFor(me: Me): Place[] {
  if (me.user === null) return [];
  const roles = rolesOf(me);
  return places.filter((place) => place.roles === 'all' || place.roles.some((role) => roles.includes(role)));
}

/** Whether a place is where the person is now; the home page only when it is exactly there. */
export function isHere(place: Place, path: string): boolean {
  return place.href === '/' ? path === '/' : path === place.href || path.startsWith(`${place.href}/`);
}
