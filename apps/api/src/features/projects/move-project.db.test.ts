import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const mail = {
  owner: 'mette.lindholm@koebenhavn.example',
  partner: 'jonas.brandt@fritidscenter.example',
  member: 'birgitte.skov@koebenhavn.example',
  coordinator: 'henrik.toft@koebenhavn.example',
  funder: 'ane.dalsgaard@tryggefaellesskaber.example',
  protection: 'kirsten.bach@koebenhavn.example',
  elsewhere: 'rasmus.kjaer@koebenhavn.example',
  abroad: 'ole.mikkelsen@vejen.example',
} as const;
type Person = keyof typeof mail;

/** What each person gets who tries what only some may: those who cannot find the project hear "missing". */
const strangers: Record<Person, 'missing' | 'refused' | null> = {
  owner: null,
  partner: 'refused',
  member: 'refused',
  coordinator: 'refused',
  funder: 'missing',
  protection: 'refused',
  elsewhere: 'missing',
  abroad: 'missing',
};

async function projectWith(stage: Stage, status: string, search = ''): Promise<string> {
  const coordinator = await stage.as(mail.coordinator);
  const { rows } = await coordinator.projects.list({ statuses: [status as 'running'], search });
  const row = rows.find((one) => one.ownerNames.includes('Mette Lindholm'));
  if (!row) throw new Error(`Mette owns no project that is ${status}.`);
  return row.id;
}

const commands: {
  name: string;
  from: string;
  search?: string;
  by: Person[];
  run: (caller: Caller, projectId: string, commandId: string) => Promise<unknown>;
  action: string;
  to: string;
}[] = [
  {
    name: 'takeBack',
    from: 'submitted',
    search: 'unges',
    by: ['owner'],
    run: (caller, projectId, commandId) => caller.projects.takeBack({ projectId, commandId }),
    action: 'takeBackProject',
    to: 'draft',
  },
  {
    name: 'decide',
    from: 'submitted',
    search: 'Fredagshallen',
    by: ['member'],
    run: (caller, projectId, commandId) =>
      caller.projects.decide({ projectId, commandId, decision: 'approved', comment: '' }),
    action: 'approveProject',
    to: 'approved',
  },
  {
    name: 'pause',
    from: 'running',
    search: 'Fredagshallen',
    by: ['owner', 'coordinator'],
    run: (caller, projectId, commandId) =>
      caller.projects.pause({ projectId, commandId, comment: 'Hallen får nyt gulv.' }),
    action: 'pauseProject',
    to: 'paused',
  },
  {
    name: 'resume',
    from: 'paused',
    search: 'Fredagshallen',
    by: ['owner', 'coordinator'],
    run: (caller, projectId, commandId) => caller.projects.resume({ projectId, commandId, comment: '' }),
    action: 'resumeProject',
    to: 'running',
  },
  {
    name: 'close',
    from: 'running',
    search: 'Lommepengejob',
    by: ['owner'],
    run: (caller, projectId, commandId) => caller.projects.close({ projectId, commandId, comment: '' }),
    action: 'closeProject',
    to: 'closed',
  },
  {
    name: 'stop',
    from: 'running',
    search: 'unges',
    by: ['owner', 'member', 'coordinator'],
    run: (caller, projectId, commandId) =>
      caller.projects.stop({ projectId, commandId, reason: 'Huset lukker for ombygning.' }),
    action: 'stopProject',
    to: 'stopped',
  },
  {
    name: 'setArchived',
    from: 'evaluated',
    search: 'unges',
    by: ['coordinator'],
    run: (caller, projectId, commandId) => caller.projects.setArchived({ projectId, commandId }),
    action: 'archiveProject',
    to: 'archived',
  },
];

