import { expect, it } from 'vitest';
import { AuditEntry } from '@forspring/database/trust/audit-entry.entity';
import type { PersonKey } from '@forspring/samples/people';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { storyNow } from '@forspring/tests/story-snapshot';

const koebenhavn = storyId('municipality/koebenhavn');
const vejen = storyId('municipality/vejen');

onBothDatabases('the access log', (stage) => {
  const as = (key: PersonKey | null) => stage().as(key === null ? null : emailOf(key));
  const list = async (key: PersonKey | null, more: { municipalityId?: string; action?: string; page?: number } = {}) =>
    (await as(key)).trust.listTraces({ municipalityId: koebenhavn, ...more });

  it('is for coordinators and data protection officers of the municipality', async () => {
    for (const key of ['henrik', 'kirsten'] as const) expect((await list(key)).isCapped).toBe(false);
    for (const key of [
      'mette',
      'jonas',
      'birgitte',
      'ane',
      'rasmus',
      'ole',
      'lone',
      'line',
      'grete',
      'karsten',
      'bent',
    ] as const)
      expect(await problemOf(list(key)), key).toBe('missing');
    expect(await problemOf(list(null))).toBe('signIn');
    expect(await problemOf(list('henrik', { municipalityId: vejen }))).toBe('missing');
    expect(await problemOf(list('henrik', { municipalityId: newId() }))).toBe('missing');
  });

  it('shows who did what and when, by the names of fields, also of projects, newest first', async () => {
    const henrik = await as('henrik');
    await henrik.places.addVenue({
      commandId: newId(),
      id: newId(),
      municipalityId: koebenhavn,
      name: 'Hemmelighallen',
      address: '',
      districtId: null,
    });
    await (
      await as('ole')
    ).places.addVenue({
      commandId: newId(),
      id: newId(),
      municipalityId: vejen,
      name: 'Søhallen',
      address: '',
      districtId: null,
    });
    const page = await list('kirsten');
    expect(page.traces[0]).toMatchObject({ actorName: 'Henrik Toft', action: 'addVenue', subjectKind: 'venue' });
    expect(page.traces.map((one) => one.at)).toEqual(
      page.traces
        .map((one) => one.at)
        .toSorted()
        .toReversed(),
    );
    expect(page.traces.filter((one) => one.actorName === 'Ole Mikkelsen')).toEqual([]);
    expect(JSON.stringify(page)).not.toContain('Hemmelighallen');
    expect(page.actions).toContain('addVenue');
  });

  it('pages, filters by action, and stops counting at a thousand', async () => {
    const em = stage().database.fork();
    const actor = await stage()
      .db.selectFrom('appUser')
      .where('email', '=', emailOf('mette'))
      .select('id')
      .executeTakeFirstOrThrow();
    const projectId = storyId('project/fredagshallen-2026');
    await em.insertMany(
      AuditEntry,
      Array.from({ length: 1020 }, (_, index) => ({
        id: newId(),
        at: new Date(storyNow.getTime() - index * 1000),
        actorId: actor.id,
        action: 'setExpense',
        subjectKind: 'expense',
        subjectId: newId(),
        projectId,
        municipalityId: null,
        changed: ['amountOere'],
      })),
    );
    const first = await list('henrik', { action: 'setExpense' });
    expect(first).toMatchObject({ totalCount: 1000, isCapped: true });
    expect(first.traces).toHaveLength(50);
    expect(first.traces[0]).toMatchObject({
      projectTitle: expect.stringContaining('Fredagshallen'),
      changed: ['amountOere'],
    });
    const second = await list('henrik', { action: 'setExpense', page: 2 });
    const seen = new Set(first.traces.map((one) => one.id));
    expect(second.traces.filter((one) => seen.has(one.id))).toEqual([]);
    const few = await list('henrik', { action: 'addVenue' });
    expect(few.traces.every((one) => one.action === 'addVenue')).toBe(true);
    expect(few.isCapped).toBe(false);
    expect((await list('henrik', { page: 10_000 })).traces).toEqual([]);
    expect((await list('henrik', { action: 'findesIkke' })).totalCount).toBe(0);
    expect(first.actions).toContain('setExpense');
  });
});
