/** What to say for the problems of goals and evaluations: what is wrong and how to mend it. */
export const goalProblemSentences = {
  'goal.notOpen': {
    da: 'Mål kan ikke ændres, mens projektet har den status, det har nu.',
    en: 'Goals cannot be changed while the project has its present status.',
  },
  'goal.notMeasurable': {
    da: 'Der kan først måles, når projektet er godkendt, og ikke efter evalueringen er godkendt.',
    en: 'Measurements can be made once the project is approved, and not after its evaluation is approved.',
  },
  'goal.underReview': {
    da: 'Evalueringen ligger hos udvalget, så målingerne står stille. Få den sendt tilbage, hvis et tal skal rettes.',
    en: 'The evaluation is with the committee, so measurements stand still. Have it returned if a number must be corrected.',
  },
  'goal.reasonNeeded': {
    da: 'Målet er låst efter godkendelsen. Skriv, hvorfor det ændres.',
    en: 'The goal is locked after approval. Write why it is changed.',
  },
  'goal.noIndicator': {
    da: 'Vælg en indikator til målet, før du måler.',
    en: 'Choose an indicator for the goal before measuring.',
  },
  'goal.unknownIndicator': {
    da: 'Indikatoren findes ikke. Vælg en fra listen.',
    en: 'The indicator does not exist. Choose one from the list.',
  },
  'goal.noComparison': {
    da: 'Målet sammenlignes ikke med noget. Vælg en sammenligning i målet først.',
    en: 'The goal is not compared with anything. Choose a comparison in the goal first.',
  },
  'goal.periodReversed': {
    da: 'Perioden slutter, før den begynder. Ret en af datoerne.',
    en: 'The period ends before it begins. Correct one of the days.',
  },
  'goal.measured': {
    da: 'Målet er målt og kan derfor ikke fjernes.',
    en: 'The goal has been measured and can therefore not be removed.',
  },
  'goal.unitLocked': {
    da: 'Målet er allerede målt med sin indikator. Tilføj et nyt mål til den anden indikator.',
    en: 'The goal has already been measured with its indicator. Add a new goal for the other indicator.',
  },
  'goal.agesReversed': {
    da: 'Den øverste alder er lavere end den nederste. Ret en af dem.',
    en: 'The upper age is below the lower one. Correct one of them.',
  },
  'goal.exists': { da: 'Det er allerede gemt. Hent siden igen.', en: 'It is already saved. Reload the page.' },
  'goal.shareNeedsParts': {
    da: 'En andel skal sige, hvad der tælles, og ud af hvad.',
    en: 'A share must say what is counted, and out of what.',
  },
  'goal.valueAndMissing': {
    da: 'Skriv enten et tal eller en grund til, at der ikke er et.',
    en: 'Write either a number or a reason why there is none.',
  },
  'goal.valueNeeded': {
    da: 'Skriv tallet, eller vælg, hvorfor der ikke er et. 0 er et tal.',
    en: 'Write the number, or choose why there is none. 0 is a number.',
  },
  'goal.numeratorNeeded': {
    da: 'Skriv, hvor mange der svarede eller gjorde det.',
    en: 'Write how many answered or did so.',
  },
  'goal.baseNeeded': {
    da: 'Skriv, hvor mange der er spurgt eller talt i alt. Det skal være mindst 1.',
    en: 'Write how many were asked or counted in all. It must be at least 1.',
  },
  'goal.partAboveBase': {
    da: 'Delen kan ikke være større end det hele.',
    en: 'The part cannot be larger than the whole.',
  },
  'goal.partsWithoutValue': {
    da: 'Målingen kan ikke opdeles, når der ikke er et tal for det hele. Skriv tallet, eller tøm grupperne.',
    en: 'The measurement cannot be divided when there is no number for the whole. Write the number, or empty the groups.',
  },
  'goal.partsNeedBase': {
    da: 'Skriv, hvor mange gennemsnittet er fundet blandt (n), når du opdeler det.',
    en: 'Write how many the mean was found among (n) when you divide it.',
  },
  'goal.partNotOnCard': {
    da: 'Indikatoren opdeles ikke på den måde. Tøm grupperne, eller vælg en anden indikator.',
    en: 'The indicator is not divided in that way. Empty the groups, or choose another indicator.',
  },
  'goal.partUnknown': {
    da: 'Gruppen findes ikke. Vælg en af dem på listen.',
    en: 'The group does not exist. Choose one of those on the list.',
  },
  'goal.partNameNeeded': {
    da: 'Skriv, hvilket sted tallene gælder, eller tøm rækken.',
    en: 'Write which place the numbers are of, or empty the row.',
  },
  'goal.partTwice': {
    da: 'Gruppen står der to gange. Læg de to rækker sammen, eller giv den ene et andet navn.',
    en: 'The group is there twice. Add the two rows up, or give one of them another name.',
  },
  'goal.tooManyParts': {
    da: ({ most }: Record<string, string | number>) =>
      `Der kan højst være ${most} grupper. Slå nogle af dem sammen, så der er flere i hver.`,
    en: ({ most }: Record<string, string | number>) =>
      `There can be at most ${most} groups. Merge some of them, so that there are more in each.`,
  },
  'goal.partBaseNeeded': {
    da: 'Skriv, hvor mange der er i gruppen, mindst 1. Lad hele rækken stå tom, hvis ingen er i den.',
    en: 'Write how many are in the group, at least 1. Leave the whole row empty if nobody is in it.',
  },
  'goal.partsAboveWhole': {
    da: ({ sum, whole }: Record<string, string | number>) =>
      `Grupperne giver ${sum} tilsammen, men hele målingen er ${whole}. Ret en gruppe eller det hele.`,
    en: ({ sum, whole }: Record<string, string | number>) =>
      `The groups are ${sum} together, but the whole measurement is ${whole}. Correct a group or the whole.`,
  },
  'goal.partsRestAbove': {
    da: ({ sum, whole }: Record<string, string | number>) =>
      `I grupperne er der ${sum}, der ikke tæller med, men i hele målingen kun ${whole}. Ret en gruppe eller det hele.`,
    en: ({ sum, whole }: Record<string, string | number>) =>
      `In the groups ${sum} do not qualify, but in the whole measurement only ${whole}. Correct a group or the whole.`,
  },
  'goal.measuredInFuture': {
    da: 'Datoen ligger i fremtiden. Vælg i dag eller før.',
    en: 'The date lies in the future. Choose today or earlier.',
  },
  'goal.valueNot.share': { da: 'Skriv en andel mellem 0 og 100 %.', en: 'Write a share between 0 and 100%.' },
  'goal.valueNot.count': { da: 'Skriv et helt tal på mindst 0.', en: 'Write a whole number of at least 0.' },
  'goal.valueNot.oere': { da: 'Skriv et beløb i kroner.', en: 'Write an amount in kroner.' },
  'goal.valueNot.yesNo': { da: 'Vælg ja eller nej.', en: 'Choose yes or no.' },
  'evaluation.causeClaimed': {
    da: ({ word }: Record<string, string | number>) =>
      `“${word}” lover en årsag, og det kan målingerne ikke vise uden en sammenligning. Skriv, hvad der er sket, og hvad I tror, det skyldes.`,
    en: ({ word }: Record<string, string | number>) =>
      `“${word}” claims a cause, which the measurements cannot show without a comparison. Write what has happened, and what you believe is behind it.`,
  },
  'evaluation.returnNeedsComment': {
    da: 'Skriv, hvad der skal ændres: her eller som en kommentar til et afsnit.',
    en: 'Write what should be changed: here, or as a comment on a paragraph.',
  },
  'evaluation.unknownParagraph': {
    da: 'Afsnittet findes ikke længere. Hent siden igen.',
    en: 'The paragraph no longer exists. Reload the page.',
  },
  'evaluation.commentOpen': {
    da: ({ by }: Record<string, string | number>) => `${by} har skrevet en kommentar, som ikke er markeret som løst.`,
    en: ({ by }: Record<string, string | number>) => `${by} has written a comment that is not marked as settled.`,
  },
  'evaluation.notEvaluable': {
    da: 'Et projekt evalueres, når det er afsluttet eller stoppet.',
    en: 'A project is evaluated once it has been closed or stopped.',
  },
  'evaluation.underReview': {
    da: 'Evalueringen er sendt til udvalget. Den kan rettes igen, hvis udvalget sender den tilbage.',
    en: 'The evaluation has been sent to the committee. It can be changed again if the committee returns it.',
  },
  'evaluation.frozen': {
    da: 'Evalueringen er godkendt og frosset. Skriv en bemærkning, hvis noget skal rettes.',
    en: 'The evaluation is approved and frozen. Add a note if something must be corrected.',
  },
  'evaluation.notSubmitted': {
    da: 'Evalueringen ligger ikke til godkendelse. Hent siden igen for at se, hvad der er sket.',
    en: 'The evaluation is not up for approval. Reload the page to see what has happened.',
  },
  'evaluation.notFrozen': {
    da: 'Evalueringen er ikke godkendt endnu.',
    en: 'The evaluation has not been approved yet.',
  },
  'evaluation.correctionDone': {
    da: 'Rettelsen er allerede sendt eller lagt til side. Genindlæs siden.',
    en: 'The correction has been sent or put aside already. Reload the page.',
  },
  'evaluation.correctionClaims': {
    da: 'Skriv, hvilke tal der er rettet, og ikke, hvad der er årsagen til noget.',
    en: 'Write which numbers were corrected, not what caused anything.',
  },
  'evaluation.noneFrozen': {
    da: 'Ingen projekter fra det sted og år har en godkendt evaluering.',
    en: 'No project of that place and year has an approved evaluation.',
  },
  'evaluation.effectClaimed': {
    da: 'Rapporten kan ikke dannes, fordi en tekst taler om effekt, og ingen måling er set sammen med en sammenligningsgruppe. Skriv i evalueringen, hvad der er sket, i stedet for hvad der er årsagen.',
    en: 'The report cannot be made because a text speaks of effect, and no reading was seen beside a comparison group. Write in the evaluation what has happened instead of what caused it.',
  },
  'evaluation.ownSubmission': {
    da: 'Du har selv sendt evalueringen, så en anden i udvalget skal behandle den.',
    en: 'You submitted the evaluation yourself, so someone else on the committee must decide.',
  },
  'evaluation.incomplete': {
    da: 'Evalueringen mangler noget, før den kan sendes til udvalget.',
    en: 'The evaluation lacks something before it can be sent to the committee.',
  },
  'evaluation.unknownGoal': {
    da: 'Et af målene findes ikke længere. Hent siden igen.',
    en: 'One of the goals no longer exists. Reload the page.',
  },
  'evaluation.unknownElement': {
    da: 'Et af kerneelementerne findes ikke længere i opskriften. Hent siden igen.',
    en: 'One of the core elements is no longer in the recipe. Reload the page.',
  },
  'evaluation.elementsUnmarked': {
    da: ({ count }: Record<string, string | number>) =>
      `${count} ${count === 1 ? 'kerneelement' : 'kerneelementer'} er ikke vurderet. Du kan godt sende alligevel.`,
    en: ({ count }: Record<string, string | number>) =>
      `${count} core ${count === 1 ? 'element has' : 'elements have'} not been marked. You can submit all the same.`,
  },
  'evaluation.surveysOpen': {
    da: ({ count }: Record<string, string | number>) =>
      `${count === 1 ? 'Et spørgeskema' : `${count} spørgeskemaer`} er ikke lukket, så resultaterne kommer ikke med i rapporten. Luk under »Skemaer«, når alle har svaret.`,
    en: ({ count }: Record<string, string | number>) =>
      `${count === 1 ? 'A survey is' : `${count} surveys are`} not closed, so the results will not be in the report. Close under “Surveys” when everyone has answered.`,
  },
  'evaluation.adaptationsUntold': {
    da: 'Et kerneelement er tilpasset eller ikke gjort. Skriv gerne under »Justeringer undervejs«, hvad I gjorde i stedet.',
    en: 'A core element was adapted or not done. Do tell under “Adaptations on the way” what you did instead.',
  },
  'evaluation.unregistered': {
    da: ({ count }: Record<string, string | number>) =>
      `${count} gange er ikke registreret, så tallene er for små. Du kan godt sende alligevel.`,
    en: ({ count }: Record<string, string | number>) =>
      `${count} sessions are not registered, so the figures are too small. You can submit all the same.`,
  },
  'evaluation.judgementNeedsComment': {
    da: ({ title }: Record<string, string | number>) =>
      `“${title}”: skriv, hvorfor du vurderer målet anderledes end tallene.`,
    en: ({ title }: Record<string, string | number>) =>
      `“${title}”: write why you judge the goal differently from the numbers.`,
  },
  'evaluation.workedMissing': { da: 'Skriv, hvad der virkede.', en: 'Write what worked.' },
  'evaluation.didNotWorkMissing': { da: 'Skriv, hvad der ikke virkede.', en: 'Write what did not work.' },
  'evaluation.forWhomMissing': { da: 'Skriv, for hvem det virkede.', en: 'Write for whom it worked.' },
  'evaluation.recommendationMissing': { da: 'Vælg en anbefaling.', en: 'Choose a recommendation.' },
  'evaluation.recommendationReasonMissing': {
    da: 'Skriv, hvorfor du anbefaler det.',
    en: 'Write why you recommend it.',
  },
};