onBothDatabases('move a project', (stage) => {
  describe.each(commands)('$name', ({ from, search, by, run, action, to }) => {
    let projectId = '';
    beforeAll(async () => {
      projectId = await projectWith(stage(), from, search);
    });

    it('asks to sign in', async () => {
      await expect(run(await stage().as(null), projectId, newId())).rejects.toThrow('signIn');
    });

    it.each(Object.keys(mail) as Person[])('refuses %s unless it is theirs to do', async (person) => {
      if (by.includes(person)) return;
      // Jonas' leisure centre has no part in the pocket-money jobs, so there he hears nothing at all.
      const isOutside = person === 'partner' && search === 'Lommepengejob';
      const answer = isOutside ? 'missing' : (strangers[person] ?? 'refused');
      await expect(run(await stage().as(mail[person]), projectId, newId())).rejects.toThrow(answer);
    });

    it('does it, once, and leaves a step and a trace', async () => {
      const caller = await stage().as(mail[by[0] ?? 'owner']);
      const commandId = newId();
      const moved = await run(caller, projectId, commandId);
      expect(moved).toMatchObject({ status: to });
      expect(await run(caller, projectId, commandId)).toEqual(moved);
      const steps = await stage()
        .db.selectFrom('projectStep')
        .where('projectId', '=', projectId)
        .where('toStatus', '=', to as 'draft')
        .where('fromStatus', '=', from as 'draft')
        .selectAll()
        .execute();
      expect(steps.length).toBeGreaterThanOrEqual(1);
      const traces = await stage()
        .db.selectFrom('auditEntry')
        .where('projectId', '=', projectId)
        .where('action', '=', action)
        .selectAll()
        .execute();
      expect(traces).toHaveLength(1);
    });

    it('refuses the wrong state', async () => {
      await expect(run(await stage().as(mail[by[0] ?? 'owner']), projectId, newId())).rejects.toThrow(
        'project.noSuchMove',
      );
    });
  });

  it('asks for a comment where a move must be explained', async () => {
    const projectId = await projectWith(stage(), 'running', 'Fredagshallen');
    const owner = await stage().as(mail.owner);
    await expect(owner.projects.pause({ projectId, commandId: newId(), comment: '  ' })).rejects.toThrow(
      'project.commentNeeded',
    );
    await expect(owner.projects.stop({ projectId, commandId: newId(), reason: '' })).rejects.toThrow(
      'project.commentNeeded',
    );
  });

  it('writes what a stopped project teaches', async () => {
    const projectId = await projectWith(stage(), 'stopped', 'unges');
    const card = await stage()
      .db.selectFrom('learningCard')
      .where('projectId', '=', projectId)
      .select(['isStopped', 'didNotWork'])
      .executeTakeFirst();
    expect(card).toMatchObject({ isStopped: true, didNotWork: 'Huset lukker for ombygning.' });
  });

  it('locks an approved project from that instant and starts it no earlier than its period', async () => {
    const projectId = await projectWith(stage(), 'approved', 'Fredagshallen');
    const owner = await stage().as(mail.owner);
    expect((await owner.projects.show({ projectId })).lockedAt).not.toBeNull();
    await expect(owner.projects.start({ projectId, commandId: newId() })).rejects.toThrow('project.notBegun');
    const inSpring = await stage().as(mail.owner, new Date('2027-03-01T10:00:00Z'));
    expect(await inSpring.projects.start({ projectId, commandId: newId() })).toMatchObject({ status: 'running' });
    await expect(inSpring.projects.start({ projectId, commandId: newId() })).rejects.toThrow('project.noSuchMove');
  });

  it('lets nobody decide about what they submitted themselves', async () => {
    // Rasmus owns projects in Vanløse and sits on its committee.
    const rasmus = await stage().as(mail.elsewhere);
    const { rows } = await rasmus.projects.list({ statuses: ['submitted'] });
    const own = rows.find((row) => row.ownerNames.includes('Rasmus Kjær'));
    expect(own).toBeDefined();
    const projectId = own?.id ?? '';
    expect((await rasmus.projects.show({ projectId })).abilities.decide).toBe(false);
    await expect(
      rasmus.projects.decide({ projectId, commandId: newId(), decision: 'approved', comment: '' }),
    ).rejects.toThrow('refused');
  });

  it('tells bad input clearly', async () => {
    const member = await stage().as(mail.member);
    for (const input of [
      {},
      { projectId: 'x' },
      { projectId: newId(), commandId: 'x', decision: 'approved' },
      { projectId: newId(), commandId: newId(), decision: 'maybe' },
    ])
      await expect(member.projects.decide(input as never)).rejects.toMatchObject({
        code: expect.stringMatching(/BAD_REQUEST|NOT_FOUND/),
      });
  });
});
