/** What to say for the problems of surveys: what is wrong and how to mend it. */
export const surveyProblemSentences = {
  'survey.notOpen': {
    da: 'Der kan ikke ændres på skemaer, mens projektet har den status, det har nu.',
    en: 'Surveys cannot be changed while the project has its present status.',
  },
  'survey.individualTier': {
    da: 'Individorienterede projekter har ingen spørgeskemaer: her må der ikke gemmes svar fra den enkelte.',
    en: 'Individual-tier projects have no surveys: answers of single people must not be kept there.',
  },
  'survey.begun': {
    da: 'En runde er begyndt, så spørgsmål og kobling står fast. Lav et nyt skema, hvis der skal spørges om andet.',
    en: 'A round has begun, so questions and linking stand. Make a new survey to ask something else.',
  },
  'survey.isClosed': {
    da: 'Skemaet er lukket, og nøglen er slettet. Det kan ikke åbnes igen.',
    en: 'The survey is closed and its key destroyed. It cannot be opened again.',
  },
  'survey.answered': {
    da: 'Skemaet er besvaret og kan derfor ikke fjernes. Luk det i stedet.',
    en: 'The survey has been answered and cannot be removed. Close it instead.',
  },
  'survey.noCards': {
    da: 'Svar kan kun kobles, når projektet bruger deltagerkort. Vælg uden kobling, eller slå kort til i planen.',
    en: 'Answers can be linked only where the project uses participant cards. Choose no linking, or turn cards on in the plan.',
  },
  'survey.unlinkNeeded': {
    da: 'Vælg den dag, nøglen senest slettes. Den står i teksten til de unge.',
    en: 'Choose the day the key is destroyed by. Young people are told it.',
  },
  'survey.unlinkPassed': {
    da: 'Dagen, nøglen slettes, skal ligge efter i dag.',
    en: 'The day the key is destroyed must lie after today.',
  },
  'survey.unlinkLater': {
    da: 'De unge har fået lovet en dag. Nøglen kan slettes før, men ikke senere.',
    en: 'Young people were promised a day. The key can be destroyed sooner, not later.',
  },
  'survey.unlinkBeforeEnd': {
    da: 'Nøglen skal ligge til den sidste runde er forbi. Vælg en senere dag, eller ret runden først.',
    en: 'The key must last until the last round is over. Choose a later day, or change the round first.',
  },
  'survey.waveTwice': {
    da: 'Skemaet har allerede den runde. Ret den i stedet.',
    en: 'The survey has that round already. Change it instead.',
  },
  'survey.waveBackwards': {
    da: 'Runden lukker, før den åbner. Byt om på dagene.',
    en: 'The round closes before it opens. Swap the days.',
  },
  'survey.waveLong': {
    da: 'En runde må højst være åben i 60 dage, ellers er det ikke ét tidspunkt.',
    en: 'A round may be open for 60 days at most, or it is not one point in time.',
  },
  'survey.waveAfterUnlink': {
    da: 'Runden slutter for tæt på den dag, nøglen slettes. Luk den mindst fire dage før.',
    en: 'The round ends too close to the day the key is destroyed. Close it at least four days before.',
  },
  'survey.waveOrder': {
    da: 'Runderne skal følge hinanden: den ene lukker, før den næste åbner. Slut den første runde, hvis den er færdig.',
    en: 'Rounds follow each other: one closes before the next opens. End the first round if it is done.',
  },
  'survey.wavePassed': {
    da: 'Runden skal lukke i dag eller senere.',
    en: 'The round must close today or later.',
  },
  'survey.waveOver': {
    da: 'Runden er slut. Kun hvor mange der blev spurgt, kan rettes.',
    en: 'The round is over. Only how many were asked can be corrected.',
  },
  'survey.waveOpened': {
    da: 'Runden er åben, så dagen, den åbnede, står fast.',
    en: 'The round is open, so the day it opened stands.',
  },
  'survey.waveWaiting': {
    da: 'Runden er ikke begyndt. Flyt dagene i stedet.',
    en: 'The round has not begun. Move its days instead.',
  },
  'survey.notAnswerable': {
    da: 'Runden er lukket. Bed en voksen om linket til den næste.',
    en: 'The round is closed. Ask an adult for the link to the next one.',
  },
  'survey.badTicket': {
    da: 'Siden kan ikke bruges til at svare. Hent den igen.',
    en: 'This page cannot be used to answer. Load it again.',
  },
  'survey.badAnswer': {
    da: 'Svarene passer ikke til spørgsmålene. Hent siden igen.',
    en: 'The answers do not fit the questions. Load the page again.',
  },
  'survey.tooMany': {
    da: 'Rigtig mange svarer lige nu. Prøv igen om et øjeblik.',
    en: 'Very many are answering right now. Try again in a moment.',
  },
  'survey.twice': {
    da: 'Det samme spørgsmål står der to gange. Fjern det ene.',
    en: 'The same question is there twice. Remove one of them.',
  },
  'survey.whatCounts': {
    da: 'Vælg mindst ét svar, der tæller, men ikke dem alle. Et kendetegn tæller ingen.',
    en: 'Choose at least one answer that counts, but not all. Background counts none.',
  },
  'survey.onlyTraits': {
    da: 'Skemaet spørger kun om kendetegn. Tilføj noget, der måles.',
    en: 'The survey asks for background only. Add something to measure.',
  },
  'survey.tooLong': {
    da: 'Skemaet tager over tre minutter. Fjern spørgsmål, eller gør teksterne kortere.',
    en: 'The survey takes more than three minutes. Remove questions or shorten their texts.',
  },
} as const;
