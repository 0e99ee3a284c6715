import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { AtKiosk } from '@forspring/domain/participation/kiosk';
import { kioskTokenHash } from '../kernel/kiosk-token.ts';

/** The open kiosk behind a browser's secret; null when it has ended, or never was one. */
export async function findKiosk(em: EntityManager, token: string, now: Date): Promise<AtKiosk | null> {
  const row = await reader(em)
    .selectFrom('kiosk')
    .innerJoin('session', 'session.id', 'kiosk.sessionId')
    .where('kiosk.tokenHash', '=', kioskTokenHash(token))
    .where('kiosk.endedAt', 'is', null)
    .select([
      'kiosk.id as kioskId',
      'kiosk.sessionId',
      'session.projectId',
      'kiosk.openedById',
      'kiosk.asksGender',
      'kiosk.endsAt',
    ])
    .executeTakeFirst();
  return row && row.endsAt > now ? row : null;
}
