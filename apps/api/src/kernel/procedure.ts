import { type EntityManager } from '@forspring/database/open-database';
import { KioskReceipt } from '@forspring/database/participation/kiosk-receipt.entity';
import { CommandReceipt } from '@forspring/database/trust/command-receipt.entity';
import { reader } from '@forspring/database/reader';
import { type RawBuilder, sql } from 'kysely';
import { commonProblems, Problem } from '@forspring/domain/measures/problem';
import { screenTexts } from '@forspring/domain/measures/text';
import type { AtKiosk } from '@forspring/domain/participation/kiosk';
import type { Actor } from '@forspring/domain/people/actor';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { mayFindProject } from '@forspring/domain/projects/project.abilities';
import { z } from 'zod';
import { Audit } from './audit.ts';
import type { KioskContext, SignedInContext } from './context.ts';
import { findProjectPlace } from './project-place.ts';
import { problemOfDatabase, t, toWire } from './wire.ts';

/** A rule about a person alone. */
type ActorAbility = (actor: Actor) => boolean;
/** A rule about a person and a project. */
type ProjectAbility = (actor: Actor, project: ProjectPlace) => boolean;

/** A rule about a kiosk and the session an input names. */
type KioskAbility = (kiosk: AtKiosk, sessionId: string) => boolean;

/** How to find the project an input is about when the input does not name it; built with {@link projectOf}. */
type FindProject = (em: EntityManager, raw: unknown) => Promise<string | null>;

/** Finds the project through the id of something that lies in it, such as `sessionId`; a malformed id finds nothing. */
export function projectOf(key: string, find: (em: EntityManager, id: string) => Promise<string | null>): FindProject {
  return async (em, raw) => {
    const id = z.uuid().safeParse((raw as Record<string, unknown> | null | undefined)?.[key]);
    return id.success ? find(em, id.data) : null;
  };
}

/** Problems become wire errors with their own status; anything else stays unexpected and is logged by the shell. */
const mapped = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const problem = result.error.cause instanceof Problem ? result.error.cause : problemOfDatabase(result.error.cause);
  if (problem) throw toWire(problem);
  return result;
});

/** More than the longest form can hold: looking through a megabyte for digits would keep everybody else waiting. */
const maxTextLength = 120_000;

/** Deeper than any form: what nests further was made to break whoever follows it down. */
const maxDepth = 30;

/** Every string in an input, names of fields included. */
function textsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (depth > maxDepth) throw commonProblems.invalid([]);
  return (Array.isArray(value) ? value : Object.entries(value).flat()).flatMap((part) => textsOf(part, depth + 1));
}

/** No text that cannot be stored (PostgreSQL has no NUL) or holds a personal number comes further than this; what is doubtful is asked about once. */
const screened = mapped.use(async ({ getRawInput, next }) => {
  const raw = await getRawInput();
  const texts = textsOf(raw);
  if (texts.reduce((sum, text) => sum + text.length, 0) > maxTextLength) throw commonProblems.tooMuchText();
  if (texts.some((text) => text.includes('\0') || !text.isWellFormed())) throw commonProblems.unstorableText();
  const verdict = screenTexts(raw);
  if (verdict === 'block') throw commonProblems.personalNumber();
  const isConfirmed = (raw as { confirmedNotPersonal?: unknown } | undefined)?.confirmedNotPersonal === true;
  if (verdict === 'ask' && !isConfirmed) throw commonProblems.maybePersonalNumber();
  return next();
});

/** A kiosk's browser is nobody, whatever other cookies it holds: everything but the kiosk's own procedures asks it to sign in. */
const notAtKiosk = screened.use(({ ctx, next }) => {
  if (ctx.kiosk) throw commonProblems.signIn();
  return next();
});

const signedIn = notAtKiosk.use(({ ctx, next }) => {
  if (!ctx.actor) throw commonProblems.signIn();
  return next({ ctx: { ...ctx, actor: ctx.actor } satisfies SignedInContext });
});

/** Nobody at all: a person, a kiosk or a sign-in that gets this far came in by the wrong door. */
const nobody = screened.meta({ ability: 'anyone' }).use(({ ctx, next }) => {
  if (ctx.actor || ctx.kiosk || ctx.browser.signInId !== null) throw commonProblems.missing();
  return next();
});

const commandInput = z.object({ commandId: z.uuid(), confirmedNotPersonal: z.boolean().optional() });

/**
 * One transaction a command, with a receipt: the same command id again, from the same sender, answers what the first
 * answered and changes nothing. A command that leaves no audit trace is a defect and does not commit.
 */
