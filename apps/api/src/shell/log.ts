import type { FastifyServerOptions } from 'fastify';
import { screenText } from '@forspring/domain/measures/personal-number';

/** An address as the log may keep it: no query string (it may hold what somebody typed) and no digits like a CPR number. */
function safePath(url: string): string {
  const path = url.split('?')[0] ?? '';
  // Whoever has one of these links may use it, so it is no more for a log than a password is.
  const [, linkPath] = /^(\/(?:kalender|svar|invitation)\/)/u.exec(path) ?? [];
  if (linkPath !== undefined) return `${linkPath}…`;
  return screenText(decodeURIComponentSafely(path)) === 'clear' ? path : '/…';
}

function decodeURIComponentSafely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Structured logs of what was asked and how it went; never bodies, never query strings, never addresses of people. */
export function logOptions(level: string, stream?: { write(line: string): void }): FastifyServerOptions['logger'] {
  if (level === 'silent') return false;
  return {
    level,
    ...(stream ? { stream } : {}),
    serializers: {
      req: (request) => ({ method: request.method, path: safePath(request.url) }),
      res: (reply) => ({ status: reply.statusCode }),
      err: (error) => ({ type: error.name, message: error.code ?? 'error', stack: '' }),
    },
  };
}
