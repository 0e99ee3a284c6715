import { describe, expect, it } from 'vitest';
import { qualityAbout, qualityGroups, qualityQuestions } from './quality.ts';
import { qualityChecks, type QualityFacts } from './quality.rules.ts';

const goal: QualityFacts['goals'][number] = {
  indicator: {
    key: 'complaints',
    version: 1,
    titleDa: 'Klager',
    titleEn: 'Complaints',
    unit: 'count',
    direction: 'atMost',
    source: 'Optælling',
    numerator: '',
    denominator: '',
  },
  baselineValue: 9,
  baselineMissing: null,
  targetValue: 4,
  deadlineOn: '2026-12-31',
  level: 2,
  measurements: [],
};
const good: QualityFacts = {
  plan: {
    title: 'Fredagshallen',
    tier: 'specific',
    challenge: 'Fredag aften lukker klubberne tidligt, og mange unge samles ved stationen uden noget at tage sig til.',
    targetGroup: 'Unge på 13–17 år',
    targetGroupCount: 160,
    adultsPresent: 'always',
    structure: 'open',
    groupMix: 'mixed',
    harmAnswer: 'Der er altid to voksne.',
    usesCodes: true,
    assumptions: ['a', 'b', 'c', 'd', 'e'],
  },
  goals: [goal],
  process: {
    sessionCount: 41,
    heldCount: 39,
    unregisteredCount: 0,
    partnerAgreedCount: 3,
    partnerActiveCount: 3,
    budgetCashOere: 27_200_000,
    spentCashOere: 27_000_000,
    codeCount: 93,
  },
  reach: { lower: 120, upper: 120, isCounted: true },
  texts: {
    worked: 'a',
    didNotWork: 'b',
    forWhom: 'c',
    adaptations: 'd',
    costText: '',
    preconditions: 'e',
    recommendationReason: 'f',
  },
  recommendation: 'spread',
};
const failing = (facts: QualityFacts, answer = 'no') =>
  qualityChecks(facts)
    .filter((check) => check.answer === answer)
    .map((check) => check.question);

describe('the quality check', () => {
  it('asks every question once, each in a group and with its source', () => {
    expect(
      qualityChecks(good)
        .map(({ question }) => question)
        .toSorted(),
    ).toEqual([...qualityQuestions].toSorted());
    expect(new Set(Object.values(qualityAbout).map(({ group }) => group))).toEqual(new Set(qualityGroups));
  });

  it('finds nothing in a plan and data that are whole', () => {
    expect(failing(good)).toEqual([]);
    expect(failing(good, 'unknown')).toEqual([]);
  });

  it('finds exactly what a bad plan lacks, harm and label included', () => {
    const bad: QualityFacts = {
      ...good,
      plan: {
        ...good.plan,
        title: 'Indsats for kriminelle',
        challenge: 'Uro.',
        targetGroupCount: null,
        harmAnswer: '',
        assumptions: ['a', '', 'c', 'd', 'e'],
      },
      goals: [{ ...goal, indicator: null, baselineValue: null, level: null }],
    };
    expect(failing(bad)).toEqual([
      'problemDescribed',
      'targetGroupCounted',
      'assumptionsWritten',
      'baselines',
      'goalsMeasurable',
      'harmConsidered',
      'harmMeasured',
      'nameWithoutLabel',
      'goalsMeasured',
      'beforeAndAfter',
    ]);
  });

  it('finds what was not carried out, and what was not told', () => {
    const process = { ...good.process, heldCount: 30, unregisteredCount: 4, partnerActiveCount: 2, spentCashOere: 3e7 };
    const texts = { ...good.texts, didNotWork: ' ', preconditions: '', adaptations: '' };
    expect(failing({ ...good, process, texts, recommendation: null })).toEqual([
      'sessionsHeld',
      'allRegistered',
      'partnersActive',
      'adaptationsWritten',
      'budgetKept',
      'failuresTold',
      'repeatable',
      'recommendationReasoned',
    ]);
  });

  it('says that it cannot know where bounds leave both open, and what is not relevant', () => {
    const bounds = { lower: 40, upper: 900, isCounted: false };
    expect(failing({ ...good, reach: bounds }, 'unknown')).toEqual(['targetGroupReached']);
    expect(failing({ ...good, reach: bounds })).toEqual(['reachCounted']);
    expect(failing({ ...good, reach: { lower: 20, upper: 20, isCounted: true } })).toEqual(['targetGroupReached']);
    const safe = { ...good.plan, structure: 'fixed' as const, usesCodes: false };
    expect(failing({ ...good, plan: safe }, 'notRelevant')).toEqual(['harmMeasured', 'dropOutKnown']);
    const individual = { ...good.plan, tier: 'individual' as const };
    expect(failing({ ...good, plan: individual, reach: null }, 'notRelevant')).toEqual([
      'reachCounted',
      'targetGroupReached',
    ]);
  });
});
