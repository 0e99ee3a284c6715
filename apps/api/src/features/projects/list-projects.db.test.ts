import { expect, it } from 'vitest';
import { onBothDatabases } from '@forspring/tests/on-both-databases';

onBothDatabases('list and show projects', (stage) => {
  it('asks to sign in', async () => {
    const visitor = await stage().as(null);
    await expect(visitor.projects.list({})).rejects.toThrow('signIn');
  });

  it('lists an owner their own projects with thin figures', async () => {
    const owner = await stage().as('mette.lindholm@koebenhavn.example');
    const { rows, totalCount, filters } = await owner.projects.list({});
    expect(totalCount).toBe(rows.length);
    const running = rows.find((row) => row.title === 'Fredagshallen' && row.status === 'running');
    expect(running).toMatchObject({
      year: 2026,
      districtName: 'Valby',
      ownerNames: expect.arrayContaining(['Mette Lindholm']),
    });
    expect(running?.goneShare).toBeCloseTo(317 / 365, 3);
    expect(running?.heldCount).toBeGreaterThan(20);
    expect(filters.years).toContain(2026);
  });

  it('filters, searches, sorts and pages on the server', async () => {
    const coordinator = await stage().as('henrik.toft@koebenhavn.example');
    const all = await coordinator.projects.list({});
    const found = await coordinator.projects.list({
      search: 'fredag',
      years: [2026],
      tiers: ['specific'],
      statuses: ['running'],
      themes: ['leisure'],
      sort: 'district',
      isDescending: true,
    });
    expect(all.totalCount).toBeGreaterThan(found.totalCount);
    expect(found.rows.length).toBeGreaterThan(1);
    expect(found.rows.every((row) => row.title.includes('Fredag') && row.year === 2026)).toBe(true);
    for (const sort of ['title', 'status', 'year', 'tier', 'startsOn', 'sessions', 'spent', 'goals'] as const)
      expect((await coordinator.projects.list({ sort })).totalCount).toBe(all.totalCount);
    expect((await coordinator.projects.list({ page: 9 })).rows).toEqual([]);
    expect((await coordinator.projects.list({ search: '100%_' })).totalCount).toBe(0);
  });

  it('never lists another municipality', async () => {
    const coordinator = await stage().as('ole.mikkelsen@vejen.example');
    const { rows } = await coordinator.projects.list({});
    expect(new Set(rows.map((row) => row.municipalityName))).toEqual(new Set(['Vejen']));
  });

  it('shows a project with what its owner may do, and hides it from strangers', async () => {
    const owner = await stage().as('mette.lindholm@koebenhavn.example');
    const { rows } = await owner.projects.list({ statuses: ['running'], search: 'Fredagshallen' });
    const projectId = rows[0]?.id ?? '';
    const shown = await owner.projects.show({ projectId });
    expect(shown).toMatchObject({
      title: 'Fredagshallen',
      district: { name: 'Valby' },
      abilities: { view: true, editPlan: false, changeLocked: true, decide: false, stop: true },
      moves: ['paused', 'closed', 'stopped'],
    });
    expect(shown.owners.map((one) => one.name)).toContain('Mette Lindholm');
    const stranger = await stage().as('ole.mikkelsen@vejen.example');
    await expect(stranger.projects.show({ projectId })).rejects.toThrow('missing');
    const partner = await stage().as('jonas.brandt@fritidscenter.example');
    await expect(partner.projects.show({ projectId })).rejects.toThrow('refused');
    await expect(partner.projects.list({})).rejects.toThrow('missing');
  });
});
