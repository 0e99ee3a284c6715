import { describe, expect, it } from 'vitest';
import { type LearningFacts, learningCardOf } from './learning-card.ts';

const facts: LearningFacts = {
  project: {
    id: 'p',
    municipalityId: 'm',
    districtId: 'd',
    title: 'Ås og Ål',
    year: 2025,
    status: 'closed',
    tier: 'specific',
    themes: ['job'],
    minAge: 13,
    maxAge: 17,
    summary: 'Lommepengejob.',
    challenge: 'Udfordring',
    targetGroup: 'Målgruppe',
    activities: 'Vagter',
    stopReason: '',
  },
  evaluation: {
    worked: 'Løn',
    didNotWork: 'Vinteren',
    forWhom: '14–16',
    adaptations: 'Torsdag',
    preconditions: 'Butikker',
    recommendation: 'continue',
    recommendationReason: 'Fortsæt',
  },
  levels: [1, null, 2],
  figures: { visitMinutes: 90_000, spentCashOere: 30_000_000 },
  publishedAt: new Date('2026-02-20T10:00:00Z'),
};

describe('a learning card', () => {
  it('carries the highest level of its goals and the cash cost of a visit hour', () => {
    expect(learningCardOf(facts)).toMatchObject({
      evidenceLevel: 2,
      costPerVisitHourOere: 20_000,
      isStopped: false,
      recommendation: 'continue',
      worked: 'Løn',
    });
  });

  it('is found by every text of plan and evaluation', () => {
    for (const word of ['Ås', 'Lommepengejob', 'Udfordring', 'Vagter', 'Vinteren', 'Torsdag', 'Butikker'])
      expect(learningCardOf(facts).searchText).toContain(word);
  });

  it('has no level and no cost where nothing was measured or registered', () => {
    expect(learningCardOf({ ...facts, levels: [null], figures: { visitMinutes: 0, spentCashOere: 5 } })).toMatchObject({
      evidenceLevel: null,
      costPerVisitHourOere: null,
    });
  });

  it('of a stopped project recommends stop and says why, also before anybody has evaluated it', () => {
    const stopped = { ...facts.project, status: 'stopped', stopReason: 'Ingen fast voksen.' };
    expect(learningCardOf({ ...facts, project: stopped, evaluation: null })).toMatchObject({
      isStopped: true,
      recommendation: 'stop',
      didNotWork: 'Ingen fast voksen.',
      forWhom: 'Målgruppe',
    });
  });

  it('takes the widest tier and ages where the plan names none', () => {
    expect(
      learningCardOf({ ...facts, project: { ...facts.project, tier: null, minAge: null, maxAge: null } }),
    ).toMatchObject({ tier: 'general', minAge: 10, maxAge: 25 });
  });
});
