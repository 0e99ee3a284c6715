import { catalogue } from '../../kernel/words.ts';

/** Texts of the trail and the record of processing. */
export const trailWords = catalogue({
  da: {
    trail: 'Adgangslog',
    trailHelp: 'Hvem gjorde hvad og hvornår. Loggen viser felternes navne, aldrig det, der blev skrevet.',
    trailLabel: 'hændelser',
    columnAt: 'Tidspunkt',
    columnWho: 'Hvem',
    columnAction: 'Handling',
    columnProject: 'Projekt',
    columnChanged: 'Felter',
    count: (count: string) => `${count} i loggen`,
    trace: { one: 'hændelse', other: 'hændelser' },
    none: 'Der er ingen hændelser endnu',
    noneText: 'Hver ændring i kommunen står her fra nu af.',
    processing: 'Fortegnelse over behandlinger',
    processingHelp: 'Efter databeskyttelsesforordningens artikel 30. Kommunen er dataansvarlig.',
    purpose: 'Formål',
    categories: 'Oplysninger',
    recipients: 'Hvem kan se dem',
    retention: 'Opbevares',
    records: {
      accounts: {
        name: 'Medarbejderes konti og roller',
        purpose: 'At give adgang efter rolle og sted.',
        categories: 'Navn, arbejds-e-mail, titel, roller, tidspunkt for log ind.',
        recipients: 'Koordinator og databeskyttelsesrådgiver i egen kommune.',
        retention: 'Så længe rollen findes; navne i beslutninger følger dokumentet.',
      },
      headcounts: {
        name: 'Fremmøder i generelle og specifikke projekter',
        purpose: 'At følge aktiviteter uden at kende den enkelte.',
        categories: 'Antal efter aldersbånd og køn. Ingen navne, fødselsdatoer, billeder eller noter om unge.',
        recipients: 'Projektets egne; andre ser kun tal, der er store nok.',
        retention: 'Til evalueringen er godkendt, højst 12 måneder efter projektets afslutning.',
      },
      codes: {
        name: 'Kortkoder i specifikke projekter',
        purpose: 'At se, hvor ofte et tilfældigt kort bruges.',
        categories:
          'Tilfældige koder, der kun gælder i ét projekt. Der findes ingen liste over, hvem der har hvilket kort.',
        recipients: 'Projektets egne.',
        retention: 'Til evalueringen er godkendt, højst 12 måneder efter projektets afslutning.',
      },
      surveys: {
        name: 'Svar på spørgeskemaer',
        purpose: 'At se, om en gruppe unge har det anderledes efter end før.',
        categories:
          'Svar uden navn, konto, telefon, dag eller tidspunkt. Hvor svar før og efter kobles, sker det med et forseglet nummer af et kort, til nøglen slettes.',
        recipients: 'Ingen ser enkelte svar. Alle, også projektets egne, ser kun summer af mindst fem.',
        retention:
          'Koblingen slettes på den dag, de unge har fået at vide. Svarene lægges sammen og fjernes, når evalueringen er godkendt, senest 12 måneder efter projektets afslutning.',
      },
      individual: {
        name: 'Individorienterede projekter',
        purpose: 'At følge, hvor mange forløb der startes og gennemføres.',
        categories: 'To tal pr. halvår. Ingen koder, ingen gange, ingen svar pr. person.',
        recipients: 'Projektets egne; andre ser kun kommunens samlede tal, når det er mindst 10.',
        retention: 'Med projektet.',
      },
      audit: {
        name: 'Adgangslog',
        purpose: 'At kunne svare på, hvem der ændrede hvad.',
        categories: 'Bruger, tidspunkt, handling, navne på felter.',
        recipients: 'Koordinator og databeskyttelsesrådgiver i egen kommune.',
        retention: '12 måneder.',
      },
    },
  },
  en: {
    trail: 'Access log',
    trailHelp: 'Who did what and when. The log shows the names of fields, never what was written.',
    trailLabel: 'events',
    columnAt: 'Time',
    columnWho: 'Who',
    columnAction: 'Action',
    columnProject: 'Project',
    columnChanged: 'Fields',
    count: (count: string) => `${count} in the log`,
    trace: { one: 'event', other: 'events' },
    none: 'There are no events yet',
    noneText: 'Every change in the municipality is listed here from now on.',
    processing: 'Record of processing',
    processingHelp: 'Under article 30 of the General Data Protection Regulation. The municipality is the controller.',
    purpose: 'Purpose',
    categories: 'Data',
    recipients: 'Who can see it',
    retention: 'Kept',
    records: {
      accounts: {
        name: 'Accounts and roles of staff',
        purpose: 'To give access by role and place.',
        categories: 'Name, work e-mail, title, roles, time of sign-in.',
        recipients: 'Coordinator and data protection officer of the municipality.',
        retention: 'As long as the role exists; names in decisions follow the document.',
      },
      headcounts: {
        name: 'Visits in general and specific projects',
        purpose: 'To follow activities without knowing the individual.',
        categories: 'Counts by age band and gender. No names, birth dates, pictures or notes about young people.',
        recipients: 'The project’s own people; others see only numbers that are large enough.',
        retention: 'Until the evaluation is approved, at most 12 months after the project ends.',
      },
      codes: {
        name: 'Card codes in specific projects',
        purpose: 'To see how often a random card is used.',
        categories: 'Random codes valid in one project only. There is no list of who has which card.',
        recipients: 'The project’s own people.',
        retention: 'Until the evaluation is approved, at most 12 months after the project ends.',
      },
      surveys: {
        name: 'Answers to surveys',
        purpose: 'To see whether a group of young people is different after from before.',
        categories:
          'Answers without name, account, phone, day or time. Where answers before and after are linked, it is by a sealed number of a card until the key is destroyed.',
        recipients:
          'Nobody sees single answers. Everybody, the project’s own included, sees sums of at least five only.',
        retention:
          'The link is destroyed on the day young people were told. Answers are summed and removed when the evaluation is approved, at most 12 months after the project ends.',
      },
      individual: {
        name: 'Individual projects',
        purpose: 'To follow how many courses are started and completed.',
        categories: 'Two numbers per half-year. No codes, no sessions, no answers per person.',
        recipients: 'The project’s own people; others see only the municipality’s total when it is at least 10.',
        retention: 'With the project.',
      },
      audit: {
        name: 'Access log',
        purpose: 'To be able to answer who changed what.',
        categories: 'User, time, action, names of fields.',
        recipients: 'Coordinator and data protection officer of the municipality.',
        retention: '12 months.',
      },
    },
  },
});
