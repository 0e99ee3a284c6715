import { expect, it } from 'vitest';
import type { PersonKey } from '@forspring/samples/people';
import { emailOf, problemOf } from '@forspring/tests/ladder';
import { onBothDatabases } from '@forspring/tests/on-both-databases';

const everybody: PersonKey[] = [
  'mette',
  'jonas',
  'birgitte',
  'henrik',
  'ane',
  'kirsten',
  'rasmus',
  'ole',
  'line',
  'karsten',
  'grete',
  'bent',
  'lone',
];

onBothDatabases('what is due and what waits', (stage) => {
  const as = (key: PersonKey | null) => stage().as(key === null ? null : emailOf(key));
  const municipalityOf = async (projectIds: string[]) => {
    if (projectIds.length === 0) return [];
    const rows = await stage()
      .db.selectFrom('project')
      .innerJoin('municipality', 'municipality.id', 'project.municipalityId')
      .where('project.id', 'in', projectIds)
      .select('municipality.name')
      .distinct()
      .execute();
    return rows.map((one) => one.name);
  };

  it('asks to sign in', async () => {
    expect(await problemOf((await as(null)).plans.listDeadlines())).toBe('signIn');
    expect(await problemOf((await as(null)).plans.listWaiting())).toBe('signIn');
    expect(await problemOf((await as(null)).plans.listEmergencyPlans())).toBe('signIn');
  });

  it('shows an owner their own deadlines, earliest first, each marked when it is overdue', async () => {
    const due = await (await as('mette')).plans.listDeadlines();
    expect(due.length).toBeGreaterThan(0);
    expect(due.map((one) => one.on)).toEqual(due.map((one) => one.on).toSorted());
    expect(due.every((one) => one.isOverdue === one.on < '2026-11-13')).toBe(true);
    const owned = await stage()
      .db.selectFrom('membership')
      .innerJoin('appUser', 'appUser.id', 'membership.userId')
      .where('appUser.email', '=', emailOf('mette'))
      .where('membership.role', '=', 'owner')
      .select('membership.placeId')
      .execute();
    const ids = new Set(owned.map((one) => one.placeId));
    const foreign = due.filter((one) => one.projectId !== null && !ids.has(one.projectId));
    expect(foreign).toEqual([]);
  });

  it('shows nobody anything of another municipality', async () => {
    for (const key of everybody) {
      const caller = await as(key);
      const due = await caller.plans.listDeadlines();
      const waiting = await caller.plans.listWaiting();
      const ids = [...due.flatMap((one) => one.projectId ?? []), ...waiting.map((one) => one.projectId)];
      const names = await municipalityOf(ids);
      const isVejen = ['ole', 'line', 'karsten', 'grete', 'bent', 'lone'].includes(key);
      expect(
        names.filter((name) => name.startsWith('Vejen') !== isVejen),
        key,
      ).toEqual([]);
    }
  });

  it('shows partners, funders and data protection officers no deadlines of a committee or an owner', async () => {
    for (const key of ['jonas', 'ane', 'kirsten', 'karsten', 'bent', 'lone'] as const) {
      expect(await (await as(key)).plans.listDeadlines(), key).toEqual([]);
      expect(await (await as(key)).plans.listWaiting(), key).toEqual([]);
    }
  });

  it('puts what the committee must decide first on its list, and on the owner’s as waiting for others', async () => {
    const chair = await (await as('birgitte')).plans.listWaiting();
    const own = chair.filter((one) => one.isMine);
    expect(own.length).toBeGreaterThan(0);
    expect(chair.slice(0, own.length)).toEqual(own);
    expect(own.every((one) => one.bodyName === 'SSP-udvalg Valby')).toBe(true);
    const owner = await (await as('mette')).plans.listWaiting();
    expect(owner.some((one) => one.kind === 'decideProject' && !one.isMine)).toBe(true);
  });

  it('asks nobody to decide about their own project', async () => {
    const { userId } = await stage()
      .db.selectFrom('appUser')
      .where('email', '=', emailOf('rasmus'))
      .select('id as userId')
      .executeTakeFirstOrThrow();
    const owned = await stage()
      .db.selectFrom('membership')
      .where('userId', '=', userId)
      .where('role', '=', 'owner')
      .select('placeId')
      .execute();
    const ids = new Set(owned.map((one) => one.placeId));
    const waiting = await (await as('rasmus')).plans.listWaiting();
    expect(waiting.filter((one) => one.isMine && one.kind !== 'budgetRequest' && ids.has(one.projectId))).toEqual([]);
  });

  it('shows emergency plans inside the municipality only', async () => {
    const names = async (key: PersonKey) => [
      ...new Set((await (await as(key)).plans.listEmergencyPlans()).map((one) => one.municipalityName)),
    ];
    expect((await names('henrik')).every((name) => name.startsWith('København'))).toBe(true);
    expect((await names('henrik')).length).toBe(1);
    expect((await names('ole')).filter((name) => name.startsWith('København'))).toEqual([]);
    for (const key of ['jonas', 'ane'] as const)
      expect(await problemOf((await as(key)).plans.listEmergencyPlans())).toBe('missing');
  });
});
