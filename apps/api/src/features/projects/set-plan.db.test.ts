import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const owner = 'mette.lindholm@koebenhavn.example';
const refusals = {
  'birgitte.skov@koebenhavn.example': 'refused',
  'henrik.toft@koebenhavn.example': 'refused',
  'kirsten.bach@koebenhavn.example': 'refused',
  'jonas.brandt@fritidscenter.example': 'missing',
  'ane.dalsgaard@tryggefaellesskaber.example': 'missing',
  'rasmus.kjaer@koebenhavn.example': 'missing',
  'ole.mikkelsen@vejen.example': 'missing',
} as const;

interface Places {
  municipalityId: string;
  districtId: string;
  bodyId: string;
}

async function valby(caller: Caller): Promise<Places> {
  const { municipalities } = await caller.projects.listNewPlaces();
  const [municipality] = municipalities;
  const district = municipality?.districts.find((one) => one.name === 'Valby');
  const body = municipality?.bodies.find((one) => one.districtId === district?.id);
  return { municipalityId: municipality?.id ?? '', districtId: district?.id ?? '', bodyId: body?.id ?? '' };
}

onBothDatabases('start a project', (stage) => {
  it('asks to sign in and refuses who plans nothing', async () => {
    const places = await valby(await stage().as(owner));
    const input = { id: newId(), title: 'Klatrevæggen', interventionId: null, year: 2027, ...places };
    await expect((await stage().as(null)).projects.add({ ...input, commandId: newId() })).rejects.toThrow('signIn');
    for (const email of [
      'jonas.brandt@fritidscenter.example',
      'ane.dalsgaard@tryggefaellesskaber.example',
      'kirsten.bach@koebenhavn.example',
    ])
      await expect((await stage().as(email)).projects.add({ ...input, commandId: newId() })).rejects.toThrow('refused');
  });

  it('copies a recipe of any district into a draft, makes its maker the owner and leaves a trace', async () => {
    const mette = await stage().as(owner);
    const recipe = (await mette.interventions.list()).find((one) => one.title === 'Markfræs og mekanik');
    const id = newId();
    const commandId = newId();
    const input = {
      id,
      title: 'Værkstedet i Valby',
      interventionId: recipe?.id ?? null,
      year: 2027,
      ...(await valby(mette)),
    };
    const added = await mette.projects.add({ ...input, commandId });
    expect(await mette.projects.add({ ...input, commandId })).toEqual(added);
    const again = await stage().as(owner);
    const { fields, abilities } = await again.projects.showPlan({ projectId: id });
    expect(fields).toMatchObject({
      title: 'Værkstedet i Valby',
      tier: 'specific',
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
      challenge: recipe?.problem,
      assumptions: ['', '', '', '', ''],
    });
    expect(abilities.edit).toBe(true);
    expect(await again.projects.show({ projectId: id })).toMatchObject({
      status: 'draft',
      year: 2027,
      owners: [{ name: 'Mette Lindholm' }],
      intervention: { title: 'Markfræs og mekanik' },
    });
    const traces = await stage().db.selectFrom('auditEntry').where('projectId', '=', id).select('action').execute();
    expect(traces).toEqual([{ action: 'addProject' }]);
    await expect(again.projects.add({ ...input, commandId: newId() })).rejects.toThrow('project.exists');
  });

  it('refuses places and recipes outside the municipality', async () => {
    const mette = await stage().as(owner);
    const places = await valby(mette);
    const vejen = await stage()
      .db.selectFrom('municipality')
      .where('name', '=', 'Vejen')
      .select('id')
      .executeTakeFirstOrThrow();
    const body = await stage()
      .db.selectFrom('body')
      .where('municipalityId', '=', vejen.id)
      .select('id')
      .executeTakeFirstOrThrow();
    const input = { title: 'Uden for', interventionId: null, year: 2027, ...places };
    for (const wrong of [
      { municipalityId: vejen.id },
      { bodyId: body.id },
      { districtId: newId() },
      { interventionId: newId() },
    ])
      await expect(mette.projects.add({ ...input, ...wrong, id: newId(), commandId: newId() })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        cause: { fields: [{ path: Object.keys(wrong)[0], code: 'project.placeNotYours' }] },
      });
  });
});

