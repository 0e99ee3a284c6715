import { z } from 'zod';
import { mayAdministrate } from '@forspring/domain/people/people.abilities';
import {
  addBodyInput,
  addDistrictInput,
  addOrganisationInput,
  addSchoolHolidaysInput,
  addVenueInput,
  setConcernUrlInput,
  setPlaceNameInput,
  setPopulationInput,
  setThresholdsInput,
  shownPlaces,
} from '@forspring/domain/places/place';
import { command, query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import {
  addBody,
  addDistrict,
  addOrganisation,
  addSchoolHolidays,
  addVenue,
  removeSchoolHoliday,
  setConcernUrl,
  setPopulation,
  setThresholds,
} from './add-place.ts';
import { setPlaceName } from './set-place-name.ts';
import { showPlaces } from './show-places.ts';

const change = () => command.by(mayAdministrate);

export const placesRouter = router({
  showPlaces: query
    .by(mayAdministrate)
    .input(z.object({ municipalityId: z.uuid() }))
    .output(shownPlaces)
    .query(({ ctx, input }) => showPlaces(ctx, input.municipalityId)),
  addDistrict: change()
    .input(addDistrictInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => addDistrict(ctx, input)),
  addBody: change()
    .input(addBodyInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => addBody(ctx, input)),
  addVenue: change()
    .input(addVenueInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => addVenue(ctx, input)),
  addOrganisation: change()
    .input(addOrganisationInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => addOrganisation(ctx, input)),
  setPlaceName: change()
    .input(setPlaceNameInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => setPlaceName(ctx, input)),
  addSchoolHolidays: change()
    .input(addSchoolHolidaysInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => addSchoolHolidays(ctx, input)),
  removeSchoolHoliday: change()
    .input(z.object({ municipalityId: z.uuid(), id: z.uuid() }))
    .output(shownPlaces)
    .mutation(({ ctx, input }) => removeSchoolHoliday(ctx, input)),
  setPopulation: change()
    .input(setPopulationInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => setPopulation(ctx, input)),
  setConcernUrl: change()
    .input(setConcernUrlInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => setConcernUrl(ctx, input)),
  setThresholds: change()
    .input(setThresholdsInput)
    .output(shownPlaces)
    .mutation(({ ctx, input }) => setThresholds(ctx, input)),
});
