import { copenhagenGeneral } from './copenhagen-general.ts';
import { copenhagenIndividual } from './copenhagen-individual.ts';
import type { Edition } from './edition.ts';
import { fredagshallenElsewhere } from './fredagshallen-elsewhere.ts';
import { fredagshallenValby } from './fredagshallen-valby.ts';
import { stoppedHouse } from './stopped-house.ts';
import { valby } from './valby.ts';
import { vejen } from './vejen.ts';

/** Every run of every recipe over the three years. */
export const editions: readonly Edition[] = [
  ...fredagshallenValby,
  ...fredagshallenElsewhere,
  ...valby,
  ...copenhagenGeneral,
  ...copenhagenIndividual,
  stoppedHouse,
  ...vejen,
];
