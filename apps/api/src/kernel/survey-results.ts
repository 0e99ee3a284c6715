import type { Selectable } from 'kysely';
import type { EntityManager } from '@forspring/database/open-database';
import { reader } from '@forspring/database/reader';
import type { Reader, Tables } from '@forspring/database/tables';
import type { Tier } from '@forspring/domain/interventions/intervention';
import { notMeasured, numberCell, valueCell } from '@forspring/domain/measures/cell';
import type { Audience, Thresholds } from '@forspring/domain/measures/thresholds';
import type { Actor } from '@forspring/domain/people/actor';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { waveKinds } from '@forspring/domain/surveys/survey';
import type { ShownSurveyResults } from '@forspring/domain/surveys/survey-results';
import { type SurveyTally, tallyOf } from '@forspring/domain/surveys/survey-tally';
import {
  expectedMismatch,
  isSettled,
  isThinlyLinked,
  leftOutCount,
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

/** A survey with the rounds of it that are over, what they sum to, and how many came to its project. */
export interface SurveyRounds {
  survey: Pick<Selectable<Tables['survey']>, 'items' | 'isLinked'>;
  rounds: readonly Round[];
  tally: SurveyTally;
  figures: Selectable<Tables['projectFigures']> | undefined;
}

/**
 * The rounds of a survey that are over for good by a day; all of them once it is closed. Answers leave here in sums only:
 * those that were kept when the answers were removed, else the same sums made now.
 */
export async function readRounds(
  db: Reader,
  survey: Selectable<Tables['survey']>,
  today: string,
): Promise<SurveyRounds> {
  const rows = await db
    .selectFrom('surveyWave')
    .leftJoin('surveyAnswers', 'surveyAnswers.waveId', 'surveyWave.id')
    .where('surveyWave.surveyId', '=', survey.id)
    .selectAll('surveyWave')
    .select(['surveyAnswers.answers', 'surveyAnswers.answerCount', 'surveyAnswers.doubleCount'])
    .execute();
  const settled = rows
    .filter((wave) => survey.closedOn !== null || isSettled(wave, today))
    .toSorted((a, b) => waveKinds.indexOf(a.kind) - waveKinds.indexOf(b.kind));
  const rounds = settled.map((wave): Round => ({
    waveId: wave.id,
    kind: wave.kind,
    on: wave.endedOn ?? wave.closesOn,
    askedCount: wave.askedCount,
    answerCount: wave.answerCount ?? 0,
    doubleCount: wave.doubleCount ?? 0,
  }));
  const answered = settled.map((wave) => ({ waveId: wave.id, answers: wave.answers ?? [] }));
  const figures = await db
    .selectFrom('projectFigures')
    .where('projectId', '=', survey.projectId)
    .selectAll()
    .executeTakeFirst();
  return { survey, rounds, tally: survey.tally ?? tallyOf(survey.items, answered, survey), figures };
}

/** What a survey says to whoever stands behind this gate. */
export function resultsOf({ survey, rounds, tally, figures }: SurveyRounds, gate: Gate): ShownSurveyResults {
  const [first, ...later] = rounds;
  return {
    waves: rounds.map(({ waveId, kind, on, answerCount, askedCount, doubleCount }) => ({
      waveId,
      kind,
      on,
      answered: gate.persons(answerCount),
      asked: gate.persons(askedCount),
      doubled: gate.persons(doubleCount),
    })),
    attended: figures ? gate.reach(figures) : notMeasured,
    isLinked: survey.isLinked,
    links: later.flatMap((round) => {
      const link = tally.links.find(({ waveId }) => waveId === round.waveId);
      return first === undefined || link === undefined ? [] : [linkOf(first, round, link, gate)];
    }),
    measures: measuresOf(survey.items, rounds, { tally, gate }),
    traits: traitsOf(survey.items, tally, gate),
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

function linkOf(
  first: Round,
  round: Round,
  { linkedCount, onlyBeforeCount, onlyAfterCount }: SurveyTally['links'][number],
  gate: Gate,
): ShownSurveyResults['links'][number] {
  const linked = gate.persons(linkedCount);
  const outside = { before: onlyBeforeCount, after: onlyAfterCount };
  const counts = { beforeCount: first.answerCount, afterCount: round.answerCount, linkedCount };
  // What follows from how many were linked is hidden with it: either of them would tell the number.
  const isHidden = linked.kind === 'withheld';
  return {
    from: first.kind,
    to: round.kind,
    linked,
    leftOut: isHidden ? linked : numberCell(linkedCount === 0 ? null : leftOutCount(outside, minSurveyAnswers)),
    expectedLost: isHidden ? linked : valueCell(expectedMismatch(counts).lostCount),
    isThin: !isHidden && isThinlyLinked(counts),
  };
}
