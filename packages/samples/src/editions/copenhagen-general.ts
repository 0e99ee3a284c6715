import type { Edition } from './edition.ts';

const broenshoej = {
  municipality: 'koebenhavn',
  district: 'broenshoej-husum',
  body: 'udvalg-broenshoej-husum',
  areaName: 'Brønshøj-Husum',
  owner: 'thomas',
  decidedBy: 'inge',
} as const satisfies Partial<Edition>;
const vanloese = {
  municipality: 'koebenhavn',
  district: 'vanloese',
  body: 'udvalg-vanloese',
  areaName: 'Vanløse',
  owner: 'rasmus',
  decidedBy: 'susanne',
} as const satisfies Partial<Edition>;
const sydhavnen = {
  municipality: 'koebenhavn',
  district: 'kongens-enghave',
  body: 'udvalg-kongens-enghave',
  areaName: 'Sydhavnen',
  owner: 'signe',
  decidedBy: 'claus',
} as const satisfies Partial<Edition>;
const noerrebro = {
  municipality: 'koebenhavn',
  district: 'ydre-noerrebro',
  body: 'udvalg-ydre-noerrebro',
  areaName: 'Ydre Nørrebro',
  owner: 'camilla',
  decidedBy: 'torben',
} as const satisfies Partial<Edition>;
const everywhere = {
  municipality: 'koebenhavn',
  district: null,
  body: 'ledergruppen',
  areaName: 'Hele kommunen',
  owner: 'jakob',
  decidedBy: 'dorthe',
} as const satisfies Partial<Edition>;

