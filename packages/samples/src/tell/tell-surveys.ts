import { addDays } from '@forspring/domain/measures/day';
import { starterItems } from '@forspring/domain/surveys/starter-items';
import { type AnswerValues, questionsOf, type SurveyItem } from '@forspring/domain/surveys/survey-item';
import type { WaveKind } from '@forspring/domain/surveys/survey';
import type { KeptAnswer } from '@forspring/domain/surveys/survey.rules';
import { Chance } from '../chance.ts';
import { storyId } from '../story-id.ts';
import type { Telling } from './telling.ts';

/** Somebody who answered, known to the telling only: how they were, and which rounds they were there for. */
interface Voice {
  link: string | null;
  mood: number;
  age: number;
  rounds: readonly WaveKind[];
}

const letters = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => String.fromCodePoint(97 + chance.between(0, 25))).join('');

const clamp = (value: number, max: number) => Math.max(0, Math.min(max, Math.round(value)));

/**
 * Adds Fredagshallen's two surveys: how young people are (WHO-5, feeling safe, an adult to go to) before and after, linked by
 * card, with a follow-up that is open tonight; and one about the way home that too few have answered.
 */
export function tellSurveys(telling: Telling): void {
  tellWellbeing(telling);
  tellWayHome(telling);
}

function tellWellbeing({ rows, name, projectId, year, days, endsOn }: Telling): void {
  const chance = new Chance(`survey/${name}`);
  const surveyId = storyId(`survey/${name}/trivsel`);
  const item = (key: string) => storyId(`survey-item/${name}/${key}`);
  const { age, adult, safe } = starterItems;
  const items: SurveyItem[] = [
    { id: item('age'), ...age, options: age.options.slice(0, 3), counted: [] },
    { id: item('who-5'), kind: 'instrument', instrument: 'who-5' },
    { id: item('safe'), ...safe },
    { id: item('adult'), ...adult, options: [...adult.options], counted: [0] },
  ];
  rows.add('survey', {
    id: surveyId,
    projectId,
    title: { da: 'Hvordan går det?', en: 'How are you?' },
    items,
    isLinked: true,
    salt: letters(chance, 48),
    unlinkOn: addDays(endsOn > days.anchorOn ? endsOn : days.anchorOn, 45),
    closedOn: null,
    addedOn: days.passed(`${year}-01-20`, 75),
  });
  const voices = voicesOf(chance);
  const answer = ({ mood, age: place }: Voice, round: WaveKind): AnswerValues => {
    const now = mood + (round === 'before' ? 0 : 0.45) + (chance.next() - 0.5) * 1.2;
    const declines = () => chance.happens(0.03);
    const values: AnswerValues = {};
    for (const { id, itemId } of questionsOf(items)) {
      if (itemId === item('age')) values[id] = declines() ? null : place;
      else if (itemId === item('safe')) values[id] = declines() ? null : clamp(now * 2 + chance.next() * 2 - 0.6, 10);
      else if (itemId === item('adult')) values[id] = now > 3 ? 0 : chance.between(0, 2);
      else values[id] = chance.happens(0.01) ? null : clamp(now + (chance.next() - 0.5) * 2, 5);
    }
    return values;
  };
  const tell = (kind: WaveKind, opensOn: string, dayCount: number, askedCount: number | null, doubleCount: number) => {
    const id = storyId(`survey-wave/${name}/trivsel/${kind}`);
    rows.add('surveyWave', {
      id,
      surveyId,
      kind,
      opensOn,
      closesOn: addDays(opensOn, dayCount - 1),
      endedOn: null,
      askedCount,
      token: letters(chance, 28),
    });
    const answers = voices
      .filter(({ rounds }) => rounds.includes(kind))
      .map((voice): KeptAnswer => ({ id: letters(chance, 32), link: voice.link, values: answer(voice, kind) }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    rows.add('surveyAnswers', { waveId: id, answers, answerCount: answers.length, doubleCount });
  };
  tell('before', days.passed(`${year}-02-06`, 70), 15, 46, 1);
  tell('after', days.passed(`${year}-10-16`, 24), 15, 44, 0);
  tell('followUp', addDays(days.anchorOn, -2), 17, null, 0);
}

/** Forty-one who answered: twenty-four of them both times, some before only, some after only, four without a card. */
function voicesOf(chance: Chance): Voice[] {
  const plan: readonly (readonly [count: number, hasCard: boolean, rounds: readonly WaveKind[]])[] = [
    [18, true, ['before', 'after']],
    [6, true, ['before', 'after', 'followUp']],
    [9, true, ['before']],
    [3, false, ['before']],
    [4, true, ['after']],
    [1, false, ['after']],
  ];
  return plan.flatMap(([count, hasCard, rounds]) =>
    Array.from({ length: count }, () => ({
      link: hasCard ? letters(chance, 64) : null,
      // Who did not come back had it a little worse to begin with.
      mood: (rounds.includes('after') ? 2.6 : 2.2) + (chance.next() + chance.next() - 1) * 1.6,
      age: [1, 1, 1, 2, 2][chance.between(0, 4)] ?? 1,
      rounds,
    })),
  );
}

/**
 * Adds last year's survey of a project without cards: how safe it was, before and after, closed since. Where the project's
 * rows have been disposed of only its sums are left; where they are on hold its answers are.
 */
export function tellLastYear({ rows, name, projectId, year, days, endsOn }: Telling): void {
  const chance = new Chance(`survey-last/${name}`);
  const surveyId = storyId(`survey/${name}/tryghed`);
  const item = (key: string) => storyId(`survey-item/${name}/${key}`);
  const { safe, adult } = starterItems;
  const items: SurveyItem[] = [
    { id: item('safe'), ...safe },
    { id: item('adult'), ...adult, options: [...adult.options], counted: [0] },
  ];
  rows.add('survey', {
    id: surveyId,
    projectId,
    title: { da: 'Er her trygt?', en: 'Is it safe here?' },
    items,
    isLinked: false,
    salt: null,
    unlinkOn: null,
    closedOn: addDays(endsOn, 5),
    addedOn: days.passed(`${year}-01-20`, 400),
  });
  for (const [kind, monthDay, count, mood] of [
    ['before', '02-10', 26, 4.6],
    ['after', '11-10', 31, 6.1],
  ] as const) {
    const id = storyId(`survey-wave/${name}/tryghed/${kind}`);
    const opensOn = `${year}-${monthDay}`;
    const days14 = { opensOn, closesOn: addDays(opensOn, 13), endedOn: null };
    rows.add('surveyWave', { id, surveyId, kind, ...days14, askedCount: count + 6, token: letters(chance, 28) });
    const answers = Array.from({ length: count }, (): KeptAnswer => {
      const now = mood + (chance.next() + chance.next() - 1) * 4;
      const values = {
        [item('safe')]: chance.happens(0.03) ? null : clamp(now, 10),
        [item('adult')]: now > 4.8 ? 0 : chance.between(1, 2),
      };
      return { id: letters(chance, 32), link: null, values };
    }).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    rows.add('surveyAnswers', { waveId: id, answers, answerCount: count, doubleCount: 0 });
  }
}

function tellWayHome({ rows, name, projectId, days }: Telling): void {
  const chance = new Chance(`survey-home/${name}`);
  const surveyId = storyId(`survey/${name}/turen-hjem`);
  const items: SurveyItem[] = [
    {
      id: storyId(`survey-item/${name}/home`),
      kind: 'scale',
      text: { da: 'Hvor tryg er du på vej hjem herfra?', en: 'How safe are you on your way home from here?' },
      low: { da: 'Slet ikke tryg', en: 'Not safe at all' },
      high: { da: 'Helt tryg', en: 'Completely safe' },
      max: 10,
    },
    { id: storyId(`survey-item/${name}/fun`), ...starterItems.fun },
  ];
  const opensOn = addDays(days.anchorOn, -35);
  rows.add('survey', {
    id: surveyId,
    projectId,
    title: { da: 'Turen hjem', en: 'The way home' },
    items,
    isLinked: false,
    salt: null,
    unlinkOn: null,
    closedOn: null,
    addedOn: addDays(days.anchorOn, -40),
  });
  const waveId = storyId(`survey-wave/${name}/turen-hjem/before`);
  rows.add('surveyWave', {
    id: waveId,
    surveyId,
    kind: 'before',
    opensOn,
    closesOn: addDays(opensOn, 9),
    endedOn: null,
    askedCount: 12,
    token: letters(chance, 28),
  });
  const answers = Array.from({ length: 4 }, (): KeptAnswer => {
    const values = Object.fromEntries(
      questionsOf(items).map(({ id }, place) => [id, 3 + place + chance.between(0, 1)]),
    );
    return { id: letters(chance, 32), link: null, values };
  }).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  rows.add('surveyAnswers', { waveId, answers, answerCount: answers.length, doubleCount: 0 });
}

/**
 * Adds last year's survey: two questions asked before and after, of whoever was there, without cards. As many answer 7–10 as
 * the safety goal's baseline and reading say. It is closed, so that its results are in the evaluation's report.
 */
export function tellClosedSurvey({ rows, name, projectId, year }: Telling): void {
  const chance = new Chance(`survey-closed/${name}`);
  const surveyId = storyId(`survey/${name}/fredag`);
  const safe = storyId(`survey-item/${name}/safe`);
  const adult = storyId(`survey-item/${name}/adult`);
  const items: SurveyItem[] = [
    { id: safe, ...starterItems.safe },
    { id: adult, ...starterItems.adult, options: [...starterItems.adult.options], counted: [0] },
  ];
  rows.add('survey', {
    id: surveyId,
    projectId,
    title: { da: 'Fredag aften i hallen', en: 'Friday evening in the hall' },
    items,
    isLinked: false,
    salt: null,
    unlinkOn: null,
    closedOn: `${year}-12-05`,
    addedOn: `${year}-01-15`,
  });
  const tell = (kind: WaveKind, [opensOn, closesOn]: readonly [string, string], safeCount: number, count: number) => {
    const waveId = storyId(`survey-wave/${name}/fredag/${kind}`);
    rows.add('surveyWave', {
      id: waveId,
      surveyId,
      kind,
      opensOn,
      closesOn,
      endedOn: null,
      askedCount: count + 6,
      token: letters(chance, 28),
    });
    const answers = Array.from({ length: count }, (_, place): KeptAnswer => {
      const isSafe = place < safeCount;
      const values = {
        [safe]: isSafe ? chance.between(7, 10) : chance.between(2, 6),
        [adult]: chance.happens(isSafe ? 0.75 : 0.4) ? 0 : chance.between(1, 2),
      };
      return { id: letters(chance, 32), link: null, values };
    }).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    rows.add('surveyAnswers', { waveId, answers, answerCount: answers.length, doubleCount: 0 });
  };
  tell('before', [`${year}-01-31`, `${year}-02-14`], 22, 42);
  tell('after', [`${year}-11-14`, `${year}-11-28`], 25, 41);
}
