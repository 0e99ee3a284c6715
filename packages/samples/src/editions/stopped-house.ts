import type { Edition } from './edition.ts';

/** A house of the same kind elsewhere that had to stop, and what others can learn from it. */
export const stoppedHouse: Edition = {
  recipe: 'de-unges-hus',
  offset: 0,
  municipality: 'koebenhavn',
  district: 'bispebjerg',
  isCopy: true,
  body: 'udvalg-bispebjerg',
  areaName: 'Bispebjerg',
  owner: 'anders',
  decidedBy: 'hanne',
  title: 'De unges pavillon',
  copiedFrom: 'de-unges-hus/-1',
  organisations: {
    'helhedsplan-folehaven': 'fc-bispebjerg',
    'boligorganisation-folehaven': 'tmf',
    'fc-indre-valby': 'bispebjerg-idraetsforening',
    'valby-lokaludvalg': 'kff',
  },
  venues: { rubinen: 'bispebjerg-pavillonen' },
  priceShare: 0.9,
  crowdShare: 0.7,
  trend: -0.4,
  cancelShare: 0.15,
  isFirstYear: true,
  status: 'stopped',
  adaptations: [
    {
      field: 'resources',
      fromText: 'Kontaktvoksen fem timer om ugen',
      toText: 'Voksne fra fritidscentret efter behov',
      reason: 'Der var ikke penge til en kontaktvoksen.',
    },
  ],
  goals: {
    husmoeder: { thisYear: { on: '05-31', value: 2 } },
    roller: { thisYear: { on: '05-31', value: 4 } },
    naboklager: { thisYear: { on: '05-31', value: 11 } },
    regler: { thisYear: undefined },
  },
  stop: {
    monthDay: '06-12',
    reason:
      'Der kunne ikke findes en fast kontaktvoksen. Voksne efter behov blev til ingen voksne, husmøderne holdt op i april, og naboerne klagede elleve gange på fem måneder.',
  },
  evaluation: {
    found: 'Pavillonen stoppede efter fem måneder. Uden en fast voksen forsvandt husmøderne, og klagerne voksede.',
    worked: 'De unge malede og indrettede selv, og de første husmøder var gode.',
    didNotWork:
      'Da husmøderne holdt op, var der ingen til at tage imod klagerne, og en lille gruppe fyldte mere og mere.',
    forWhom: 'De yngste holdt op med at komme, da de ældre flyttede ind.',
    adaptations: 'Åbningen søndag blev opgivet i marts.',
    costText: 'Under halvdelen af pengene blev brugt. Møblerne er givet videre til fritidscentret.',
    preconditions: 'En fast kontaktvoksen og en aftale om to besøg om ugen, før døren åbnes.',
    recommendation: 'stop',
    recommendationReason: 'Begynd ikke igen, før en voksen er fundet og lønnen er på plads.',
  },
};
