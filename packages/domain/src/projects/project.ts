/** What a project's status is; the moves between them are in `project.rules.ts`. */
export const projectStatuses = [
  'idea',
  'draft',
  'submitted',
  'returned',
  'approved',
  'running',
  'paused',
  'closed',
  'evaluated',
  'archived',
  'rejected',
  'stopped',
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** The harm check's three questions. */
export const adultsPresent = ['always', 'partly', 'no'] as const;
export const structures = ['fixed', 'partly', 'open'] as const;
export const groupMixes = ['mixed', 'onlyAtRisk'] as const;

/** Copenhagen's own six words, in the order they are planned: backwards from effects. */
export const planWords = ['challenge', 'targetGroup', 'effects', 'results', 'activities', 'resources'] as const;
export type PlanWord = (typeof planWords)[number];

/** Where a project lies and who has a part in it: all that abilities need to know. */
export interface ProjectPlace {
  projectId: string;
  municipalityId: string;
  districtId: string | null;
  bodyId: string | null;
  status: ProjectStatus;
  tier: 'general' | 'specific' | 'individual' | null;
  createdById: string;
  submittedById: string | null;
  /** Organisations that take part as partners. */
  partnerOrganisationIds: readonly string[];
  /** Organisations among them that may register participation. */
  registeringOrganisationIds: readonly string[];
  fundingSourceIds: readonly string[];
}
