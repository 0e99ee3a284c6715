import { expect, it } from 'vitest';
import { ActionItem } from '@forspring/database/meetings/action-item.entity';
import type { PersonKey } from '@forspring/samples/people';
import { climb, emailOf, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

onBothDatabases('meetings', (stage) => {
  const as = (key: PersonKey | null) => stage().as(key === null ? null : emailOf(key));
  const valby = async () =>
    (await stage().db.selectFrom('body').where('name', '=', 'SSP-udvalg Valby').select('id').executeTakeFirstOrThrow())
      .id;
  const openItem = async () => {
    const meetings = await (await as('birgitte')).meetings.listMeetings();
    return meetings.flatMap((one) => one.actionItems).find((one) => one.doneOn === null)?.id ?? '';
  };

  it('are shown to the members of their body and to the municipality’s coordinators', async () => {
    const bodies = async (key: PersonKey) => [
      ...new Set((await (await as(key)).meetings.listMeetings()).map((one) => one.bodyName)),
    ];
    expect(await bodies('birgitte')).toEqual(['SSP-udvalg Valby']);
    expect((await bodies('henrik')).length).toBeGreaterThan(1);
    expect((await bodies('ole')).filter((one) => one.includes('Valby'))).toEqual([]);
    expect((await bodies('grete')).filter((one) => one.includes('Valby'))).toEqual([]);
    for (const key of ['mette', 'jonas', 'ane', 'kirsten', 'line', 'karsten', 'bent', 'lone'] as const)
      expect(await problemOf((await as(key)).meetings.listMeetings()), key).toBe('missing');
    expect(await problemOf((await as(null)).meetings.listMeetings())).toBe('signIn');
  });

  it('show decisions with what was expected and when it is looked at again', async () => {
    const meetings = await (await as('birgitte')).meetings.listMeetings();
    const decisions = meetings.flatMap((one) => one.decisions);
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.some((one) => one.reviewOn !== null)).toBe(true);
    expect(meetings.every((one) => one.mayEdit)).toBe(true);
    expect((await (await as('henrik')).meetings.listMeetings()).some((one) => one.mayEdit)).toBe(false);
  });

  it('tell of an information exchange nothing but its day and whether it was held', async () => {
    const meeting = await stage()
      .db.selectFrom('meeting')
      .where('kind', '=', 'informationExchange')
      .select(['id', 'bodyId'])
      .executeTakeFirstOrThrow();
    const em = stage().database.fork();
    const item = {
      id: newId(),
      meetingId: meeting.id,
      text: 'Må ikke findes',
      responsible: 'Ingen',
      deadlineOn: '2026-12-01',
      doneOn: null,
    };
    await em.insert(ActionItem, item);
    const shown = (await (await as('henrik')).meetings.listMeetings()).find((one) => one.id === meeting.id);
    expect(shown).toMatchObject({ decisions: [], actionItems: [] });
    for (const key of ['henrik', 'dorthe', 'birgitte'] as const)
      expect(
        await problemOf(
          (await as(key)).meetings.setActionDone({ commandId: newId(), actionItemId: item.id, isDone: true }),
        ),
        key,
      ).toBe('missing');
  });

  it('have tasks that are ticked off up the ladder, and opened again', async () => {
    const actionItemId = await openItem();
    const state = () =>
      stage().db.selectFrom('actionItem').where('id', '=', actionItemId).select('doneOn').executeTakeFirstOrThrow();
    const call: Parameters<typeof climb>[0]['call'] = (caller, commandId) =>
      caller.meetings.setActionDone({ commandId, actionItemId, isDone: true });
    await climb({
      stage: stage(),
      call,
      // A coordinator sees the task and may not tick it; everybody else either has no meetings or other ones.
      refused: {
        henrik: 'refused',
        mette: 'refused',
        jonas: 'refused',
        ane: 'refused',
        kirsten: 'refused',
        susanne: 'missing',
        ole: 'missing',
        grete: 'missing',
        lone: 'refused',
      },
      by: 'birgitte',
      action: 'setActionDone',
      state,
    });
    expect(await state()).toEqual({ doneOn: '2026-11-13' });
    const again = await (
      await as('birgitte')
    ).meetings.setActionDone({ commandId: newId(), actionItemId, isDone: false });
    expect(again.doneOn).toBeNull();
    expect(
      await problemOf(
        (await as('birgitte')).meetings.setActionDone({ commandId: newId(), actionItemId: newId(), isDone: true }),
      ),
    ).toBe('missing');
    expect(await valby()).not.toBe('');
  });
});
