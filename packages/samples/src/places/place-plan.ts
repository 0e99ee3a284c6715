import type { OrganisationKind } from '@forspring/domain/places/organisation';

/** An organisation of the story: its name and kind, and what its rule card says if it has one. */
export interface OrganisationPlan {
  name: string;
  kind: OrganisationKind;
  rules?: {
    askFromShare?: number;
    askFromKr?: number;
    reportFromShare?: number;
    minCofundingShare?: number;
    note: string;
  };
}

/** A place where sessions are held. */
export interface VenuePlan {
  name: string;
  district: string | null;
  organisation?: string;
  address: string;
}
