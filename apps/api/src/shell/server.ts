import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import serveStatic from '@fastify/static';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Database } from '@forspring/database/open-database';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { Clock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Post } from '../kernel/post.ts';
import { sealWith } from '../kernel/seal.ts';
import { refusal } from '../kernel/wire.ts';
import { type AppRouter, appRouter, type LinkRouter, linkRouter } from './app-router.ts';
import { addCalendarRoute } from './calendar-route.ts';
import { logOptions } from './log.ts';
import { browserOf, kioskTokenIn } from './cookies.ts';
import { findKiosk } from './kiosk-of.ts';
import type { SignIn } from './sign-in.ts';
import { findSignedIn } from './signed-in.ts';

interface Options {
  database: Database;
  signIn: SignIn;
  /** The installation's secret; seals what the database must not be able to undo. */
  secret: string;
  clock: Clock;
  post: Post;
  baseUrl: string;
  isStory: boolean;
  limitsRate: boolean;
  logLevel: string;
  /** Where the log goes; the console when absent. */
  logTo?: { write(line: string): void };
  /** The built SPA; absent while developing, when Vite serves it. */
  webDir: string | null;
}

/** Where whoever holds a public link asks, and the page they open. */
const linkApiPath = '/api/svar';
const linkPath = '/svar';

/** The sign-in library can more than this house uses, such as renaming oneself past the screening of texts. */
const openedAuth = new Set(['sign-in/email', 'sign-out', 'get-session'].map((name) => `/api/auth/${name}`));

