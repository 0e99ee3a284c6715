import { expect, it } from 'vitest';
import { cardText } from '@forspring/domain/goals/indicator-text';
import { climb, emailOf as email } from '@forspring/tests/ladder';
import { newId, onBothDatabases } from '@forspring/tests/on-both-databases';

const card = (more: object = {}) => ({
  titleDa: 'Andel, der er trygge fredag aften',
  titleEn: 'Share who feel safe on Friday evening',
  tier: 'specific' as const,
  unit: 'share' as const,
  direction: 'up' as const,
  source: 'Spørgeskema',
  numerator: 'Svar 8–10',
  denominator: 'Besvarelser',
  method: 'Alle spørges på vej ud.',
  disaggregations: ['ageBand' as const],
  minAge: 13,
  maxAge: 17,
  ...more,
});
const version = (more: object = {}) => ({
  ...card(),
  key: 'safe-friday',
  afterVersion: 2,
  changeReason: 'Grænsen er flyttet, som i kommunens måling.',
  ...more,
});

onBothDatabases('the library of indicators', (stage) => {
  it('holds the starter set with method, ages and divisions, the newest version of each card', async () => {
    const { cards, mayAdd } = await (await stage().as(email('mette'))).indicators.list();
    expect(mayAdd).toBe(false);
    expect(cards.length).toBeGreaterThan(35);
    const safe = cards.find(({ key }) => key === 'safe-friday');
    expect(safe).toMatchObject({ version: 2, versionCount: 2, disaggregations: ['ageBand', 'gender', 'place'] });
    for (const one of cards) expect([one.key, one.method === '' || one.source === '']).toEqual([one.key, false]);
    expect(cards.every(({ key }) => !key.startsWith('own/'))).toBe(true);
    for (const { key, numerator, ...one } of cards)
      expect([key, one.sourceEn === '', one.methodEn === '', (one.numeratorEn === '') === (numerator === '')]).toEqual([
        key,
        false,
        false,
        true,
      ]);
  });

  it('is not a funder’s, a partner’s or nobody’s', async () => {
    await expect((await stage().as(null)).indicators.list()).rejects.toThrow('signIn');
    for (const key of ['ane', 'jonas'] as const)
      await expect((await stage().as(email(key))).indicators.list()).rejects.toThrow('missing');
    await expect((await stage().as(email('mette'))).indicators.show({ key: 'nothing' })).rejects.toThrow('missing');
  });

  it('gets a next version by a coordinator, once, with a trace; goals stay at the version they were measured by', async () => {
    const before = await (await stage().as(email('henrik'))).indicators.show({ key: 'safe-friday' });
    const id = newId();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.indicators.addVersion({ ...version(), id, commandId }),
      refused: { mette: 'refused', birgitte: 'refused', kirsten: 'refused', ane: 'refused' },
      by: 'henrik',
      action: 'addIndicatorVersion',
      state: async () => (await (await stage().as(email('henrik'))).indicators.show({ key: 'safe-friday' })).versions,
    });
    const { versions, goals } = await (await stage().as(email('henrik'))).indicators.show({ key: 'safe-friday' });
    expect(versions.map((one) => [one.version, one.createdBy])).toEqual([
      [3, 'Henrik Toft'],
      [2, null],
      [1, null],
    ]);
    expect(versions[0]?.goalCount).toBe(0);
    expect(goals).toEqual(before.goals);
    expect(new Set(goals.map((goal) => goal.version))).toEqual(new Set([1, 2]));
  });

  it('tells who wrote on a version that is no longer the newest, and keeps what is half filled out', async () => {
    const henrik = await stage().as(email('henrik'));
    const send = (more: object) => henrik.indicators.addVersion({ ...version(more), id: newId(), commandId: newId() });
    await expect(send({ afterVersion: 2 })).rejects.toThrow('stale');
    await expect(send({ key: 'nothing' })).rejects.toThrow('missing');
    await expect(send({ key: 'own/x' })).rejects.toThrow('missing');
    await expect(send({ afterVersion: 3, denominator: null })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(send({ afterVersion: 3, minAge: 17, maxAge: 13 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(send({ afterVersion: 3, changeReason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('grows by a new card, which owners everywhere can then choose', async () => {
    const ole = await stage().as(email('ole'));
    const { key } = await ole.indicators.add({
      ...card({ titleDa: 'Nætter uden kald' }),
      id: newId(),
      commandId: newId(),
    });
    const { cards } = await (await stage().as(email('mette'))).indicators.list();
    const written = cards.find((one) => one.key === key);
    expect(written).toMatchObject({ version: 1, titleDa: 'Nætter uden kald', source: 'Spørgeskema', sourceEn: '' });
    // Written in Danish only, it is read in Danish in English too.
    expect(written && cardText(written, 'source', 'en')).toBe('Spørgeskema');
    const safe = cards.find((one) => one.key === 'safe-friday');
    expect(safe && cardText(safe, 'denominator', 'en')).toBe('Besvarelser');
    const trusted = cards.find((one) => one.key === 'trusted-adult');
    expect(trusted && cardText(trusted, 'denominator', 'en')).toBe('Answers');
  });
});
