import { useWords, catalogue } from '../../kernel/words.ts';

const accessibility = catalogue({
  da: {
    title: 'Tilgængelighedserklæring',
    lead: 'Forspring er bygget efter WCAG 2.2 på niveau AA, så alle, der arbejder med projekterne, kan bruge det.',
    status: 'Overholdelse',
    statusText:
      'Siderne prøves automatisk i lyst og mørkt, på telefon og computer, hver gang Forspring ændres. De automatiske prøver finder ikke alt. Kommunen udfylder den endelige erklæring for sin egen installation.',
    how: 'Sådan kan du bruge siderne',
    howText:
      'Alt kan gøres med tastatur. Figurer har en sætning som titel og en tabel med de samme tal. Farver står aldrig alene.',
    known: 'Det ved vi er svært',
    knownText: 'Store tabeller er tunge at læse på en lille telefon. Brug filtrene, eller hent tabellen som en fil.',
    contact: 'Sig til, hvis noget ikke virker for dig',
    contactText:
      'Skriv til din SSP-koordinator, og fortæl hvilken side det drejer sig om. Du kan også klage til Digitaliseringsstyrelsen, hvis kommunen ikke svarer.',
  },
  en: {
    title: 'Accessibility statement',
    lead: 'Forspring is built to WCAG 2.2 at level AA, so that everybody who works with the projects can use it.',
    status: 'Compliance',
    statusText:
      'The pages are tested automatically in light and dark, on phone and computer, each time Forspring changes. Automatic tests do not find everything. The municipality completes the final statement for its own installation.',
    how: 'How you can use the pages',
    howText:
      'Everything can be done by keyboard. Figures have a sentence as title and a table with the same numbers. Colour never stands alone.',
    known: 'What we know is difficult',
    knownText: 'Large tables are heavy to read on a small phone. Use the filters, or download the table as a file.',
    contact: 'Tell us if something does not work for you',
    contactText:
      'Write to your SSP coordinator and say which page it is about. You can also complain to the Danish Agency for Digital Government if the municipality does not answer.',
  },
});

/** The accessibility statement in the language in use. */
export function useAccessibilityText() {
  const words = useWords(accessibility);
  return {
    title: words.title,
    lead: words.lead,
    sections: [
      { title: words.status, text: words.statusText },
      { title: words.how, text: words.howText },
      { title: words.known, text: words.knownText },
      { title: words.contact, text: words.contactText },
    ],
  };
}

const privacy = catalogue({
  da: {
    title: 'Privatliv',
    lead: 'I Forspring findes ingen unge. Her er projekter, aftener, antal og penge, men intet navn og intet CPR-nummer på et barn eller en ung.',
    youth: 'Om børn og unge',
    youthText:
      'Der er ikke felter til unges navne, fødselsdage, adresser eller billeder. Fremmøde er antal, delt på alder og køn.',
    youthPoints: {
      counts: 'I generelle og specifikke indsatser tælles, hvor mange der kom.',
      codes:
        'I specifikke indsatser kan et tilfældigt kort bruges til at tælle, hvor ofte nogen kommer. Kortet hører kun til ét projekt.',
      totals: 'I individorienterede indsatser findes kun tal for hele kommunen og et halvt år ad gangen.',
      small: 'Små tal vises ikke, når de kunne pege på en person.',
      cpr: 'Et tekstfelt, der ser ud til at indeholde et CPR-nummer, kan ikke gemmes.',
    },
    staff: 'Om dig, der arbejder her',
    staffText:
      'Vi gemmer dit navn, din arbejdsmail, din stilling og dine roller. Vi gemmer også, hvad du ændrer, så andre kan se, hvem der har gjort hvad og hvornår.',
    cookies: 'Cookies',
    cookiesText:
      'Én cookie holder dig logget ind i op til 14 dage. Sprog og udseende huskes i din browser. Der er ingen statistik og ingen andre, der følger med.',
    rights: 'Dine rettigheder',
    rightsText:
      'Din kommune er dataansvarlig. Du kan bede om at se, rette eller få slettet oplysninger om dig. Skriv til kommunens databeskyttelsesrådgiver. Du kan klage til Datatilsynet.',
    concern: 'Er du bekymret for et barn',
    concernText: 'Så skal du underrette kommunen. En bekymring hører aldrig til her og må ikke skrives i et felt.',
  },
  en: {
    title: 'Privacy',
    lead: 'There are no young people in Forspring. It holds projects, evenings, counts and money, but no name and no CPR number of a child or young person.',
    youth: 'About children and young people',
    youthText:
      'There are no fields for names, birthdays, addresses or pictures of young people. Attendance is counts, by age and gender.',
    youthPoints: {
      counts: 'In general and specific efforts we count how many came.',
      codes:
        'In specific efforts a random card can be used to count how often somebody comes. The card belongs to one project only.',
      totals:
        'In individual-oriented efforts there are only figures for the whole municipality, half a year at a time.',
      small: 'Small numbers are not shown when they could point to a person.',
      cpr: 'A text field that seems to contain a CPR number cannot be saved.',
    },
    staff: 'About you who work here',
    staffText:
      'We keep your name, your work e-mail, your title and your roles. We also keep what you change, so that others can see who did what and when.',
    cookies: 'Cookies',
    cookiesText:
      'One cookie keeps you logged in for up to 14 days. Language and appearance are remembered in your browser. There are no statistics and nobody else follows along.',
    rights: 'Your rights',
    rightsText:
      'Your municipality is the data controller. You can ask to see, correct or delete information about you. Write to the municipality’s data protection officer. You can complain to the Danish Data Protection Agency.',
    concern: 'If you are worried about a child',
    concernText: 'Then report it to the municipality. A concern never belongs here and must not be written in a field.',
  },
});

