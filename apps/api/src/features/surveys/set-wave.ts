import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { WaveChangeInput } from '@forspring/domain/surveys/survey';
import { surveyProblems } from '@forspring/domain/surveys/survey.problems';
import { waveState } from '@forspring/domain/surveys/survey.rules';
import type { CommandContext } from '../../kernel/context.ts';
import { countUp } from '../../kernel/stale.ts';
import { checkWave } from './check-wave.ts';
import { getWaveLocked, leaveTrace, mustSurvey } from './survey.store.ts';

/** Changes a round: its days while they lie ahead, how many were asked at any time before the survey is closed. */
export async function setWave(
  ctx: CommandContext & { project: ProjectPlace },
  { waveId, baseVersion, opensOn, closesOn, askedCount }: WaveChangeInput,
): Promise<{ id: string; version: number }> {
  const { em, clock, project } = ctx;
  const today = clock.today();
  mustSurvey(project);
  const { survey, wave } = await getWaveLocked(em, waveId);
  if (survey.closedOn) throw surveyProblems.isClosed();
  const days = { id: waveId, kind: wave.kind, opensOn, closesOn, endedOn: wave.endedOn ?? null };
  const state = waveState({ ...days, opensOn: wave.opensOn, closesOn: wave.closesOn }, today);
  const changesDays = opensOn !== wave.opensOn || closesOn !== wave.closesOn;
  if (changesDays && state === 'over') throw surveyProblems.waveOver();
  if (opensOn !== wave.opensOn && state === 'open') throw surveyProblems.waveOpened();
  if (changesDays) await checkWave(em, survey, days, today);
  await countUp(wave, baseVersion, () => ({
    opensOn: wave.opensOn,
    closesOn: wave.closesOn,
    askedCount: wave.askedCount,
    version: wave.version,
  }));
  Object.assign(wave, { opensOn, closesOn, askedCount });
  leaveTrace(ctx, 'setSurveyWave', 'surveyWave', waveId, changesDays ? ['days'] : ['askedCount']);
  return { id: waveId, version: wave.version };
}
