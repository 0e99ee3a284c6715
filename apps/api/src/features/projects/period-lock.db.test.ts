import { expect, it } from 'vitest';
import { addDays } from '@forspring/domain/measures/day';
import { storyId } from '@forspring/samples/story-id';
import { fact, held } from '@forspring/tests/evenings';
import { climb, emailOf, fresh, traceOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';
import { storyToday } from '@forspring/tests/story-snapshot';

const municipalityId = storyId('municipality/koebenhavn');
const projectId = storyId('project/fredagshallen-2026');
const closed = storyId('project/lommepengejob-2025');
const as = (stage: Stage, key: Parameters<typeof emailOf>[0]) => stage.as(emailOf(key));
const reason = 'Hallens regning kom for sent.';

async function lockQuarter(stage: Stage, startsOn = '2026-07-01') {
  const henrik = await as(stage, 'henrik');
  const id = newId();
  await henrik.periods.addLock({ ...fresh(), municipalityId, id, kind: 'quarter', startsOn, reason: null });
  return id;
}

async function openProject(stage: Stage, lockId: string, project = projectId) {
  const henrik = await as(stage, 'henrik');
  const id = newId();
  const endsOn = addDays(storyToday, 5);
  await henrik.periods.addException({ ...fresh(), municipalityId, id, lockId, projectId: project, reason, endsOn });
  return id;
}

/** An evening of this year's Fredagshallen that was held in a month. */
const eveningIn = (stage: Stage, month: string) =>
  stage.db
    .selectFrom('session')
    .where('projectId', '=', projectId)
    .where('state', '=', 'held')
    .where('heldOn', '>=', `${month}-01`)
    .where('heldOn', '<=', `${month}-28`)
    .orderBy('heldOn')
    .select(['id', 'heldOn'])
    .executeTakeFirstOrThrow();

onBothDatabases('lock a period', (stage) => {
  const input = { municipalityId, kind: 'quarter' as const, startsOn: '2026-08-07', reason: null };
  const locks = () =>
    stage()
      .db.selectFrom('periodLock')
      .where('municipalityId', '=', municipalityId)
      .orderBy('startsOn')
      .select(['startsOn', 'endsOn', 'kind', 'endedAt'])
      .execute();

  it('climbs its ladder, and locks the whole quarter the day lies in', async () => {
    const id = newId();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.periods.addLock({ commandId, id, ...input }),
      refused: {
        mette: 'refused',
        jonas: 'refused',
        birgitte: 'refused',
        ane: 'refused',
        kirsten: 'missing',
        ole: 'missing',
      },
      by: 'henrik',
      action: 'addPeriodLock',
      state: locks,
    });
    expect((await locks()).at(-1)).toMatchObject({ startsOn: '2026-07-01', endsOn: '2026-09-30', endedAt: null });
  });

  it('refuses a period that is not over, one that is locked, and a day that is none', async () => {
    const henrik = await as(stage(), 'henrik');
    const send = (more: object) => henrik.periods.addLock({ ...fresh(), id: newId(), ...input, ...more });
    await expect(send({ startsOn: '2026-11-13' })).rejects.toMatchObject({
      cause: { fields: [{ code: 'period.notOver' }] },
    });
    await expect(send({ startsOn: '2026-09-30' })).rejects.toMatchObject({
      cause: { fields: [{ code: 'period.lockExists' }] },
    });
    await expect(send({ startsOn: '2026-02-30' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    // A month inside it is another period.
    await send({ kind: 'month', startsOn: '2026-07-10' });
  });

  it('is lifted with a reason, once, and frees what it closed', async () => {
    const lockId = await lockQuarter(stage(), '2026-04-01');
    await openProject(stage(), lockId);
    await climb({
      stage: stage(),
      call: (caller, commandId) =>
        caller.periods.endLock({ commandId, municipalityId, lockId, reason: 'Forkert kvartal.' }),
      refused: { mette: 'refused', kirsten: 'missing', ole: 'missing' },
      by: 'henrik',
      action: 'endPeriodLock',
      state: locks,
    });
    const henrik = await as(stage(), 'henrik');
    await expect(
      henrik.periods.endLock({ ...fresh(), municipalityId, lockId, reason: 'En gang til.' }),
    ).rejects.toThrow('period.lockEnded');
    const { locks: shown, exceptions } = await henrik.periods.show({ municipalityId });
    expect(shown.find((one) => one.id === lockId)).toMatchObject({
      endedBy: 'Henrik Toft',
      endReason: 'Forkert kvartal.',
    });
    expect(exceptions.find((one) => one.lockId === lockId)?.isOpen).toBe(false);
  });

  it('is shown to coordinator and data protection officer of the municipality alone', async () => {
    const kirsten = await (await as(stage(), 'kirsten')).periods.show({ municipalityId });
    expect(kirsten.abilities.edit).toBe(false);
    expect(kirsten.locks.length).toBeGreaterThanOrEqual(3);
    for (const key of ['mette', 'ole', 'ane'] as const)
      await expect((await as(stage(), key)).periods.show({ municipalityId })).rejects.toThrow('missing');
  });
});

onBothDatabases('a locked period', (stage) => {
  it('stands still: evenings, expenses and readings of it are refused, those beside it are not', async () => {
    await lockQuarter(stage());
    const mette = await as(stage(), 'mette');
    const evening = await eveningIn(stage(), '2026-08');
    const shown = await mette.participation.showSession({ sessionId: evening.id });
    expect(shown).toMatchObject({
      lock: { startsOn: '2026-07-01', opensUntilOn: null },
      abilities: { mayRegister: false },
    });
    const beside = await eveningIn(stage(), '2026-10');
    expect(await mette.participation.showSession({ sessionId: beside.id })).toMatchObject({
      lock: null,
      abilities: { mayRegister: true },
    });

    const line = await stage()
      .db.selectFrom('budgetLine')
      .where('projectId', '=', projectId)
      .where('kind', '=', 'cash')
      .select('id')
      .executeTakeFirstOrThrow();
    const expense = { lineId: line.id, amountOere: 12_500 as never, voucher: '9001', note: null };
    const add = (spentOn: string) => mette.budgets.addExpense({ ...fresh(), id: newId(), ...expense, spentOn });
    await expect(add('2026-08-07')).rejects.toMatchObject({
      cause: { code: 'period.locked', params: { startsOn: '2026-07-01', endsOn: '2026-09-30' } },
    });
    const { id } = await add('2026-10-05');
    const change = { ...fresh(), expenseId: id, baseVersion: 1, ...expense };
    await expect(mette.budgets.setExpense({ ...change, spentOn: '2026-09-30' })).rejects.toThrow('period.locked');
    const booked = await stage()
      .db.selectFrom('expense')
      .where('projectId', '=', projectId)
      .where('spentOn', '>=', '2026-07-01')
      .where('spentOn', '<=', '2026-09-30')
      .where('removedAt', 'is', null)
      .where('periodId', 'is', null)
      .select(['id', 'version', 'lineId'])
      .executeTakeFirstOrThrow();
    const stored = { ...fresh(), expenseId: booked.id, baseVersion: booked.version };
    await expect(
      mette.budgets.setExpense({ ...stored, ...expense, lineId: booked.lineId, spentOn: '2026-10-01' }),
      'nor may it be moved out of the period',
    ).rejects.toThrow('period.locked');
    await expect(mette.budgets.removeExpense(stored)).rejects.toThrow('period.locked');

    const goal = await stage()
      .db.selectFrom('goal')
      .innerJoin('indicator', 'indicator.id', 'goal.indicatorId')
      .where('goal.projectId', '=', projectId)
      .where('indicator.unit', '=', 'count')
      .select('goal.id')
      .executeTakeFirstOrThrow();
    const reading = {
      goalId: goal.id,
      value: 3,
      missing: null,
      numeratorCount: null,
      baseCount: null,
      method: 'count' as const,
      note: null,
    };
    const measure = (measuredOn: string) =>
      mette.goals.addMeasurement({ ...fresh(), id: newId(), ...reading, measuredOn });
    await expect(measure('2026-09-30')).rejects.toThrow('period.locked');
    await measure('2026-10-01');
  });

  it('tells a phone whose entry comes too late, and takes it once there is an exception', async () => {
    const jonas = await as(stage(), 'jonas');
    const evening = await eveningIn(stage(), '2026-08');
    const before = await jonas.participation.showSession({ sessionId: evening.id });
    const entry = held({ facts: { note: fact('Sent fra telefonen') }, counts: [], firstTimeCount: null });
    const send = () => jonas.participation.registerSession({ ...fresh(), sessionId: evening.id, entry });
    await expect(send()).rejects.toMatchObject({
      cause: { code: 'period.locked', kind: 'closed', params: { startsOn: '2026-07-01', endsOn: '2026-09-30' } },
    });
    const [lock] = (await (await as(stage(), 'henrik')).periods.show({ municipalityId })).locks.filter(
      (one) => one.endedAt === null,
    );
    await openProject(stage(), lock?.id ?? '');
    const after = await send();
    expect(after.version).toBe(before.version + 1);
    expect(after.lock).toMatchObject({ opensUntilOn: addDays(storyToday, 5) });
  });
});

onBothDatabases('an exception', (stage) => {
  it('climbs its ladder and is seen by owner and partner, not by others', async () => {
    const lockId = await lockQuarter(stage());
    const id = newId();
    const exception = { municipalityId, id, lockId, projectId, reason, endsOn: addDays(storyToday, 5) };
    const exceptions = () => stage().db.selectFrom('periodException').select(['id', 'endedAt']).orderBy('id').execute();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.periods.addException({ commandId, ...exception }),
      refused: { mette: 'refused', jonas: 'refused', kirsten: 'missing', ole: 'missing' },
      by: 'henrik',
      action: 'addPeriodException',
      state: exceptions,
    });
    const seenBy = async (key: Parameters<typeof emailOf>[0]) =>
      (await (await as(stage(), key)).periods.listExceptions()).map((one) => one.id);
    expect(await seenBy('mette')).toContain(id);
    expect(await seenBy('jonas')).toContain(id);
    expect(await seenBy('line')).not.toContain(id);
    expect(await seenBy('karsten')).not.toContain(id);
    const [listed] = (await (await as(stage(), 'jonas')).periods.listExceptions()).filter((one) => one.id === id);
    expect(listed).toMatchObject({ reason, by: 'Henrik Toft', isOpen: true, startsOn: '2026-07-01' });

    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.periods.endException({ commandId, municipalityId, exceptionId: id }),
      refused: { mette: 'refused', ole: 'missing', kirsten: 'missing' },
      by: 'henrik',
      action: 'endPeriodException',
      state: exceptions,
    });
    expect((await traceOf(stage(), id)).sort()).toEqual(['addPeriodException', 'endPeriodException']);
    expect(await seenBy('mette')).not.toContain(id);
  });

  it('is of a lock that holds and a project of the municipality, not twice, and not for ever', async () => {
    const henrik = await as(stage(), 'henrik');
    const [lock] = (await henrik.periods.show({ municipalityId })).locks.filter((one) => one.startsOn === '2026-07-01');
    const send = (more: object) =>
      henrik.periods.addException({
        ...fresh(),
        municipalityId,
        id: newId(),
        lockId: lock?.id ?? '',
        projectId,
        reason,
        endsOn: storyToday,
        ...more,
      });
    await expect(send({ projectId: storyId('project/markfraes-2026') })).rejects.toThrow('missing');
    await expect(send({ lockId: newId() })).rejects.toThrow('missing');
    await expect(send({ endsOn: addDays(storyToday, -1) })).rejects.toMatchObject({
      cause: { fields: [{ code: 'period.exceptionDays' }] },
    });
    await expect(send({ endsOn: addDays(storyToday, 61) })).rejects.toMatchObject({
      cause: { fields: [{ path: 'endsOn' }] },
    });
    await send({});
    await expect(send({})).rejects.toMatchObject({ cause: { fields: [{ code: 'period.exceptionExists' }] } });
    await expect(send({ reason: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('opens the story’s late bill: last spring is closed to all but that project', async () => {
    const mette = await as(stage(), 'mette');
    const lines = await stage()
      .db.selectFrom('budgetLine')
      .where('projectId', 'in', [closed, storyId('project/fredagshallen-2025')])
      .where('kind', '=', 'cash')
      .select(['id', 'projectId'])
      .execute();
    const add = (project: string) =>
      mette.budgets.addExpense({
        ...fresh(),
        id: newId(),
        lineId: lines.find((one) => one.projectId === project)?.id ?? '',
        spentOn: '2025-05-20',
        amountOere: 50_000 as never,
        voucher: '7788',
        note: null,
      });
    await add(closed);
    await expect(add(storyId('project/fredagshallen-2025'))).rejects.toThrow('period.locked');
  });

  it('stops what partner and owner say of a quarter it reaches into, and changes of what was promised there', async () => {
    const [henrik, mette, jonas] = [
      await as(stage(), 'henrik'),
      await as(stage(), 'mette'),
      await as(stage(), 'jonas'),
    ];
    const lockId = newId();
    const lock = { municipalityId, id: lockId, kind: 'month' as const, startsOn: '2026-02-01', reason: null };
    const promiseOf = async (organisation: string, kind: string) => {
      const { promises } = await mette.partners.showLedger({ projectId });
      const found = promises.find((one) => one.organisationName.startsWith(organisation) && one.kind === kind);
      if (!found) throw new Error(`${organisation} has promised no ${kind}`);
      return found;
    };
    const quarterOf = async (quarter: number) => {
      const staff = await promiseOf('Fritidscenter', 'staff');
      const period = staff.periods.find((one) => one.quarter === quarter);
      if (!period) throw new Error('no such quarter');
      return period;
    };
    const open = await quarterOf(1);
    expect(open).toMatchObject({ mayState: true, lock: null });
    await henrik.periods.addLock({ ...fresh(), ...lock });
    const period = await quarterOf(1);
    expect(period).toMatchObject({ mayState: false, lock: { startsOn: '2026-02-01', opensUntilOn: null } });
    expect((await quarterOf(4)).mayState).toBe(true);
    const says = { periodId: period.id, baseVersion: period.version, quantity: 60, reason: 'Talt sammen igen.' };
    const change = async (of: Awaited<ReturnType<typeof promiseOf>>, quarter: number, more: object = {}) =>
      mette.partners.setPromise({
        ...fresh(),
        promiseId: of.id,
        baseVersion: of.version,
        periods: of.periods.map((one) => ({
          year: one.year,
          quarter: one.quarter,
          quantity: one.promisedQuantity + (one.quarter === quarter ? 60 : 0),
        })),
        value: of.value && { lineId: of.value.lineId, unitValueOere: of.value.unitValueOere },
        reason: 'Talt sammen igen.',
        ...more,
      });
    const [staff, hall, climbs] = [
      await promiseOf('Fritidscenter', 'staff'),
      await promiseOf('Hafnia', 'hall'),
      await promiseOf('Klatreklubben', 'staff'),
    ];
    const add = (quantity: number) =>
      mette.partners.addPromise({
        ...fresh(),
        partnerId: climbs.partnerId,
        id: newId(),
        kind: 'other',
        unit: 'sæt',
        value: null,
        periods: [1, 4].map((quarter) => ({ year: 2026, quarter, quantity: quarter === 1 ? quantity : 5 })),
      });
    for (const refused of [
      () => jonas.partners.correctDelivery({ ...fresh(), ...says }),
      () => mette.partners.correctDelivery({ ...fresh(), ...says }),
      () => mette.partners.acceptDelivery({ ...fresh(), periodId: period.id, baseVersion: period.version }),
      () => change(staff, 1),
      () => change(hall, 0, { value: null }),
      () => add(5),
    ])
      await expect(refused()).rejects.toMatchObject({
        cause: { code: 'period.locked', params: { startsOn: '2026-02-01', endsOn: '2026-02-28' } },
      });
    await add(0);
    await change(staff, 4);
    await openProject(stage(), lockId);
    expect(await quarterOf(1)).toMatchObject({ mayState: true, lock: { opensUntilOn: addDays(storyToday, 5) } });
    await jonas.partners.correctDelivery({ ...fresh(), ...says });
    expect((await quarterOf(1)).versions.partner?.quantity).toBe(60);
  });
});
