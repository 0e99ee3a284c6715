import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const owner = 'mette.lindholm@koebenhavn.example';
const partner = 'jonas.brandt@fritidscenter.example';
const refusals = {
  [partner]: 'refused',
  'birgitte.skov@koebenhavn.example': 'refused',
  'henrik.toft@koebenhavn.example': 'refused',
  'kirsten.bach@koebenhavn.example': 'refused',
  'ane.dalsgaard@tryggefaellesskaber.example': 'missing',
  'rasmus.kjaer@koebenhavn.example': 'missing',
  'ole.mikkelsen@vejen.example': 'missing',
} as const;
const promise = {
  role: 'visit' as const,
  promise: 'Åbne døre hver måned',
  registers: false,
};

onBothDatabases('agree with partners', (stage) => {
  let projectId = '';
  let closedId = '';
  let freeId = '';
  let takenId = '';
  let partnerId = '';
  beforeAll(async () => {
    const mette = await stage().as(owner);
    const { rows } = await mette.projects.list({ search: 'Fredagshallen' });
    projectId = rows.find((row) => row.status === 'running')?.id ?? '';
    closedId = rows.find((row) => row.status === 'evaluated')?.id ?? '';
    const { partners, organisations } = await mette.partners.list({ projectId });
    takenId = partners.find((one) => one.heldCount > 0)?.organisationId ?? '';
    partnerId = partners.find((one) => one.heldCount > 0)?.id ?? '';
    freeId = organisations.find((one) => !partners.some((other) => other.organisationId === one.id))?.id ?? '';
  });

  const commands: [string, (caller: Caller) => Promise<unknown>][] = [
    [
      'add',
      (caller) =>
        caller.partners.add({ projectId, id: newId(), organisationId: freeId, ...promise, commandId: newId() }),
    ],
    [
      'addOrganisation',
      (caller) =>
        caller.partners.addOrganisation({
          projectId,
          id: newId(),
          name: 'Ny forening',
          kind: 'association',
          commandId: newId(),
        }),
    ],
    ['set', (caller) => caller.partners.set({ partnerId, baseVersion: 1, ...promise, commandId: newId() })],
    ['remove', (caller) => caller.partners.remove({ partnerId, baseVersion: 1, commandId: newId() })],
  ];
  describe.each(commands)('%s', (_name, run) => {
    it('asks to sign in', async () => {
      await expect(run(await stage().as(null))).rejects.toThrow('signIn');
    });
    it.each(Object.entries(refusals))('answers %s with %s', async (email, answer) => {
      await expect(run(await stage().as(email))).rejects.toThrow(answer);
    });
  });

  it('refuses a project that is over', async () => {
    const mette = await stage().as(owner);
    await expect(
      mette.partners.add({ projectId: closedId, id: newId(), organisationId: freeId, ...promise, commandId: newId() }),
    ).rejects.toThrow('project.notOpen');
    const { partners } = await mette.partners.list({ projectId: closedId });
    const { id, version } = partners[0] ?? { id: '', version: 1 };
    await expect(
      mette.partners.set({ partnerId: id, baseVersion: version, ...promise, commandId: newId() }),
    ).rejects.toThrow('project.notOpen');
    await expect(mette.partners.remove({ partnerId: id, baseVersion: version, commandId: newId() })).rejects.toThrow(
      'project.notOpen',
    );
    await expect(
      mette.partners.addOrganisation({
        projectId: closedId,
        id: newId(),
        name: 'For sent',
        kind: 'club',
        commandId: newId(),
      }),
    ).rejects.toThrow('project.notOpen');
  });

  it('adds, changes and removes a partner, each once and with a trace', async () => {
    const mette = await stage().as(owner);
    const id = newId();
    const commandId = newId();
    const input = { projectId, id, organisationId: freeId, ...promise, commandId };
    const added = await mette.partners.add(input);
    expect(await mette.partners.add(input)).toEqual(added);
    await expect(mette.partners.add({ ...input, id: newId(), commandId: newId() })).rejects.toMatchObject({
      cause: { fields: [{ path: 'organisationId', code: 'partner.alreadyPartner' }] },
    });

    const changed = await mette.partners.set({
      partnerId: id,
      baseVersion: 1,
      ...promise,
      registers: true,
      commandId: newId(),
    });
    expect(changed.version).toBe(2);
    await expect(
      mette.partners.set({ partnerId: id, baseVersion: 1, ...promise, commandId: newId() }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { code: 'stale', current: { registers: true, version: 2 } },
    });
    expect((await mette.partners.list({ projectId })).partners.find((one) => one.id === id)).toMatchObject({
      ...promise,
      registers: true,
    });

    await mette.partners.remove({ partnerId: id, baseVersion: 2, commandId: newId() });
    await expect(mette.partners.remove({ partnerId: id, baseVersion: 2, commandId: newId() })).rejects.toThrow(
      'missing',
    );
    const traces = await stage()
      .db.selectFrom('auditEntry')
      .where('subjectId', '=', id)
      .orderBy('at')
      .select(['action', 'changed'])
      .execute();
    expect(traces.map((trace) => trace.action).toSorted()).toEqual(['addPartner', 'removePartner', 'setPartner']);
    expect(traces.find((trace) => trace.action === 'setPartner')?.changed).toEqual(['registers']);
  });

  it('keeps a partner that holds sessions', async () => {
    const mette = await stage().as(owner);
    const held = (await mette.partners.list({ projectId })).partners.find((one) => one.organisationId === takenId);
    await expect(
      mette.partners.remove({ partnerId, baseVersion: held?.version ?? 1, commandId: newId() }),
    ).rejects.toThrow('partner.holdsSessions');
  });

  it('adds an organisation outside the § 115 circle, and each name once', async () => {
    const mette = await stage().as(owner);
    const id = newId();
    await mette.partners.addOrganisation({
      projectId,
      id,
      name: 'Bokseklubben Valby',
      kind: 'association',
      commandId: newId(),
    });
    const { organisations } = await mette.partners.list({ projectId });
    expect(organisations.find((one) => one.id === id)).toMatchObject({
      name: 'Bokseklubben Valby',
      withinSection115: false,
    });
    await expect(
      mette.partners.addOrganisation({
        projectId,
        id: newId(),
        name: 'bokseklubben valby',
        kind: 'club',
        commandId: newId(),
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('refuses bad input and organisations of another municipality clearly', async () => {
    const mette = await stage().as(owner);
    const vejen = await stage()
      .db.selectFrom('organisation')
      .innerJoin('municipality', 'municipality.id', 'organisation.municipalityId')
      .where('municipality.name', '=', 'Vejen')
      .select('organisation.id')
      .executeTakeFirstOrThrow();
    const input = { projectId, id: newId(), organisationId: vejen.id, ...promise };
    await expect(mette.partners.add({ ...input, commandId: newId() })).rejects.toMatchObject({
      cause: { fields: [{ code: 'partner.unknownOrganisation' }] },
    });
    for (const wrong of [
      { registers: 'yes' },
      { role: 'friend' },
      { promise: 'x'.repeat(1001) },
      { organisationId: 'x' },
    ])
      await expect(mette.partners.add({ ...input, ...wrong, commandId: newId() } as never)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
  });

  it('shows a partner its own promises and nobody else’s', async () => {
    const jonas = await stage().as(partner);
    const own = await jonas.partners.listOwn();
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((one) => one.organisationName.startsWith('Fritidscenter'))).toBe(true);
    expect(own.some((one) => one.status === 'draft')).toBe(false);
    await expect(jonas.partners.list({ projectId })).rejects.toThrow('refused');
    await expect((await stage().as(owner)).partners.listOwn()).rejects.toThrow('missing');
  });
});
