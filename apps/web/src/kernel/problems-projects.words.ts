import { formatsIn } from './formats.ts';

type Params = Record<string, string | number>;

/** What to say for the problems of projects and partners: what is wrong and how to mend it. */
export const projectProblemSentences = {
  'intervention.hasOne': {
    da: 'Projektet bygger allerede på en indsats. Hent siden igen for at se den.',
    en: 'The project builds on an intervention already. Reload the page to see it.',
  },
  'intervention.planUnfinished': {
    da: 'Vælg indsatsniveau og alder i planen først. De følger med indsatsen.',
    en: 'Choose tier and ages in the plan first. They come with the intervention.',
  },
  'period.locked': {
    da: ({ startsOn, endsOn }: Params) =>
      `Perioden ${formatsIn('da').dayRange(String(startsOn), String(endsOn))} er låst. Intet er gået tabt. Bed kommunens koordinator om en undtagelse, og prøv igen.`,
    en: ({ startsOn, endsOn }: Params) =>
      `The period ${formatsIn('en').dayRange(String(startsOn), String(endsOn))} is locked. Nothing is lost. Ask the municipality’s coordinator for an exception, and try again.`,
  },
  'period.notOver': {
    da: ({ endsOn }: Params) => `Perioden slutter ${formatsIn('da').dayInText(String(endsOn))}. Vælg en, der er slut.`,
    en: ({ endsOn }: Params) =>
      `The period ends on ${formatsIn('en').dayInText(String(endsOn))}. Choose one that is over.`,
  },
  'period.lockExists': { da: 'Perioden er allerede låst.', en: 'The period is locked already.' },
  'period.lockEnded': {
    da: 'Låsen er allerede ophævet. Genindlæs siden.',
    en: 'The lock has been lifted already. Reload the page.',
  },
  'period.exceptionExists': {
    da: 'Projektet har allerede en åben undtagelse for perioden. Luk den først.',
    en: 'The project already has an open exception for the period. Close it first.',
  },
  'period.exceptionEnded': {
    da: 'Undtagelsen er allerede slut. Genindlæs siden.',
    en: 'The exception has ended already. Reload the page.',
  },
  'period.exceptionDays': {
    da: ({ dayCount }: Params) => `Vælg en dag fra i dag til højst ${dayCount} dage frem.`,
    en: ({ dayCount }: Params) => `Choose a day from today to at most ${dayCount} days ahead.`,
  },
  'project.exists': {
    da: 'Projektet er allerede oprettet. Find det på listen over projekter.',
    en: 'The project already exists. Find it in the list of projects.',
  },
  'project.placeNotYours': {
    da: 'Stedet hører ikke til den valgte kommune. Vælg et andet.',
    en: 'The place does not belong to the chosen municipality. Choose another.',
  },
  'project.notBegun': {
    da: ({ startsOn }: Params) =>
      `Projektet kan startes fra ${formatsIn('da').dayInText(String(startsOn))}, når perioden begynder.`,
    en: ({ startsOn }: Params) =>
      `The project can be started from ${formatsIn('en').dayInText(String(startsOn))}, when its period begins.`,
  },
  'project.endsBeforeStart': {
    da: 'Slutdatoen ligger før startdatoen. Vælg en senere dato.',
    en: 'The end date lies before the start date. Choose a later one.',
  },
  'project.longerThanYear': {
    da: ({ latestOn }: Params) =>
      `Et projekt varer højst 12 måneder. Vælg senest ${formatsIn('da').dayInText(String(latestOn))}.`,
    en: ({ latestOn }: Params) =>
      `A project lasts at most 12 months. Choose ${formatsIn('en').dayInText(String(latestOn))} at the latest.`,
  },
  'project.agesReversed': {
    da: ({ minAge }: Params) => `Til og med alder skal være mindst ${minAge}.`,
    en: ({ minAge }: Params) => `The upper age must be at least ${minAge}.`,
  },
  'project.codesNeedSpecificTier': {
    da: 'Deltagerkoder kan kun bruges i specifikke indsatser. Slå dem fra, eller vælg en anden type.',
    en: 'Participant codes can only be used in specific efforts. Switch them off or choose another tier.',
  },
  'partner.alreadyPartner': {
    da: 'Organisationen er allerede partner i projektet. Redigér den i stedet.',
    en: 'The organisation is already a partner in the project. Edit it instead.',
  },
  'partner.unknownOrganisation': {
    da: 'Organisationen findes ikke i kommunen. Vælg en anden, eller tilføj den som ny.',
    en: 'The organisation is not known in the municipality. Choose another or add it as new.',
  },
  'partner.organisationExists': {
    da: 'Organisationen er allerede på kommunens liste. Vælg den der.',
    en: 'The organisation is already on the list of the municipality. Choose it there.',
  },
  'partner.holdsSessions': {
    da: ({ sessionCount }: Params) =>
      `Partneren står for ${sessionCount} gange i projektet. Giv dem til en anden under Aktiviteter, før partneren fjernes.`,
    en: ({ sessionCount }: Params) =>
      `The partner is responsible for ${sessionCount} sessions in the project. Give them to another under Activities before removing it.`,
  },
};
