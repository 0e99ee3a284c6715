import { z } from 'zod';
import {
  acceptInput,
  foundInvitation,
  inviteInput,
  listedPerson,
  openInvitation,
  rolePlace,
  setUpInput,
  shownLetter,
} from '@forspring/domain/people/invitation';
import { mayAdministrate, mayBeSignedIn } from '@forspring/domain/people/people.abilities';
import { samplePerson, shownMe } from '@forspring/domain/people/person';
import { found, searchInput } from '@forspring/domain/people/search';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { endMembership } from './end-membership.ts';
import { findInvitation } from './find-invitation.ts';
import { invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { listSamplePersons } from './list-sample-persons.ts';
import { removeInvitation } from './remove-invitation.ts';
import { search } from './search.ts';
import { setLanguage } from './set-language.ts';
import { setUp } from './set-up.ts';
import { showMe } from './show-me.ts';

const onMunicipality = z.object({ municipalityId: z.uuid() });

export const peopleRouter = router({
  me: query
    .anywhere()
    .output(shownMe)
    .query(({ ctx }) => showMe(ctx)),
  listSamplePersons: query
    .anyone()
    .output(z.array(samplePerson))
    .query(({ ctx }) => listSamplePersons(ctx)),
  setUp: command
    .anyone()
    .input(setUpInput)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => setUp(ctx, input)),
  findInvitation: query
    .anyone()
    .input(z.object({ token: z.string().max(200) }))
    .output(foundInvitation)
    .query(({ ctx, input }) => findInvitation(ctx, input.token)),
  acceptInvitation: command
    .anyone()
    .input(acceptInput)
    .output(z.object({ email: z.string() }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  listPeople: query
    .by(mayAdministrate)
    .input(onMunicipality)
    .output(
      z.object({
        persons: z.array(listedPerson),
        invitations: z.array(openInvitation),
        places: z.array(rolePlace),
        abilities: z.object({ invite: z.boolean() }),
      }),
    )
    .query(({ ctx, input }) => listPeople(ctx, input.municipalityId)),
  invitePerson: command
    .by(mayAdministrate)
    .input(inviteInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => invitePerson(ctx, input)),
  removeInvitation: command
    .by(mayAdministrate)
    .input(z.object({ invitationId: z.uuid() }))
    .output(z.object({ invitationId: z.uuid() }))
    .mutation(({ ctx, input }) => removeInvitation(ctx, input.invitationId)),
  endMembership: command
    .by(mayAdministrate)
    .input(z.object({ membershipId: z.uuid() }))
    .output(z.object({ membershipId: z.uuid() }))
    .mutation(({ ctx, input }) => endMembership(ctx, input.membershipId)),
  setLanguage: command
    .by(mayBeSignedIn)
    .input(z.object({ language: z.enum(['da', 'en']) }))
    .output(z.object({ language: z.enum(['da', 'en']) }))
    .mutation(({ ctx, input }) => setLanguage(ctx, input.language)),
  search: query
    .by(mayBeSignedIn)
    .input(searchInput)
    .output(z.array(found))
    .query(({ ctx, input }) => search(ctx, input.text)),
  listLetters: query
    .by(mayAdministrate)
    .output(z.array(shownLetter).nullable())
    .query(({ ctx }) => ctx.post.list()),
});