/** The whole server on one port: `/api/trpc`, `/api/auth`, `/healthz`, `/readyz` and the SPA for everything else. */
export async function buildServer(options: Options): Promise<FastifyInstance> {
  const { database, signIn, limitsRate, webDir } = options;
  const app = fastify({
    logger: logOptions(options.logLevel, options.logTo),
    routerOptions: { maxParamLength: 5000 },
    bodyLimit: 1_000_000,
    // Only a proxy on this machine or its own network may say whom a request comes from.
    trustProxy: 'loopback, linklocal, uniquelocal',
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The theme is a constructed style sheet, and React sets styles through the DOM; neither is inline.
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: options.baseUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: options.baseUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
  // The camera reads cards on the application's own pages; nothing else of a device is ever asked for.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()');
  });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  if (limitsRate) {
    // Counted in memory for a minute, under a name that only this process can make of an address.
    const key = randomBytes(32);
    await app.register(rateLimit, {
      max: 1200,
      timeWindow: '1 minute',
      keyGenerator: (request) => createHmac('sha256', key).update(request.ip).digest('base64'),
    });
  }

  // What is refused before any procedure is asked reads as what procedures refuse.
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { statusCode: status } = error;
    const isAsked = request.url.startsWith('/api/trpc/') || request.url.startsWith(`${linkApiPath}/`);
    if (!isAsked || (status !== 413 && status !== 415)) return reply.send(error);
    return reply
      .code(status)
      .send(refusal(status, status === 413 ? commonProblems.tooMuchText() : commonProblems.invalid([])));
  });

  // What the API answers is somebody's; no cache between here and them keeps it.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });

  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await database.fork().execute('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });

  /** The kiosk a browser is now; it is nobody else then, whatever other cookies it holds. */
  const kioskOf = async (cookieHeader: string | null) => {
    const token = kioskTokenIn(cookieHeader);
    return token === null ? null : findKiosk(database.fork(), token, options.clock.now());
  };

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.all('/api/auth/*', async (request, reply) => {
      if (!openedAuth.has(request.url.split('?')[0] ?? '')) return reply.code(404).send({ status: 'missing' });
      if (await kioskOf(request.headers.cookie ?? null)) return reply.code(404).send({ status: 'missing' });
      const answer = await signIn.handler(toWebRequest(request, options.baseUrl));
      reply.code(answer.status);
      answer.headers.forEach((value, name) => {
        if (name !== 'set-cookie') reply.header(name, value);
      });
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.send(Buffer.from(await answer.arrayBuffer()));
    });
  });

  const seal = sealWith(options.secret);
  const context = async (headers: Headers, reply: FastifyReply): Promise<Context> => {
    const em = database.fork();
    const cookieHeader = headers.get('cookie');
    const kiosk = await kioskOf(cookieHeader);
    const signedIn = cookieHeader !== null && kiosk === null ? await findSignedIn(em, signIn, headers) : null;
    return {
      em,
      actor: signedIn?.actor ?? null,
      kiosk,
      browser: browserOf(reply, {
        cookieHeader,
        signInId: signedIn?.signInId ?? null,
        isSecure: options.baseUrl.startsWith('https:'),
      }),
      clock: options.clock,
      post: options.post,
      seal,
      baseUrl: options.baseUrl,
      isStory: options.isStory,
    };
  };

  await app.register(fastifyTRPCPlugin, {
    prefix: '/api/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }) => context(headersOf(req.headers), res),
      onError: ({ error, path }) => {
        // The message of an unexpected error may quote what somebody typed; its kind and place are enough.
        if (error.code === 'INTERNAL_SERVER_ERROR')
          app.log.error({ path, kind: error.cause?.constructor.name, stack: framesOf(error.cause) }, 'unexpected');
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  });

  // Answers to surveys: nobody is asked for, no cookie is read, and no line of the log says that somebody was here.
  const anonymousContext = (reply: FastifyReply): Context => ({
    em: database.fork(),
    actor: null,
    kiosk: null,
    browser: browserOf(reply, { cookieHeader: null, signInId: null, isSecure: true }),
    clock: options.clock,
    post: options.post,
    seal,
    baseUrl: options.baseUrl,
    isStory: options.isStory,
  });
  await app.register(
    async (scope) => {
      await scope.register(fastifyTRPCPlugin, {
        prefix: linkApiPath,
        trpcOptions: {
          router: linkRouter,
          createContext: ({ res }) => anonymousContext(res),
          onError: ({ error, path }) => {
            if (error.code === 'INTERNAL_SERVER_ERROR')
              app.log.error({ path, kind: error.cause?.constructor.name, stack: framesOf(error.cause) }, 'unexpected');
          },
        } satisfies FastifyTRPCPluginOptions<LinkRouter>['trpcOptions'],
      });
    },
    { logLevel: 'silent' },
  );

  addCalendarRoute(app, options);
  for (const path of ['/api', '/api/*'])
    app.all(path, async (_request, reply) => reply.code(404).send({ status: 'missing' }));
  if (webDir && existsSync(webDir)) {
    await app.register(serveStatic, {
      root: webDir,
      wildcard: false,
      // The build lays a brotli and a gzip twin beside each text file.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const isHashed = path.includes('/assets/');
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    app.get(`${linkPath}/*`, { logLevel: 'silent' }, async (_request, reply) =>
      reply.header('cache-control', 'no-cache').header('referrer-policy', 'no-referrer').sendFile('index.html'),
    );
    app.setNotFoundHandler((request, reply) => {
      if (!/^(GET|HEAD)$/.test(request.method) || /\.\w+$/.test(request.url.split('?')[0] ?? ''))
        return reply.code(404).send({ status: 'missing' });
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
  }
  return app;
}

function headersOf(raw: NodeJS.Dict<string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

function toWebRequest(
  request: { url: string; method: string; headers: NodeJS.Dict<string | string[]>; body: unknown; ip: string },
  baseUrl: string,
): Request {
  const headers = headersOf(request.headers);
  headers.set('x-forwarded-for', request.ip);
  const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? new Uint8Array(request.body) : null;
  return new Request(new URL(request.url, baseUrl), { method: request.method, headers, body });
}

/** Where an error happened, without its message. */
function framesOf(error: Error | undefined): string[] {
  return (error?.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 8);
}
