import { z } from 'zod';
import { reader } from '@forspring/database/reader';
import { waveState } from '@forspring/domain/surveys/survey.rules';
import type { KioskContext } from '../../kernel/context.ts';

/** The surveys somebody at a kiosk may answer now: their names and public addresses. */
export const openAtKiosk = z.array(
  z.object({ token: z.string(), title: z.object({ da: z.string(), en: z.string().nullable() }) }),
);

/** The open rounds of the project whose kiosk asks. */
export async function listAtKiosk({ em, kiosk, clock }: KioskContext): Promise<z.infer<typeof openAtKiosk>> {
  const rows = await reader(em)
    .selectFrom('surveyWave')
    .innerJoin('survey', 'survey.id', 'surveyWave.surveyId')
    .where('survey.projectId', '=', kiosk.projectId)
    .where('survey.closedOn', 'is', null)
    .orderBy('survey.addedOn')
    .orderBy('surveyWave.id')
    .select([
      'surveyWave.token',
      'survey.title',
      'surveyWave.kind',
      'surveyWave.opensOn',
      'surveyWave.closesOn',
      'surveyWave.endedOn',
    ])
    .execute();
  return rows.filter((wave) => waveState(wave, clock.today()) === 'open').map(({ token, title }) => ({ token, title }));
}
