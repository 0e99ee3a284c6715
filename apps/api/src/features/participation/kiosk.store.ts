import { sql } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { AtKiosk, PulseAnswer, PulseQuestion, ShownKiosk } from '@forspring/domain/participation/kiosk';
import { pulseQuestions } from '@forspring/domain/participation/kiosk';
import { minuteOf } from '@forspring/domain/measures/day';

/** What a kiosk shows of its evening. */
export async function findShownKiosk(em: EntityManager, kiosk: AtKiosk): Promise<ShownKiosk> {
  const session = await reader(em)
    .selectFrom('session')
    .innerJoin('project', 'project.id', 'session.projectId')
    .where('session.id', '=', kiosk.sessionId)
    .select([
      'session.title',
      'session.heldOn',
      'session.startMinute',
      'session.endMinute',
      'project.usesCodes',
      'project.tier',
    ])
    .executeTakeFirstOrThrow();
  const { tier, usesCodes, ...evening } = session;
  return {
    ...evening,
    kioskId: kiosk.kioskId,
    sessionId: kiosk.sessionId,
    endsAt: kiosk.endsAt.toISOString(),
    usesCodes: usesCodes && tier === 'specific',
    asksGender: kiosk.asksGender,
  };
}

/** Lets nobody else change this kiosk until the command is over. Not a full lock: receipts of taps refer to it meanwhile. */
export async function lockKiosk(em: EntityManager, kioskId: string): Promise<void> {
  await sql`select 1 from kiosk where id = ${kioskId}::uuid for no key update`.execute(reader(em));
}

/** Forgets the receipts of taps at kiosks that have ended or run out. */
export async function forgetReceipts(em: EntityManager, now: Date): Promise<void> {
  await sql`
    delete from kiosk_receipt using kiosk
    where kiosk.id = kiosk_receipt.kiosk_id and (kiosk.ended_at is not null or kiosk.ends_at <= ${now})
  `.execute(reader(em));
}

/** The answers of one session by question, each as often as it was given; declined ones among them. */
export async function pulseOf(
  em: EntityManager,
  sessionId: string,
): Promise<Record<PulseQuestion, Partial<Record<PulseAnswer, number>>>> {
  const rows = await reader(em)
    .selectFrom('exitPulse')
    .where('sessionId', '=', sessionId)
    .select(['question', 'answer', 'answerCount'])
    .execute();
  const pulse = Object.fromEntries(pulseQuestions.map((question) => [question, {}])) as Awaited<
    ReturnType<typeof pulseOf>
  >;
  for (const { question, answer, answerCount } of rows) pulse[question][answer] = answerCount;
  return pulse;
}

/** Where the time band begins that an instant lies in; 0 when the evening is not divided. */
export function bandAt(
  session: { heldOn: string; startMinute: number; endMinute: number; timeBands: readonly number[] | null },
  at: Date,
): number {
  const onClock = minuteOf(at);
  const minute = onClock < session.startMinute && session.endMinute > 1440 ? onClock + 1440 : onClock;
  const bands = session.timeBands ?? [];
  return bands.findLast((from) => from <= minute) ?? bands[0] ?? 0;
}
