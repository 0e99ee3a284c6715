/** A plan is drafted in the autumn before its year and then adopted by its body. */
export const annualPlanStatuses = ['draft', 'adopted', 'closed'] as const;
export type AnnualPlanStatus = (typeof annualPlanStatuses)[number];
