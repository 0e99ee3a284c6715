/** Parts of a frozen evaluation that are data; who approved it when, and under which thresholds, are terms. */
export const frozenParts = [
  'project',
  'texts',
  'figures',
  'process',
  'goals',
  'changes',
  'budget',
  'withheld',
  'elements',
  'pulse',
  'quality',
  'surveys',
  'definitions',
] as const;
export type FrozenPart = (typeof frozenParts)[number];
