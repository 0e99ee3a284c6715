const PREFIX = 'forspring-draft:';
const OWNER_KEY = 'forspring-drafts-of';

/** Forgets every half-written form of this tab. */
export function forgetDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** Half-written forms are their writer's: whoever comes to this tab next finds none, also when nobody signed out between. */
export function keepDraftsOf(userId: string) {
  try {
    const owner = sessionStorage.getItem(OWNER_KEY);
    if (owner === userId) return;
    if (owner !== null) forgetDrafts();
    sessionStorage.setItem(OWNER_KEY, userId);
  } catch {
    // Without storage there are no drafts either.
  }
}
