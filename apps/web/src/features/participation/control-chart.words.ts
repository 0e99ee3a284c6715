import { catalogue } from '../../kernel/words.ts';

/** Texts about what was delivered and whether a series has really shifted. */
export const controlChartWords = catalogue({
  da: {
    title: 'Er det almindelig variation?',
    help: 'Hver række sammenlignes med sig selv og med årstid, ugedag og skoleferier. Vi siger kun noget, når det er et rigtigt skift.',
    look: 'Se på det her',
    ordinary: 'Almindelig variation',
    noAnswer: 'For tidligt at sige',
    ordinarySentence: (title: string, level: string) =>
      `${title}: almindelig variation. Der kommer, som der plejer, omkring ${level} på en almindelig aften.`,
    lookSentence: {
      fewer: (title: string, since: string, mean: string, evenings: string, expected: string) =>
        `${title}: se på det her. Siden ${since} er der kommet færre end ventet: ${mean} i snit på ${evenings}, hvor ${expected} var ventet.`,
      more: (title: string, since: string, mean: string, evenings: string, expected: string) =>
        `${title}: se på det her. Siden ${since} er der kommet flere end ventet: ${mean} i snit på ${evenings}, hvor ${expected} var ventet.`,
    },
    newLevelSentence: (title: string, level: string, since: string, before: string) =>
      `${title}: almindelig variation om et nyt niveau. Siden ${since} kommer der omkring ${level} på en almindelig aften mod ${before} før.`,
    tooFewEvenings: (title: string, count: string, needed: string) =>
      `${title}: for få aftener til at sige noget. ${count} kan bruges, og der skal ${needed} til.`,
    tooFewVisits: (title: string, level: string, needed: string) =>
      `${title}: for få besøg til at sige noget. Med omkring ${level} på en aften kan et fald ikke skelnes fra tilfældigheder; der skal omkring ${needed} til.`,
    evenings: { one: 'aften', other: 'aftener' },
    n: (evenings: string) => `n = ${evenings}`,
    source: (every: string) =>
      `Registreringer i projektet; CUSUM, der på en stabil række højst taler uden grund én gang på ${every} aftener`,
    seasonFrom: (count: string) => `årstid fra ${count} andre rækker i kommunen`,
    noSeason: 'uden årstid: for få andre rækker at lære af',
    day: 'Dag',
    count: { visit: 'Fremmøder', contact: 'Kontakter' },
    expected: 'Ventet',
    lower: 'Nedre grænse',
    upper: 'Øvre grænse',
    verdict: 'Vurdering',
    limits: 'Almindelig variation (99 af 100 aftener)',
    shift: 'Del af et skift',
    learning: 'Niveauet læres',
    notJudged: 'Skoleferie, ikke vurderet',
    states: {
      learning: 'niveauet læres',
      ordinary: 'almindelig',
      fewer: 'færre end ventet',
      more: 'flere end ventet',
      notJudged: 'ikke vurderet',
    },
    attendance: (present: string, expected: string, share: string, evenings: string) =>
      `Af de ${expected}, I ventede på ${evenings}, kom ${present} (${share}), målt mod det, I ventede på dagen.`,
    attendanceChanged: (days: string) =>
      `I ændrede, hvor mange I venter, ${days}. Tidligere aftener beholder det gamle tal.`,
    deliveryTitle: 'Leveret dosis',
    deliveryHelp:
      'Gange og timer, der skulle have været holdt til nu. Dage, der springes over i planen, tæller ikke med.',
    deliverySentence: (held: string, due: string, share: string, heldHours: string, dueHours: string) =>
      `${held} af ${due}, der skulle have været, er holdt (${share}): ${heldHours} af ${dueHours}.`,
    deliveryOpen: (count: string, share: string) => `${count} mangler registrering; er de holdt, er det ${share}.`,
    nothingDue: 'Ingen gange skulle have været holdt endnu.',
    held: 'Holdt',
    cancelled: 'Aflyst',
    unregistered: 'Ikke registreret',
    coming: 'Kommer',
    part: (sessions: string, hours: string) => `${sessions}, ${hours}`,
    sessions: { one: 'gang', other: 'gange' },
    missedTitle: 'Gange, der ikke er holdt eller ikke er registreret',
    missedRows: 'gange',
    missedCount: {
      one: 'gang er ikke holdt eller ikke registreret',
      other: 'gange er ikke holdt eller ikke registreret',
    },
    session: 'Gang',
    state: 'Status',
    by: 'Aflyst af',
    reason: 'Grund',
    hours: 'Timer',
    cancelledBy: { venue: 'Stedet', owner: 'Tovholder', partner: 'Partner', weather: 'Vejret', other: 'Andet' },
  },
  en: {
    title: 'Is it normal variation?',
    help: 'Each series is compared with itself and with season, weekday and school holidays. We speak only when it is a real shift.',
    look: 'Look at this',
    ordinary: 'Normal variation',
    noAnswer: 'Too early to say',
    ordinarySentence: (title, level) =>
      `${title}: normal variation. As usual, around ${level} come on an ordinary evening.`,
    lookSentence: {
      fewer: (title, since, mean, evenings, expected) =>
        `${title}: look at this. Since ${since} fewer have come than expected: ${mean} on average over ${evenings}, where ${expected} were expected.`,
      more: (title, since, mean, evenings, expected) =>
        `${title}: look at this. Since ${since} more have come than expected: ${mean} on average over ${evenings}, where ${expected} were expected.`,
    },
    newLevelSentence: (title, level, since, before) =>
      `${title}: normal variation around a new level. Since ${since} around ${level} come on an ordinary evening, against ${before} before.`,
    tooFewEvenings: (title, count, needed) =>
      `${title}: too few evenings to say anything. ${count} can be used, and ${needed} are needed.`,
    tooFewVisits: (title, level, needed) =>
      `${title}: too few attendances to say anything. With around ${level} on an evening a drop cannot be told from chance; around ${needed} are needed.`,
    evenings: { one: 'evening', other: 'evenings' },
    n: (evenings) => `n = ${evenings}`,
    source: (every) =>
      `Registrations in the project; a CUSUM that on a stable series speaks without cause at most once in ${every} evenings`,
    seasonFrom: (count) => `season from ${count} other series in the municipality`,
    noSeason: 'without season: too few other series to learn from',
    day: 'Day',
    count: { visit: 'Attendances', contact: 'Contacts' },
    expected: 'Expected',
    lower: 'Lower limit',
    upper: 'Upper limit',
    verdict: 'Verdict',
    limits: 'Normal variation (99 of 100 evenings)',
    shift: 'Part of a shift',
    learning: 'Learning the level',
    notJudged: 'School holiday, not judged',
    states: {
      learning: 'learning the level',
      ordinary: 'normal',
      fewer: 'fewer than expected',
      more: 'more than expected',
      notJudged: 'not judged',
    },
    attendance: (present, expected, share, evenings) =>
      `Of the ${expected} you expected on ${evenings}, ${present} came (${share}), measured against what you expected on the day.`,
    attendanceChanged: (days) => `You changed how many you expect on ${days}. Earlier evenings keep the old number.`,
    deliveryTitle: 'Dose delivered',
    deliveryHelp: 'Sessions and hours that should have been held by now. Days skipped in the plan do not count.',
    deliverySentence: (held, due, share, heldHours, dueHours) =>
      `${held} of ${due} that should have been have been held (${share}): ${heldHours} of ${dueHours}.`,
    deliveryOpen: (count, share) => `${count} not registered; if they were held, it is ${share}.`,
    nothingDue: 'No sessions should have been held yet.',
    held: 'Held',
    cancelled: 'Cancelled',
    unregistered: 'Not registered',
    coming: 'Coming',
    part: (sessions, hours) => `${sessions}, ${hours}`,
    sessions: { one: 'session', other: 'sessions' },
    missedTitle: 'Sessions not held or not registered',
    missedRows: 'sessions',
    missedCount: { one: 'session not held or not registered', other: 'sessions not held or not registered' },
    session: 'Session',
    state: 'Status',
    by: 'Cancelled by',
    reason: 'Reason',
    hours: 'Hours',
    cancelledBy: {
      venue: 'The venue',
      owner: 'Owner',
      partner: 'Partner',
      weather: 'The weather',
      other: 'Other',
    },
  },
});