const carriedOut = t.middleware(async ({ ctx, input, path, next }) => {
  const { commandId } = input as z.infer<typeof commandInput>;
  const senderId = ctx.actor?.userId ?? null;
  return ctx.em.transactional(async (em) => {
    const inserted = await reader(em)
      .insertInto('commandReceipt')
      .values({ id: commandId, actorId: senderId, procedure: path, result: null, at: ctx.clock.now() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) return replay(em, commandId, senderId, path);

    const audit = new Audit(em, ctx.clock, senderId);
    const result = await next({ ctx: { em, audit } });
    if (!result.ok) throw result.error;
    if (audit.count === 0) throw new Error(`${path} left no audit trace`);
    await em.flush();
    await reader(em)
      .updateTable('commandReceipt')
      .set({ result: JSON.stringify(result.data ?? null) })
      .where('id', '=', commandId)
      .execute();
    return result;
  });
});

/** What a command at once is recognised by: the id its sender made, who sent it, and which procedure it is. */
export interface Sent {
  commandId: string;
  senderId: string;
  procedure: string;
}

/** Lets a command at once in where its ability says so, and tells whether it was carried out before. */
export type Enter = (place: ProjectPlace | null, receipt: FoundReceipt | null) => { isCarriedOut: boolean };

/** The receipt of an earlier command with the same id, as {@link receiptOf} reads it. */
export interface FoundReceipt {
  senderId: string | null;
  procedure: string;
}

/** Reads the receipt of a command in a larger statement; null when it was not carried out yet. */
export const receiptOf = (commandId: RawBuilder<string>): RawBuilder<FoundReceipt | null> =>
  sql`(select json_build_object('senderId', actor_id, 'procedure', procedure) from command_receipt where id = ${commandId})`;

/** Whether a receipt is this command's own; the id of somebody else's command, or of another procedure, is refused. */
function isCarriedOut(receipt: FoundReceipt | null, { senderId, procedure }: Sent): boolean {
  if (receipt === null) return false;
  if (receipt.senderId !== senderId || receipt.procedure !== procedure) throw commonProblems.commandReused();
  return true;
}

/** The stored answer of a command that was carried out before, in the shape the procedure chain expects. */
async function replay(
  em: EntityManager,
  commandId: string,
  senderId: string | null,
  procedure: string,
): Promise<never> {
  const receipt = await em.findOneOrFail(CommandReceipt, { id: commandId });
  if (receipt.actorId !== senderId || receipt.procedure !== procedure) throw commonProblems.commandReused();
  return { marker: 'middlewareMarker', ok: true, data: receipt.result } as never;
}

const transacted = signedIn.input(commandInput).use(carriedOut);

const kioskInput = z.object({ sessionId: z.uuid() });

/** For the one session of the kiosk that asks; another session is missing, and an ended kiosk is nobody. */
const atKiosk = (ability: KioskAbility) =>
  screened
    .meta({ ability: ability.name })
    .input(kioskInput)
    .use(({ ctx, input, next }) => {
      if (!ctx.kiosk) throw commonProblems.signIn();
      if (!ability(ctx.kiosk, input.sessionId)) throw commonProblems.missing();
      return next({ ctx: { ...ctx, kiosk: ctx.kiosk } satisfies KioskContext });
    });

const projectInput = z.object({ projectId: z.uuid() });

async function placeFor(em: EntityManager, actor: Actor, ability: ProjectAbility, projectId: string | null) {
  return allowed(actor, ability, projectId === null ? null : await findProjectPlace(em, projectId));
}

function allowed(actor: Actor, ability: ProjectAbility, project: ProjectPlace | null): ProjectPlace {
  if (!project || !mayFindProject(actor, project)) throw commonProblems.missing();
  if (!ability(actor, project)) throw commonProblems.refused();
  return project;
}

/**
 * Reads. `query.anyone()` needs no sign-in; `query.by(ability)` asks a rule about the person; `query.onProject(ability)`
 * takes `projectId`, finds the project and asks a rule about both; `query.within(find, ability)` finds the project by
 * something that lies in it; `query.atKiosk(ability)` is for a kiosk's own session. What is missing and what is not yours answer alike.
 */
export const query = {
  anyone: () => notAtKiosk.meta({ ability: 'anyone' }),
  /** Also for a browser that is a kiosk: who is there, which is all it may learn beside its own session. */
  anywhere: () => screened.meta({ ability: 'anyone' }),
  atKiosk,
  /** For whoever holds a public link; served where no cookie is read, so that it is nobody. */
  atLink: () => nobody,
  by: (ability: ActorAbility) =>
    signedIn.meta({ ability: ability.name }).use(({ ctx, next }) => {
      if (!ability(ctx.actor)) throw commonProblems.missing();
      return next();
    }),
  onProject: (ability: ProjectAbility) =>
    signedIn
      .meta({ ability: ability.name })
      .input(projectInput)
      .use(async ({ ctx, input, next }) =>
        next({ ctx: { ...ctx, project: await placeFor(ctx.em, ctx.actor, ability, input.projectId) } }),
      ),
  within: (find: FindProject, ability: ProjectAbility) =>
    signedIn.meta({ ability: ability.name }).use(async ({ ctx, getRawInput, next }) => {
      const projectId = await find(ctx.em, await getRawInput());
      return next({ ctx: { ...ctx, project: await placeFor(ctx.em, ctx.actor, ability, projectId) } });
    }),
};

/**
 * Writes: as `query`, in one transaction with a receipt and an audit trail; every input carries a `commandId`.
 * `command.anyone()` is for somebody whose account it makes, and says in its trail who that became.
 */
export const command = {
  anyone: () => notAtKiosk.meta({ ability: 'anyone' }).input(commandInput).use(carriedOut),
  /**
   * For whoever holds a public link: one transaction, without receipt, trail or time, since either would tell who answered
   * when. What it writes must know by itself that it was sent before.
   */
  atLink: () =>
    nobody.use(({ ctx, next }) =>
      ctx.em.transactional(async (em) => {
        const result = await next({ ctx: { ...ctx, em } });
        if (!result.ok) throw result.error;
        return result;
      }),
    ),
  by: (ability: ActorAbility) =>
    transacted.meta({ ability: ability.name }).use(({ ctx, next }) => {
      if (!ability(ctx.actor)) throw commonProblems.refused();
      return next();
    }),
  onProject: (ability: ProjectAbility) =>
    transacted
      .meta({ ability: ability.name })
      .input(projectInput)
      .use(async ({ ctx, input, next }) =>
        next({ ctx: { ...ctx, project: await placeFor(ctx.em, ctx.actor, ability, input.projectId) } }),
      ),
  within: (find: FindProject, ability: ProjectAbility) =>
    transacted.meta({ ability: ability.name }).use(async ({ ctx, getRawInput, next }) => {
      const projectId = await find(ctx.em, await getRawInput());
      return next({ ctx: { ...ctx, project: await placeFor(ctx.em, ctx.actor, ability, projectId) } });
    }),
  /**
   * For a path where every round trip counts: the procedure reads everything in one statement, its project's place and
   * {@link receiptOf} among it, hands them to `ctx.enter`, and writes everything in one statement, `ctx.sent`'s receipt
   * and its trace among it. One statement is one transaction. Answering without having entered is a defect.
   */
  atOnce: (ability: ProjectAbility) =>
    signedIn
      .meta({ ability: ability.name })
      .input(commandInput)
      .use(async ({ ctx, input, path, next }) => {
        const sent: Sent = { commandId: input.commandId, senderId: ctx.actor.userId, procedure: path };
        let isEntered = false;
        const enter: Enter = (place, receipt) => {
          allowed(ctx.actor, ability, place);
          isEntered = true;
          return { isCarriedOut: isCarriedOut(receipt, sent) };
        };
        const result = await next({ ctx: { ...ctx, sent, enter } });
        if (result.ok && !isEntered) throw new Error(`${path} asked nobody whether it may`);
        return result;
      }),
  /**
   * At a kiosk. Its receipts have neither time nor kind, and it leaves no audit trail: a trail of taps would tell who
   * came when. Opening and closing a kiosk are in the trail.
   */
  atKiosk: (ability: KioskAbility) =>
    atKiosk(ability)
      .input(commandInput)
      .use(async ({ ctx, input, next }) =>
        ctx.em.transactional(async (em) => {
          const { kioskId } = ctx.kiosk;
          const inserted = await reader(em)
            .insertInto('kioskReceipt')
            .values({ id: input.commandId, kioskId, result: null })
            .onConflict((conflict) => conflict.column('id').doNothing())
            .returning('id')
            .executeTakeFirst();
          if (!inserted) {
            const receipt = await em.findOneOrFail(KioskReceipt, { id: input.commandId });
            if (receipt.kioskId !== kioskId) throw commonProblems.commandReused();
            return { marker: 'middlewareMarker', ok: true, data: receipt.result } as never;
          }
          const result = await next({ ctx: { ...ctx, em } });
          if (!result.ok) throw result.error;
          await em.flush();
          await reader(em)
            .updateTable('kioskReceipt')
            .set({ result: JSON.stringify(result.data ?? null) })
            .where('id', '=', input.commandId)
            .execute();
          return result;
        }),
      ),
};
