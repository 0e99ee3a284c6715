/** Cash and in-kind support are kept apart everywhere. */
export const costKinds = ['cash', 'inKind'] as const;
export type CostKind = (typeof costKinds)[number];

/** What a funder's rule card says of a budget change. */
export const changeVerdicts = ['allowed', 'report', 'ask'] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];
