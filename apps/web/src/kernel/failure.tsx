import { ErrorState, NoAccess } from '@forspring/ui/states';
import { problemOf } from './problem.ts';

/** Why something could not be shown: it is not there or not yours, or something failed and may go well another time. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { kind } = problemOf(error);
  // An address somebody mistyped names nothing either.
  return kind === 'unavailable' ? <ErrorState onRetry={onRetry} /> : <NoAccess />;
}
