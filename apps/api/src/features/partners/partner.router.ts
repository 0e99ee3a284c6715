import { z } from 'zod';
import { mayEditPartners, mayListOwnPromises, mayViewPartners } from '@forspring/domain/partners/partner.abilities';
import {
  addPartnerInput,
  addPartnerOrganisationInput,
  ownPromise,
  removePartnerInput,
  setPartnerInput,
  shownPartners,
} from '@forspring/domain/partners/partner';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addOrganisation } from './add-organisation.ts';
import { addPartner } from './add-partner.ts';
import { listOwnPromises } from './list-own-promises.ts';
import { listPartners } from './list-partners.ts';
import { projectOfPartner } from './partner.store.ts';
import { removePartner } from './remove-partner.ts';
import { setPartner } from './set-partner.ts';

const byPartner = projectOf('partnerId', projectOfPartner);
const versioned = z.object({ id: z.uuid(), version: z.number().int() });

export const partnerRouter = router({
  list: query
    .onProject(mayViewPartners)
    .output(shownPartners)
    .query(({ ctx }) => listPartners(ctx)),
  listOwn: query
    .by(mayListOwnPromises)
    .output(z.array(ownPromise))
    .query(({ ctx }) => listOwnPromises(ctx)),
  add: command
    .onProject(mayEditPartners)
    .input(addPartnerInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addPartner(ctx, input)),
  addOrganisation: command
    .onProject(mayEditPartners)
    .input(addPartnerOrganisationInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => addOrganisation(ctx, input)),
  set: command
    .within(byPartner, mayEditPartners)
    .input(setPartnerInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setPartner(ctx, input)),
  remove: command
    .within(byPartner, mayEditPartners)
    .input(removePartnerInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => removePartner(ctx, input)),
});
