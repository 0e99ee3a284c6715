import type { Edition } from './edition.ts';

const copy = {
  recipe: 'fredagshallen',
  municipality: 'koebenhavn',
  isCopy: true,
  usesCodes: false,
} as const satisfies Partial<Edition>;

const vanloese = {
  ...copy,
  district: 'vanloese',
  body: 'udvalg-vanloese',
  areaName: 'Vanløse',
  title: 'Fredagshallen i Vanløse',
  owner: 'rasmus',
  decidedBy: 'susanne',
  organisations: {
    'fc-indre-valby': 'fc-vanloese',
    'hafnia-hallen': 'vanloese-hallerne',
    'valby-idraetsforening': 'vanloese-idraetsforening',
  },
  venues: { 'hafnia-hallen': 'vanloese-hallerne' },
} as const satisfies Partial<Edition>;

const noerrebro = {
  ...copy,
  district: 'ydre-noerrebro',
  body: 'udvalg-ydre-noerrebro',
  areaName: 'Ydre Nørrebro',
  title: 'Fredagshallen på Ydre Nørrebro',
  owner: 'camilla',
  decidedBy: 'torben',
  organisations: {
    'fc-indre-valby': 'fc-ydre-noerrebro',
    'hafnia-hallen': 'noerrebro-hallen',
    'valby-idraetsforening': 'noerrebro-idraetsforening',
  },
  venues: { 'hafnia-hallen': 'noerrebro-hallen' },
} as const satisfies Partial<Edition>;

const count = (value: number) => ({ on: '12-15', value });
const asked = (part: number, base: number) => ({ on: '11-28', value: part / base, of: [part, base] as const });
const askedNow = (part: number, base: number) => ({ on: '09-25', value: part / base, of: [part, base] as const });

