import { reader } from '@forspring/database/reader';
import { mayEditSurveys, mayHandOutSurveys } from '@forspring/domain/surveys/survey.abilities';
import { secondsOf } from '@forspring/domain/surveys/survey-item';
import { type ShownSurveys, type ShownWave, waveKinds } from '@forspring/domain/surveys/survey';
import { isSettled, lateUntil, waveState } from '@forspring/domain/surveys/survey.rules';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import type { SignedInContext } from '../../kernel/context.ts';
import { hasCards, maySurvey, wavesOf } from './survey.store.ts';

/** A project's surveys with their rounds, oldest first; the public addresses only for those who hand them out. */
export async function listSurveys({
  em,
  actor,
  clock,
  project,
}: SignedInContext & { project: ProjectPlace }): Promise<ShownSurveys> {
  const today = clock.today();
  const surveys = await reader(em)
    .selectFrom('survey')
    .where('projectId', '=', project.projectId)
    .orderBy('addedOn')
    .orderBy('id')
    .selectAll()
    .execute();
  const waves = await wavesOf(
    em,
    surveys.map(({ id }) => id),
  ).execute();
  const { endsOn } = await reader(em)
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('endsOn')
    .executeTakeFirstOrThrow();
  const handOut = mayHandOutSurveys(actor, project);
  const shownWave = (wave: (typeof waves)[number], isClosed: boolean): ShownWave => ({
    id: wave.id,
    kind: wave.kind,
    opensOn: wave.opensOn,
    closesOn: wave.closesOn,
    endedOn: wave.endedOn,
    askedCount: wave.askedCount,
    state: isClosed ? 'over' : waveState(wave, today),
    lateUntil: lateUntil(wave),
    answerCount: handOut ? (wave.answerCount ?? 0) : null,
    doubleCount: handOut ? (wave.doubleCount ?? 0) : null,
    path: handOut ? `/svar/${wave.token}` : null,
    version: wave.version,
  });
  return {
    surveys: surveys.map(({ id, title, items, isLinked, unlinkOn, closedOn, answersRemovedOn, version }) => {
      const own = waves
        .filter(({ surveyId }) => surveyId === id)
        .toSorted((a, b) => waveKinds.indexOf(a.kind) - waveKinds.indexOf(b.kind));
      return {
        id,
        title,
        items,
        seconds: secondsOf(items),
        isLinked,
        unlinkOn,
        closedOn,
        answersRemovedOn,
        isFast: own.some((wave) => waveState(wave, today) !== 'waiting'),
        hasResults: own.some((wave) => closedOn !== null || isSettled(wave, today)),
        waves: own.map((wave) => shownWave(wave, closedOn !== null)),
        version,
      };
    }),
    hasCards: await hasCards(em, project),
    projectEndsOn: endsOn,
    abilities: { edit: mayEditSurveys(actor, project) && maySurvey(project), handOut },
  };
}
