import { addDays, weekdayOf } from '@forspring/domain/measures/day';
import type { BodyKey } from '../places/places.ts';
import type { StoryDays } from '../story-days.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { bodyId } from './tell-places.ts';

interface Minutes {
  decisions: readonly { text: string; expectation: string; reviewInDays: number; project?: string; offset?: number }[];
  tasks: readonly { text: string; responsible: string; inDays: number; isDone: boolean }[];
}

/** What Valby's committee decided, latest meeting first. Action items name functions, and staff only. */
const valbyMinutes: readonly Minutes[] = [
  {
    decisions: [
      {
        text: 'Fredagshallen fortsætter resten af året med de samme to voksne.',
        expectation: 'Mindst 28 fremmøder i gennemsnit ved årets udgang.',
        reviewInDays: 70,
        project: 'fredagshallen',
      },
      {
        text: 'Forslag til næste år sendes til udvalget senest 2. november.',
        expectation: 'Alle forslag har budget og mål.',
        reviewInDays: 28,
      },
    ],
    tasks: [
      {
        text: 'Få registreret de aftener, der mangler i Fredagshallen',
        responsible: 'Fritidscenter Indre Valby',
        inDays: 21,
        isDone: false,
      },
      {
        text: 'Spørg fonden om flytning fra udstyr til mad',
        responsible: 'SSP-konsulenten',
        inDays: 14,
        isDone: true,
      },
    ],
  },
  {
    decisions: [
      {
        text: 'De unges hus får besøg af udvalget på et husmøde.',
        expectation: 'Udvalget hører de unges egne ord om regler og naboer.',
        reviewInDays: 60,
        project: 'de-unges-hus',
      },
    ],
    tasks: [{ text: 'Aftal dato med husmødet', responsible: 'Kontaktvoksen', inDays: 14, isDone: true }],
  },
  {
    decisions: [
      {
        text: 'Lys på stien ved Rubinen er skiftet; punktet lukkes.',
        expectation: 'Færre henvendelser om utryghed på stien.',
        reviewInDays: 120,
      },
    ],
    tasks: [
      {
        text: 'Bed boligorganisationen om tal for henvendelser',
        responsible: 'Helhedsplanen',
        inDays: 40,
        isDone: true,
      },
    ],
  },
  {
    decisions: [
      {
        text: 'Akutplanen for Folehaven er gennemgået, og skolerne står nu øverst i telefonkæden.',
        expectation: 'Skolerne får besked inden for 30 minutter.',
        reviewInDays: 180,
      },
    ],
    tasks: [{ text: 'Send den nye telefonkæde ud', responsible: 'SSP-koordinatoren', inDays: 7, isDone: true }],
  },
  {
    decisions: [
      {
        text: 'Evalueringen af De unges hus er godkendt. Huset fortsætter som år 2 med faste voksenbesøg.',
        expectation: 'Højst fire naboklager i år.',
        reviewInDays: 200,
        project: 'de-unges-hus',
        offset: -1,
      },
    ],
    tasks: [],
  },
];

/** Adds meetings around the anchor day: committees with decisions, seminars, and information exchanges with nothing but a date. */
export function tellMeetings(rows: StoryRows, days: StoryDays): void {
  // The coming meeting is on the Thursday of next week, the earlier ones every fourth week before it.
  const comingOn = addDays(days.anchorOn, 2 + ((11 - weekdayOf(addDays(days.anchorOn, 2))) % 7));
  tellMeeting(rows, 'udvalg-valby', 'coming', 'SSP-udvalgsmøde', 'committee', comingOn, 540, null);
  tellMeeting(rows, 'udvalg-valby', 'seminar', 'Årsplanseminar', 'seminar', addDays(comingOn, 7), 540, null);
  valbyMinutes.forEach((minutes, index) => {
    const heldOn = addDays(comingOn, -28 * (index + 1));
    const id = tellMeeting(rows, 'udvalg-valby', `past-${index}`, 'SSP-udvalgsmøde', 'committee', heldOn, 540, true);
    tellMinutes(rows, days, id, heldOn, minutes);
  });
  for (const [body, weekday] of [
    ['udvalg-vanloese', 2],
    ['udvalg-ydre-noerrebro', 3],
    ['udvalg-vejen', 3],
  ] as const)
    for (const weeks of [-9, -5, -1, 3]) {
      const monday = addDays(days.anchorOn, 1 - weekdayOf(days.anchorOn));
      const heldOn = addDays(monday, weeks * 7 + weekday - 1);
      tellMeeting(rows, body, `${weeks}`, 'SSP-udvalgsmøde', 'committee', heldOn, 570, weeks < 0 ? true : null);
    }
  tellExchanges(rows, days);
}

/** Of an information exchange the system knows the date and whether it was held, and nothing else. */
function tellExchanges(rows: StoryRows, days: StoryDays): void {
  const tuesday = addDays(days.anchorOn, 2 - weekdayOf(days.anchorOn));
  for (let week = -10; week <= 2; week += 1) {
    const heldOn = addDays(tuesday, week * 7);
    const isPast = heldOn < days.anchorOn;
    tellMeeting(
      rows,
      'noeglepersongruppe-valby',
      `exchange-${week}`,
      'Tirsdagsmøde',
      'informationExchange',
      heldOn,
      510,
      isPast ? week !== -4 : null,
    );
    if (week % 2 === 0)
      tellMeeting(
        rows,
        'samarbejde-vejen',
        `exchange-${week}`,
        'Møde med politiet',
        'informationExchange',
        addDays(heldOn, 1),
        540,
        addDays(heldOn, 1) < days.anchorOn ? week !== -6 : null,
      );
  }
}

function tellMeeting(
  rows: StoryRows,
  body: BodyKey,
  key: string,
  title: string,
  kind: 'committee' | 'seminar' | 'informationExchange',
  heldOn: string,
  startMinute: number,
  wasHeld: boolean | null,
): string {
  const id = storyId(`meeting/${body}/${key}`);
  rows.add('meeting', { id, bodyId: bodyId(body), kind, title, heldOn, startMinute, wasHeld });
  return id;
}

function tellMinutes(
  rows: StoryRows,
  days: StoryDays,
  meetingId: string,
  heldOn: string,
  { decisions, tasks }: Minutes,
): void {
  decisions.forEach(({ text, expectation, reviewInDays, project, offset = 0 }, position) =>
    rows.add('decision', {
      id: storyId(`decision/${meetingId}/${position}`),
      meetingId,
      position,
      text,
      expectation,
      reviewOn: addDays(heldOn, reviewInDays),
      projectId: project ? storyId(`project/${project}-${days.year + offset}`) : null,
    }),
  );
  tasks.forEach(({ text, responsible, inDays, isDone }, index) => {
    const deadlineOn = addDays(heldOn, inDays);
    rows.add('actionItem', {
      id: storyId(`action-item/${meetingId}/${index}`),
      meetingId,
      text,
      responsible,
      deadlineOn,
      doneOn: isDone ? days.passed(addDays(deadlineOn, -2), 1) : null,
    });
  });
}
