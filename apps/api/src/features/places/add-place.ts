import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Body } from '@forspring/database/places/body.entity';
import { District } from '@forspring/database/places/district.entity';
import { Municipality } from '@forspring/database/places/municipality.entity';
import { Organisation } from '@forspring/database/places/organisation.entity';
import { Population } from '@forspring/database/places/population.entity';
import { SchoolHoliday } from '@forspring/database/places/school-holiday.entity';
import { Venue } from '@forspring/database/places/venue.entity';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { danishSortKey } from '@forspring/domain/measures/sort';
import { maySeePeople } from '@forspring/domain/people/people.abilities';
import type {
  addBodyInput,
  addDistrictInput,
  addOrganisationInput,
  addSchoolHolidaysInput,
  addVenueInput,
  NamedKind,
  setConcernUrlInput,
  setPopulationInput,
  setThresholdsInput,
  ShownPlaces,
} from '@forspring/domain/places/place';
import { mayEditPlaces } from '@forspring/domain/places/place.abilities';
import { placeProblems } from '@forspring/domain/places/place.problems';
import type { CommandContext } from '../../kernel/context.ts';
import { showPlaces } from './show-places.ts';

interface Step {
  action: string;
  subjectKind: string;
  subjectId: string;
  changed?: string[];
}

/** Two of a kind with one name cannot be told apart in any list; case makes no difference. */
export async function guardName(
  { em }: CommandContext,
  kind: NamedKind,
  { municipalityId, id, name }: { municipalityId: string; id: string; name: string },
): Promise<void> {
  const others = await reader(em)
    // All four have these columns.
    .selectFrom(kind as 'district')
    .where('municipalityId', '=', municipalityId)
    .where('id', '!=', id)
    .select('name')
    .execute();
  const same = (other: string) => other.trim().toLocaleLowerCase('da') === name.toLocaleLowerCase('da');
  if (others.some((other) => same(other.name))) throw placeProblems.nameTaken();
}

/** Only the municipality's coordinator changes places; to people of other municipalities it is not there. */
export function guard({ actor }: CommandContext, municipalityId: string): void {
  if (!maySeePeople(actor, municipalityId)) throw commonProblems.missing();
  if (!mayEditPlaces(actor, municipalityId)) throw commonProblems.refused();
}

/** A district has to lie in the same municipality as what is put in it. */
async function guardDistrict({ em }: CommandContext, municipalityId: string, districtId: string | null): Promise<void> {
  if (districtId === null) return;
  if (!(await em.findOne(District, { id: districtId, municipalityId }))) throw commonProblems.missing();
}

export async function done(ctx: CommandContext, municipalityId: string, step: Step): Promise<ShownPlaces> {
  ctx.audit.leave({ ...step, municipalityId });
  await ctx.em.flush();
  return showPlaces(ctx, municipalityId);
}

export async function addDistrict(ctx: CommandContext, input: z.infer<typeof addDistrictInput>): Promise<ShownPlaces> {
  guard(ctx, input.municipalityId);
  await guardName(ctx, 'district', input);
  ctx.em.create(District, { ...input, sortKey: danishSortKey(input.name) });
  return done(ctx, input.municipalityId, { action: 'addDistrict', subjectKind: 'district', subjectId: input.id });
}

export async function addBody(ctx: CommandContext, input: z.infer<typeof addBodyInput>): Promise<ShownPlaces> {
  guard(ctx, input.municipalityId);
  await guardDistrict(ctx, input.municipalityId, input.districtId);
  await guardName(ctx, 'body', input);
  ctx.em.create(Body, { ...input, sortKey: danishSortKey(input.name) });
  return done(ctx, input.municipalityId, { action: 'addBody', subjectKind: 'body', subjectId: input.id });
}

export async function addVenue(ctx: CommandContext, input: z.infer<typeof addVenueInput>): Promise<ShownPlaces> {
  guard(ctx, input.municipalityId);
  await guardDistrict(ctx, input.municipalityId, input.districtId);
  await guardName(ctx, 'venue', input);
  ctx.em.create(Venue, { ...input, sortKey: danishSortKey(input.name) });
  return done(ctx, input.municipalityId, { action: 'addVenue', subjectKind: 'venue', subjectId: input.id });
}

