import { starterItems } from '@forspring/domain/surveys/starter-items';
import type { SurveyItem } from '@forspring/domain/surveys/survey-item';
import { storyId } from '@forspring/samples/story-id';
import { emailOf, fresh } from './ladder.ts';
import { newId, type Stage } from './on-both-databases.ts';
import { storyNow } from './story-snapshot.ts';

/** The project that has the story's surveys. */
export const hall = storyId('project/fredagshallen-2026');

/** So many minutes before the story's moment. */
export const minutesBefore = (minutes: number) => new Date(storyNow.getTime() - minutes * 60_000);
/** Noon of a day. */
export const onDay = (day: string) => new Date(`${day}T12:00:00Z`);

/** A plan with WHO-5 and a question of one's own. */
export function plan(): {
  id: string;
  title: { da: string; en: null };
  items: SurveyItem[];
  isLinked: boolean;
  unlinkOn: string;
} {
  return {
    id: newId(),
    title: { da: 'Prøve', en: null },
    items: [
      { id: newId(), kind: 'instrument', instrument: 'who-5' },
      { id: newId(), ...starterItems.safe },
    ],
    isLinked: true,
    unlinkOn: '2027-02-01',
  };
}

/** A stretched hash as a browser sends it. */
export const letters = (text: string) => text.padEnd(64, 'a').slice(0, 64);

/** Plans a survey with one open round, and gives its public token. */
export async function openRound(stage: Stage, kind: 'before' | 'after' = 'before') {
  const mette = await stage.as(emailOf('mette'));
  const survey = plan();
  const waveId = newId();
  await mette.surveys.add({ ...fresh(), projectId: hall, ...survey });
  const days = { opensOn: '2026-11-13', closesOn: '2026-11-20', askedCount: 20 };
  await mette.surveys.addWave({ ...fresh(), surveyId: survey.id, id: waveId, kind, ...days });
  return { survey, waveId, token: await tokenOf(stage, waveId) };
}

/** The public token of a round. */
export async function tokenOf({ db }: Stage, waveId: string): Promise<string> {
  return (await db.selectFrom('surveyWave').where('id', '=', waveId).select('token').executeTakeFirstOrThrow()).token;
}

/** What is kept of a round's answers. */
export async function keptOf({ db }: Stage, waveId: string) {
  const row = await db.selectFrom('surveyAnswers').where('waveId', '=', waveId).selectAll().executeTakeFirst();
  return row ?? { answers: [], answerCount: 0, doubleCount: 0 };
}

/** Opens the page a few minutes ago, as somebody did who has read it, and answers now. */
export async function answer(
  stage: Stage,
  token: string,
  given: { values?: (number | null)[]; code?: string | null } = {},
) {
  const opened = await stage.atLink(minutesBefore(5)).answers.show({ token });
  if (opened.state !== 'open') throw new Error(opened.state);
  const values = given.values ?? opened.survey.questions.map(({ choices }) => choices[0]?.value ?? null);
  const sent = { token, ticket: opened.survey.ticket, values, code: given.code ?? null, website: '' };
  await stage.atLink().answers.add(sent);
  return sent;
}
