import type { ProjectStatus } from '@forspring/domain/projects/project';
import { Chance } from '../chance.ts';
import type { Edition } from '../editions/edition.ts';
import type { OrganisationKey, VenueKey } from '../places/places.ts';
import type { Recipe } from '../recipes/recipe.ts';
import { recipes } from '../recipes/recipes.ts';
import type { StoryDays } from '../story-days.ts';
import { storyId } from '../story-id.ts';
import type { StoryRows } from '../story-rows.ts';

/** One run of a recipe while it is being told: who, where, when, and the rows it goes into. */
export interface Telling {
  edition: Edition;
  recipe: Recipe;
  /** The project's name in ids: `fredagshallen-vanloese-2026`. */
  name: string;
  projectId: string;
  year: number;
  status: ProjectStatus;
  startsOn: string;
  endsOn: string;
  /** The last day anything is recorded: the anchor, the end or the day it was stopped. */
  recordedUntil: string;
  rows: StoryRows;
  days: StoryDays;
  chance: Chance;
}

/** The part of a project's name that does not change with the year. */
export function seriesName(edition: Pick<Edition, 'recipe' | 'isCopy' | 'district'>): string {
  return edition.isCopy ? `${edition.recipe}-${edition.district}` : edition.recipe;
}

/** The id of the project another edition names as `fredagshallen/-1`. */
export function projectIdOf(reference: string, year: number): string {
  const [name, offset] = reference.split('/');
  return storyId(`project/${name}-${year + Number(offset)}`);
}

/** Prepares to tell one edition. */
export function tellingOf(edition: Edition, rows: StoryRows, days: StoryDays): Telling {
  const recipe: Recipe = recipes[edition.recipe];
  const year = days.year + edition.offset;
  const name = `${seriesName(edition)}-${year}`;
  const startsOn = recipe.firstOn(year);
  const endsOn = recipe.lastOn(year);
  const stopDayOf = (monthDay: string): string => {
    const day = days.passed(`${year}-${monthDay}`, 7);
    return day > startsOn ? day : startsOn;
  };
  const lastOn = edition.stop ? stopDayOf(edition.stop.monthDay) : endsOn;
  const recordedUntil = lastOn < days.anchorOn ? lastOn : days.anchorOn;
  return {
    edition,
    recipe,
    name,
    year,
    startsOn,
    endsOn,
    recordedUntil,
    rows,
    days,
    projectId: storyId(`project/${name}`),
    status: edition.status ?? statusOf(edition, startsOn, endsOn, days.anchorOn),
    chance: new Chance(name),
  };
}

function statusOf(edition: Edition, startsOn: string, endsOn: string, anchorOn: string): ProjectStatus {
  if (edition.offset === -1) return 'evaluated';
  if (anchorOn < startsOn) return 'approved';
  return anchorOn > endsOn ? 'closed' : 'running';
}

/** The organisation that has this part in this district. */
export function organisationHere({ edition }: Telling, key: OrganisationKey): OrganisationKey {
  return edition.organisations?.[key] ?? key;
}

/** The venue this district uses instead. */
export function venueHere({ edition }: Telling, key: VenueKey): VenueKey {
  return edition.venues?.[key] ?? key;
}
