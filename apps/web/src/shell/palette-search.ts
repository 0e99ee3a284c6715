import type { Found } from '@forspring/domain/people/search';
import { api } from '../kernel/api.ts';

/** One thing the search can open. */
export interface PaletteHit {
  kind: 'project' | 'partner' | 'session' | 'person' | 'learning' | 'action';
  id: string;
  title: string;
  text?: string;
  href: string;
}

const kindOf = {
  project: 'project',
  session: 'session',
  organisation: 'partner',
  person: 'person',
  intervention: 'learning',
} as const satisfies Record<Found['kind'], PaletteHit['kind']>;

const hrefOf: Record<Found['kind'], (found: Found) => string> = {
  project: ({ id }) => `/projekter/${id}`,
  session: ({ id }) => `/gange/${id}`,
  organisation: ({ title }) => `/administration?fane=steder&q=${encodeURIComponent(title)}`,
  person: ({ title }) => `/administration?q=${encodeURIComponent(title)}`,
  intervention: ({ id }) => `/projekter/nyt?indsats=${id}`,
};

/** Asks the API for what the person may open whose name matches; the places of the menu are matched in the browser. */
export async function findAnything(text: string, signal: AbortSignal): Promise<PaletteHit[]> {
  const found = await api.people.search.query({ text }, { signal });
  return found.map((one) => ({
    kind: kindOf[one.kind],
    id: one.id,
    title: one.title,
    text: one.detail,
    href: hrefOf[one.kind](one),
  }));
}
