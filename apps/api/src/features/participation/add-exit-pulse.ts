import { sql } from 'kysely';
import { reader } from '@forspring/database/reader';
import { pulseQuestions, type PulseReply } from '@forspring/domain/participation/kiosk';
import type { KioskContext } from '../../kernel/context.ts';

/** Adds one to each answer given: no row of its own, no time, no card, nothing that ties the three together. */
export async function addExitPulse(
  { em, kiosk }: KioskContext,
  { answers }: { answers: PulseReply },
): Promise<{ isKept: boolean }> {
  const rows = sql.join(
    pulseQuestions.map((question) => sql`(${kiosk.sessionId}::uuid, ${question}, ${answers[question]}, 1)`),
  );
  await sql`
    insert into exit_pulse (session_id, question, answer, answer_count) values ${rows}
    on conflict (session_id, question, answer) do update set answer_count = exit_pulse.answer_count + 1
  `.execute(reader(em));
  return { isKept: true };
}
