import { describe, expect, it } from 'vitest';
import { starterItems } from '@forspring/domain/surveys/starter-items';
import type { SurveyItem } from '@forspring/domain/surveys/survey-item';
import { storyId } from '@forspring/samples/story-id';
import { climb, emailOf, fresh, problemOf } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';
import { answer, hall, minutesBefore, openRound, plan } from '@forspring/tests/survey-rounds';

const individual = storyId('project/fodfaeste-2026');
const followUp = storyId('survey-wave/fredagshallen-2026/trivsel/followUp');

onBothDatabases('surveys', (stage) => {
  describe('planning', () => {
    it('adds one: the owner, with items, link and day', async () => {
      const survey = plan();
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.surveys.add({ commandId, projectId: hall, ...survey }),
        refused: { ole: 'missing', birgitte: 'refused', jonas: 'refused', henrik: 'refused', bent: 'missing' },
        by: 'mette',
        action: 'addSurvey',
        state: () => stage().db.selectFrom('survey').where('id', '=', survey.id).selectAll().execute(),
      });
      const { salt } = await stage()
        .db.selectFrom('survey')
        .where('id', '=', survey.id)
        .select('salt')
        .executeTakeFirstOrThrow();
      expect(salt).toMatch(/^[a-z]{48}$/);
    });

    it('refuses what cannot be: no cards, no day, too long, the individual tier', async () => {
      const mette = await stage().as(emailOf('mette'));
      const tries = async (change: object) =>
        problemOf(mette.surveys.add({ ...fresh(), projectId: hall, ...plan(), ...change, id: newId() }));
      expect(await tries({ unlinkOn: null })).toBe('invalid');
      expect(await tries({ unlinkOn: '2026-11-13' })).toBe('invalid');
      expect(await tries({ items: [] })).toBe('invalid');
      const many = Array.from({ length: 12 }, (): SurveyItem => ({
        id: newId(),
        ...starterItems.safe,
        text: { da: 'x'.repeat(160), en: null },
      }));
      expect(await tries({ items: many })).toBe('invalid');
      const owner = await stage()
        .db.selectFrom('membership')
        .innerJoin('appUser', 'appUser.id', 'membership.userId')
        .where('placeId', '=', individual)
        .where('role', '=', 'owner')
        .select('email')
        .executeTakeFirstOrThrow();
      const other = await stage().as(owner.email);
      expect(await problemOf(other.surveys.add({ ...fresh(), projectId: individual, ...plan() }))).toBe(
        'survey.individualTier',
      );
    });

    it('changes one until a round has begun, then only its name and a sooner day', async () => {
      const { survey, token } = await openRound(stage());
      const mette = await stage().as(emailOf('mette'));
      const set = (change: object, baseVersion = 1) =>
        mette.surveys.set({
          ...fresh(),
          surveyId: survey.id,
          baseVersion,
          title: survey.title,
          items: survey.items,
          isLinked: true,
          unlinkOn: survey.unlinkOn,
          ...change,
        });
      expect(await problemOf(set({ items: survey.items.slice(0, 1) }))).toBe('survey.begun');
      expect(await problemOf(set({ isLinked: false }))).toBe('survey.begun');
      expect(await problemOf(set({ unlinkOn: '2027-03-01' }))).toBe('invalid');
      expect(await problemOf(set({ unlinkOn: '2026-11-21' }))).toBe('invalid');
      expect(await set({ unlinkOn: '2027-01-10', title: { da: 'Nyt navn', en: null } })).toMatchObject({ version: 2 });
      expect(await problemOf(set({ unlinkOn: '2027-01-10' }))).toBe('stale');
      expect(await stage().atLink().answers.show({ token })).toMatchObject({ survey: { title: { da: 'Nyt navn' } } });
    });

    it('a change climbs the ladder', async () => {
      const survey = plan();
      await (await stage().as(emailOf('mette'))).surveys.add({ ...fresh(), projectId: hall, ...survey });
      const { id: surveyId, ...rest } = survey;
      await climb({
        stage: stage(),
        call: (caller, commandId) =>
          caller.surveys.set({ commandId, surveyId, baseVersion: 1, ...rest, isLinked: false }),
        refused: { ole: 'missing', birgitte: 'refused', jonas: 'refused', henrik: 'refused' },
        by: 'mette',
        action: 'setSurvey',
        state: () => stage().db.selectFrom('survey').where('id', '=', surveyId).selectAll().execute(),
      });
      const row = await stage()
        .db.selectFrom('survey')
        .where('id', '=', surveyId)
        .select(['salt', 'unlinkOn'])
        .executeTakeFirst();
      expect(row).toEqual({ salt: null, unlinkOn: null });
    });

    it('removing climbs the ladder, and stops where somebody has answered', async () => {
      const survey = plan();
      const mette = await stage().as(emailOf('mette'));
      await mette.surveys.add({ ...fresh(), projectId: hall, ...survey });
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.surveys.remove({ commandId, surveyId: survey.id, baseVersion: 1 }),
        refused: { ole: 'missing', birgitte: 'refused', jonas: 'refused' },
        by: 'mette',
        action: 'removeSurvey',
        state: () => stage().db.selectFrom('survey').where('id', '=', survey.id).selectAll().execute(),
      });
      const answered = await openRound(stage());
      await answer(stage(), answered.token);
      expect(await problemOf(mette.surveys.remove({ ...fresh(), surveyId: answered.survey.id, baseVersion: 1 }))).toBe(
        'survey.answered',
      );
    });
  });

  describe('rounds', () => {
    it('adding one climbs the ladder; its days must fit', async () => {
      const survey = plan();
      const mette = await stage().as(emailOf('mette'));
      await mette.surveys.add({ ...fresh(), projectId: hall, ...survey });
      const id = newId();
      const round = {
        surveyId: survey.id,
        kind: 'before' as const,
        opensOn: '2026-11-20',
        closesOn: '2026-11-30',
        askedCount: null,
      };
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.surveys.addWave({ commandId, id, ...round }),
        refused: { ole: 'missing', birgitte: 'refused', jonas: 'refused' },
        by: 'mette',
        action: 'addSurveyWave',
        state: () => stage().db.selectFrom('surveyWave').where('id', '=', id).selectAll().execute(),
      });
      const tries = (change: object) =>
        problemOf(mette.surveys.addWave({ ...fresh(), ...round, id: newId(), kind: 'after', ...change }));
      expect(await tries({ kind: 'before' })).toBe('invalid');
      expect(await tries({ opensOn: '2026-11-25' })).toBe('invalid');
      expect(await tries({ opensOn: '2026-12-20', closesOn: '2026-12-10' })).toBe('invalid');
      expect(await tries({ opensOn: '2027-01-15', closesOn: '2027-01-30' })).toBe('invalid');
      expect(await tries({ opensOn: '2026-12-01', closesOn: '2026-12-10' })).toBe('done');
    });

    it('changing one climbs the ladder; an open one keeps its first day', async () => {
      const { waveId } = await openRound(stage());
      const set = { waveId, baseVersion: 1, opensOn: '2026-11-13', closesOn: '2026-11-25', askedCount: 31 };
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.surveys.setWave({ commandId, ...set }),
        refused: { ole: 'missing', birgitte: 'refused', jonas: 'refused' },
        by: 'mette',
        action: 'setSurveyWave',
        state: () => stage().db.selectFrom('surveyWave').where('id', '=', waveId).selectAll().execute(),
      });
      const mette = await stage().as(emailOf('mette'));
      const later = { ...set, baseVersion: 2, opensOn: '2026-11-14' };
      expect(await problemOf(mette.surveys.setWave({ ...fresh(), ...later }))).toBe('invalid');
      expect(await problemOf(mette.surveys.setWave({ ...fresh(), ...set, closesOn: '2026-11-26' }))).toBe('stale');
    });

    it('ending one climbs the ladder, and its link takes nothing more', async () => {
      const { waveId, token } = await openRound(stage());
      const opened = await stage().atLink(minutesBefore(5)).answers.show({ token });
      await climb({
        stage: stage(),
        call: (caller, commandId) => caller.surveys.endWave({ commandId, waveId, baseVersion: 1 }),
        refused: { ole: 'missing', birgitte: 'refused', jonas: 'refused' },
        by: 'mette',
        action: 'endSurveyWave',
        state: () => stage().db.selectFrom('surveyWave').where('id', '=', waveId).selectAll().execute(),
      });
      expect(await stage().atLink().answers.show({ token })).toEqual({ state: 'over' });
      if (opened.state !== 'open') throw new Error('The round was open');
      const late = { token, ticket: opened.survey.ticket, values: [0, 0, 0, 0, 0, 0], code: null, website: '' };
      expect(await problemOf(stage().atLink().answers.add(late))).toBe('survey.notAnswerable');
      const mette = await stage().as(emailOf('mette'));
      expect(await problemOf(mette.surveys.endWave({ ...fresh(), waveId, baseVersion: 2 }))).toBe('survey.waveOver');
    });

    it('a sheet with the link is for those who register', async () => {
      const sheet = await (await stage().as(emailOf('jonas'))).surveys.exportLink({ waveId: followUp, language: 'da' });
      expect(Buffer.from(sheet.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
      const birgitte = await stage().as(emailOf('birgitte'));
      expect(await problemOf(birgitte.surveys.exportLink({ waveId: followUp, language: 'da' }))).toBe('refused');
      const { surveys } = await birgitte.surveys.list({ projectId: hall });
      expect(surveys.flatMap(({ waves }) => waves).map(({ path, answerCount }) => path ?? answerCount)).toEqual(
        surveys.flatMap(({ waves }) => waves).map(() => null),
      );
    });
  });
});
