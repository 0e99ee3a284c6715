import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { reader } from '@forspring/database/reader';
import { samplePassword } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { storyNow } from '@forspring/tests/story-snapshot';

const koebenhavn = storyId('municipality/koebenhavn');
const password = 'fire rolige ord om fredagen';
const days = (count: number) => new Date(storyNow.getTime() + count * 86_400_000);

const refused = {
  mette: 'refused',
  jonas: 'refused',
  birgitte: 'refused',
  ane: 'refused',
  kirsten: 'refused',
  ole: 'missing',
  lone: 'missing',
} as const;

onBothDatabases('people and invitations', (stage) => {
  const as = (key: Parameters<typeof emailOf>[0] | null, now?: Date) =>
    stage().as(key === null ? null : emailOf(key), now);
  const bodyId = async (municipalityId = koebenhavn) =>
    (
      await stage()
        .db.selectFrom('body')
        .where('municipalityId', '=', municipalityId)
        .orderBy('sortKey')
        .select('id')
        .executeTakeFirstOrThrow()
    ).id;
  const invitation = async (email: string) => ({
    id: newId(),
    municipalityId: koebenhavn,
    name: 'Søren Lund',
    email,
    role: 'committeeMember' as const,
    placeKind: 'body' as const,
    placeId: await bodyId(),
  });
  const tokenFor = (email: string) => {
    const letter = stage().letters.findLast((one) => one.to === email);
    return /\/invitation\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
  };
  async function invite(email: string): Promise<string> {
    await (await as('henrik')).people.invitePerson({ commandId: newId(), ...(await invitation(email)) });
    return tokenFor(email);
  }
  const listed = async () => (await as('henrik')).people.listPeople({ municipalityId: koebenhavn });

  it('keeps no invitation whose letter cannot be sent, and says so', async () => {
    const input = await invitation('unreachable@koebenhavn.example');
    const down = { send: () => Promise.reject(new Error('connect ECONNREFUSED')), list: async () => null };
    const henrik = await stage().as(emailOf('henrik'), undefined, down);
    expect(await problemOf(henrik.people.invitePerson({ commandId: newId(), ...input }))).toBe('people.notSent');
    expect((await listed()).invitations.filter((one) => one.email === input.email)).toEqual([]);
  });

  it('inviting climbs the ladder, and sends one letter however often it is repeated', async () => {
    const input = await invitation('ladder@koebenhavn.example');
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.people.invitePerson({ commandId, ...input });
    await climb({ stage: stage(), call, refused, by: 'henrik', action: 'invitePerson', state: listed });
    expect(stage().letters.filter((one) => one.to === input.email)).toHaveLength(1);
  });

  it('keeps the link only as a hash, in the invitation, the receipt and the trail', async () => {
    const token = await invite('hash@koebenhavn.example');
    expect(token.length).toBeGreaterThan(40);
    for (const table of ['invitation', 'commandReceipt', 'auditEntry'] as const)
      expect(JSON.stringify(await stage().db.selectFrom(table).selectAll().execute()), table).not.toContain(token);
    const stored = await stage()
      .db.selectFrom('invitation')
      .where('email', '=', 'hash@koebenhavn.example')
      .select('tokenHash')
      .executeTakeFirstOrThrow();
    expect(stored.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives a new person an account and the role, once', async () => {
    const email = 'ny.person@koebenhavn.example';
    const token = await invite(email);
    const visitor = await as(null);
    expect(await visitor.people.findInvitation({ token })).toMatchObject({
      email,
      role: 'committeeMember',
      hasAccount: false,
    });
    expect(await problemOf(visitor.people.acceptInvitation({ commandId: newId(), token }))).toBe(
      'people.passwordNeeded',
    );
    expect(await problemOf(visitor.people.acceptInvitation({ commandId: newId(), token, password: 'kort' }))).toBe(
      'invalid',
    );
    const commandId = newId();
    expect(await visitor.people.acceptInvitation({ commandId, token, password })).toEqual({ email });
    expect(await stage().signsIn(email, password)).not.toBeNull();
    // Sent again it answers the same, and neither another password nor another person makes anything of it.
    const again = 'et helt andet kodeord';
    expect(await visitor.people.acceptInvitation({ commandId, token, password: again })).toEqual({ email });
    expect(await stage().signsIn(email, again)).toBeNull();
    expect(await problemOf((await as('mette')).people.acceptInvitation({ commandId, token }))).toBe('commandReused');

    const me = await (await stage().as(email)).people.me();
    expect(me.user?.email).toBe(email);
    expect(me.memberships).toMatchObject([{ role: 'committeeMember', placeKind: 'body', municipalityId: koebenhavn }]);
    expect(await problemOf(visitor.people.acceptInvitation({ commandId: newId(), token, password }))).toBe('missing');
    expect(await problemOf(visitor.people.findInvitation({ token }))).toBe('missing');
    const trace = await stage()
      .db.selectFrom('auditEntry')
      .where('action', '=', 'acceptInvitation')
      .where('actorId', '=', me.user?.id ?? '')
      .selectAll()
      .execute();
    expect(trace).toHaveLength(1);
  });

  it('leaves no account behind when the role cannot be given', async () => {
    const email = 'halvvejs@koebenhavn.example';
    const token = await invite(email);
    const db = reader(stage().database.fork());
    // The database refuses the role after the account is written.
    await sql`create or replace function refuse_halfway() returns trigger language plpgsql as 'begin if exists (select 1 from app_user where id = new.user_id and email = ''halvvejs@koebenhavn.example'') then raise exception ''no'' using errcode = ''23514''; end if; return new; end'`.execute(
      db,
    );
    await sql`create trigger refuse_halfway before insert on membership for each row execute function refuse_halfway()`.execute(
      db,
    );
    const commandId = newId();
    const send = async () => problemOf((await as(null)).people.acceptInvitation({ commandId, token, password }));
    expect(await send()).toBe('invalid');
    expect(await db.selectFrom('appUser').where('email', '=', email).select('id').execute()).toEqual([]);
    expect(await db.selectFrom('commandReceipt').where('id', '=', commandId).select('id').execute()).toEqual([]);
    await sql`drop trigger refuse_halfway on membership`.execute(db);
    // What failed was never carried out, so the same command may be sent again.
    expect(await send()).toBe('done');
  });

  it('is accepted by one of two at the same moment', async () => {
    const email = 'to.gange@koebenhavn.example';
    const token = await invite(email);
    const visitor = await as(null);
    const both = await Promise.all(
      [1, 2].map(() => problemOf(visitor.people.acceptInvitation({ commandId: newId(), token, password }))),
    );
    expect(both.filter((one) => one === 'done')).toHaveLength(1);
    const account = await stage().db.selectFrom('appUser').where('email', '=', email).select('id').execute();
    expect(account).toHaveLength(1);
  });

  it('expires after fourteen days, and looks like a link that never was', async () => {
    const token = await invite('for.sent@koebenhavn.example');
    const onTime = await as(null, days(13.9));
    expect((await onTime.people.findInvitation({ token })).email).toBe('for.sent@koebenhavn.example');
    const late = await as(null, days(14.1));
    for (const one of [token, 'a'.repeat(43)]) {
      expect(await problemOf(late.people.findInvitation({ token: one }))).toBe('missing');
      expect(await problemOf(late.people.acceptInvitation({ commandId: newId(), token: one, password }))).toBe(
        'missing',
      );
    }
  });

  it('asks somebody with an account to sign in, and nobody else can take the role', async () => {
    const token = await invite(emailOf('nikolaj'));
    expect((await (await as(null)).people.findInvitation({ token })).hasAccount).toBe(true);
    const accept = async (key: 'mette' | 'nikolaj' | null) =>
      problemOf((await as(key)).people.acceptInvitation({ commandId: newId(), token, password: samplePassword }));
    expect(await accept(null)).toBe('people.signInFirst');
    expect(await accept('mette')).toBe('people.otherAccount');
    expect(await accept('nikolaj')).toBe('done');
    const me = await (await as('nikolaj')).people.me();
    expect(me.memberships.map((one) => one.role)).toContain('committeeMember');
  });

  it('refuses a role at a place of the wrong kind, and finds no place of another municipality', async () => {
    const caller = await as('henrik');
    const input = await invitation('forkert@koebenhavn.example');
    expect(await problemOf(caller.people.invitePerson({ commandId: newId(), ...input, role: 'owner' }))).toBe(
      'invalid',
    );
    const placeId = await bodyId(storyId('municipality/vejen'));
    expect(await problemOf(caller.people.invitePerson({ commandId: newId(), ...input, placeId }))).toBe('missing');
    expect(await problemOf(caller.people.invitePerson({ commandId: newId(), ...input, placeId: newId() }))).toBe(
      'missing',
    );
    expect(await problemOf(caller.people.invitePerson({ commandId: newId(), ...input, email: 'not an e-mail' }))).toBe(
      'invalid',
    );
    expect(stage().letters.filter((one) => one.to === input.email)).toEqual([]);
  });

  it('taking an invitation back climbs the ladder, and its link is worth nothing from then on', async () => {
    const email = 'mistyped@koebenhavn.example';
    const token = await invite(email);
    const { id: invitationId = '' } = (await listed()).invitations.find((one) => one.email === email) ?? {};
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.people.removeInvitation({ commandId, invitationId });
    await climb({ stage: stage(), call, refused, by: 'henrik', action: 'removeInvitation', state: listed });
    expect(await problemOf((await as(null)).people.findInvitation({ token }))).toBe('missing');
    expect(await problemOf(call(await as('henrik'), newId()))).toBe('missing');
  });

  it('ending a role climbs the ladder and takes the access at once', async () => {
    const found = (await listed()).persons.find((one) => one.email === emailOf('signe'));
    const membershipId = found?.membershipId ?? '';
    const before = (await (await as('signe')).people.me()).memberships.length;
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.people.endMembership({ commandId, membershipId });
    await climb({ stage: stage(), call, refused, by: 'henrik', action: 'endMembership', state: listed });
    expect((await (await as('signe')).people.me()).memberships).toHaveLength(before - 1);
    expect(await problemOf((await as('henrik')).people.endMembership({ commandId: newId(), membershipId }))).toBe(
      'missing',
    );
    expect(
      await problemOf((await as('henrik')).people.endMembership({ commandId: newId(), membershipId: newId() })),
    ).toBe('missing');
  });

  it('keeps the last coordinator of a municipality', async () => {
    const own = (await listed()).persons.find((one) => one.role === 'coordinator');
    const caller = await as('henrik');
    const end = (membershipId = '') => problemOf(caller.people.endMembership({ commandId: newId(), membershipId }));
    expect(await end(own?.membershipId)).toBe('people.lastCoordinator');
    const token = await (async () => {
      const input = {
        ...(await invitation(emailOf('mette'))),
        role: 'coordinator' as const,
        placeKind: 'municipality' as const,
        placeId: koebenhavn,
      };
      await caller.people.invitePerson({ commandId: newId(), ...input });
      return tokenFor(input.email);
    })();
    await (await as('mette')).people.acceptInvitation({ commandId: newId(), token });
    const coordinators = (await listed()).persons.filter((one) => one.role === 'coordinator');
    expect(coordinators).toHaveLength(2);
    // Both ended at the same moment: one of them stays.
    const both = await Promise.all(coordinators.map((one) => end(one.membershipId)));
    expect(both.toSorted()).not.toEqual(['done', 'done']);
    const left = await stage()
      .db.selectFrom('membership')
      .where('municipalityId', '=', koebenhavn)
      .where('role', '=', 'coordinator')
      .where('endedAt', 'is', null)
      .select('id')
      .execute();
    expect(left).toHaveLength(1);
  });
});
