import { describe, expect, it } from 'vitest';
import { draftRequest, limitsText } from './budget-request.ts';
import { defaultRuleCard } from './budget.rules.ts';

const facts = {
  projectTitle: 'Fredagshallen',
  funderName: 'Fonden Trygge Fællesskaber',
  fromTitle: 'Udstyr',
  toTitle: 'Mad',
  amountOere: 1_300_000,
  grantOere: 11_600_000,
  movedOere: 1_300_000,
  card: { ...defaultRuleCard, askFromOere: 5_000_000 },
  reason: 'Flere spiser med end ventet.',
  fromBeforeOere: 2_330_000,
  toBeforeOere: 2_181_250,
};

describe('the request for a budget change', () => {
  it('says what is asked, of how much, the rule, the lines before and after, and why (budgets 5.8)', () => {
    const text = draftRequest(facts, 'da');
    expect(text).toContain('flytte 13.000 kr. af jeres bevilling på 116.000 kr. fra "Udstyr" til "Mad"');
    expect(text.replaceAll('\u00a0', ' ')).toContain('over 10 % af bevillingen eller 50.000 kr.');
    expect(text).toContain('– Udstyr: 23.300 kr. → 10.300 kr.');
    expect(text).toContain('– Mad: 21.812,50 kr. → 34.812,50 kr.');
    expect(text).toContain('Begrundelse: Flere spiser med end ventet.');
    expect(text).not.toContain('kr..');
  });

  it('is in English as well (budgets 5.8)', () => {
    expect(draftRequest(facts, 'en')).toContain('move 13,000 kr. of your grant of 116,000 kr. from "Udstyr" to "Mad"');
  });

  it('names no limit where the card has none', () => {
    expect(
      limitsText({ askFromShare: null, askFromOere: null, reportFromShare: null, minCofundingShare: null }, 'da'),
    ).toBe('');
    expect(
      draftRequest({ ...facts, grantOere: 0, card: { ...facts.card, askFromShare: null, askFromOere: null } }, 'da'),
    ).not.toContain('regler');
  });
});
