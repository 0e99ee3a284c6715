import { TRPCClientError } from '@trpc/client';
import type { ProblemKind, ProblemParams } from '@forspring/domain/measures/problem';

/** A problem as it came over the wire: a stable code, one of six kinds, and what its sentence needs. */
export interface WireProblem {
  code: string;
  kind: ProblemKind;
  params: ProblemParams;
  fields: { path: string; code: string; params: ProblemParams }[];
  /** The stored version, when somebody else changed it first. */
  current?: unknown;
}

/** Any failure as a problem: the server's own, or "no network" when nothing answered. */
export function problemOf(error: unknown): WireProblem {
  if (error instanceof TRPCClientError) {
    const wire = (error.data as { problem?: Partial<WireProblem> } | null | undefined)?.problem;
    if (wire?.code !== undefined && wire.kind !== undefined) {
      return {
        code: wire.code,
        kind: wire.kind,
        params: wire.params ?? {},
        fields: wire.fields ?? [],
        current: wire.current,
      };
    }
    return { code: isNetworkFailure(error) ? 'offline' : 'unexpected', kind: 'unavailable', params: {}, fields: [] };
  }
  return { code: 'unexpected', kind: 'unavailable', params: {}, fields: [] };
}

/** Whether nothing answered at all, so that asking again is safe and may help. */
export function isNetworkFailure(error: unknown): boolean {
  return (
    error instanceof TRPCClientError &&
    (error.data === undefined || error.data === null) &&
    error.cause instanceof TypeError
  );
}
