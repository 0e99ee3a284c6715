import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { ReminderInput } from '@forspring/domain/plans/owed';
import { owedProblems } from '@forspring/domain/plans/owed.problems';
import type { CommandContext } from '../../kernel/context.ts';
import { itemsOfOwer, peopleOf } from './owed.store.ts';
import { reminderLetter } from './reminder-letter.ts';

/** A letter names so many things; the rest is counted. */
const itemsInLetter = 20;
const itemLimit = 1000;

/**
 * Reminds an organisation, an owner or a body of what it owes, by a letter to each of its people. At most one a day, whoever sends it: the row
 * that says so is written first, so that two who press at once send once. What the actor does not oversee is missing to it.
 */
export async function addReminder(
  ctx: CommandContext,
  { id, municipalityId, owerKind, owerId }: ReminderInput,
): Promise<{ letterCount: number }> {
  const { em, actor, clock, post, baseUrl, audit } = ctx;
  const ower = { municipalityId, owerKind, owerId };
  const items = await itemsOfOwer(ctx, ower, itemLimit);
  if (items.length === 0) throw commonProblems.missing();
  const people = await peopleOf(ctx, ower);
  if (people.length === 0) throw owedProblems.nobodyThere();
  const sentOn = clock.today();
  const added = await reader(em)
    .insertInto('reminder')
    .values({ id, municipalityId, owerKind, owerId, sentOn, sentById: actor.userId, letterCount: people.length })
    .onConflict((conflict) => conflict.columns(['owerKind', 'owerId', 'sentOn']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw owedProblems.alreadyReminded();
  audit.leave({
    action: 'addReminder',
    subjectKind: 'reminder',
    subjectId: id,
    municipalityId,
  });
  const shown = items.slice(0, itemsInLetter);
  for (const { name, email, language } of people)
    try {
      await post.send(
        reminderLetter({
          to: email,
          name,
          language,
          sentBy: actor.name,
          items: shown,
          moreCount: items.length - shown.length,
          baseUrl,
        }),
      );
    } catch {
      // Nothing is kept, so that it can be tried again; whoever got a letter already may get it twice.
      throw owedProblems.notSent();
    }
  return { letterCount: people.length };
}
