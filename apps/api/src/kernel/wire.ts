import { initTRPC, TRPCError } from '@trpc/server';
import { commonProblems, type FieldProblem, Problem, type ProblemKind } from '@forspring/domain/measures/problem';
import { ZodError } from 'zod';
import type { Context } from './context.ts';

const wireCode: Record<ProblemKind, TRPCError['code']> = {
  invalid: 'BAD_REQUEST',
  refused: 'FORBIDDEN',
  missing: 'NOT_FOUND',
  conflict: 'CONFLICT',
  closed: 'PRECONDITION_FAILED',
  unavailable: 'SERVICE_UNAVAILABLE',
};

/** The one map from a problem to the wire. */
export function toWire(problem: Problem): TRPCError {
  const code = problem.code === 'signIn' ? 'UNAUTHORIZED' : wireCode[problem.kind];
  return new TRPCError({ code, message: problem.code, cause: problem });
}

/**
 * What the database refused although the schemas let it pass, by PostgreSQL's error class: an id or name in use, a
 * reference to nothing, a character or size no column takes. Null for anything that is not the sender's doing.
 */
export function problemOfDatabase(error: unknown): Problem | null {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  if (typeof code !== 'string') return null;
  if (code === '23505') return new Problem({ code: 'alreadyThere', kind: 'conflict' });
  if (code === '23503') return new Problem({ code: 'missing', kind: 'missing' });
  // Two commands waited for each other and this one was chosen to give way; sent again it goes through.
  if (code === '40P01' || code === '40001') return new Problem({ code: 'unexpected', kind: 'unavailable' });
  if (code === '23514' || /^22[0-9A-Z]{3}$/.test(code)) return new Problem({ code: 'invalid', kind: 'invalid' });
  return null;
}

/** What a schema refused, as field problems: zod's own codes prefixed, bounds kept so that a sentence can name them. */
function fieldsOf(error: ZodError): FieldProblem[] {
  return error.issues.map((issue) => {
    const params: Record<string, string | number> = {};
    for (const name of ['minimum', 'maximum', 'format', 'expected'] as const) {
      const value = (issue as unknown as Record<string, unknown>)[name];
      if (typeof value === 'string' || typeof value === 'number') params[name] = value;
    }
    const custom = issue.code === 'custom' ? (issue.params as { code?: string } | undefined)?.code : undefined;
    const origin = (issue as { origin?: string }).origin;
    const code = custom ?? (origin === undefined ? `schema.${issue.code}` : `schema.${issue.code}.${origin}`);
    return { path: issue.path.join('.'), code, params };
  });
}

function problemOf(error: TRPCError): Problem | null {
  if (error.cause instanceof Problem) return error.cause;
  if (error.cause instanceof ZodError && error.code === 'BAD_REQUEST')
    return new Problem({ code: 'invalid', kind: 'invalid', fields: fieldsOf(error.cause) });
  if (error.code === 'PAYLOAD_TOO_LARGE') return commonProblems.tooMuchText();
  if (['BAD_REQUEST', 'PARSE_ERROR', 'UNSUPPORTED_MEDIA_TYPE', 'METHOD_NOT_SUPPORTED'].includes(error.code))
    return new Problem({ code: 'invalid', kind: 'invalid' });
  if (error.code === 'NOT_FOUND') return new Problem({ code: 'missing', kind: 'missing' });
  return null;
}

function sayable({ code, kind, params, fields, current }: Problem) {
  return { code, kind, params, fields, current: current ?? null };
}

/** What is answered where a request is refused before any procedure is asked. */
export function refusal(httpStatus: number, problem: Problem) {
  const data = { code: 'BAD_REQUEST', httpStatus, problem: sayable(problem) };
  return { error: { message: problem.code, code: -32600, data } };
}

export const t = initTRPC
  .context<Context>()
  .meta<{ ability: string }>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error }) => {
      const problem = problemOf(error);
      return {
        ...shape,
        message: problem?.code ?? 'unexpected',
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          problem: problem
            ? sayable(problem)
            : { code: 'unexpected', kind: 'unavailable' as const, params: {}, fields: [], current: null },
        },
      };
    },
  });

export const router = t.router;
export const callerFactory = t.createCallerFactory;
