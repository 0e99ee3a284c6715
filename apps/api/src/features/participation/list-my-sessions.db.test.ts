import { describe, expect, it } from 'vitest';
import { recomputeFigures } from '@forspring/database/participation/recompute-figures';
import { reader } from '@forspring/database/reader';
import { numberIn } from '@forspring/domain/measures/cell';
import { storyId } from '@forspring/samples/story-id';
import { emailOf } from '@forspring/tests/ladder';
import { onBothDatabases } from '@forspring/tests/on-both-databases';

const hall = storyId('project/fredagshallen-2026');
const mentor = storyId('project/fodfaeste-2026');

onBothDatabases('list one’s own sessions', (stage) => {
  it('asks to sign in, and has nothing for who registers nothing', async () => {
    const nobody = await stage().as(null);
    await expect(nobody.participation.listMySessions({ view: 'tonight' })).rejects.toThrow('signIn');
    const ane = await stage().as(emailOf('ane'));
    expect(await ane.participation.listMySessions({ view: 'missing' })).toEqual({
      rows: [],
      totalCount: 0,
      isMore: false,
      counts: { tonight: 0, missing: 0 },
    });
  });

  it('gives a partner tonight’s and the forgotten ones of its own organisation, and nothing else', async () => {
    const jonas = await stage().as(emailOf('jonas'));
    const tonight = await jonas.participation.listMySessions({ view: 'tonight' });
    expect(tonight.rows.map((row) => [row.title, row.heldOn, row.state])).toEqual([
      ['Fredagshallen', '2026-11-13', 'planned'],
    ]);
    const missing = await jonas.participation.listMySessions({ view: 'missing' });
    expect(missing.counts).toEqual({ tonight: 1, missing: 3 });
    expect(missing.rows.every((row) => row.state === 'unregistered' && row.heldOn < '2026-11-13')).toBe(true);
    for (const view of ['missing', 'earlier', 'coming'] as const) {
      const { rows } = await jonas.participation.listMySessions({ view, pageSize: 50 });
      expect(new Set(rows.map((row) => row.organisationName))).toEqual(new Set(['Fritidscenter Indre Valby']));
    }
  });

  it('gives an owner every session of the projects owned, newest first, page by page', async () => {
    const mette = await stage().as(emailOf('mette'));
    const first = await mette.participation.listMySessions({ view: 'earlier', pageSize: 10 });
    const second = await mette.participation.listMySessions({ view: 'earlier', pageSize: 10, page: 2 });
    const days = [...first.rows, ...second.rows].map((row) => row.heldOn);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(20);
    expect(first.totalCount).toBeGreaterThan(20);
  });

  it('searches names as text, not as a pattern', async () => {
    const mette = await stage().as(emailOf('mette'));
    const found = await mette.participation.listMySessions({ view: 'earlier', search: 'fredagsh' });
    expect(
      found.rows.every((row) => row.title.includes('Fredagshallen') || row.projectTitle.includes('Fredagshallen')),
    ).toBe(true);
    expect((await mette.participation.listMySessions({ view: 'earlier', search: '%' })).totalCount).toBe(0);
  });

  it('keeps last night’s among tonight’s until it is over', async () => {
    const afterMidnight = new Date('2026-11-13T23:30:00Z');
    const jonas = await stage().as(emailOf('jonas'), afterMidnight);
    const { rows, counts } = await jonas.participation.listMySessions({ view: 'tonight' });
    expect(rows.map((row) => row.heldOn)).toEqual(['2026-11-13']);
    expect(counts.missing).toBe(4);
  });
});

