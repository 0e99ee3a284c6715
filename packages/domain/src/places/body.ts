/** Kinds of body; the number and names of bodies are data, never fixed. */
export const bodyKinds = [
  'sspCommittee',
  'localCouncil',
  'policeDistrictCouncil',
  'keyPersonGroup',
  'followGroup',
  'steeringGroup',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyLevels = ['leading', 'coordinating', 'executing'] as const;
export type BodyLevel = (typeof bodyLevels)[number];
