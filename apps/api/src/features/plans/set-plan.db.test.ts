import { expect, it } from 'vitest';
import type { PersonKey } from '@forspring/samples/people';
import { climb, emailOf, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

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
/** Seen but not theirs is refused; without a role that has plans at all, refused; of another municipality or body, not there. */
const refused = {
  mette: 'refused',
  kirsten: 'refused',
  jonas: 'refused',
  ane: 'refused',
  susanne: 'missing',
  ole: 'missing',
  line: 'missing',
  grete: 'missing',
  lone: 'missing',
  karsten: 'refused',
  bent: 'refused',
} as const;

onBothDatabases('a body’s annual plan', (stage) => {
  const as = (key: PersonKey | null) => stage().as(key === null ? null : emailOf(key));
  const draft = () =>
    stage()
      .db.selectFrom('annualPlan')
      .innerJoin('body', 'body.id', 'annualPlan.bodyId')
      .where('body.name', '=', 'SSP-udvalg Valby')
      .where('annualPlan.year', '=', 2027)
      .select(['annualPlan.id', 'annualPlan.bodyId', 'annualPlan.year', 'annualPlan.version', 'annualPlan.status'])
      .executeTakeFirstOrThrow();
  const shown = async () => {
    const { bodyId, year } = await draft();
    return (await as('birgitte')).plans.showPlan({ bodyId, year });
  };

  it('is shown to its body, and to coordinators, owners and data protection officers of the municipality', async () => {
    const { bodyId, year } = await draft();
    const seers: string[] = [];
    for (const key of everybody) {
      const code = await problemOf((await as(key)).plans.showPlan({ bodyId, year }));
      expect(['done', 'missing'], key).toContain(code);
      if (code === 'done') seers.push(key);
    }
    expect(seers).toEqual(['mette', 'birgitte', 'henrik', 'kirsten', 'rasmus']);
    expect(await problemOf((await as(null)).plans.showPlan({ bodyId, year }))).toBe('signIn');
    expect(await problemOf((await as('birgitte')).plans.showPlan({ bodyId: newId(), year }))).toBe('missing');
    expect(await problemOf((await as('birgitte')).plans.showPlan({ bodyId, year: 2050 }))).toBe('missing');
  });

  it('tells each who looks what they may do, and shows money and proposals', async () => {
    const plan = await shown();
    expect(plan).toMatchObject({
      bodyName: 'SSP-udvalg Valby',
      year: 2027,
      status: 'draft',
      abilities: { edit: true, adopt: true },
    });
    expect(plan.years).toEqual([...plan.years].sort((a, b) => b - a));
    const { frame } = plan;
    expect(frame.leftOere).toBe(frame.frameOere - frame.otherCostsOere - frame.takenOere);
    expect(frame.leftIfAllOere).toBe(frame.leftOere - frame.askedOere);
    expect(plan.projects.some((one) => one.mayDecide)).toBe(true);
    expect(plan.projects.every((one) => !['idea', 'draft', 'returned'].includes(one.status))).toBe(true);
    const { bodyId, year } = plan;
    const abilitiesOf = async (key: PersonKey) => (await (await as(key)).plans.showPlan({ bodyId, year })).abilities;
    expect(await abilitiesOf('henrik')).toEqual({ edit: true, adopt: false });
    expect(await abilitiesOf('mette')).toEqual({ edit: false, adopt: false });
    expect(await abilitiesOf('kirsten')).toEqual({ edit: false, adopt: false });
  });

  it('lists the bodies with a plan inside one’s own municipality', async () => {
    const names = async (key: PersonKey) => (await (await as(key)).plans.listBodies()).map((one) => one.bodyName);
    expect(await names('birgitte')).toEqual(['SSP-udvalg Valby']);
    expect(await names('henrik')).toContain('SSP-udvalg Vanløse');
    expect((await names('ole')).filter((one) => one.includes('Valby'))).toEqual([]);
    for (const key of ['jonas', 'ane'] as const)
      expect(await problemOf((await as(key)).plans.listBodies())).toBe('missing');
  });

  it('is begun up the ladder for a year without one, which its body is offered from the first day', async () => {
    const { bodyId } = await draft();
    const fresh = newId();
    const { db } = stage();
    const valby = await db.selectFrom('body').where('id', '=', bodyId).selectAll().executeTakeFirstOrThrow();
    await db
      .insertInto('body')
      .values({ ...valby, id: fresh, name: 'SSP-udvalg uden planer' })
      .execute();
    expect((await (await as('henrik')).plans.listBodies()).find((one) => one.bodyId === fresh)).toMatchObject({
      years: [],
      mayWrite: true,
    });
    const id = newId();
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.plans.addPlan({ commandId, id, bodyId, year: 2028 });
    const years = async () => (await (await as('birgitte')).plans.listBodies())[0]?.years;
    await climb({ stage: stage(), call, refused, by: 'birgitte', action: 'addPlan', state: years });
    expect(await years()).toContain(2028);
    expect((await (await as('mette')).plans.listBodies()).find((one) => one.bodyId === bodyId)?.mayWrite).toBe(false);
    const again = { commandId: newId(), id: newId(), bodyId, year: 2028 };
    expect(await problemOf((await as('birgitte')).plans.addPlan(again))).toBe('alreadyThere');
    expect(await problemOf((await as('birgitte')).plans.addPlan({ ...again, bodyId: newId() }))).toBe('missing');
  });

  it('has its money written up the ladder, against the version that was read', async () => {
    const { id, version } = await draft();
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.plans.setFrame({
        commandId,
        planId: id,
        baseVersion: version,
        frameOere: 45_000_000 as never,
        otherCostsOere: 2_500_000 as never,
      });
    await climb({ stage: stage(), call, refused, by: 'birgitte', action: 'setFrame', state: shown });
    const { frame } = await shown();
    expect(frame).toMatchObject({ frameOere: 45_000_000, otherCostsOere: 2_500_000 });
    expect(frame.leftOere).toBe(45_000_000 - 2_500_000 - frame.takenOere);
    expect(await problemOf(call(await as('birgitte'), newId()))).toBe('stale');
    const negative = { commandId: newId(), planId: id, baseVersion: version + 1, otherCostsOere: 0 as never };
    expect(await problemOf((await as('birgitte')).plans.setFrame({ ...negative, frameOere: -1 as never }))).toBe(
      'invalid',
    );
  });

  it('is written up the ladder', async () => {
    const { id, version } = await draft();
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.plans.setPlan({
        commandId,
        planId: id,
        baseVersion: version,
        situation: 'Flere unge ude om fredagen.',
        challenges: 'Uro ved stationen.',
      });
    await climb({ stage: stage(), call, refused, by: 'birgitte', action: 'setPlan', state: shown });
  });

  it('shows both versions when somebody else wrote first, and changes nothing', async () => {
    const { id, version } = await draft();
    const write = { commandId: newId(), planId: id, baseVersion: version - 1, situation: 'Mit', challenges: 'Mit' };
    const error = await (
      await as('birgitte')
    ).plans
      .setPlan(write)
      .catch((thrown: unknown) => thrown as { cause: unknown });
    expect((error as { cause: unknown }).cause).toMatchObject({
      code: 'stale',
      kind: 'conflict',
      current: { situation: 'Flere unge ude om fredagen.', version },
    });
    expect((await shown()).situation).toBe('Flere unge ude om fredagen.');
  });

  it('answers alike for a plan of another municipality and one that is not there', async () => {
    const foreign = await stage()
      .db.selectFrom('annualPlan')
      .innerJoin('body', 'body.id', 'annualPlan.bodyId')
      .innerJoin('municipality', 'municipality.id', 'body.municipalityId')
      .where('municipality.name', 'like', 'Vejen%')
      .select('annualPlan.id')
      .executeTakeFirstOrThrow();
    for (const planId of [foreign.id, newId()]) {
      const write = { commandId: newId(), planId, baseVersion: 1, situation: '', challenges: '' };
      expect(await problemOf((await as('birgitte')).plans.setPlan(write))).toBe('missing');
      expect(
        await problemOf((await as('birgitte')).plans.adoptPlan({ commandId: newId(), planId, baseVersion: 1 })),
      ).toBe('missing');
    }
  });

  it('is not adopted without a situation picture', async () => {
    const { id, version } = await draft();
    const birgitte = await as('birgitte');
    const empty = await birgitte.plans.setPlan({
      commandId: newId(),
      planId: id,
      baseVersion: version,
      situation: ' ',
      challenges: '',
    });
    const adopt = birgitte.plans.adoptPlan({ commandId: newId(), planId: id, baseVersion: empty.version });
    expect(await problemOf(adopt)).toBe('plan.situationNeeded');
    const back = {
      commandId: newId(),
      planId: id,
      baseVersion: empty.version,
      situation: 'Flere unge ude.',
      challenges: '',
    };
    await birgitte.plans.setPlan(back);
  });

  it('is adopted up the ladder, by its own members only, and is closed for writing afterwards', async () => {
    const { id, version } = await draft();
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.plans.adoptPlan({ commandId, planId: id, baseVersion: version });
    await climb({
      stage: stage(),
      call,
      refused: { ...refused, henrik: 'refused' },
      by: 'birgitte',
      action: 'adoptPlan',
      state: shown,
    });
    expect(await shown()).toMatchObject({
      status: 'adopted',
      adoptedOn: '2026-11-13',
      abilities: { edit: false, adopt: false },
    });
    const late = { commandId: newId(), planId: id, baseVersion: version + 1 };
    expect(await problemOf((await as('birgitte')).plans.setPlan({ ...late, situation: 'x', challenges: '' }))).toBe(
      'plan.notDraft',
    );
    expect(await problemOf((await as('birgitte')).plans.adoptPlan({ ...late, commandId: newId() }))).toBe(
      'plan.notDraft',
    );
  });
});