/** The general projects of København and its outreach. */
export const copenhagenGeneral: readonly Edition[] = [
  {
    ...broenshoej,
    recipe: 'alle-de-andre',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.95,
    evaluation: {
      found:
        '17 af 18 klasser gennemførte begge lektioner. Færre elever end før tror, at de fleste har været fulde; målet blev ikke helt nået.',
      worked:
        'Afstemning på stedet, hvor klassen så sine egne tal. At to lektioner lå en uge fra hinanden, så snakken nåede hjem.',
      didNotWork: 'Forældremøderne lå oven i skolernes egne og blev ikke fyldt. En klasse faldt ud på grund af sygdom.',
      forWhom: 'For hele årgangen. Klasser med en lærer, der selv var med, talte mere.',
      adaptations: 'Vaping kom ind i anden lektion efter ønske fra lærerne.',
      costText: 'Under budget på forplejning, fordi færre kom end ventet.',
      preconditions: 'Aftaler med skolerne før sommerferien.',
      recommendation: 'continue',
      recommendationReason: 'Fortsæt med forældremøder lagt sammen med skolernes egne.',
    },
  },
  { ...broenshoej, recipe: 'alle-de-andre', offset: 0, priceShare: 0.98, cancelShare: 0.02 },
  { ...broenshoej, recipe: 'alle-de-andre', offset: 1, status: 'approved' },
  {
    ...vanloese,
    recipe: 'del-med-omtanke',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.96,
    evaluation: {
      found: '12 af 13 klasser fik alle tre lektioner, og flere elever ved nu, hvor de kan få hjælp.',
      worked:
        'Rollemodeller fra gymnasiet, som eleverne lyttede til. De åbne aftener, hvor børn viste deres forældre, hvad de havde lært.',
      didNotWork:
        'Licensen til materialet løb ud midt i forløbet. Fire rollemodeller sprang fra, fordi de ikke fik fri.',
      forWhom: 'For 5. og 6. klasse; lidt for let for de ældste.',
      adaptations: 'Gaming fik mere plads end svindel.',
      costText: 'Som budgetteret.',
      preconditions: 'Aftale med ungdomsuddannelserne om fri til rollemodeller.',
      recommendation: 'continue',
      recommendationReason: 'Fortsæt, og uddan flere rollemodeller, end der er brug for.',
    },
  },
  { ...vanloese, recipe: 'del-med-omtanke', offset: 0, priceShare: 0.99, cancelShare: 0.03 },
  { ...vanloese, recipe: 'del-med-omtanke', offset: 1, status: 'submitted' },
  {
    ...everywhere,
    recipe: 'sidste-skoledag',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.94,
    crowdShare: 0.96,
    evaluation: {
      found: 'En rolig dag med otte teams i parkerne. Otte skoler nåede ikke en aftale inden 1. maj.',
      worked: 'Vand, frugt og førstehjælp tæt på. Teams, der kendte de unge fra hverdagen.',
      didNotWork: 'Regn fra kl. 17 samlede alle ved søerne, hvor vi var for få. De private skoler fik brevet for sent.',
      forWhom: 'For alle afgangselever; 10. klasse blev længst.',
      adaptations: 'To teams blev flyttet kl. 17 på grund af vejret.',
      costText: 'Under budget på kampagnen.',
      preconditions: 'Skolernes datoer samlet i januar.',
      recommendation: 'adjust',
      recommendationReason: 'Skriv til skolerne en måned før, og hold to teams i reserve.',
    },
  },
  {
    ...everywhere,
    recipe: 'sidste-skoledag',
    offset: 0,
    priceShare: 0.97,
    evaluation: {
      found: 'Ni teams var ude, og næsten alle skoler havde en aftale i tide.',
      worked: 'Brevet til skolerne i januar og to teams i reserve, som blev brugt fra kl. 16.',
      didNotWork: 'To skoler nåede ikke en aftale. Telefonerne til teams kom først samme morgen.',
      forWhom: 'For alle afgangselever.',
      adaptations: 'Reserveteams blev sat ind ved stranden.',
      costText: 'Forbruget er opgjort og ligger tæt på budgettet.',
      preconditions: 'Datoer fra alle skoler inden februar.',
      recommendation: 'continue',
      recommendationReason: 'Gentag næste år med samme plan.',
    },
  },
  { ...everywhere, recipe: 'sidste-skoledag', offset: 1, status: 'draft' },
  {
    ...sydhavnen,
    recipe: 'ferie-med-indhold',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.95,
    crowdShare: 0.9,
    cancelShare: 0.05,
    evaluation: {
      found:
        'Næsten alle dage blev holdt, og pladsen var fuld det meste af sommeren. Færre end ventet meldte sig ind i en forening bagefter.',
      worked: 'Mad hver dag kl. 13 og unge assistenter fra kvarteret. Foreningsdagen om onsdagen.',
      didNotWork: 'Turene blev fyldt af de samme. Indmeldelse krævede MitID, og det stoppede mange.',
      forWhom: 'Mest 10–13-årige. De 16–17-årige kom som assistenter eller slet ikke.',
      adaptations: 'Turene blev delt ud ved lodtrækning fra uge 30.',
      costText: 'Mad og ture kostede mere; løn mindre, fordi to dage blev aflyst.',
      preconditions: 'Ferievikarer ansat inden maj.',
      recommendation: 'continue',
      recommendationReason: 'Fortsæt, og lad foreningerne tage imod indmeldelse på pladsen.',
    },
  },
  { ...sydhavnen, recipe: 'ferie-med-indhold', offset: 0, priceShare: 0.98, crowdShare: 1.02, cancelShare: 0.02 },
  { ...sydhavnen, recipe: 'ferie-med-indhold', offset: 1, status: 'draft' },
  {
    ...noerrebro,
    recipe: 'aftenrunden',
    offset: -1,
    isFirstYear: true,
    priceShare: 0.95,
    crowdShare: 0.93,
    cancelShare: 0.05,
    evaluation: {
      found:
        'Gademedarbejderne blev kendt på tre pladser. Antallet af kontakter nåede næsten målet, og tryghed blev målt alle tre steder.',
      worked: 'De samme to ansigter og varm kakao. Følgeskab helt ind ad døren i klubben.',
      didNotWork: 'Om lørdagen lukkede klubben kl. 20, så der ikke var noget at følge til.',
      forWhom: 'For 14–16-årige. De ældste ville tale, men ikke følges.',
      adaptations: 'Ruten blev lagt om i august, da stationen blev bygget om.',
      costText: 'Under budget på materialer.',
      preconditions: 'Et tilbud, der er åbent lørdag aften.',
      recommendation: 'adjust',
      recommendationReason: 'Fortsæt, når klubben kan holde åbent lørdag.',
    },
  },
  {
    ...noerrebro,
    recipe: 'aftenrunden',
    offset: 0,
    priceShare: 0.97,
    forgottenCount: 2,
    cancelShare: 0.04,
    copiedFrom: 'aftenrunden/-1',
    adaptations: [
      {
        field: 'activities',
        fromText: 'Runde til kl. 22 om lørdagen',
        toText: 'Runde til midnat, klubben åben til kl. 23',
        reason: 'Sidste år var der ikke noget at følge til lørdag aften.',
      },
    ],
  },
  { ...noerrebro, recipe: 'aftenrunden', offset: 1, status: 'approved' },
];