/** What is kept about whom, in the language in use. */
export function usePrivacyText() {
  const words = useWords(privacy);
  return {
    title: words.title,
    lead: words.lead,
    sections: [
      { title: words.youth, text: words.youthText, points: Object.values(words.youthPoints) },
      { title: words.staff, text: words.staffText },
      { title: words.cookies, text: words.cookiesText },
      { title: words.rights, text: words.rightsText },
      { title: words.concern, text: words.concernText },
    ],
  };
}

const contact = catalogue({
  da: {
    title: 'Kontakt',
    lead: 'Din SSP-koordinator kan hjælpe med det meste.',
    help: 'Hjælp til Forspring',
    helpText:
      'Skriv til SSP-koordinatoren i din kommune, hvis du mangler adgang, ser noget forkert eller vil have en kollega med.',
    partner: 'Partnere og foreninger',
    partnerText: 'Spørg projektets tovholder. Navnet står øverst på projektets side.',
    urgent: 'Når det haster',
    urgentText:
      'Ring 112 ved fare. Ring til kommunens døgnvagt, hvis et barn har brug for hjælp nu. Forspring bliver ikke læst hele døgnet.',
  },
  en: {
    title: 'Contact',
    lead: 'Your SSP coordinator can help with most things.',
    help: 'Help with Forspring',
    helpText:
      'Write to the SSP coordinator of your municipality if you lack access, see something wrong or want a colleague to join.',
    partner: 'Partners and associations',
    partnerText: 'Ask the project’s owner. The name is at the top of the project’s page.',
    urgent: 'When it is urgent',
    urgentText:
      'Call 112 in danger. Call the municipality’s emergency line if a child needs help now. Forspring is not read around the clock.',
  },
});

/** Whom to ask, in the language in use. */
export function useContactText() {
  const words = useWords(contact);
  return {
    title: words.title,
    lead: words.lead,
    sections: [
      { title: words.help, text: words.helpText },
      { title: words.partner, text: words.partnerText },
      { title: words.urgent, text: words.urgentText },
    ],
  };
}

const about = catalogue({
  da: {
    title: 'Om Forspring',
    lead: 'Et forspring er det, et godt projekt giver en ung. Og det, et distrikt får, når det kan se, hvad andre har prøvet.',
    what: 'Hvad det er til',
    whatText:
      'SSP-udvalg planlægger, gennemfører, betaler for og evaluerer étårige projekter for børn og unge. Bagefter deles det, der blev lært, også når projektet blev stoppet.',
    honest: 'Hvad tallene kan sige',
    honestText:
      'Distrikter sættes ikke på rangliste. Hver andel står med sit antal, hver rate med sin usikkerhed, og ordet effekt bruges kun, når undersøgelsen kan bære det.',
    open: 'Åben kildekode',
    openText:
      'Forspring er fri software under licensen MPL-2.0. Alle kommuner kan bruge det, ændre det og give forbedringer videre.',
  },
  en: {
    title: 'About Forspring',
    lead: 'Forspring means a head start: what a good project gives a young person. And what a district gets when it can see what others have tried.',
    what: 'What it is for',
    whatText:
      'SSP committees plan, run, pay for and evaluate one-year projects for children and young people. What was learnt is then shared, also when a project was stopped.',
    honest: 'What the figures can say',
    honestText:
      'Districts are not ranked. Every share stands with its number, every rate with its uncertainty, and the word effect is used only when the study can carry it.',
    open: 'Open source',
    openText:
      'Forspring is free software under the licence MPL-2.0. Every municipality can use it, change it and pass improvements on.',
  },
});

/** What Forspring is, in the language in use. */
export function useAboutText() {
  const words = useWords(about);
  return {
    title: words.title,
    lead: words.lead,
    sections: [
      { title: words.what, text: words.whatText },
      { title: words.honest, text: words.honestText },
      { title: words.open, text: words.openText },
    ],
  };
}
