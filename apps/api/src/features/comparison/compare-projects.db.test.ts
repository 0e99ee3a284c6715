import { expect, it } from 'vitest';
import type { Cell } from '@forspring/domain/measures/cell';
import type { ComparisonSentence } from '@forspring/domain/comparison/comparison';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const specific: ComparisonSentence = {
  measure: 'visitsPerThousand',
  interventionId: null,
  tier: 'specific',
  ages: null,
  year: 2026,
};
const chair = 'birgitte.skov@koebenhavn.example';
const allowed = [
  ['committee member', chair],
  ['coordinator', 'henrik.toft@koebenhavn.example'],
  ['owner', 'mette.lindholm@koebenhavn.example'],
  ['data protection officer', 'kirsten.bach@koebenhavn.example'],
  ['committee member elsewhere', 'grete.nygaard@vejen.example'],
] as const;
const refused = [
  ['partner', 'jonas.brandt@fritidscenter.example'],
  ['funder', 'ane.dalsgaard@tryggefaellesskaber.example'],
] as const;

onBothDatabases('compare projects', (stage) => {
  it('asks to sign in', async () => {
    const nobody = await stage().as(null);
    await expect(nobody.comparison.compare(specific)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it.each(refused)('answers missing to a %s', async (_role, email) => {
    const person = await stage().as(email);
    await expect(person.comparison.compare(specific)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(allowed)('answers a %s', async (_role, email) => {
    const person = await stage().as(email);
    const { rows } = await person.comparison.compare(specific);
    expect(rows.length).toBeGreaterThan(3);
  });

  it('puts districts in the order of the Danish alphabet and says whether each may be compared (comparison 3.1)', async () => {
    const person = await stage().as(chair);
    const { rows } = await person.comparison.compare(specific);
    expect(rows.map((row) => row.districtName ?? row.municipalityName)).toEqual([
      'Bispebjerg',
      'Sundbyvester',
      'Valby',
      'Vanløse',
      'Vejen',
      'Ydre Nørrebro',
    ]);
    expect(rows.filter((row) => row.incomparable.length === 0)).toHaveLength(5);
  });

  it('reads the same visits, sessions and money as the projects themselves', async () => {
    const person = await stage().as(chair);
    const { rows } = await person.comparison.compare(specific);
    const raw = await stage()
      .db.selectFrom('session')
      .innerJoin('project', 'project.id', 'session.projectId')
      .innerJoin('district', 'district.id', 'project.districtId')
      .where('district.name', '=', 'Valby')
      .where('project.year', '=', 2026)
      .where('project.tier', '=', 'specific')
      .where('session.state', '=', 'held')
      .where('session.countUnit', '=', 'visit')
      .select((session) => session.fn.sum<number>('session.visitCount').as('visits'))
      .executeTakeFirstOrThrow();
    const valby = rows.find((row) => row.districtName === 'Valby');
    expect(valby?.cells.visits).toEqual({ kind: 'value', value: Number(raw.visits) });
    const rate = valby?.cells.visitsPerThousand;
    expect(rate?.kind === 'value' && rate.value.estimate).toBeCloseTo((Number(raw.visits) / 4300) * 1000, 9);
  });

  it('keeps other municipalities’ running years closed, and shows them their own (disclosure 6.1)', async () => {
    const inCopenhagen = await (await stage().as(chair)).comparison.compare(specific);
    const inVejen = await (await stage().as('grete.nygaard@vejen.example')).comparison.compare(specific);
    const visitsIn = (shown: typeof inVejen, name: string) =>
      shown.rows.find((row) => (row.districtName ?? row.municipalityName) === name)?.cells.visits.kind;
    expect([visitsIn(inCopenhagen, 'Vejen'), visitsIn(inCopenhagen, 'Valby')]).toEqual(['withheld', 'value']);
    expect([visitsIn(inVejen, 'Vejen'), visitsIn(inVejen, 'Valby')]).toEqual(['value', 'withheld']);
  });

  it('shows the individual tier as one total a municipality, whatever ages are asked for (disclosure 5.2, 5.3)', async () => {
    const person = await stage().as(chair);
    const sentence = { ...specific, tier: 'individual' as const, year: 2025 };
    const all = await person.comparison.compare(sentence);
    expect(all.rows.length).toBeGreaterThan(0);
    for (const row of all.rows) {
      expect(row.districtName).toBeNull();
      for (const name of [
        'visits',
        'contacts',
        'reach',
        'visitsPerThousand',
        'goalShare',
        'totalPerVisitHour',
      ] as const)
        expect([name, row.cells[name].kind]).toEqual([name, 'withheld']);
    }
    for (const ages of all.choices.ages) {
      const some = await person.comparison.compare({ ...sentence, ages });
      expect(some.rows.map((row) => row.cells.started)).toEqual(all.rows.map((row) => row.cells.started));
    }
  });

  it('says why a run of an intervention is not compared (comparison 1.1–1.7)', async () => {
    const person = await stage().as(chair);
    const { choices } = await person.comparison.compare(specific);
    const hall = choices.interventions.find((one) => one.title === 'Fredagshallen');
    if (!hall) throw new Error('The story has Fredagshallen');
    const years = await person.comparison.compare({ ...specific, interventionId: hall.id, tier: null, year: null });
    expect(years.by).toBe('run');
    expect(new Set(years.rows.map((row) => row.year))).toEqual(new Set([2025, 2026]));
    // Running years are not over, and most-finished ones set the measure.
    expect(years.rows.filter((row) => row.year === 2026).every((row) => row.incomparable.includes('otherPeriod'))).toBe(
      true,
    );

    const goals = await person.comparison.compare({
      ...specific,
      measure: 'goalShare',
      interventionId: hall.id,
      tier: null,
      year: 2026,
    });
    const noerrebro = goals.rows.find((row) => row.districtName === 'Ydre Nørrebro');
    expect(noerrebro?.incomparable).toEqual(['otherIndicator']);
  });

  it('compares neither tiers with each other nor goals of different efforts (comparison 2.4)', async () => {
    const person = await stage().as(chair);
    const tiers = await person.comparison.compare({ ...specific, tier: null });
    expect(tiers.finding).toMatchObject({ kind: 'sideBySide', why: 'tiers' });
    const goals = await person.comparison.compare({ ...specific, measure: 'goalShare' });
    expect(goals.finding).toMatchObject({ kind: 'sideBySide', why: 'indicators' });
  });

  it('tells which goals were changed after approval, when and why, elsewhere when the year is frozen', async () => {
    const asked = { ...specific, measure: 'goalShare' as const };
    const { changedGoals } = await (await stage().as(chair)).comparison.compare(asked);
    expect(changedGoals).toMatchObject([
      {
        title: 'Mindst 22 fremmøder i gennemsnit',
        placeName: 'Vanløse',
        changes: [
          {
            field: 'targetValue',
            fromText: '28',
            toText: '22',
            reason: 'Hallen må højst tage 30 ad gangen efter brandsynet i marts.',
          },
        ],
      },
    ]);
    expect(changedGoals[0]?.changes[0]).not.toHaveProperty('by');
    const elsewhere = await (await stage().as('grete.nygaard@vejen.example')).comparison.compare(asked);
    expect(elsewhere.changedGoals).toEqual([]);
  });

  it('withholds a small project from the row it stands in and from every sum (disclosure 3.4)', async () => {
    const { db } = stage();
    const valby = await db
      .selectFrom('project')
      .innerJoin('district', 'district.id', 'project.districtId')
      .where('district.name', '=', 'Valby')
      .where('project.year', '=', 2026)
      .where('project.tier', '=', 'specific')
      .select('project.id')
      .execute();
    const [first] = valby;
    if (!first) throw new Error('Valby has projects');
    const small = { heldCount: 1, visitCount: 3, visitMinutes: 540, largestVisitCount: 3, contactCount: 0 };
    await db.updateTable('projectFigures').set(small).where('projectId', '=', first.id).execute();
    const person = await stage().as(chair);
    const { rows, finding } = await person.comparison.compare(specific);
    const row = rows.find((one) => one.districtName === 'Valby');
    for (const name of [
      'visits',
      'reach',
      'visitMinutes',
      'visitsPerThousand',
      'cashPerVisitHour',
      'totalPerVisitHour',
    ] as const)
      expect([name, row?.cells[name]]).toEqual([name, { kind: 'withheld', reason: 'smallNumbers' }]);
    expect(row?.incomparable).toEqual(['withheld']);
    expect(finding).toMatchObject({ comparedCount: 4 });
  });

  it('answers a bad sentence with a clear problem', async () => {
    const person = await stage().as(chair);
    const bad = [
      { ...specific, measure: 'rank' },
      { ...specific, year: 20260 },
      { ...specific, interventionId: 'Fredagshallen' },
      { ...specific, ages: { minAge: 13 } },
    ];
    for (const sentence of bad)
      await expect(person.comparison.compare(sentence as ComparisonSentence)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
  });

  it('answers an intervention that does not exist with no rows', async () => {
    const person = await stage().as(chair);
    const { rows, finding } = await person.comparison.compare({ ...specific, tier: null, interventionId: newId() });
    expect(rows).toEqual([]);
    expect(finding).toEqual({ kind: 'tooFew', comparedCount: 0, rowCount: 0 });
  });

  it('never gives an estimate without its interval and its base (comparison 2.1)', async () => {
    const person = await stage().as(chair);
    for (const tier of ['general', 'specific', null] as const) {
      const { rows } = await person.comparison.compare({ ...specific, tier });
      for (const { cells } of rows)
        for (const cell of [cells.visitsPerThousand, cells.goalShare, cells.heldShare] satisfies Cell<{ n: number }>[])
          if (cell.kind === 'value') {
            expect(cell.value.n).toBeGreaterThan(0);
            expect(cell.value.lower).toBeLessThanOrEqual(cell.value.estimate ?? 0);
            expect(cell.value.upper).toBeGreaterThanOrEqual(cell.value.estimate ?? 0);
          }
    }
  });
});