onBothDatabases('show activity', (stage) => {
  describe('who may look', () => {
    it.each([
      ['a partner', 'jonas', 'refused'],
      ['a funder', 'ane', 'missing'],
      ['an owner elsewhere', 'rasmus', 'missing'],
      ['a coordinator of another municipality', 'ole', 'missing'],
    ] as const)('%s, %s, is answered "%s"', async (_who, key, code) => {
      const caller = await stage().as(emailOf(key));
      await expect(caller.participation.showActivity({ projectId: hall })).rejects.toThrow(code);
      await expect(caller.participation.listSessions({ projectId: hall })).rejects.toThrow(code);
      await expect(caller.participation.listSeries({ projectId: hall })).rejects.toThrow(code);
    });

    it.each(['birgitte', 'kirsten'] as const)(
      'shows %s months and sums through the gate, and no single evening (disclosure 4.3)',
      async (key) => {
        const person = await stage().as(emailOf(key));
        const shown = await person.participation.showActivity({ projectId: hall });
        expect(shown.abilities).toEqual({ mayPlan: false, mayRegister: false, mayIssueCodes: false });
        expect(shown.visits.kind).toBe('value');
        expect(shown.hasEvenings).toBe(false);
        const { rows } = await person.participation.listSessions({ projectId: hall, states: ['held'], pageSize: 100 });
        expect(rows.length).toBeGreaterThan(20);
        for (const row of rows)
          expect([row.visits, row.firstTimers, row.mayOpen, 'visitCount' in row]).toEqual([null, null, false, false]);
        // An order by a number that is not shown would show it.
        const sorted = await person.participation.listSessions({
          projectId: hall,
          sort: 'visitCount',
          states: ['held'],
          pageSize: 100,
        });
        expect(sorted.rows.map((row) => row.heldOn)).toEqual(rows.map((row) => row.heldOn));
        expect(await person.participation.listControlCharts({ projectId: hall })).toEqual([]);
        const sessionId = rows[0]?.id ?? '';
        await expect(person.participation.showSession({ sessionId })).rejects.toThrow('missing');
        await expect(person.participation.showVersion({ sessionId })).rejects.toThrow('missing');
        await expect(person.kiosk.listOpened({ sessionId })).rejects.toThrow('missing');
      },
    );

    it('shows nobody who does not register the half-years of the individual tier (disclosure 5.1)', async () => {
      const { halfYears } = await (
        await stage().as(emailOf('kirsten'))
      ).participation.listHalfYears({ projectId: mentor });
      expect(halfYears.length).toBeGreaterThan(0);
      for (const { started, completed } of halfYears)
        for (const cell of [started, completed]) expect(['notMeasured', 'withheld']).toContain(cell.kind);
    });
  });

  it('the months add up to the kept figures', async () => {
    const mette = await stage().as(emailOf('mette'));
    const shown = await mette.participation.showActivity({ projectId: hall });
    const visits = shown.months.reduce((total, month) => total + (numberIn(month.visits) ?? 0), 0);
    const sum = (key: 'heldCount' | 'cancelledCount' | 'unregisteredCount' | 'heldMinutes') =>
      shown.months.reduce((total, month) => total + month[key], 0);
    expect(sum('heldCount')).toBe(shown.heldCount);
    expect(sum('cancelledCount')).toBe(shown.cancelledCount);
    expect(sum('unregisteredCount')).toBe(3);
    expect(visits).toBe(numberIn(shown.visits));
    expect(sum('heldMinutes')).toBe(shown.heldMinutes);
    expect(shown.months.map((month) => month.month)).toHaveLength(12);
    expect(shown.reach.kind).toBe('value');
    expect(shown.cards && numberIn(shown.cards.shown)).toBeLessThanOrEqual(shown.cards?.issuedCount ?? 0);
  });

  it('filters, sorts and pages a project’s sessions', async () => {
    const mette = await stage().as(emailOf('mette'));
    const missing = await mette.participation.listSessions({ projectId: hall, states: ['unregistered'] });
    expect([missing.totalCount, missing.rows.length]).toEqual([3, 3]);
    const largest = await mette.participation.listSessions({ projectId: hall, sort: 'visitCount', pageSize: 5 });
    const counts = largest.rows.map((row) => row.visits && numberIn(row.visits));
    expect(counts).toEqual(counts.toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    const least = await mette.participation.listSessions({ projectId: hall, sort: 'visitCount', isDescending: false });
    expect(least.rows[0]?.visits?.kind).not.toBe('notMeasured');
  });

  it('the individual tier has half-years and no sessions, counts or cards', async () => {
    const jakob = await stage().as(emailOf('jakob'));
    const shown = await jakob.participation.showActivity({ projectId: mentor });
    expect(shown).toMatchObject({ tier: 'individual', months: [], cards: null, abilities: { mayPlan: false } });
    expect((await jakob.participation.listHalfYears({ projectId: mentor })).halfYears.length).toBeGreaterThan(0);
  });

  it('the whole story’s kept figures are what recomputing gives', async () => {
    const db = reader(stage().database.fork());
    const figures = () => db.selectFrom('projectFigures').orderBy('projectId').selectAll().execute();
    const kept = await figures();
    await recomputeFigures(db);
    expect(kept).toEqual(await figures());
  });
});
