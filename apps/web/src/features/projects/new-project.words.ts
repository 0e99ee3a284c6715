import { catalogue } from '../../kernel/words.ts';

/** Texts for starting a project. */
export const newProjectWords = catalogue({
  da: {
    title: 'Nyt projekt',
    lead: 'Vælg en indsats, andre har afprøvet, eller begynd fra en tom plan. Du bliver tovholder.',
    name: 'Projektets navn',
    nameHelp: 'Et navn, de unge selv kan være med i. Kan ændres senere.',
    municipality: 'Kommune',
    district: 'Distrikt',
    wholeMunicipality: 'Hele kommunen',
    body: 'Udvalg, der beslutter',
    year: 'År',
    create: 'Opret kladde',
    noPlaces: 'Du kan ikke starte projekter endnu',
    noPlacesText: 'Spørg din SSP-koordinator, hvis du skal være tovholder.',
  },
  en: {
    title: 'New project',
    lead: 'Choose an intervention others have tried, or begin with an empty plan. You become its owner.',
    name: 'Project name',
    nameHelp: 'A name the young people can be part of. Can be changed later.',
    municipality: 'Municipality',
    district: 'District',
    wholeMunicipality: 'The whole municipality',
    body: 'Deciding committee',
    year: 'Year',
    create: 'Create draft',
    noPlaces: 'You cannot start projects yet',
    noPlacesText: 'Ask your SSP coordinator if you are to own a project.',
  },
});
