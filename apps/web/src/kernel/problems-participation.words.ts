import { formatsIn } from './formats.ts';

const day = (language: 'da' | 'en', on: unknown) => (typeof on === 'string' ? formatsIn(language).dayInText(on) : '');

/** What to say about problems with series, sessions, headcounts, cards and half-year totals. */
export const participationProblemSentences = {
  'participation.individualTier': {
    da: 'Individorienterede projekter registreres kun som halvårstal, så ingen enkelt ung kan kendes.',
    en: 'Individual-oriented projects are registered as half-year totals only, so that no young person can be recognised.',
  },
  'participation.notIndividualTier': {
    da: 'Halvårstal hører til individorienterede projekter. Registrér fremmøde på de enkelte gange.',
    en: 'Half-year totals belong to individual-oriented projects. Register attendance at the single sessions.',
  },
  'participation.tooEarly': {
    da: ({ heldOn }: Record<string, string | number>) =>
      `Aftenen er ikke begyndt. Fremmøde kan registreres fra ${day('da', heldOn)}.`,
    en: ({ heldOn }: Record<string, string | number>) =>
      `The evening has not begun. Attendance can be registered from ${day('en', heldOn)}.`,
  },
  'participation.notOpen': {
    da: 'Projektets status tillader det ikke nu. Spørg tovholderen.',
    en: 'The project’s status does not allow it now. Ask the owner.',
  },
  'participation.alreadyRegistered': {
    da: 'Aftenen er allerede registreret og kan ikke flyttes. Ret registreringen i stedet.',
    en: 'The evening is already registered and cannot be moved. Correct the registration instead.',
  },
  'participation.seriesInUse': {
    da: 'Rækken har gange, der er gået eller registreret. Sæt en tidligere sidste dag i stedet.',
    en: 'The series has sessions that are past or registered. Set an earlier last day instead.',
  },
  'participation.kindIsFixed': {
    da: 'En række kan ikke laves om til en anden slags. Slet den, eller sæt en tidligere sidste dag, og tilføj en ny.',
    en: 'A series cannot become another kind. Delete it, or set an earlier last day, and add a new one.',
  },
  'participation.notExtra': {
    da: 'Kun ekstra gange kan slettes. Spring dagen over i rækken, eller aflys gangen.',
    en: 'Only extra sessions can be deleted. Skip the day in the series, or cancel the session.',
  },
  'participation.notOnDemand': {
    da: 'Her kan der ikke åbnes på stedet i dag. Spørg tovholderen.',
    en: 'A session cannot be opened on the spot here today. Ask the owner.',
  },
  'participation.alreadyOpened': {
    da: 'Der er allerede åbnet i dag på det tidspunkt. Gå til den gang, der er åbnet.',
    en: 'A session has already been opened today at that time. Go to the one that was opened.',
  },
  'participation.tooManyFeeds': {
    da: 'Du har allerede 20 kalenderlinks. Luk et, du ikke bruger.',
    en: 'You already have 20 calendar links. Close one you do not use.',
  },
  'participation.noProgramme': {
    da: 'Vælg mindst én dag i programmet.',
    en: 'Choose at least one day of the programme.',
  },
  'participation.outsideProgramme': {
    da: 'En af dagene ligger uden for første og sidste dag. Ret dagen eller perioden.',
    en: 'One of the days lies outside the first and last day. Correct the day or the period.',
  },
  'participation.sameTimeTwice': {
    da: 'To gange begynder samme dag på samme tid. Ret tiden for den ene.',
    en: 'Two sessions begin at the same time on the same day. Change the time of one of them.',
  },
  'participation.notARule': {
    da: 'Vælg, hvilke dage rækken falder på.',
    en: 'Choose which days the series falls on.',
  },
  'participation.noDays': {
    da: 'Der er ingen dage tilbage. Vælg en senere sidste dag, eller fjern nogle af dem, der springes over.',
    en: 'No days are left. Choose a later last day, or remove some of the skipped days.',
  },
  'participation.endsBeforeStart': {
    da: 'Slutningen ligger før begyndelsen, eller der er for langt imellem. Ret den ene af dem.',
    en: 'The end lies before the beginning, or they are too far apart. Correct one of them.',
  },
  'participation.seriesTooLong': {
    da: 'En række kan højst vare et år. Vælg en tidligere sidste dag.',
    en: 'A series may last a year at most. Choose an earlier last day.',
  },
  'participation.unknownVenue': { da: 'Vælg et sted i kommunen.', en: 'Choose a venue in the municipality.' },
  'participation.unknownOrganisation': {
    da: 'Vælg en af projektets partnere.',
    en: 'Choose one of the project’s partners.',
  },
  'participation.deviceOfAnother': {
    da: 'Telefonen er i brug af en anden på denne aften. Log ud, og log ind igen som dig selv.',
    en: 'The phone is in use by somebody else on this evening. Sign out, and sign in again as yourself.',
  },
  'participation.tooManyDevices': {
    da: 'Aftenen er registreret fra for mange telefoner. Brug en af dem, der allerede er i gang.',
    en: 'The evening is registered from too many phones. Use one of those already in use.',
  },
  'participation.noCodes': {
    da: 'Projektet bruger ikke deltagerkort.',
    en: 'The project does not use participant cards.',
  },
  'participation.unknownCode': {
    da: ({ code }: Record<string, string | number>) =>
      `Kortet ${code} er ikke udstedt i dette projekt. Se efter på kortet, eller udsted et nyt.`,
    en: ({ code }: Record<string, string | number>) =>
      `The card ${code} was not issued in this project. Look at the card again, or issue a new one.`,
  },
  'participation.notACode': { da: 'En kode er fem tegn, fx K7-TM4.', en: 'A code is five characters, e.g. K7-TM4.' },
  'participation.alreadyLost': {
    da: 'Kortet er allerede meldt tabt. Udsted et nyt kort i stedet.',
    en: 'The card has already been reported lost. Issue a new card instead.',
  },
  'participation.noKiosk': {
    da: 'Kiosken er til aftener, der er i gang i dag, og hvor der tælles besøg. Denne er slut, aflyst eller tæller kontakter.',
    en: 'The kiosk is for evenings that are on today and count visits. This one is over, cancelled or counts contacts.',
  },
  'participation.notAPin': {
    da: 'PIN-koden skal være fire til seks tal.',
    en: 'The PIN must be four to six digits.',
  },
  'participation.cardTwice': {
    da: 'Det samme kort står to gange. Fjern det ene.',
    en: 'The same card stands twice. Remove one.',
  },
  'participation.countedTwice': { da: 'Det samme felt er talt to gange.', en: 'The same field is counted twice.' },
  'participation.tooManyFirstTimers': {
    da: 'Der kan ikke være flere førstegangsbesøg end besøg i alt. Ret et af tallene.',
    en: 'There cannot be more first-timers than attendances in all. Correct one of the numbers.',
  },
  'participation.noFirstTimers': {
    da: 'Førstegangsbesøg tælles ikke, hvor der tælles kontakter.',
    en: 'First-timers are not counted where contacts are counted.',
  },
  'participation.hoursWithoutAdults': {
    da: 'Der er timer, men ingen voksne. Tæl dem med, eller sæt timerne til 0.',
    en: 'There are hours but no adults. Count them, or set the hours to 0.',
  },
  'participation.outsideProject': {
    da: 'Halvåret ligger uden for projektet, eller det er ikke begyndt.',
    en: 'The half-year lies outside the project, or it has not begun.',
  },
  'participation.dayOutsideProject': {
    da: 'Dagen ligger uden for projektets periode. Vælg en anden dag.',
    en: 'The day lies outside the project’s period. Choose another day.',
  },
  'participation.dayNotYet': {
    da: 'Dagen er ikke kommet endnu. Vælg i dag eller en dag, der er gået.',
    en: 'The day has not come yet. Choose today or a day that has passed.',
  },
  'participation.notYourOrganisation': {
    da: 'Vælg din egen organisation.',
    en: 'Choose your own organisation.',
  },
  'participation.noPlace': {
    da: 'Vælg et sted, eller skriv, hvor det var, fx Nørrebro Station.',
    en: 'Choose a venue, or write where it was, e.g. Nørrebro Station.',
  },
  'participation.onlyMonth': {
    da: 'Her gemmes kun måneden, ikke dagen.',
    en: 'Only the month is kept here, not the day.',
  },
  'participation.onlyCounted': {
    da: 'Bekymringssamtaler og sparring gemmes kun som antal, måned og tema. Fjern resten.',
    en: 'Concern talks and consultations are kept as number, month and theme only. Remove the rest.',
  },
  'participation.moreCompleted': {
    da: 'Flere har gennemført, end der er begyndt. Ret et af tallene.',
    en: 'More have completed than have started. Correct one of the numbers.',
  },
};
