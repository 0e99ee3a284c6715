import { aftenrunden } from './aftenrunden.ts';
import { alleDeAndre } from './alle-de-andre.ts';
import { deUngesHus } from './de-unges-hus.ts';
import { delMedOmtanke } from './del-med-omtanke.ts';
import { familiesporet } from './familiesporet.ts';
import { ferieMedIndhold } from './ferie-med-indhold.ts';
import { fodfaeste } from './fodfaeste.ts';
import { fredagshallen } from './fredagshallen.ts';
import { godLoesladelse } from './god-loesladelse.ts';
import { lommepengejob } from './lommepengejob.ts';
import { markfraes } from './markfraes.ts';
import { sidsteSkoledag } from './sidste-skoledag.ts';

/** The twelve example projects, general first, then specific, then individual. */
export const recipes = {
  'alle-de-andre': alleDeAndre,
  'del-med-omtanke': delMedOmtanke,
  'sidste-skoledag': sidsteSkoledag,
  'ferie-med-indhold': ferieMedIndhold,
  fredagshallen,
  'de-unges-hus': deUngesHus,
  markfraes,
  lommepengejob,
  aftenrunden,
  fodfaeste,
  'god-loesladelse': godLoesladelse,
  familiesporet,
} as const;

/** The names by which editions point at a recipe. */
export type RecipeKey = keyof typeof recipes;
