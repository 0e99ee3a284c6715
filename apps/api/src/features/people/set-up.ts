import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Membership } from '@forspring/database/people/membership.entity';
import { District } from '@forspring/database/places/district.entity';
import { Municipality } from '@forspring/database/places/municipality.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { danishSortKey } from '@forspring/domain/measures/sort';
import type { SetUpInput } from '@forspring/domain/people/invitation';
import { peopleProblems } from '@forspring/domain/people/people.problems';
import { Audit } from '../../kernel/audit.ts';
import type { Context } from '../../kernel/context.ts';

const setUpLock = 20_271_113;

async function isSetUp(em: EntityManager): Promise<boolean> {
  return (await reader(em).selectFrom('membership').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Makes the first municipality and its first coordinator; refused as soon as anybody has a role. */
export async function setUp(ctx: Context, input: SetUpInput): Promise<{ email: string }> {
  const { em, clock, accounts } = ctx;
  if (await isSetUp(em)) throw peopleProblems.alreadySetUp();

  const { name, email, password, municipalityId, municipalityName, hasDistricts } = input;
  const userId = await accounts.add({ name, email, password });
  if (userId === null) throw peopleProblems.emailInUse();

  await em.transactional(async (inside) => {
    const tx = inside;
    const at = clock.now();
    // Of two set-ups at the same moment the second waits here and is then refused.
    await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(reader(tx));
    if (await isSetUp(tx)) throw peopleProblems.alreadySetUp();
    tx.create(Municipality, { id: municipalityId, name: municipalityName, hasDistricts, createdAt: at });
    await tx.flush();
    if (!hasDistricts)
      tx.create(District, {
        id: randomUUID(),
        municipalityId,
        name: municipalityName,
        sortKey: danishSortKey(municipalityName),
        isImplicit: true,
      });
    tx.create(Membership, {
      id: randomUUID(),
      userId,
      role: 'coordinator',
      placeKind: 'municipality',
      placeId: municipalityId,
      municipalityId,
      createdAt: at,
    });
    new Audit(tx, clock, userId).leave({
      action: 'setUp',
      subjectKind: 'municipality',
      subjectId: municipalityId,
      municipalityId,
    });
  });
  return { email };
}
