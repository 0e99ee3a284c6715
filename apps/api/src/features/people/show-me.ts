import { reader } from '@forspring/database/reader';
import type { ShownMe } from '@forspring/domain/people/person';
import type { Context } from '../../kernel/context.ts';
import { membershipsWithNames } from './people.store.ts';

/** Who is signed in and what the installation is; answers also when nobody is. */
export async function showMe(ctx: Context): Promise<ShownMe> {
  const { em, actor, clock, isStory } = ctx;
  const db = reader(em);
  const kiosk = ctx.kiosk === null ? null : { sessionId: ctx.kiosk.sessionId };
  const nobody = { user: null, memberships: [], isStory, today: clock.today(), concernUrl: null };
  if (kiosk) return { ...nobody, kiosk, needsSetUp: false };
  if (!actor) {
    const anyone = await db.selectFrom('membership').select('id').limit(1).executeTakeFirst();
    return { ...nobody, kiosk, needsSetUp: !anyone };
  }
  const [user, memberships] = await Promise.all([
    db
      .selectFrom('appUser')
      .where('id', '=', actor.userId)
      .select(['id', 'name', 'email', 'title'])
      .executeTakeFirstOrThrow(),
    membershipsWithNames(em, [actor.userId]).execute(),
  ]);
  const concernUrl = memberships.find((one) => one.concernUrl)?.concernUrl ?? null;
  return { user, memberships, kiosk, isStory, needsSetUp: false, today: clock.today(), concernUrl };
}
