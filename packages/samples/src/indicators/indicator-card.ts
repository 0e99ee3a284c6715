import type { IndicatorDirection, IndicatorUnit } from '@forspring/domain/goals/goal';
import type { Disaggregation } from '@forspring/domain/goals/part';
import type { Tier } from '@forspring/domain/interventions/intervention';

/** What is measured, in both languages, and how it is counted. */
export interface IndicatorCard {
  version?: number;
  da: string;
  en: string;
  tier?: Tier;
  unit: IndicatorUnit;
  direction: IndicatorDirection;
  source: string;
  numerator?: string;
  denominator?: string;
  /** How it is measured, where the usual way of its source is not it. */
  method?: string;
  splits?: readonly Disaggregation[];
  ages?: readonly [minAge: number, maxAge: number];
  /** Why this version replaced the one before. */
  changeReason?: string;
}
