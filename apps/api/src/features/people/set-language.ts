import { reader } from '@forspring/database/reader';
import type { CommandContext } from '../../kernel/context.ts';

/** Keeps the language a person reads, so that letters come in it. */
export async function setLanguage(
  { em, actor, audit }: CommandContext,
  language: 'da' | 'en',
): Promise<{ language: 'da' | 'en' }> {
  await reader(em).updateTable('appUser').set({ language }).where('id', '=', actor.userId).execute();
  audit.leave({ action: 'setLanguage', subjectKind: 'user', subjectId: actor.userId, changed: ['language'] });
  return { language };
}