export async function addOrganisation(
  ctx: CommandContext,
  input: z.infer<typeof addOrganisationInput>,
): Promise<ShownPlaces> {
  guard(ctx, input.municipalityId);
  await guardName(ctx, 'organisation', input);
  ctx.em.create(Organisation, { ...input, sortKey: danishSortKey(input.name) });
  return done(ctx, input.municipalityId, {
    action: 'addOrganisation',
    subjectKind: 'organisation',
    subjectId: input.id,
  });
}

/** Adds school holidays, all of them or none. One that is there already is told, not added again. */
export async function addSchoolHolidays(
  ctx: CommandContext,
  { municipalityId, holidays }: z.infer<typeof addSchoolHolidaysInput>,
): Promise<ShownPlaces> {
  guard(ctx, municipalityId);
  const keyOf = (one: { nameDa: string; firstOn: string; lastOn: string }) =>
    `${one.nameDa.toLocaleLowerCase('da')} ${one.firstOn} ${one.lastOn}`;
  const known = new Set((await ctx.em.find(SchoolHoliday, { municipalityId })).map(keyOf));
  for (const holiday of holidays) {
    if (known.has(keyOf(holiday))) throw commonProblems.alreadyThere();
    known.add(keyOf(holiday));
    ctx.em.create(SchoolHoliday, { ...holiday, municipalityId });
  }
  return done(ctx, municipalityId, {
    action: 'addSchoolHolidays',
    subjectKind: 'municipality',
    subjectId: municipalityId,
  });
}

export async function removeSchoolHoliday(
  ctx: CommandContext,
  { municipalityId, id }: { municipalityId: string; id: string },
): Promise<ShownPlaces> {
  guard(ctx, municipalityId);
  const holiday = await ctx.em.findOne(SchoolHoliday, { id, municipalityId });
  if (!holiday) throw commonProblems.missing();
  ctx.em.remove(holiday);
  return done(ctx, municipalityId, { action: 'removeSchoolHoliday', subjectKind: 'schoolHoliday', subjectId: id });
}

export async function setPopulation(
  ctx: CommandContext,
  { municipalityId, districtId, year, youthCount, source }: z.infer<typeof setPopulationInput>,
): Promise<ShownPlaces> {
  guard(ctx, municipalityId);
  await guardDistrict(ctx, municipalityId, districtId);
  const known = await ctx.em.findOne(Population, { districtId, year });
  if (known) Object.assign(known, { youthCount, source, isExample: false });
  else ctx.em.create(Population, { id: randomUUID(), districtId, year, youthCount, source, isExample: false });
  return done(ctx, municipalityId, { action: 'setPopulation', subjectKind: 'district', subjectId: districtId });
}

export async function setConcernUrl(
  ctx: CommandContext,
  { municipalityId, concernUrl }: z.infer<typeof setConcernUrlInput>,
): Promise<ShownPlaces> {
  guard(ctx, municipalityId);
  const municipality = await ctx.em.findOneOrFail(Municipality, { id: municipalityId });
  municipality.concernUrl = concernUrl;
  return done(ctx, municipalityId, {
    action: 'setConcernUrl',
    subjectKind: 'municipality',
    subjectId: municipalityId,
  });
}

/** Changes the smallest counts shown outside a project; holds for everything shown from then on. */
export async function setThresholds(
  ctx: CommandContext,
  { municipalityId, ...chosen }: z.infer<typeof setThresholdsInput>,
): Promise<ShownPlaces> {
  guard(ctx, municipalityId);
  const municipality = await ctx.em.findOneOrFail(Municipality, { id: municipalityId });
  const names = ['thresholdCount', 'funderThresholdCount', 'publicThresholdCount'] as const;
  const changed = names.filter((name) => municipality[name] !== chosen[name]);
  Object.assign(municipality, chosen);
  return done(ctx, municipalityId, {
    action: 'setThresholds',
    subjectKind: 'municipality',
    subjectId: municipalityId,
    changed,
  });
}
