import { sql } from 'kysely';
import {
  minPulseAnswers,
  type PulseQuestion,
  pulseQuestions,
  type PulseSum,
} from '@forspring/domain/participation/kiosk';
import type { Reader } from '../tables.ts';

/**
 * The answers of evenings on which at least {@link minPulseAnswers} answered a question: what is shown of single evenings,
 * so that nobody can subtract those from a sum and read off an evening that is not.
 */
export const countablePulses = (projectId: string) => sql`
  select exit_pulse.session_id, exit_pulse.question, exit_pulse.answer, exit_pulse.answer_count
  from exit_pulse join session on session.id = exit_pulse.session_id
  where session.project_id = ${projectId} and exit_pulse.answer <> 'declined' and ${minPulseAnswers} <= (
    select sum(other.answer_count) from exit_pulse as other
    where other.session_id = exit_pulse.session_id and other.question = exit_pulse.question and other.answer <> 'declined'
  )`;

/** A project's exit pulses by question, of the evenings whose kiosks have all ended; empty where none had enough answers. */
export async function readPulse(db: Reader, projectId: string, now: Date): Promise<PulseSum[]> {
  const { rows } = await sql<{ question: PulseQuestion; yesCount: number; answerCount: number }>`
    select question, coalesce(sum(answer_count) filter (where answer = 'yes'), 0)::int as yes_count,
      sum(answer_count)::int as answer_count
    from (
      select question, answer, answer_count from (${countablePulses(projectId)}) as counted
      where not exists (
        select from kiosk
        where kiosk.session_id = counted.session_id and kiosk.ended_at is null and kiosk.ends_at > ${now.toISOString()}::timestamptz
      )
      union all
      select question, answer, answer_count from pulse_total where project_id = ${projectId} and answer <> 'declined'
    ) as told
    group by question
  `.execute(db);
  return pulseQuestions.flatMap((question) => rows.find((row) => row.question === question) ?? []);
}