/** Fredagshallen taken home by four other districts, with clearly different results. */
export const fredagshallenElsewhere: readonly Edition[] = [
  {
    ...vanloese,
    offset: -1,
    isFirstYear: true,
    copiedFrom: 'fredagshallen/-1',
    priceShare: 0.94,
    volumeShare: 0.9,
    crowdShare: 0.62,
    trend: -0.2,
    cancelShare: 0.12,
    adaptations: [
      {
        field: 'activities',
        fromText: 'Klatring hver anden uge',
        toText: 'Badminton og bordtennis',
        reason: 'Hallen har ingen klatrevæg.',
      },
      {
        field: 'resources',
        fromText: 'Frivillige fra idrætsforeningen',
        toText: 'Studerende som timelønnede',
        reason: 'Foreningen kunne ikke finde frivillige om fredagen.',
      },
    ],
    goals: {
      forening: { lastYear: count(6) },
      faste: { lastYear: { on: '12-31', value: 11 / 58, of: [11, 58] } },
      tryghed: { baseline: 0.7, lastYear: asked(20, 27) },
    },
    evaluation: {
      found:
        'Hallen kom langsomt i gang og tabte pusten om foråret. Unge, der bor tæt på, kom igen; andre kom én gang.',
      worked: 'Bordtennis og fællesspisning. Samarbejdet med biblioteket om plakater og besøg.',
      didNotWork:
        'Hallen blev brugt til kampe flere fredage, og vi aflyste med kort varsel. Skiftende voksne betød, at de unge ikke vidste, hvem de mødte.',
      forWhom: 'For 13–14-årige fra de nærmeste skoler. De ældste blev ved stationen.',
      adaptations: 'Klatring blev til badminton og bordtennis. Studerende i stedet for frivillige.',
      costText: 'Billigere end i Valby, men dyrere pr. fremmøde, fordi færre kom.',
      preconditions: 'En bindende aftale med hallen om fredage hele året.',
      recommendation: 'adjust',
      recommendationReason: 'Udvalget vil prøve igen med fast aftale om hallen og de samme to voksne.',
    },
  },
  {
    ...vanloese,
    offset: 0,
    copiedFrom: 'fredagshallen-vanloese/-1',
    priceShare: 0.96,
    volumeShare: 0.9,
    crowdShare: 0.74,
    trend: 0.2,
    cancelShare: 0.07,
    forgottenCount: 1,
    adaptations: [
      {
        field: 'resources',
        fromText: 'Studerende som timelønnede',
        toText: 'To faste pædagoger',
        reason: 'De unge bad om at møde de samme voksne.',
      },
    ],
    goals: {
      fremmoede: { target: 22 },
      forening: { thisYear: { on: '09-30', value: 5 } },
      faste: { thisYear: { on: '09-30', value: 12 / 51, of: [12, 51] } },
      tryghed: { baseline: 0.74, thisYear: askedNow(19, 26) },
    },
    lockedChange: {
      goal: 'fremmoede',
      fromText: '28',
      toText: '22',
      reason: 'Hallen må højst tage 30 ad gangen efter brandsynet i marts.',
    },
  },
  {
    ...noerrebro,
    offset: -1,
    isFirstYear: true,
    copiedFrom: 'fredagshallen/-1',
    priceShare: 0.96,
    crowdShare: 1.3,
    trend: 0.3,
    cancelShare: 0.03,
    adaptations: [
      {
        field: 'targetGroup',
        fromText: 'Unge på 13–17 år',
        toText: 'Unge på 13–17 år, én fredag om måneden kun for piger',
        reason: 'Pigerne sagde, at de ellers ikke ville komme.',
      },
    ],
    goals: {
      forening: { lastYear: count(27) },
      faste: { lastYear: { on: '12-31', value: 61 / 118, of: [61, 118] } },
      tryghed: { indicator: 'safe-friday-1', baseline: 0.55, lastYear: asked(37, 52) },
    },
    evaluation: {
      found:
        'Mange unge, fra første fredag. Pigefredagen blev årets mest besøgte aften, og idrætsforeningen fik nye medlemmer.',
      worked:
        'Pigefredagen, en forening med egne unge trænere og en hal midt i kvarteret. Ventetid blev brugt på turneringer uden for banen.',
      didNotWork: 'På de største aftener var to voksne for lidt. Naboerne klagede to gange over larm ved lukketid.',
      forWhom: 'For både 13–15- og 16–17-årige, og for piger, når der er en aften for dem.',
      adaptations: 'Én fredag om måneden kun for piger. En ekstra voksen fra september.',
      costText: 'Lidt dyrere end planlagt på grund af den ekstra voksne; lav pris pr. fremmøde.',
      preconditions: 'Plads til mindst 50 og en voksen for hver 15 unge.',
      recommendation: 'continue',
      recommendationReason: 'Stedet bliver brugt af mange, og unge og forening vil fortsætte.',
    },
  },
  {
    ...noerrebro,
    offset: 0,
    copiedFrom: 'fredagshallen-ydre-noerrebro/-1',
    priceShare: 0.98,
    volumeShare: 1.1,
    crowdShare: 1.38,
    trend: 0.05,
    cancelShare: 0.03,
    forgottenCount: 1,
    // A fitness centre round the corner opened on Fridays: a real shift, which the chart points out.
    crowdShift: { daysAgo: 45, share: 0.55 },
    firstTimeMissingShare: 0.28,
    goals: {
      fremmoede: { target: 36 },
      forening: { thisYear: { on: '09-30', value: 19 } },
      faste: { thisYear: { on: '09-30', value: 54 / 104, of: [54, 104] } },
      tryghed: { indicator: 'safe-friday-1', baseline: 0.71, thisYear: askedNow(41, 55) },
    },
  },
  {
    ...copy,
    offset: 0,
    district: 'bispebjerg',
    body: 'udvalg-bispebjerg',
    areaName: 'Bispebjerg',
    title: 'Fredagshallen i Bispebjerg',
    owner: 'anders',
    decidedBy: 'hanne',
    organisations: {
      'fc-indre-valby': 'fc-bispebjerg',
      'hafnia-hallen': 'bispebjerg-hallen',
      'valby-idraetsforening': 'bispebjerg-idraetsforening',
    },
    venues: { 'hafnia-hallen': 'bispebjerg-hallen' },
    isFirstYear: true,
    copiedFrom: 'fredagshallen/-1',
    priceShare: 0.96,
    volumeShare: 0.95,
    crowdShare: 0.95,
    trend: 0.5,
    cancelShare: 0.04,
    adaptations: [
      {
        field: 'structure',
        fromText: 'Fast program til kl. 21',
        toText: 'Fast program hele aftenen',
        reason: 'I Valby faldt roen efter kl. 21.',
      },
      {
        field: 'activities',
        fromText: 'Foreningsbesøg om fredagen',
        toText: 'Åben træning om onsdagen, hvor trænerne alligevel er der',
        reason: 'I Valby havde trænerne ikke fri om fredagen.',
      },
    ],
    goals: {
      forening: { thisYear: { on: '09-30', value: 16 } },
      faste: { thisYear: { on: '09-30', value: 29 / 77, of: [29, 77] } },
      tryghed: { baseline: 0.52, thisYear: askedNow(29, 44) },
    },
  },
  {
    ...copy,
    offset: 0,
    district: 'sundbyvester',
    body: 'udvalg-sundbyvester',
    areaName: 'Sundbyvester',
    title: 'Fredagshallen i Sundbyvester',
    owner: 'pia',
    decidedBy: 'per',
    organisations: {
      'fc-indre-valby': 'fc-sundbyvester',
      'hafnia-hallen': 'sundby-hallen',
      'valby-idraetsforening': 'sundby-idraetsforening',
    },
    venues: { 'hafnia-hallen': 'sundby-hallen' },
    isFirstYear: true,
    copiedFrom: 'fredagshallen-vanloese/-1',
    priceShare: 0.95,
    volumeShare: 0.85,
    crowdShare: 0.48,
    trend: -0.1,
    cancelShare: 0.2,
    forgottenCount: 2,
    adaptations: [
      {
        field: 'resources',
        fromText: 'To pædagoger fra klubberne',
        toText: 'Én pædagog og to frivillige',
        reason: 'Fritidscentret kunne kun undvære én om fredagen.',
      },
    ],
    goals: {
      forening: { thisYear: { on: '09-30', value: 2 } },
      faste: { thisYear: { on: '09-30', value: 5 / 41, of: [5, 41] } },
      tryghed: { baseline: 0.68, thisYear: askedNow(13, 21) },
    },
  },
];