onBothDatabases('write in a plan', (stage) => {
  let projectId = '';
  let runningId = '';
  beforeAll(async () => {
    const mette = await stage().as(owner);
    const { rows } = await mette.projects.list({});
    projectId = rows.find((row) => row.status === 'draft')?.id ?? '';
    runningId = rows.find((row) => row.status === 'running' && row.title === 'Fredagshallen')?.id ?? '';
  });
  const version = async () => (await (await stage().as(owner)).projects.showPlan({ projectId })).version;

  describe('the ladder', () => {
    it('asks to sign in', async () => {
      const visitor = await stage().as(null);
      await expect(
        visitor.projects.setPlan({ projectId, baseVersion: 1, fields: {}, commandId: newId() }),
      ).rejects.toThrow('signIn');
      await expect(visitor.projects.submit({ projectId, comment: '', commandId: newId() })).rejects.toThrow('signIn');
      await expect(
        visitor.projects.changeLocked({ projectId, baseVersion: 1, fields: {}, reason: 'Fordi', commandId: newId() }),
      ).rejects.toThrow('signIn');
    });

    it.each(Object.entries(refusals))('answers %s with %s', async (email, answer) => {
      const caller = await stage().as(email);
      await expect(
        caller.projects.setPlan({ projectId, baseVersion: 1, fields: {}, commandId: newId() }),
      ).rejects.toThrow(answer);
      await expect(caller.projects.submit({ projectId, comment: '', commandId: newId() })).rejects.toThrow(answer);
      await expect(
        caller.projects.changeLocked({ projectId, baseVersion: 1, fields: {}, reason: 'Fordi', commandId: newId() }),
      ).rejects.toThrow(answer);
    });

    it('refuses a plan that is no longer open, and a locked change in one that is', async () => {
      const mette = await stage().as(owner);
      await expect(
        mette.projects.setPlan({
          projectId: runningId,
          baseVersion: 1,
          fields: { summary: 'Nyt' },
          commandId: newId(),
        }),
      ).rejects.toThrow('project.notOpen');
      await expect(
        mette.projects.changeLocked({ projectId, baseVersion: 1, fields: {}, reason: 'Fordi', commandId: newId() }),
      ).rejects.toThrow('project.notOpen');
    });
  });

  it('saves what changed, once, with a trace that names the fields and not the words', async () => {
    const mette = await stage().as(owner);
    const baseVersion = await version();
    const commandId = newId();
    const fields = { effects: 'Flere piger klatrer.', assumptions: ['a', 'b', 'c', 'd', 'e'] };
    const saved = await mette.projects.setPlan({ projectId, baseVersion, fields, commandId });
    expect(saved.version).toBe(baseVersion + 1);
    expect(await mette.projects.setPlan({ projectId, baseVersion, fields, commandId })).toEqual(saved);
    expect((await mette.projects.showPlan({ projectId })).fields).toMatchObject(fields);
    const { changed } = await stage()
      .db.selectFrom('auditEntry')
      .where('projectId', '=', projectId)
      .where('action', '=', 'setPlan')
      .select('changed')
      .executeTakeFirstOrThrow();
    expect(changed).toEqual(['effects', 'assumptions']);
  });

  it('answers a stale version with the stored plan', async () => {
    const mette = await stage().as(owner);
    const stored = await version();
    await expect(
      mette.projects.setPlan({ projectId, baseVersion: 1000, fields: { summary: 'Min' }, commandId: newId() }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { code: 'stale', current: { version: stored, fields: { effects: 'Flere piger klatrer.' } } },
    });
  });

  it('refuses what contradicts itself, at its field', async () => {
    const mette = await stage().as(owner);
    const cases = [
      [{ startsOn: '2027-01-01', endsOn: '2028-01-01' }, 'project.longerThanYear'],
      [{ startsOn: '2027-03-01', endsOn: '2027-02-01' }, 'project.endsBeforeStart'],
      [{ minAge: 15, maxAge: 13 }, 'project.agesReversed'],
      [{ tier: 'general' as const, usesCodes: true }, 'project.codesNeedSpecificTier'],
      [{ venueId: newId() }, 'project.placeNotYours'],
    ] as const;
    for (const [fields, code] of cases)
      await expect(
        mette.projects.setPlan({ projectId, baseVersion: await version(), fields, commandId: newId() }),
      ).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        cause: { fields: [{ code }] },
      });
  });

  it('refuses bad input clearly and stops a personal number without repeating it', async () => {
    const mette = await stage().as(owner);
    for (const fields of [
      { title: '' },
      { minAge: 9 },
      { startsOn: '2027-02-30' },
      { assumptions: ['a'] },
      { themes: ['x'] },
    ])
      await expect(
        mette.projects.setPlan({
          projectId,
          baseVersion: await version(),
          fields: fields as never,
          commandId: newId(),
        }),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const number = ['0101', '01-4', '000'].join('');
    const stopped = mette.projects.setPlan({
      projectId,
      baseVersion: await version(),
      fields: { challenge: `cpr ${number}` },
      commandId: newId(),
    });
    await expect(stopped).rejects.toThrow('text.personalNumber');
    await expect(stopped).rejects.not.toThrow(number);
  });

  it('says what is missing before submission and refuses to submit until nothing is', async () => {
    const mette = await stage().as(owner);
    const { gaps } = await mette.projects.showSubmission({ projectId });
    expect(gaps.map((gap) => gap.tab)).toEqual(expect.arrayContaining(['plan', 'budget', 'goals', 'partners']));
    await expect(mette.projects.submit({ projectId, comment: '', commandId: newId() })).rejects.toMatchObject({
      cause: {
        code: 'project.incomplete',
        fields: expect.arrayContaining([expect.objectContaining({ path: 'budget', code: 'project.missing.noLines' })]),
      },
    });
  });

  it('submits a complete plan, once', async () => {
    const mette = await stage().as(owner);
    const { rows } = await mette.projects.list({ statuses: ['submitted'], search: 'Fredagshallen' });
    const complete = rows[0]?.id ?? '';
    await mette.projects.takeBack({ projectId: complete, commandId: newId() });
    expect((await mette.projects.showSubmission({ projectId: complete })).gaps).toEqual([]);
    const commandId = newId();
    expect(await mette.projects.submit({ projectId: complete, comment: 'Klar', commandId })).toMatchObject({
      status: 'submitted',
    });
    expect(await mette.projects.submit({ projectId: complete, comment: 'Klar', commandId })).toMatchObject({
      status: 'submitted',
    });
    await expect(mette.projects.submit({ projectId: complete, comment: '', commandId: newId() })).rejects.toThrow(
      'project.noSuchMove',
    );
    expect(await mette.projects.show({ projectId: complete })).toMatchObject({
      status: 'submitted',
      submittedByName: 'Mette Lindholm',
    });
  });

  it('changes the locked target group with its reason, shown in the plan and in the history', async () => {
    const mette = await stage().as(owner);
    const { version: baseVersion, fields } = await mette.projects.showPlan({ projectId: runningId });
    const change = { projectId: runningId, fields: { targetGroupCount: 180 }, reason: 'To nye klubber er kommet med.' };
    await expect(
      mette.projects.changeLocked({ ...change, baseVersion: baseVersion + 5, commandId: newId() }),
    ).rejects.toThrow('stale');
    await expect(
      mette.projects.changeLocked({ ...change, reason: '', baseVersion, commandId: newId() }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const commandId = newId();
    const saved = await mette.projects.changeLocked({ ...change, baseVersion, commandId });
    expect(await mette.projects.changeLocked({ ...change, baseVersion, commandId })).toEqual(saved);
    const { lockedChanges } = await mette.projects.showPlan({ projectId: runningId });
    expect(lockedChanges).toMatchObject([
      {
        field: 'targetGroupCount',
        fromText: String(fields.targetGroupCount),
        toText: '180',
        reason: 'To nye klubber er kommet med.',
        byName: 'Mette Lindholm',
      },
    ]);
    const { entries } = await mette.projects.listHistory({ projectId: runningId });
    expect(entries.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['step', 'lockedChange', 'trace']));
    expect(entries.map((entry) => entry.at)).toEqual(
      entries
        .map((entry) => entry.at)
        .toSorted()
        .toReversed(),
    );
  });

  it('finds similar earlier projects of all districts, stopped ones included', async () => {
    const mette = await stage().as(owner);
    const similar = await mette.projects.listSimilar({ projectId: runningId });
    expect(similar.length).toBeGreaterThan(2);
    expect(new Set(similar.map((one) => one.districtName)).size).toBeGreaterThan(1);
    expect(similar.some((one) => one.isStopped)).toBe(true);
    expect(similar.every((one) => one.likeness.length > 0)).toBe(true);
  });
});
