import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf } from './annual-plan.rules.ts';

const decided = (frameOere: number) => ({ isDecided: true, isProposed: false, frameOere });
const proposed = (frameOere: number) => ({ isDecided: false, isProposed: true, frameOere });

describe("what is left of a plan's frame", () => {
  it('takes other costs and decided projects away, and only shows what proposals ask', () => {
    expect(frameOf(1_000_000, 100_000, [decided(300_000), proposed(450_000)])).toEqual({
      frameOere: 1_000_000,
      otherCostsOere: 100_000,
      takenOere: 300_000,
      askedOere: 450_000,
      leftOere: 600_000,
      leftIfAllOere: 150_000,
    });
  });

  it('goes below zero rather than hide that too much is taken', () => {
    expect(frameOf(100, 0, [decided(150)]).leftOere).toBe(-50);
    expect(frameOf(100, 0, [proposed(150)]).leftIfAllOere).toBe(-50);
  });

  it('leaves the whole frame when nothing is planned', () => {
    expect(frameOf(500, 0, []).leftOere).toBe(500);
  });

  it('ignores rejected and stopped projects', () => {
    expect(frameOf(500, 0, [{ isDecided: false, isProposed: false, frameOere: 400 }]).leftIfAllOere).toBe(500);
  });

  it('always adds up to the frame', () => {
    const claim = fc.record({ isDecided: fc.boolean(), isProposed: fc.constant(false), frameOere: fc.nat(1e9) });
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.array(claim), (frame, other, claims) => {
        const { leftOere, takenOere } = frameOf(frame, other, claims);
        expect(leftOere + takenOere + other).toBe(frame);
      }),
    );
  });
});
