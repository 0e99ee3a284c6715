import { describe, expect, it } from 'vitest';
import { isTest, readSources } from './sources.ts';

const sources = readSources().filter(({ path }) => !isTest(path));
const usersOf = (name: RegExp) => sources.filter(({ text }) => name.test(text)).map(({ path }) => path);

describe('one sentence, everywhere the same', () => {
  it('is made in one place: nothing else puts a claim together', () => {
    expect(usersOf(/\bclaimSentence\(/u)).toEqual([
      'packages/domain/src/evaluation/claim.ts',
      'packages/domain/src/evaluation/goal-claim.ts',
      'packages/domain/src/evaluation/survey-claim.ts',
    ]);
    expect(usersOf(/\bclaimPhrases\b/u)).toEqual([
      'packages/domain/src/evaluation/claim-phrases.ts',
      'packages/domain/src/evaluation/claim.ts',
    ]);
  });

  it('comes to every reader past the gate through one door', () => {
    expect(usersOf(/\bgoalClaim\(/u).toSorted()).toEqual([
      'apps/api/src/kernel/seen-goal.ts',
      'packages/domain/src/evaluation/evaluated-goals.ts',
      'packages/domain/src/evaluation/goal-claim.ts',
    ]);
  });

  it('is title, alternative text and name of the table in the frame of every chart', () => {
    const frame = sources.find(({ path }) => path === 'packages/ui/src/chart-frame.tsx')?.text ?? '';
    expect(frame).toMatch(/<figcaption[^>]*>\s*\{sentence\}/u);
    expect(frame).toContain('role="img" aria-label={sentence}');
    expect(frame).toContain('words.tableOf(sentence)');
  });
});
