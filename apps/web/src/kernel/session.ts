import { useSuspenseQuery } from '@tanstack/react-query';
import type { Actor } from '@forspring/domain/people/actor';
import type { Role } from '@forspring/domain/people/membership';
import type { ShownMe } from '@forspring/domain/people/person';
import { queryClient, trpc } from './api.ts';
import { askMe } from './offline/person.ts';

/** Who is signed in and what the installation is; `user` is null for a visitor. */
export type Me = ShownMe;

const meOptions = () => ({ ...trpc.people.me.queryOptions(), queryFn: askMe });

/** Fetches who is signed in, once; for guards of routes. */
export function fetchMe(): Promise<Me> {
  return queryClient.ensureQueryData(meOptions());
}

/** Who is signed in; the component waits until it is known. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions()).data;
}

/** The signed-in person as the domain's abilities ask for them; null for a visitor. */
export function actorOf(me: Me): Actor | null {
  return me.user === null ? null : { userId: me.user.id, name: me.user.name, memberships: me.memberships };
}

/** Whether the domain's rule about a person alone lets the signed-in one. Rules about a record come with the record. */
export function useMay(ability: (actor: Actor) => boolean): boolean {
  const actor = actorOf(useMe());
  return actor !== null && ability(actor);
}

/** The roles the person holds anywhere, each once. */
export function rolesOf(me: Me): Role[] {
  return [...new Set(me.memberships.map((one) => one.role))];
}
