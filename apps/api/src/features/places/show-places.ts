import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import { maySeePeople } from '@forspring/domain/people/people.abilities';
import type { ShownPlaces } from '@forspring/domain/places/place';
import { mayEditPlaces } from '@forspring/domain/places/place.abilities';
import type { SignedInContext } from '../../kernel/context.ts';

/** All places of one municipality, in Danish order; six queries whatever their number. */
export async function showPlaces({ em, actor }: SignedInContext, municipalityId: string): Promise<ShownPlaces> {
  if (!maySeePeople(actor, municipalityId)) throw commonProblems.missing();
  const db = reader(em);
  const [municipality, districts, bodies, venues, organisations, schoolHolidays] = await Promise.all([
    db
      .selectFrom('municipality')
      .where('id', '=', municipalityId)
      .select([
        'id',
        'name',
        'hasDistricts',
        'isSample',
        'concernUrl',
        'thresholdCount',
        'funderThresholdCount',
        'publicThresholdCount',
      ])
      .executeTakeFirst(),
    db
      .selectFrom('district')
      .leftJoinLateral(
        (one) =>
          one
            .selectFrom('population')
            .whereRef('population.districtId', '=', 'district.id')
            .orderBy('population.year', 'desc')
            .limit(1)
            .select(['year', 'youthCount', 'source', 'isExample'])
            .as('newest'),
        (join) => join.onTrue(),
      )
      .where('district.municipalityId', '=', municipalityId)
      .orderBy('district.sortKey')
      .select(['district.id', 'district.name', 'district.isImplicit', 'year', 'youthCount', 'source', 'isExample'])
      .execute(),
    db
      .selectFrom('body')
      .leftJoin('district', 'district.id', 'body.districtId')
      .where('body.municipalityId', '=', municipalityId)
      .orderBy('body.sortKey')
      .select([
        'body.id',
        'body.name',
        'body.kind',
        'body.level',
        sql<string>`coalesce(district.name, '')`.as('districtName'),
      ])
      .execute(),
    db
      .selectFrom('venue')
      .leftJoin('district', 'district.id', 'venue.districtId')
      .where('venue.municipalityId', '=', municipalityId)
      .orderBy('venue.sortKey')
      .select(['venue.id', 'venue.name', 'venue.address', sql<string>`coalesce(district.name, '')`.as('districtName')])
      .execute(),
    db
      .selectFrom('organisation')
      .where('municipalityId', '=', municipalityId)
      .orderBy('sortKey')
      .select(['id', 'name', 'kind', 'withinSection115'])
      .execute(),
    db
      .selectFrom('schoolHoliday')
      .where('municipalityId', '=', municipalityId)
      .orderBy('firstOn', 'desc')
      .select(['id', 'nameDa', 'nameEn', 'firstOn', 'lastOn'])
      .limit(200)
      .execute(),
  ]);
  if (!municipality) throw commonProblems.missing();
  const { thresholdCount, funderThresholdCount, publicThresholdCount, ...about } = municipality;
  return {
    municipality: { ...about, thresholds: { thresholdCount, funderThresholdCount, publicThresholdCount } },
    districts: districts.map(({ id, name, isImplicit, year, youthCount, source, isExample }) => ({
      id,
      name,
      isImplicit,
      population:
        year !== null && youthCount !== null
          ? { year, youthCount, source: source ?? '', isExample: isExample ?? false }
          : null,
    })),
    bodies,
    venues,
    organisations,
    schoolHolidays,
    abilities: { edit: mayEditPlaces(actor, municipalityId) },
  };
}
