import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Membership } from '@forspring/database/people/membership.entity';
import { District } from '@forspring/database/places/district.entity';
import { Municipality } from '@forspring/database/places/municipality.entity';
import { reader } from '@forspring/database/reader';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { SetUpInput } from '@forspring/domain/people/invitation';
import { peopleProblems } from '@forspring/domain/people/people.problems';
import type { OpenCommandContext } from '../../kernel/context.ts';
import { addAccount } from './people.store.ts';

const setUpLock = 20_271_113;

/** Makes the first municipality and its first coordinator; refused as soon as anybody has a role. */
export async function setUp({ em, clock, audit }: OpenCommandContext, input: SetUpInput): Promise<{ email: string }> {
  const { name, email, password, municipalityId, municipalityName, hasDistricts } = input;
  const at = clock.now();
  // Of two set-ups at the same moment the second waits here and is then refused.
  await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(reader(em));
  const somebody = await reader(em).selectFrom('membership').select('id').limit(1).executeTakeFirst();
  if (somebody) throw peopleProblems.alreadySetUp();

  const userId = await addAccount(em, { name, email, password }, at);
  if (userId === null) throw peopleProblems.emailInUse();
  em.create(Municipality, { id: municipalityId, name: municipalityName, hasDistricts, createdAt: at });
  await em.flush();
  if (!hasDistricts)
    em.create(District, {
      id: randomUUID(),
      municipalityId,
      name: municipalityName,
      sortKey: danishSortKey(municipalityName),
      isImplicit: true,
    });
  em.create(Membership, {
    id: randomUUID(),
    userId,
    role: 'coordinator',
    placeKind: 'municipality',
    placeId: municipalityId,
    municipalityId,
    createdAt: at,
  });
  audit.isBy(userId);
  audit.leave({ action: 'setUp', subjectKind: 'municipality', subjectId: municipalityId, municipalityId });
  return { email };
}
