import { queryClient } from './api.ts';
import { forgetDrafts } from './drafts.ts';
import { forgetWhoWasHere, leave } from './offline/person.ts';

/** How a try to sign in ended; `wrong` never says whether the e-mail or the password was. */
export type SignInResult = 'done' | 'wrong' | 'tooMany' | 'unavailable';

/** Signs in with e-mail and password and forgets what the person before saw. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const status = await fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  }).then(
    (answer) => answer.status,
    () => 0,
  );
  if (status === 429) return 'tooMany';
  if (status >= 400 && status < 500) return 'wrong';
  if (status < 200 || status >= 300) return 'unavailable';
  await forgetWhoWasHere();
  await forgetFetched();
  return 'done';
}

/** Signs out and forgets everything that was fetched and every draft of this tab; unsent registrations stay, unseen. */
export async function signOut(): Promise<void> {
  await leave();
  forgetDrafts();
  await forgetFetched();
}

async function forgetFetched() {
  queryClient.removeQueries({ type: 'inactive' });
  await queryClient.resetQueries();
}
