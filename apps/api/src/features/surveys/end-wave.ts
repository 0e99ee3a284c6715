import type { ProjectPlace } from '@forspring/domain/projects/project';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import { isSettled, waveState } from '@forspring/domain/surveys/survey.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { getWaveLocked, leaveTrace } from './survey.store.ts';

/** Ends a round by hand: its link takes nothing more, also not what waits on phones, and its results can be seen. */
export async function endWave(
  ctx: CommandContext & { project: ProjectPlace },
  { waveId, baseVersion }: { waveId: string; baseVersion: number },
): Promise<{ endedOn: string }> {
  const { em, clock } = ctx;
  const today = clock.today();
  const { wave } = await getWaveLocked(em, waveId);
  const days = { ...wave, endedOn: wave.endedOn ?? null };
  if (isSettled(days, today)) throw surveyProblems.waveOver();
  if (waveState(days, today) === 'waiting') throw surveyProblems.waveWaiting();
  await countUp(wave, baseVersion, () => ({ endedOn: wave.endedOn, version: wave.version }));
  wave.endedOn = today;
  leaveTrace(ctx, 'endSurveyWave', 'surveyWave', waveId, ['endedOn']);
  return { endedOn: today };
}
