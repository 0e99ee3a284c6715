import type { FastifyReply } from 'fastify';
import type { Browser } from '../kernel/context.ts';

const kioskCookie = 'forspring.kiosk';

/** The cookies a browser sent, by name. */
function cookiesIn(header: string | null): Map<string, string> {
  const pairs = (header ?? '').split(';').flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    return at < 1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  });
  return new Map(pairs);
}

/** The secret of the kiosk this browser is; null for every other browser. */
export function kioskTokenIn(cookieHeader: string | null): string | null {
  return cookiesIn(cookieHeader).get(kioskCookie) ?? null;
}

interface Asked {
  cookieHeader: string | null;
  signInId: string | null;
  isSecure: boolean;
}

/** The browser behind a request, as procedures may change it: through cookies no script can read. */
export function browserOf(reply: FastifyReply, { cookieHeader, signInId, isSecure }: Asked): Browser {
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  const give = (text: string) => void reply.header('set-cookie', text);
  const take = (name: string) => give(`${name}=; Max-Age=0; ${attributes}`);
  return {
    signInId,
    becomeKiosk: (token, seconds) => {
      give(`${kioskCookie}=${token}; Max-Age=${seconds}; ${attributes}`);
      for (const name of cookiesIn(cookieHeader).keys())
        if (/^(__Secure-|__Host-)?forspring\./.test(name) && name !== kioskCookie) take(name);
    },
    leaveKiosk: () => take(kioskCookie),
  };
}
