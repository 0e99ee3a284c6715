import { reader } from '@forspring/database/reader';
import { commonProblems } from '@forspring/domain/measures/problem';
import type { CardLanguage } from '@forspring/domain/participation/card';
import type { SignedInContext } from '../../kernel/context.ts';
import { drawLinkSheet } from './link-sheet.ts';

/** A sheet to hang up or hand round: what it is about, and a QR that opens the round's questions. */
export async function exportLink(
  { em, clock, baseUrl }: SignedInContext,
  { waveId, language }: { waveId: string; language: CardLanguage },
): Promise<{ base64: string }> {
  const row = await reader(em)
    .selectFrom('surveyWave')
    .innerJoin('survey', 'survey.id', 'surveyWave.surveyId')
    .innerJoin('project', 'project.id', 'survey.projectId')
    .where('surveyWave.id', '=', waveId)
    .select([
      'surveyWave.token',
      'surveyWave.opensOn',
      'surveyWave.closesOn',
      'survey.title',
      'survey.salt',
      'survey.unlinkOn',
      'survey.items',
      'project.title as projectTitle',
    ])
    .executeTakeFirst();
  if (!row) throw commonProblems.missing();
  const pdf = await drawLinkSheet({ ...row, address: `${baseUrl}/svar/${row.token}`, language, madeAt: clock.now() });
  return { base64: pdf.toString('base64') };
}
