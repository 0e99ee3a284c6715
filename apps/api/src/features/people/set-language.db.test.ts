import { expect, it } from 'vitest';
import { climb, emailOf, fresh, problemOf } from '@forspring/tests/ladder';
import { onBothDatabases } from '@forspring/tests/on-both-databases';

onBothDatabases('the language somebody reads', (stage) => {
  const languages = () => stage().db.selectFrom('appUser').orderBy('email').select(['email', 'language']).execute();

  it('is kept for oneself, and for nobody else', async () => {
    const before = await languages();
    await climb({
      stage: stage(),
      call: (caller, commandId) => caller.people.setLanguage({ commandId, language: 'en' }),
      refused: {},
      by: 'jonas',
      action: 'setLanguage',
      state: languages,
    });
    const others = (rows: typeof before) => rows.filter(({ email }) => email !== emailOf('jonas'));
    expect(others(await languages())).toEqual(others(before));
    expect((await languages()).find(({ email }) => email === emailOf('jonas'))?.language).toBe('en');
  });

  it('is one of two', async () => {
    const caller = await stage().as(emailOf('jonas'));
    expect(await problemOf(caller.people.setLanguage({ ...fresh(), language: 'sv' as 'en' }))).toBe('invalid');
  });
});
