import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import { type WaveDays, waveHindrance } from '@forspring/domain/surveys/survey.rules';

const problems = {
  twice: surveyProblems.waveTwice,
  backwards: surveyProblems.waveBackwards,
  long: surveyProblems.waveLong,
  passed: surveyProblems.wavePassed,
  order: surveyProblems.waveOrder,
  afterUnlink: surveyProblems.waveAfterUnlink,
};

/** Refuses a round whose days do not fit its survey's others. */
export async function checkWave(
  em: EntityManager,
  survey: { id: string; unlinkOn?: string | null },
  wave: WaveDays & { id: string },
  today: string,
): Promise<void> {
  const others = await reader(em)
    .selectFrom('surveyWave')
    .where('surveyId', '=', survey.id)
    .where('id', '<>', wave.id)
    .select(['kind', 'opensOn', 'closesOn', 'endedOn'])
    .execute();
  const hindrance = waveHindrance(wave, others, { unlinkOn: survey.unlinkOn ?? null, today });
  if (hindrance !== null) throw problems[hindrance]();
}
