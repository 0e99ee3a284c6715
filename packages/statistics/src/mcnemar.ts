import { binomialProbability, binomialTails } from './beta-distribution.ts';
import { chiSquareUpperTail } from './distributions.ts';
import { isCount, type Reason } from './estimate.ts';
import type { PairedCounts } from './proportions.ts';

/** McNemar's test of the same people's answers twice. Statistics are chi-square with one degree of freedom; p-values are two-sided, 0–1. */
export type McNemar = {
  discordant: number | null;
  statistic: number | null;
  pAsymptotic: number | null;
  statisticCC: number | null;
  pAsymptoticCC: number | null;
  pExact: number | null;
  pMidP: number | null;
  reason: Reason | null;
};

const nothing: McNemar = {
  discordant: null,
  statistic: null,
  pAsymptotic: null,
  statisticCC: null,
  pAsymptoticCC: null,
  pExact: null,
  pMidP: null,
  reason: 'noData',
};

/**
 * Whether as many changed one way as the other: McNemar's test (1947), asymptotic with and without Edwards's continuity correction, exact, and mid-p, which is the one to print (Fagerland, Lydersen and
 * Laake 2013 BMC Med Res Methodol 13:91). When nobody changed the statistics are null (zeroVariance) and the exact p-values 1.
 */
export function mcNemar(counts: PairedCounts): McNemar {
  const { b, c } = counts;
  if (!Object.values(counts).every(isCount)) return nothing;
  const discordant = b + c;
  if (discordant === 0) return { ...nothing, discordant: 0, pExact: 1, pMidP: 1, reason: 'zeroVariance' };
  const statistic = (b - c) ** 2 / discordant;
  const statisticCC = Math.max(0, Math.abs(b - c) - 1) ** 2 / discordant;
  const rarer = Math.min(b, c);
  const { lower } = binomialTails(rarer, discordant, 0.5);
  const atRarer = binomialProbability(rarer, discordant, 0.5);
  return {
    discordant,
    statistic,
    pAsymptotic: chiSquareUpperTail(statistic, 1),
    statisticCC,
    pAsymptoticCC: chiSquareUpperTail(statisticCC, 1),
    pExact: Math.min(1, 2 * lower),
    pMidP: b === c ? 1 - atRarer / 2 : Math.min(1, 2 * lower - atRarer),
    reason: null,
  };
}
