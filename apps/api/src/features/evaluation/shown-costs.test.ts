import { describe, expect, it } from 'vitest';
import type { ProcessFigures } from '@forspring/domain/evaluation/evaluation';
import type { FrozenGoal } from '@forspring/domain/evaluation/frozen-evaluation';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { defaultThresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import type { Audience } from '@forspring/domain/measures/thresholds';
import { gateFor } from '../../kernel/gate.ts';
import { shownOutcomeOf } from './shown-outcome.ts';
import { shownProcessOf } from './shown-process.ts';

const thresholds = thresholdsFrom(defaultThresholds);
const counted = (count: number) => ({ lower: count, upper: count, isCounted: true });

const process: ProcessFigures = {
  sessionCount: 40,
  heldCount: 38,
  cancelledCount: 2,
  unregisteredCount: 0,
  heldMinutes: 9000,
  staffMinutes: 18_000,
  volunteerMinutes: 0,
  visitCount: 900,
  visitMinutes: 200_000,
  contactCount: 0,
  reach: counted(40),
  targetGroupCount: 80,
  startedCount: 0,
  completedCount: 0,
  partnerAgreedCount: 1,
  partnerActiveCount: 1,
  codeCount: null,
  codeLeftCount: null,
  medianCount: null,
  shownCardCount: null,
  populationCount: 2000,
  budgetCashOere: 10_000_000,
  budgetInKindOere: 5_000_000,
  spentCashOere: 10_000_000,
  spentInKindOere: 5_000_000,
};

const seen = (more: Partial<ProcessFigures>, audience: Audience = 'project', tier: Tier | null = 'specific') =>
  shownProcessOf({ ...process, ...more }, { gate: gateFor(audience, { tier, thresholds }), tier });

describe('what a young person cost', () => {
  it('is the cost over a counted reach, with the exact Poisson limits of the count turned over', () => {
    const { cashPerYoungOere, totalPerYoungOere } = seen({});
    // 100,000 kr. over 40; the limits of 40 are 28.5766 and 54.4686.
    expect(cashPerYoungOere).toEqual({
      kind: 'value',
      value: { estimate: 250_000, lower: 183_592, upper: 349_937, n: 40 },
    });
    expect(totalPerYoungOere).toMatchObject({ value: { estimate: 375_000, lower: 275_388, upper: 524_905 } });
  });

  it('lies between two ends without an estimate where reach is known as bounds', () => {
    expect(seen({ reach: { lower: 20, upper: 80, isCounted: false } }).cashPerYoungOere).toEqual({
      kind: 'value',
      value: { estimate: null, lower: 125_000, upper: 500_000, n: 20 },
    });
  });

  it('has no meaning where nobody was reached, and is not measured where nobody knows', () => {
    expect(seen({ reach: counted(0) }).cashPerYoungOere).toMatchObject({ kind: 'notApplicable' });
    expect(seen({ reach: null }).cashPerYoungOere).toEqual({ kind: 'notMeasured' });
  });

  it('is withheld with the reach it would give away, and in the individual tier', () => {
    expect(seen({ reach: counted(4) }, 'municipality').cashPerYoungOere).toMatchObject({
      kind: 'withheld',
      reason: 'smallNumbers',
    });
    expect(seen({ reach: counted(8) }, 'funder').totalPerYoungOere).toMatchObject({ kind: 'withheld' });
    expect(seen({ reach: counted(8) }, 'municipality').cashPerYoungOere).toMatchObject({ kind: 'value' });
    expect(seen({}, 'municipality', 'individual').cashPerYoungOere).toMatchObject({ reason: 'individualTier' });
  });

  it('is 0 where no money was spent', () => {
    expect(seen({ spentCashOere: 0 }).cashPerYoungOere).toMatchObject({ value: { estimate: 0, lower: 0, upper: 0 } });
  });

  it('reach per 1,000 needs a counted reach and a population', () => {
    const rate = seen({}).reachPerThousand;
    expect(rate).toMatchObject({ kind: 'value', value: { estimate: 20, n: 2000 } });
    expect(seen({ populationCount: null }).reachPerThousand).toEqual({ kind: 'notMeasured' });
    expect(seen({ populationCount: 0 }).reachPerThousand).toMatchObject({ kind: 'notApplicable' });
    expect(seen({ reach: { lower: 20, upper: 80, isCounted: false } }).reachPerThousand).toEqual({
      kind: 'notMeasured',
    });
  });
});

const goal: FrozenGoal = {
  id: 'g',
  title: 'Flere føler sig trygge',
  tier: 'specific',
  indicator: {
    key: 'safe',
    version: 1,
    titleDa: 'Andel trygge',
    titleEn: 'Share who feel safe',
    unit: 'share',
    direction: 'up',
    source: '',
    numerator: '',
    denominator: '',
  },
  baselineValue: 0.5,
  baselineMissing: null,
  baselineOn: '2025-02-01',
  baselineBaseCount: 40,
  baselineSpread: null,
  targetValue: 0.7,
  deadlineOn: '2025-12-01',
  responsible: '',
  assumption: '',
  design: 'none',
  comparison: '',
  comparisonUnitCount: null,
  isChosenByBaseline: false,
  isRiskGroup: false,
  measurements: [],
  comparisonReadings: [],
  proposed: 'achieved',
  attainment: 'achieved',
  isJudged: false,
  comment: '',
  level: 2,
  sentenceDa: '',
  sentenceEn: '',
  lockedChanges: [],
};

const reading: FrozenGoal['measurements'][number] = {
  measuredOn: '2025-11-28',
  value: 0.75,
  missing: null,
  lower: null,
  upper: null,
  numeratorCount: 30,
  baseCount: 40,
  spread: null,
  fromOn: null,
  method: 'survey',
  mode: null,
  parts: [],
  note: '',
  version: 1,
};

describe('what a young person who reached the goal cost', () => {
  const costOf = (
    more: { goal?: Partial<FrozenGoal>; reading?: Partial<typeof reading>; process?: Partial<ProcessFigures> } = {},
    audience: Audience = 'project',
  ) =>
    shownOutcomeOf(
      { ...goal, measurements: [{ ...reading, ...more.reading }], ...more.goal },
      {
        gate: gateFor(audience, { tier: 'specific', thresholds }),
        projectTier: 'specific',
        visitCount: 900,
        process: { ...process, reach: counted(50), ...more.process },
      },
    ).costPerReached;

  it('is the cost over all reached times the share, with Wilson’s limits turned over', () => {
    const cost = costOf();
    // 30 of 40 is 75 % (59.81–85.81 %); 100,000 kr. over 50 × 75 %.
    if (cost?.cashOere.kind !== 'value' || cost.totalOere.kind !== 'value') throw new Error('It is a value');
    expect(cost.cashOere.value).toMatchObject({ estimate: 266_667, n: 40 });
    expect(cost.cashOere.value.lower).toBeCloseTo(233_065, -2);
    expect(cost.cashOere.value.upper).toBeCloseTo(334_415, -2);
    expect(cost.totalOere.value.estimate).toBe(400_000);
  });

  it('has no upper end a number could stand for where nobody answered so', () => {
    expect(costOf({ reading: { numeratorCount: 0, value: 0 } })?.cashOere).toMatchObject({
      kind: 'value',
      value: { estimate: null, upper: null },
    });
  });

  it('is not measured below half answered, without counts, without reach, and where reach is bounds', () => {
    for (const more of [
      { process: { reach: counted(81) } },
      { process: { reach: counted(0) } },
      { process: { reach: null } },
      { process: { reach: { lower: 40, upper: 90, isCounted: false } } },
      { reading: { numeratorCount: null, baseCount: null } },
    ])
      expect(costOf(more)?.cashOere, JSON.stringify(more)).toEqual({ kind: 'notMeasured' });
    // Exactly half is enough.
    expect(costOf({ process: { reach: counted(80) } })?.cashOere).toMatchObject({ kind: 'value' });
  });

  it('is withheld where part, rest or base is small for the reader', () => {
    expect(costOf({ reading: { numeratorCount: 37 } }, 'municipality')?.cashOere).toMatchObject({ kind: 'withheld' });
    expect(costOf({ reading: { numeratorCount: 31 } }, 'funder')?.totalOere).toMatchObject({ kind: 'withheld' });
    expect(costOf({}, 'funder')?.totalOere).toMatchObject({ kind: 'value' });
  });

  it('is not asked of other tiers, of what is no share, or of what nobody said of themselves', () => {
    expect(costOf({ goal: { tier: 'general' } })).toBeNull();
    expect(costOf({ reading: { method: 'count' } })).toBeNull();
    expect(costOf({ goal: { indicator: { ...goal.indicator!, unit: 'mean' } } })).toBeNull();
    expect(costOf({ goal: { measurements: [] } })).toBeNull();
  });
});
