import { describe, expect, it } from 'vitest';
import { type ClaimedGoal, type Estimators, goalClaim, type SeenReading } from './goal-claim.ts';

/** Intervals that can be read off: ten points each way of what was found, and twenty of a difference of changes. */
const estimators: Estimators = {
  foundInterval: (found) => around(found.kind === 'share' ? found.x / found.n : found.mean, 0.1),
  changeInterval: (before, after) => around(valueOf(after) - valueOf(before), 0.1),
  changeDifference: (here, there) =>
    around(valueOf(here.after) - valueOf(here.before) - (valueOf(there.after) - valueOf(there.before)), 0.2),
};
const valueOf = (found: Parameters<Estimators['foundInterval']>[0]) =>
  found.kind === 'share' ? found.x / found.n : found.mean;
const around = (estimate: number, half: number) => ({ estimate, lower: estimate - half, upper: estimate + half });

const reading = (measuredOn: string, x: number, n: number): SeenReading => ({
  measuredOn,
  value: x / n,
  missing: null,
  numeratorCount: x,
  baseCount: n,
  spread: null,
});
const goal = (more: Partial<ClaimedGoal> = {}): ClaimedGoal => ({
  title: 'Flere er trygge',
  tier: 'specific',
  indicator: { titleDa: 'Andel trygge', titleEn: 'Share safe', unit: 'share', direction: 'up' },
  baseline: reading('2026-01-10', 20, 50),
  latest: reading('2026-11-01', 40, 50),
  design: 'none',
  comparisonUnitCount: null,
  comparisonReadings: [],
  isChosenByBaseline: false,
  isRiskGroup: false,
  ...more,
});
const before = reading('2026-01-12', 20, 50);
const after = reading('2026-11-03', 22, 50);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the claim of a goal', () => {
  it('is level 2 of a before and an after, and 3 when the group it names was measured both times', () => {
    expect(goalClaim(goal(), estimators).level).toBe(2);
    expect(goalClaim(goal({ design: 'comparisonGroup' }), estimators).level).toBe(2);
    expect(goalClaim(goal({ design: 'comparisonGroup', comparisonReadings: [after] }), estimators).level).toBe(2);
    const compared = goalClaim(goal({ design: 'comparisonGroup', comparisonReadings: [after, before] }), estimators);
    expect(compared.level).toBe(3);
    expect(plain(compared.sentenceDa)).toContain(
      'Udviklingen er bedre end i sammenligningsgruppen (forskel 36 procentpoint, 95 %-interval 16 til 56).',
    );
  });

  it('cannot reckon a difference where a count is not known', () => {
    const bare = { ...before, baseCount: null, numeratorCount: null };
    const { sentenceDa } = goalClaim(
      goal({ design: 'comparisonGroup', comparisonReadings: [bare, after] }),
      estimators,
    );
    expect(sentenceDa).toContain('for lidt at regne på');
  });

  it('says that figures of the compared group are hidden when the gate hid them', () => {
    const hidden: SeenReading = { ...after, value: null, missing: 'withheld', numeratorCount: null, baseCount: null };
    const { level, sentenceDa } = goalClaim(
      goal({ design: 'comparisonGroup', comparisonReadings: [before, hidden] }),
      estimators,
    );
    expect(level).toBe(3);
    expect(sentenceDa).toContain('Sammenligningsgruppens tal vises ikke.');
  });

  it.each([
    ['the owner says it was chosen by the figure', { isChosenByBaseline: true }, true],
    ['only young people at risk take part', { isRiskGroup: true }, true],
    ['it is of the individual tier', { tier: 'individual' as const }, true],
    ['nothing of the kind', {}, false],
    [
      'only young people at risk, but evenings are counted',
      {
        isRiskGroup: true,
        indicator: { titleDa: 'Aftener', titleEn: 'Evenings', unit: 'count' as const, direction: 'up' as const },
      },
      false,
    ],
  ])('names regression to the mean when %s', (_, more, isNamed) => {
    expect(goalClaim(goal(more), estimators).sentenceDa.includes('regression mod midten')).toBe(isNamed);
  });
});
