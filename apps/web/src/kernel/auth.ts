import { createAuthClient } from 'better-auth/client';
import { queryClient } from './api.ts';

const authClient = createAuthClient({ basePath: '/api/auth' });

/** How a try to sign in ended; `wrong` never says whether the e-mail or the password was. */
export type SignInResult = 'done' | 'wrong' | 'tooMany' | 'unavailable';

/** Signs in with e-mail and password and forgets what the person before saw. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const { error } = await authClient.signIn.email({ email, password }).catch(() => ({ error: { status: 0 } }));
  if (error !== null && error !== undefined) {
    if (error.status === 429) return 'tooMany';
    return error.status >= 400 && error.status < 500 ? 'wrong' : 'unavailable';
  }
  await forget();
  return 'done';
}

/** Signs out and forgets everything that was fetched and every draft of this tab. */
export async function signOut(): Promise<void> {
  await authClient.signOut().catch(() => undefined);
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('forspring-draft:')) sessionStorage.removeItem(key);
  await forget();
}

async function forget() {
  queryClient.removeQueries({ type: 'inactive' });
  await queryClient.resetQueries();
}
