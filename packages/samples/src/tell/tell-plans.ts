import { entriesOf } from '../entries.ts';
import { copenhagenDistricts } from '../places/copenhagen.ts';
import type { BodyKey, DistrictKey } from '../places/places.ts';
import type { StoryDays } from '../story-days.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';
import { bodyId, districtId, municipalityId } from './tell-places.ts';

/** What the committees of districts with projects write about their year; others have a short picture. */
const pictures: Partial<Record<BodyKey, { situation: string; challenges: string; frameKr: number; otherKr: number }>> =
  {
    'udvalg-valby': {
      situation:
        'Der bor 4.300 unge på 10–17 år i Valby (eksempeldata). Klubberne lukker kl. 20 fredag. Butikkerne ved stationen har meldt om mere hærværk i mørke måneder. Fredagshallen og De unges hus bruges af mange.',
      challenges:
        'Uro ved stationen fredag aften. Få unge fra Folehaven i forening eller fritidsjob. Piger bruger tilbuddene mindre end drenge.',
      frameKr: 260_000,
      otherKr: 18_000,
    },
    'udvalg-vanloese': {
      situation:
        'Der bor 3.900 unge på 10–17 år i Vanløse (eksempeldata). Skolerne fortæller om konflikter, der begynder i chatgrupper.',
      challenges: 'Deling af billeder i 5.–6. klasse. Et sted at være fredag aften.',
      frameKr: 190_000,
      otherKr: 12_000,
    },
    'udvalg-ydre-noerrebro': {
      situation:
        'Der bor 3.000 unge på 10–17 år på Ydre Nørrebro (eksempeldata). Tre pladser går igen i henvendelser om utryghed.',
      challenges: 'Grupper på gaden sent. Få tilbud lørdag aften.',
      frameKr: 220_000,
      otherKr: 10_000,
    },
    'udvalg-bispebjerg': {
      situation: 'Der bor 3.500 unge på 10–17 år i Bispebjerg (eksempeldata). Fredagshallen er ny og vokser.',
      challenges: 'Unge uden fast voksenkontakt. Læring fra pavillonen, der måtte stoppe.',
      frameKr: 220_000,
      otherKr: 10_000,
    },
    'udvalg-sundbyvester': {
      situation:
        'Der bor 3.300 unge på 10–17 år i Sundbyvester (eksempeldata). Hallen er svær at få fat i fredag aften.',
      challenges: 'Frivillige om fredagen. Aftale med hallen.',
      frameKr: 180_000,
      otherKr: 10_000,
    },
    'udvalg-broenshoej-husum': {
      situation:
        'Der bor 3.800 unge på 10–17 år i Brønshøj-Husum (eksempeldata). Skolerne oplever, at vaping fylder i 7. klasse.',
      challenges: 'Forestillinger om, hvad de andre gør. Familier, der venter på hjælp.',
      frameKr: 120_000,
      otherKr: 8_000,
    },
    'udvalg-kongens-enghave': {
      situation: 'Der bor 1.700 unge på 10–17 år i Kongens Enghave (eksempeldata). Mange bliver hjemme i ferierne.',
      challenges: 'Tomme dage i sommerferien.',
      frameKr: 180_000,
      otherKr: 6_000,
    },
    ledergruppen: {
      situation:
        'København har 43.000 unge på 10–17 år (eksempeldata) og 16 SSP-udvalg. Indsatser for hele kommunen samles her.',
      challenges: 'Sidste skoledag. Overgange ved løsladelse. Mentorer nok til alle forløb.',
      frameKr: 90_000,
      otherKr: 20_000,
    },
    'udvalg-vejen': {
      situation:
        'Der bor 4.200 unge på 10–17 år i Vejen (eksempeldata). Ungdomsskolen er til stede på skoler, i klubber og i værkstedet.',
      challenges: 'Kørsel i gamle biler på markveje. Unge, der er trætte af skolen.',
      frameKr: 240_000,
      otherKr: 15_000,
    },
  };

/** Adds annual plans (closed, adopted, draft) for each committee, observations of places and emergency plans. */
export function tellPlans(rows: StoryRows, days: StoryDays): void {
  const bodies: [BodyKey, string][] = [
    ...entriesOf(copenhagenDistricts).map(([key, { name }]): [BodyKey, string] => [`udvalg-${key}`, name]),
    ['ledergruppen', 'København'],
    ['udvalg-vejen', 'Vejen'],
  ];
  for (const [body, name] of bodies) {
    const picture = pictures[body] ?? {
      situation: `${name} har i år ingen egne étårige projekter. Udvalget følger klubbernes åbningstider og stederne omkring skolerne.`,
      challenges: 'Få voksne at møde om aftenen uden for klubbernes åbningstid.',
      frameKr: 60_000,
      otherKr: 5_000,
    };
    for (const [offset, status, share] of [
      [-1, 'closed', 0.95],
      [0, 'adopted', 1],
      [1, 'draft', 1],
    ] as const)
      rows.add('annualPlan', {
        id: storyId(`annual-plan/${body}/${days.year + offset}`),
        bodyId: bodyId(body),
        year: days.year + offset,
        status,
        situation: picture.situation,
        challenges: picture.challenges,
        frameOere: Math.round((picture.frameKr * share) / 1000) * 100_000,
        otherCostsOere: picture.otherKr * 100,
        adoptedOn: status === 'draft' ? null : days.passed(`${days.year + offset - 1}-12-10`, 4),
      });
  }
  tellObservations(rows, days);
  tellEmergencyPlans(rows, days);
}

