import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { storyId } from '@forspring/samples/story-id';
import { held } from '@forspring/tests/evenings';
import { emailOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases, type Stage } from '@forspring/tests/on-both-databases';

const closed = storyId('project/fredagshallen-2025');
const running = storyId('project/fredagshallen-2026');

/** The fund's grant in a project of the story. */
async function grantIn(stage: Stage, projectId: string): Promise<string> {
  const row = await stage.db
    .selectFrom('fundingSource')
    .innerJoin('membership', 'membership.placeId', 'fundingSource.id')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .where('appUser.email', '=', emailOf('ane'))
    .where('fundingSource.projectId', '=', projectId)
    .select('fundingSource.id')
    .executeTakeFirstOrThrow();
  return row.id;
}

onBothDatabases('a funder looks at its grants', (stage) => {
  it('asks to sign in', async () => {
    const nobody = await stage().as(null);
    await expect(nobody.funders.listGrants()).rejects.toThrow('signIn');
    await expect(nobody.funders.showGrant({ sourceId: newId() })).rejects.toThrow('signIn');
  });

  it('is missing for everybody who is no funder, and one funder never finds the grant of another', async () => {
    const sourceId = await grantIn(stage(), closed);
    for (const key of ['mette', 'jonas', 'birgitte', 'henrik', 'kirsten', 'bent'] as const) {
      const caller = await stage().as(emailOf(key));
      await expect(caller.funders.showGrant({ sourceId })).rejects.toThrow('missing');
    }
    const ane = await stage().as(emailOf('ane'));
    await expect(ane.funders.showGrant({ sourceId: newId() })).rejects.toThrow('missing');
  });

  it("lists exactly the funder's own grants with what is spent of each", async () => {
    const ane = await stage().as(emailOf('ane'));
    const grants = await ane.funders.listGrants();
    const held = await stage()
      .db.selectFrom('membership')
      .innerJoin('appUser', 'appUser.id', 'membership.userId')
      .where('appUser.email', '=', emailOf('ane'))
      .select('membership.placeId')
      .execute();
    expect(grants.map((one) => one.id).sort()).toEqual(held.map((one) => one.placeId).sort());
    const one = grants.find((grant) => grant.projectTitle === 'Fredagshallen' && grant.year === 2025);
    const shown = await ane.funders.showGrant({ sourceId: one?.id ?? '' });
    expect(one?.spentOere).toBe(shown.cost.lines.reduce((sum, line) => sum + line.spentOere, 0));
    expect(one?.spentOere).toBeGreaterThan(0);
  });

  it('shows its own part in lines and the rest as one sum that adds up to the accounts', async () => {
    const sourceId = await grantIn(stage(), closed);
    const ane = await stage().as(emailOf('ane'));
    const { cost, amountOere } = await ane.funders.showGrant({ sourceId });
    const raw = await stage()
      .db.selectFrom('budgetLine')
      .where('projectId', '=', closed)
      .select((line) => [line.fn.sum<number>('amountOere').as('budget'), line.fn.sum<number>('spentOere').as('spent')])
      .executeTakeFirstOrThrow();
    const own = (key: 'budgetOere' | 'spentOere') => cost.lines.reduce((sum, line) => sum + line[key], 0);
    expect(own('budgetOere')).toBe(amountOere);
    expect(own('budgetOere') + cost.rest.budgetOere).toBe(Number(raw.budget));
    expect(own('spentOere') + cost.rest.spentOere).toBe(Number(raw.spent));
  });

  it('shows people, goals and learning only once the evaluation is approved', async () => {
    const ane = await stage().as(emailOf('ane'));
    const after = await ane.funders.showGrant({ sourceId: await grantIn(stage(), closed) });
    expect(after.isEvaluated).toBe(true);
    expect(after.done.visits).toMatchObject({ kind: 'value' });
    expect(after.learning?.contentHash).toMatch(/^[0-9a-f]{64}$/);

    const before = await ane.funders.showGrant({ sourceId: await grantIn(stage(), running) });
    expect(before.isEvaluated).toBe(false);
    expect(before.learning).toBeNull();
    expect(before.done.visits).toEqual({ kind: 'withheld', reason: 'notFrozen' });
    expect(before.done.reach.kind).toBe('withheld');
    for (const goal of before.goals) expect(goal.result.kind).not.toBe('value');
    expect(JSON.stringify(before.done)).not.toContain('"value"');
  });

  it('shows readings as they were approved, and so does the library elsewhere; inside they are as they stand (disclosure 6.2)', async () => {
    const goalId = storyId('goal/fredagshallen-2025/forening');
    const sourceId = await grantIn(stage(), closed);
    const [ane, grete, birgitte] = await Promise.all(
      (['ane', 'grete', 'birgitte'] as const).map((key) => stage().as(emailOf(key))),
    );
    const seen = async () => {
      const [grant, far, near] = await Promise.all([
        ane?.funders.showGrant({ sourceId }),
        grete?.learning.showCard({ projectId: closed }),
        birgitte?.learning.showCard({ projectId: closed }),
      ]);
      const goalIn = (shown: { goals: { id: string }[] } | undefined) =>
        JSON.stringify(shown?.goals.find(({ id }) => id === goalId));
      return { funder: goalIn(grant), far: goalIn(far), near: goalIn(near) };
    };
    const before = await seen();
    expect(before.funder).toContain('"estimate":14');
    // Two more began: the correction of an approved evaluation.
    const { id } = await stage()
      .db.selectFrom('measurement')
      .where('goalId', '=', goalId)
      .select('id')
      .executeTakeFirstOrThrow();
    await stage()
      .db.updateTable('measurement')
      .set({ value: 16, parts: sql`'[]'::jsonb` })
      .where('id', '=', id)
      .execute();
    const after = await seen();
    expect(after.near).toContain('"estimate":16');
    expect({ ...after, near: '' }).toEqual({ ...before, near: '' });
  });

  it('withholds everything about people in the individual tier', async () => {
    const ane = await stage().as(emailOf('ane'));
    const grants = (await ane.funders.listGrants()).filter((one) => one.tier === 'individual');
    expect(grants.length).toBeGreaterThan(0);
    for (const { id } of grants) {
      const { done } = await ane.funders.showGrant({ sourceId: id });
      for (const cell of [done.visits, done.reach, done.visitMinutes, done.costPerVisitHour])
        expect(cell.kind).not.toBe('value');
    }
  });

  it('logs the look', async () => {
    const sourceId = await grantIn(stage(), closed);
    const looks = () =>
      stage().db.selectFrom('funderView').where('sourceId', '=', sourceId).select(['userId', 'at']).execute();
    const before = await looks();
    const ane = await stage().as(emailOf('ane'));
    await ane.funders.showGrant({ sourceId });
    expect(await looks()).toHaveLength(before.length + 1);
  });

  it('reaches nothing else of the project', async () => {
    const ane = await stage().as(emailOf('ane'));
    await expect(ane.projects.show({ projectId: closed })).rejects.toThrow('missing');
    await expect(ane.budgets.show({ projectId: closed })).rejects.toThrow('missing');
    await expect(ane.goals.list({ projectId: closed })).rejects.toThrow('missing');
    await expect(ane.evaluation.show({ projectId: closed })).rejects.toThrow('missing');
    await expect(ane.participation.showActivity({ projectId: closed })).rejects.toThrow('missing');
    await expect(ane.projects.list({})).rejects.toThrow('missing');
  });

  it('finds no procedure of a project behind a grant, whatever it is called with', async () => {
    const ids = await stage()
      .db.selectFrom('budgetLine')
      .innerJoin('goal', 'goal.projectId', 'budgetLine.projectId')
      .innerJoin('session', 'session.projectId', 'budgetLine.projectId')
      .innerJoin('partner', 'partner.projectId', 'budgetLine.projectId')
      .innerJoin('expense', 'expense.lineId', 'budgetLine.id')
      .innerJoin('fundingSource', 'fundingSource.projectId', 'budgetLine.projectId')
      .innerJoin('series', 'series.projectId', 'budgetLine.projectId')
      .where('budgetLine.projectId', '=', closed)
      .select([
        'budgetLine.projectId',
        'budgetLine.id as lineId',
        'budgetLine.id as fromLineId',
        'goal.id as goalId',
        'session.id as sessionId',
        'partner.id as partnerId',
        'expense.id as expenseId',
        'fundingSource.id as sourceId',
        'series.id as seriesId',
      ])
      .executeTakeFirstOrThrow();
    const names = {
      budgets:
        'show listFunders listExpenses listMonths addLine setLine moveLine removeLine addSource setSource removeSource setShares moveMoney addExpense setExpense removeExpense',
      projects:
        'show listHistory showPlan showSubmission setPlan changeLocked submit takeBack decide start pause resume close stop setArchived',
      participation:
        'showSession registerSession showActivity showDelivery listControlCharts listSessions addSession moveSession removeSession listSeries addSeries setSeries removeSeries listHalfYears setHalfYearTotal',
      cards: 'issue list export showDose',
      kiosk: 'start',
      partners: 'list add set remove',
      goals: 'list listIndicators addIndicator add set remove addMeasurement',
      evaluation: 'show verify set submit return approve addNote',
    };
    // What is registered is read before anything is looked up, so it has to be right for the rest to be told.
    const inputs: Record<string, object> = { registerSession: { entry: held() } };
    for (const key of ['ane', 'bent'] as const) {
      const funder = (await stage().as(emailOf(key))) as unknown as Record<
        string,
        Record<string, (input: object) => Promise<unknown>>
      >;
      for (const [subject, list] of Object.entries(names))
        for (const name of list.split(' ')) {
          const call =
            funder[subject]?.[name]?.({ ...ids, ...inputs[name], commandId: newId() }) ??
            Promise.resolve('no such procedure');
          const answer = await call.then(
            () => 'answered',
            (error: Error) => error.message,
          );
          expect([key, subject, name, answer]).toEqual([key, subject, name, 'missing']);
        }
    }
  }, 90_000);
});
