import { describe, expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, fresh, problemOf } from '@forspring/tests/ladder';
import { onBothDatabases } from '@forspring/tests/on-both-databases';

const valby = storyId('project/fredagshallen-2026');
const noerrebro = storyId('project/fredagshallen-ydre-noerrebro-2026');

onBothDatabases('what a series’ evenings mean', (stage) => {
  const chartsOf = async (projectId: string, who: 'henrik' | 'mette' = 'henrik') =>
    (await stage().as(emailOf(who))).participation.listControlCharts({ projectId });

  it('is for the project’s own people', async () => {
    for (const call of ['listControlCharts', 'showDelivery'] as const) {
      expect(await problemOf((await stage().as(null)).participation[call]({ projectId: valby }))).toBe('signIn');
      for (const [key, code] of [
        ['jonas', 'refused'],
        ['ane', 'missing'],
        ['ole', 'missing'],
      ] as const)
        expect(await problemOf((await stage().as(emailOf(key))).participation[call]({ projectId: valby })), key).toBe(
          code,
        );
    }
  });

  it('a steady hall is ordinary, and every held evening is in its chart with its own count', async () => {
    const [chart] = await chartsOf(valby);
    expect(chart?.verdict.kind).toBe('ordinary');
    const held = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', valby)
      .where('state', '=', 'held')
      .orderBy('heldOn')
      .select(['id', 'visitCount'])
      .execute();
    expect(chart?.points.map((point) => [point.sessionId, point.count])).toEqual(
      held.map(({ id, visitCount }) => [id, visitCount]),
    );
    expect(chart?.seasonSeriesCount).toBeGreaterThan(10);
  });

  it('a real shift is pointed out, from about the evening it began', async () => {
    const [chart] = await chartsOf(noerrebro);
    expect(chart?.verdict).toMatchObject({ kind: 'look', shift: { direction: 'fewer' } });
    if (chart?.verdict.kind !== 'look') throw new Error('The shift was not seen.');
    expect(chart.verdict.shift.fromOn >= '2026-09-18' && chart.verdict.shift.fromOn <= '2026-10-09').toBe(true);
    expect(chart.verdict.shift.mean).toBeLessThan(0.75 * chart.verdict.shift.expectedMean);
  });

  it('the other project’s numbers never reach it: season is learnt from sums of other series', async () => {
    const before = await chartsOf(valby);
    await stage()
      .db.updateTable('session')
      .set((session) => ({ visitCount: session('visitCount', '*', 1) }))
      .where('projectId', '=', noerrebro)
      .execute();
    expect(await chartsOf(valby)).toEqual(before);
    expect(JSON.stringify(before)).not.toContain(noerrebro);
  });

  describe('who was expected', () => {
    it('is as of the evening: changing it today does not rewrite the past', async () => {
      const caller = await stage().as(emailOf('mette'));
      const [before] = await chartsOf(valby, 'mette');
      const { series } = await caller.participation.listSeries({ projectId: valby });
      const [one] = series;
      if (one === undefined || before === undefined) throw new Error('There is no series.');
      await caller.participation.setSeries({
        ...fresh(),
        seriesId: one.id,
        baseVersion: one.version,
        kind: one.kind,
        rule: one.rule,
        title: one.title,
        firstOn: one.firstOn,
        lastOn: one.lastOn,
        startMinute: one.startMinute,
        endMinute: one.endMinute,
        venueId: one.venueId,
        organisationId: one.organisationId,
        countUnit: one.countUnit,
        expectedCount: 60,
        skips: one.skips.map(({ onDay, reasonDa }) => ({ onDay, reason: reasonDa })),
        programme: [],
      });
      const [after] = await chartsOf(valby, 'mette');
      expect(after?.attendance).toEqual({
        ...before.attendance,
        changedOn: [...(before.attendance?.changedOn ?? []), '2026-11-13'],
      });
      const stored = await caller.participation.listSeries({ projectId: valby });
      expect(stored.series[0]?.expectedCount).toBe(60);
    });

    it('an evening is measured against its own expectation, not against today’s', async () => {
      const [chart] = await chartsOf(valby);
      const held = await stage()
        .db.selectFrom('session')
        .where('projectId', '=', valby)
        .where('state', '=', 'held')
        .select(['heldOn'])
        .execute();
      const past = await stage()
        .db.selectFrom('pastExpectation')
        .innerJoin('series', 'series.id', 'pastExpectation.seriesId')
        .where('series.projectId', '=', valby)
        .orderBy('pastExpectation.untilOn')
        .select(['pastExpectation.untilOn', 'pastExpectation.expectedCount'])
        .execute();
      expect(past.length).toBeGreaterThan(1);
      const expected = held.map(({ heldOn }) => past.find(({ untilOn }) => heldOn < untilOn)?.expectedCount ?? 60);
      expect(chart?.attendance?.expectedCount).toBe(expected.reduce((sum, one) => sum + one, 0));
      expect(expected).not.toContain(60);
    });
  });

  it('dose delivered keeps held, cancelled and unregistered apart, with a reason for each missed evening', async () => {
    const shown = await (await stage().as(emailOf('mette'))).participation.showDelivery({ projectId: valby });
    const rows = await stage()
      .db.selectFrom('session')
      .where('projectId', '=', valby)
      .select(['state', 'heldOn', 'startMinute', 'endMinute'])
      .execute();
    const part = (chosen: typeof rows) => ({
      sessionCount: chosen.length,
      minutes: chosen.reduce((sum, one) => sum + one.endMinute - one.startMinute, 0),
    });
    const today = '2026-11-13';
    expect(shown.held).toEqual(part(rows.filter(({ state }) => state === 'held')));
    expect(shown.cancelled).toEqual(part(rows.filter(({ state }) => state === 'cancelled')));
    expect(shown.unregistered).toEqual(part(rows.filter((one) => one.state === 'planned' && one.heldOn < today)));
    expect(shown.coming).toEqual(part(rows.filter((one) => one.state === 'planned' && one.heldOn >= today)));
    expect(shown.missed).toHaveLength(shown.cancelled.sessionCount + shown.unregistered.sessionCount);
    for (const one of shown.missed.filter(({ state }) => state === 'cancelled')) {
      expect(one.reason).not.toBe('');
      expect(one.cancelledBy).not.toBeNull();
    }
  });
});
