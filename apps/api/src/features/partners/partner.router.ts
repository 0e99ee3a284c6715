import { z } from 'zod';
import {
  mayEditPartners,
  mayListConcerns,
  mayListOwnPromises,
  mayCorrectDelivery,
  mayViewPartners,
} from '@forspring/domain/partners/partner.abilities';
import {
  addPartnerInput,
  addPartnerOrganisationInput,
  ownPromise,
  removePartnerInput,
  setPartnerInput,
  shownPartners,
} from '@forspring/domain/partners/partner';
import {
  acceptDeliveryInput,
  addPromiseInput,
  promiseConcern,
  removePromiseInput,
  setPromiseInput,
  shownLedger,
  shownPromise,
  correctDeliveryInput,
} from '@forspring/domain/partners/promise';
import { command, projectOf, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { addOrganisation } from './add-organisation.ts';
import { addPartner } from './add-partner.ts';
import { addPromise } from './add-promise.ts';
import { listOwnPromises } from './list-own-promises.ts';
import { listPartners } from './list-partners.ts';
import { listConcerns, listOwnLedger, showLedger } from './list-promises.ts';
import { projectOfPartner, projectOfPeriod, projectOfPromise } from './partner.store.ts';
import { removePartner } from './remove-partner.ts';
import { setPartner } from './set-partner.ts';
import { removePromise, setPromise } from './set-promise.ts';
import { acceptDelivery, correctDelivery } from './correct-delivery.ts';

const byPartner = projectOf('partnerId', projectOfPartner);
const byPromise = projectOf('promiseId', projectOfPromise);
const byPeriod = projectOf('periodId', projectOfPeriod);
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

  showLedger: query
    .onProject(mayViewPartners)
    .output(shownLedger)
    .query(({ ctx }) => showLedger(ctx)),
  listOwnLedger: query
    .by(mayListOwnPromises)
    .output(z.array(shownPromise))
    .query(({ ctx }) => listOwnLedger(ctx)),
  listConcerns: query
    .by(mayListConcerns)
    .output(z.array(promiseConcern))
    .query(({ ctx }) => listConcerns(ctx)),
  addPromise: command
    .within(byPartner, mayEditPartners)
    .input(addPromiseInput)
    .output(versioned)
    .mutation(({ ctx, input }) => addPromise(ctx, input)),
  setPromise: command
    .within(byPromise, mayEditPartners)
    .input(setPromiseInput)
    .output(versioned)
    .mutation(({ ctx, input }) => setPromise(ctx, input)),
  removePromise: command
    .within(byPromise, mayEditPartners)
    .input(removePromiseInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => removePromise(ctx, input)),
  correctDelivery: command
    .within(byPeriod, mayCorrectDelivery)
    .input(correctDeliveryInput)
    .output(versioned)
    .mutation(({ ctx, input }) => correctDelivery(ctx, input)),
  acceptDelivery: command
    .within(byPeriod, mayCorrectDelivery)
    .input(acceptDeliveryInput)
    .output(versioned)
    .mutation(({ ctx, input }) => acceptDelivery(ctx, input)),
});
