import { type RawBuilder, sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { addDays } from '@forspring/domain/measures/day';
import { isAny, municipalitiesOf, placesOf } from '@forspring/domain/people/actor';
import type { Found } from '@forspring/domain/people/search';
import type { SignedInContext } from '../../kernel/context.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const atLeastOne = (ids: readonly string[]): RawBuilder<unknown> =>
  sql.join((ids.length > 0 ? ids : [nobody]).map((id) => sql`${id}::uuid`));

/** Projects, sessions, organisations, people and recipes whose name holds the text, only inside one's own reach. */
export async function search({ em, actor, clock }: SignedInContext, text: string): Promise<Found[]> {
  if (text.length < 2) return [];
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const managed = atLeastOne(municipalitiesOf(actor, 'coordinator', 'dataProtectionOfficer'));
  const worked = atLeastOne(
    municipalitiesOf(actor, 'coordinator', 'dataProtectionOfficer', 'committeeMember', 'owner'),
  );
  const bodies = atLeastOne(placesOf(actor, 'committeeMember'));
  const owned = atLeastOne(placesOf(actor, 'owner'));
  const organisations = atLeastOne(placesOf(actor, 'partner'));
  const seesRecipes = isAny(actor, 'coordinator', 'committeeMember', 'owner');
  const today = clock.today();

  const reach = sql`(
    p.id in (${owned}) or p.body_id in (${bodies}) or p.municipality_id in (${managed})
    or exists (select 1 from partner where partner.project_id = p.id and partner.organisation_id in (${organisations}))
  )`;
  const { rows } = await sql<Found>`
    (select 'project' as kind, p.id::text as id, p.title || ' ' || p.year as title,
       coalesce(d.name, m.name) as detail, 1 as rank, p.sort_key as "order"
     from project p join municipality m on m.id = p.municipality_id left join district d on d.id = p.district_id
     where p.title ilike ${like} and ${reach} order by p.year desc, p.sort_key limit 8)
    union all
    (select 'session', s.id::text, s.title, s.held_on::text, 2, s.held_on::text
     from session s join project p on p.id = s.project_id left join venue v on v.id = s.venue_id
     where (s.title ilike ${like} or v.name ilike ${like})
       and s.held_on between ${addDays(today, -14)} and ${addDays(today, 7)}
       and (p.id in (${owned}) or p.municipality_id in (${managed}) or s.organisation_id in (${organisations}))
     order by s.held_on desc limit 6)
    union all
    (select 'organisation', o.id::text, o.name, m.name, 3, o.sort_key
     from organisation o join municipality m on m.id = o.municipality_id
     where o.name ilike ${like} and o.municipality_id in (${managed}) order by o.sort_key limit 6)
    union all
    (select 'person', u.id, u.name, u.title, 4, u.name
     from app_user u
     where u.name ilike ${like}
       and exists (select 1 from membership where membership.user_id = u.id and membership.ended_at is null
                   and membership.municipality_id in (${managed}))
     order by u.name limit 6)
    union all
    (select 'intervention', i.id::text, i.title, m.name, 5, i.sort_key
     from intervention i join municipality m on m.id = i.municipality_id
     where ${seesRecipes} and i.title ilike ${like} and (i.is_shared or i.municipality_id in (${worked}))
     order by i.sort_key limit 6)
    order by rank, "order"
  `.execute(reader(em));
  return rows.map(({ kind, id, title, detail }) => ({ kind, id, title, detail }));
}