function tellObservations(rows: StoryRows, days: StoryDays): void {
  const seen: readonly (readonly [DistrictKey, string, string, string, string, string])[] = [
    [
      'valby',
      'Pladsen ved stationen',
      'Hærværk',
      '-10-01',
      '-10-25',
      'Mere hærværk på læskure og cykler fredag og lørdag aften, uge 40–43.',
    ],
    [
      'valby',
      'Folehaven, stien ved Rubinen',
      'Tryghed',
      '-05-01',
      '-05-31',
      'Flere beboere går tur om aftenen, efter at lyset på stien er skiftet.',
    ],
    ['valby', 'Indkøbscentret', 'Uro', '-11-02', '-11-08', 'Fyrværkeri i elevatoren tre aftener i samme uge.'],
    [
      'vanloese',
      'Skolegårde og chatgrupper',
      'Digital adfærd',
      '-09-01',
      '-09-30',
      'Fire skoler fortæller om konflikter, der er begyndt i klassernes chatgrupper.',
    ],
    [
      'ydre-noerrebro',
      'Torvet ved hallen',
      'Rusmidler',
      '-08-15',
      '-09-30',
      'Vaping er blevet almindeligt blandt de yngste på torvet.',
    ],
    [
      'bispebjerg',
      'Parken ved pavillonen',
      'Tryghed',
      '-06-15',
      '-08-31',
      'Roligere sommer end sidste år; få henvendelser.',
    ],
    [
      'kongens-enghave',
      'Pladsen ved fritidscentret',
      'Ferie',
      '-07-01',
      '-07-31',
      'Pladsen var fuld på hverdage og tom i weekenden.',
    ],
    [
      'hele-vejen',
      'Rasteplads og markveje',
      'Kørsel',
      '-04-01',
      '-06-30',
      'Færre klager over kørsel om natten end samme tid sidste år.',
    ],
  ];
  seen.forEach(([district, placeName, theme, from, to, text], index) => {
    const year = `${days.year}${to}` <= days.anchorOn ? days.year : days.year - 1;
    rows.add('observation', {
      id: storyId(`observation/${index}`),
      districtId: districtId(district),
      placeName,
      theme,
      fromOn: `${year}${from}`,
      toOn: `${year}${to}`,
      text,
    });
  });
}

function tellEmergencyPlans(rows: StoryRows, days: StoryDays): void {
  const year = days.year;
  rows.add('emergencyPlan', {
    id: storyId('emergency-plan/folehaven'),
    municipalityId: municipalityId('koebenhavn'),
    areaName: 'Folehaven',
    trigger: 'Konflikt mellem grupper af unge med fare for personer',
    status: 'closed',
    reviewedOn: days.passed(`${year}-06-18`, 8),
    activatedOn: days.passed(`${year}-05-22`, 32),
    closedOn: days.passed(`${year}-06-04`, 18),
    learning:
      'Telefonkæden virkede på 20 minutter. Skolerne fik besked for sent, så de står nu øverst. De voksne fra Fredagshallen var kendte ansigter og blev stående længst; det skriver vi ind i opgaverne.',
  });
  rows.add('emergencyPlan', {
    id: storyId('emergency-plan/koebenhavn'),
    municipalityId: municipalityId('koebenhavn'),
    areaName: 'Hele kommunen',
    trigger: 'Hændelser af personfarlig karakter med unge, som kan skabe utryghed i flere bydele',
    status: 'standing',
    reviewedOn: days.passed(`${year}-09-10`, 20),
    activatedOn: null,
    closedOn: null,
    learning: '',
  });
  rows.add('emergencyPlan', {
    id: storyId('emergency-plan/vejen'),
    municipalityId: municipalityId('vejen'),
    areaName: 'Vejen by',
    trigger: 'Alvorlige ulykker eller voldsomme konflikter blandt unge',
    status: 'standing',
    reviewedOn: days.passed(`${year}-08-26`, 25),
    activatedOn: null,
    closedOn: null,
    learning: '',
  });
}
