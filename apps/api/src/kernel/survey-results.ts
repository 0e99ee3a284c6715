import type { Selectable } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { Reader, Tables } from '@forspring/database/tables';
import { notMeasured, numberCell, valueCell } from '@forspring/domain/measures/cell';
import type { Tier } from '@forspring/domain/interventions/intervention';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import type { Actor } from '@forspring/domain/people/actor';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { waveKinds } from '@forspring/domain/surveys/survey';
import type { ShownSurveyResults } from '@forspring/domain/surveys/survey-results';
import {
  expectedMismatch,
  isSettled,
  isThinlyLinked,
  leftOutCount,
  linkRoundsOf,
  minSurveyAnswers,
} from '@forspring/domain/surveys/survey.rules';
import { audienceOf, type Gate, gateFor } from './gate.ts';
import { readThresholds } from './gate-thresholds.ts';
import { measuresOf, type Round, traitsOf } from './survey-measures.ts';

/** The results of a survey whose rounds are over for good, as they leave through the gate. */
export async function readSurveyResults(
  em: EntityManager,
  { actor, project, today }: { actor: Actor; project: ProjectPlace; today: string },
  surveyId: string,
): Promise<ShownSurveyResults | null> {
  const db = reader(em);
  const survey = await db.selectFrom('survey').where('id', '=', surveyId).selectAll().executeTakeFirst();
  if (!survey || survey.projectId !== project.projectId) return null;
  const thresholds = await readThresholds(em);
  const gate = surveyGate(audienceOf(actor, project), project.tier, thresholds(project.municipalityId));
  return resultsOf(await readRounds(db, survey, today), gate);
}

/** A survey with the rounds of it that are over, and how many came to its project; its answers leave through {@link resultsOf} alone. */
export type SurveyRounds = Awaited<ReturnType<typeof readRounds>>;

/** The rounds of a survey that are over for good by a day; all of them once it is closed. */
export async function readRounds(db: Reader, survey: Selectable<Tables['survey']>, today: string) {
  const rows = await db
    .selectFrom('surveyWave')
    .leftJoin('surveyAnswers', 'surveyAnswers.waveId', 'surveyWave.id')
    .where('surveyWave.surveyId', '=', survey.id)
    .selectAll('surveyWave')
    .select(['surveyAnswers.answers', 'surveyAnswers.doubleCount'])
    .execute();
  const rounds: Round[] = rows
    .filter((wave) => survey.closedOn !== null || isSettled(wave, today))
    .map((wave) => ({
      waveId: wave.id,
      kind: wave.kind,
      on: wave.endedOn ?? wave.closesOn,
      askedCount: wave.askedCount,
      doubleCount: wave.doubleCount ?? 0,
      answers: wave.answers ?? [],
    }))
    .toSorted((a, b) => waveKinds.indexOf(a.kind) - waveKinds.indexOf(b.kind));
  const figures = await db
    .selectFrom('projectFigures')
    .where('projectId', '=', survey.projectId)
    .selectAll()
    .executeTakeFirst();
  return { survey, rounds, figures };
}

/** What a survey says to whoever stands behind this gate. */
export function resultsOf({ survey, rounds, figures }: SurveyRounds, gate: Gate): ShownSurveyResults {
  const [first, ...later] = rounds;
  return {
    waves: rounds.map(({ waveId, kind, on, answers, askedCount, doubleCount }) => ({
      waveId,
      kind,
      on,
      answered: gate.persons(answers.length),
      asked: gate.persons(askedCount),
      doubled: gate.persons(doubleCount),
    })),
    attended: figures ? gate.reach(figures) : notMeasured,
    isLinked: survey.isLinked,
    links: first === undefined || !survey.isLinked ? [] : later.map((round) => linkOf(first, round, gate)),
    measures: measuresOf(survey.items, rounds, { isLinked: survey.isLinked, gate }),
    traits: survey.isLinked ? traitsOf(survey.items, rounds, gate) : [],
  };
}

/**
 * The gate for answers. They are nobody's business by name, so a project's own people stand outside of it like everybody in
 * the municipality, and no threshold is below {@link minSurveyAnswers}.
 */
export function surveyGate(audience: Audience, tier: Tier | null, thresholds: Thresholds): Gate {
  const raised = Object.fromEntries(
    Object.entries(thresholds).map(([name, count]) => [name, Math.max(count, minSurveyAnswers)]),
  ) as Thresholds;
  return gateFor(audience === 'project' ? 'municipality' : audience, { tier, thresholds: raised });
}

function linkOf(first: Round, round: Round, gate: Gate): ShownSurveyResults['links'][number] {
  const { pairs, onlyBefore, onlyAfter } = linkRoundsOf(first.answers, round.answers);
  const beforeCount = first.answers.length;
  const linkedCount = pairs.length;
  const outside = { before: onlyBefore.length, after: onlyAfter.length };
  const counts = { beforeCount, afterCount: round.answers.length, linkedCount };
  return {
    from: first.kind,
    to: round.kind,
    linked: gate.persons(linkedCount),
    leftOut: numberCell(linkedCount < minSurveyAnswers ? null : leftOutCount(outside, minSurveyAnswers)),
    expectedLost: valueCell(expectedMismatch(counts).lostCount),
    isThin: isThinlyLinked(counts),
  };
}
