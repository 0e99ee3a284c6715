import { describe, expect, it } from 'vitest';
import { clockFrom } from '@forspring/api/kernel/clock';
import { disposeDue } from '@forspring/api/shell/daily-disposal';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, fresh, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { answer, keptOf, letters, minutesBefore, onDay, openRound, tokenOf } from '@forspring/tests/survey-rounds';

const wellbeing = storyId('survey/fredagshallen-2026/trivsel');
const wayHome = storyId('survey/fredagshallen-2026/turen-hjem');

onBothDatabases('surveys', (stage) => {
  describe('answering', () => {
    it('takes an answer once, however often it is sent', async () => {
      const { token, waveId } = await openRound(stage());
      const sent = await answer(stage(), token);
      await Promise.all([stage().atLink().answers.add(sent), stage().atLink().answers.add(sent)]);
      const { answers, answerCount } = await keptOf(stage(), waveId);
      expect(answerCount).toBe(1);
      expect(Object.keys(answers[0] ?? {}).toSorted()).toEqual(['id', 'link', 'values']);
    });

    it('a card that has answered keeps its first answer, and nobody is told', async () => {
      const { token, waveId } = await openRound(stage());
      const code = letters('bcd');
      await answer(stage(), token, { code, values: [5, 5, 5, 5, 5, 9] });
      await answer(stage(), token, { code, values: [0, 0, 0, 0, 0, 0] });
      const { answers, answerCount, doubleCount } = await keptOf(stage(), waveId);
      expect({ answerCount, doubleCount }).toEqual({ answerCount: 1, doubleCount: 1 });
      expect(Object.values(answers[0]?.values ?? {})).toContain(9);
    });

    it('thanks a machine and keeps nothing: the field nobody sees, and answers nobody reads that fast', async () => {
      const { token, waveId } = await openRound(stage());
      const opened = await stage().atLink(minutesBefore(5)).answers.show({ token });
      if (opened.state !== 'open') throw new Error('The round is open');
      const sent = { token, ticket: opened.survey.ticket, values: [0, 0, 0, 0, 0, 0], code: null, website: 'http://x' };
      expect(await stage().atLink().answers.add(sent)).toEqual({ isKept: true });
      const quick = await stage().atLink().answers.show({ token });
      if (quick.state !== 'open') throw new Error('The round is open');
      expect(
        await stage()
          .atLink()
          .answers.add({ ...sent, ticket: quick.survey.ticket, website: '' }),
      ).toEqual({ isKept: true });
      expect((await keptOf(stage(), waveId)).answerCount).toBe(0);
    });

    it('refuses a ticket of another round, a changed one, and answers that do not fit', async () => {
      const one = await openRound(stage());
      const two = await openRound(stage());
      const opened = await stage().atLink(minutesBefore(5)).answers.show({ token: one.token });
      if (opened.state !== 'open') throw new Error('The round is open');
      const { ticket } = opened.survey;
      const add = (change: object) =>
        problemOf(
          stage()
            .atLink()
            .answers.add({ token: one.token, ticket, values: [0, 0, 0, 0, 0, 0], code: null, website: '', ...change }),
        );
      expect(await add({ token: two.token })).toBe('survey.badTicket');
      expect(await add({ ticket: `${ticket}a` })).toBe('survey.badTicket');
      expect(await add({ ticket: '' })).toBe('survey.badTicket');
      expect(await add({ values: [0, 0] })).toBe('survey.badAnswer');
      expect(await add({ values: [9, 0, 0, 0, 0, 0] })).toBe('survey.badAnswer');
      expect(await add({ code: 'K7-TM4' })).toBe('invalid');
      expect(await add({ token: 'nothing' })).toBe('survey.notAnswerable');
      expect(await add({})).toBe('done');
    });

    it('a link is open in its round only, and waits three days for phones that were there in time', async () => {
      const { token, waveId } = await openRound(stage());
      const at = (day: string) => stage().atLink(onDay(day)).answers;
      expect(await at('2026-11-12').show({ token })).toEqual({ state: 'waiting', opensOn: '2026-11-13' });
      expect(await at('2026-11-21').show({ token })).toEqual({ state: 'over' });
      expect(await at('2026-11-14').show({ token: 'x' })).toEqual({ state: 'unknown' });
      const opened = await at('2026-11-20').show({ token });
      if (opened.state !== 'open') throw new Error('The round is open');
      const sent = { token, ticket: opened.survey.ticket, values: [1, 1, 1, 1, 1, 1], code: null, website: '' };
      expect(await problemOf(at('2026-11-24').add(sent))).toBe('survey.notAnswerable');
      expect(await problemOf(at('2026-11-23').add(sent))).toBe('done');
      expect((await keptOf(stage(), waveId)).answerCount).toBe(1);
    });

    it('whoever is signed in, or a kiosk, has no door here', async () => {
      const { token } = await openRound(stage());
      const opened = await stage().atLink().answers.show({ token });
      expect(JSON.stringify(opened)).not.toMatch(/projectId|userId|surveyId/);
    });
  });

  describe('closing and results', () => {
    it('closing climbs the ladder, destroys the salt and what came from cards, and keeps pairs', async () => {
      const before = await openRound(stage());
      const code = letters('cd');
      await answer(stage(), before.token, { code });
      await answer(stage(), before.token, { code: letters('ab') });
      const mette = await stage().as(emailOf('mette'));
      await mette.surveys.endWave({ ...fresh(), waveId: before.waveId, baseVersion: 1 });
      const afterId = newId();
      const days = { opensOn: '2026-11-13', closesOn: '2026-11-20', askedCount: null };
      await mette.surveys.addWave({ ...fresh(), surveyId: before.survey.id, id: afterId, kind: 'after', ...days });
      await answer(stage(), await tokenOf(stage(), afterId), { code });
      const was = [(await keptOf(stage(), before.waveId)).answers, (await keptOf(stage(), afterId)).answers].flat();
      const surveyId = before.survey.id;
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.surveys.close({ commandId, surveyId, baseVersion: 1 }),
        refused: { ole: 'missing', birgitte: 'refused', jonas: 'refused' },
        by: 'mette',
        action: 'closeSurvey',
        state: () => stage().db.selectFrom('survey').where('id', '=', surveyId).selectAll().execute(),
      });
      const row = await stage()
        .db.selectFrom('survey')
        .where('id', '=', surveyId)
        .select(['salt', 'closedOn'])
        .executeTakeFirst();
      expect(row).toEqual({ salt: null, closedOn: '2026-11-13' });
      const first = (await keptOf(stage(), before.waveId)).answers;
      const second = (await keptOf(stage(), afterId)).answers;
      expect(first.filter(({ link }) => link !== null)).toHaveLength(1);
      expect(second[0]?.link).toBe(first.find(({ link }) => link !== null)?.link);
      const old = new Set(was.flatMap(({ id, link }) => [id, link]));
      expect([...first, ...second].some(({ id, link }) => old.has(id) || (link !== null && old.has(link)))).toBe(false);
      expect(await problemOf(mette.surveys.close({ ...fresh(), surveyId, baseVersion: 2 }))).toBe('survey.isClosed');
      expect(await stage().atLink().answers.show({ token: before.token })).toEqual({ state: 'over' });
    });

    it('a salt nobody destroyed is destroyed on its day', async () => {
      const { survey } = await openRound(stage());
      const salts = () => stage().db.selectFrom('survey').where('id', '=', survey.id).select('salt').executeTakeFirst();
      await disposeDue(stage().database, clockFrom(onDay('2027-01-31')));
      expect((await salts())?.salt).not.toBeNull();
      await disposeDue(stage().database, clockFrom(onDay('2027-02-01')));
      expect((await salts())?.salt).toBeNull();
    });

    it('shows the story’s results in sums, to owner and committee alike, and nothing of the few', async () => {
      const mette = await (await stage().as(emailOf('mette'))).surveys.showResults({ surveyId: wellbeing });
      const birgitte = await (await stage().as(emailOf('birgitte'))).surveys.showResults({ surveyId: wellbeing });
      expect(birgitte).toEqual(mette);
      expect(mette.waves.map(({ kind, answered }) => [kind, answered.kind])).toEqual([
        ['before', 'value'],
        ['after', 'value'],
      ]);
      expect(mette.links[0]).toMatchObject({ linked: { kind: 'value', value: 24 }, isThin: false });
      const who5 = mette.measures.find(({ isValidated }) => isValidated);
      expect(who5?.changes[0]?.difference).toMatchObject({ kind: 'value' });
      expect(who5?.sentence.da).toMatch(/^WHO-5 trivselsindeks: .*Vi kan ikke sige hvorfor\.|usikkerhed/);
      const few = await (await stage().as(emailOf('mette'))).surveys.showResults({ surveyId: wayHome });
      expect(few.waves[0]?.answered).toEqual({ kind: 'withheld', reason: 'smallNumbers' });
      expect(few.measures.flatMap(({ levels }) => levels.map(({ value }) => value.kind))).toEqual([
        'withheld',
        'withheld',
      ]);
      for (const [key, code] of [
        ['ole', 'missing'],
        ['jonas', 'refused'],
      ] as const)
        expect(await problemOf((await stage().as(emailOf(key))).surveys.showResults({ surveyId: wellbeing }))).toBe(
          code,
        );
    });

    it('a round has no results before nothing more can come', async () => {
      const { survey, token } = await openRound(stage());
      for (let count = 0; count < 6; count += 1) await answer(stage(), token, { code: letters(`c${'abcdef'[count]}`) });
      const mette = await stage().as(emailOf('mette'));
      expect((await mette.surveys.showResults({ surveyId: survey.id })).waves).toEqual([]);
      const later = await stage().as(emailOf('mette'), onDay('2026-11-23'));
      expect((await later.surveys.showResults({ surveyId: survey.id })).waves).toEqual([]);
      const settled = await stage().as(emailOf('mette'), onDay('2026-11-24'));
      expect((await settled.surveys.showResults({ surveyId: survey.id })).waves[0]?.answered).toEqual({
        kind: 'value',
        value: 6,
      });
    });
  });
});
