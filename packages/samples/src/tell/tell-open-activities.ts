import { addDays, weekdayOf } from '@forspring/domain/measures/day';
import { isQuiet, type OpenActivityKind, type OpenTheme } from '@forspring/domain/participation/open-activity';
import { Chance } from '../chance.ts';
import type { PersonKey } from '../people.ts';
import type { OrganisationKey } from '../places/places.ts';
import type { RecipeKey } from '../recipes/recipes.ts';
import { storyId } from '../story-id.ts';
import { personId } from './tell-people.ts';
import { organisationId } from './tell-places.ts';
import type { Telling } from './telling.ts';

/** Work a recipe does besides its sessions: how often, where, about what and how many. */
interface OpenPlan {
  kind: OpenActivityKind;
  /** On this ISO weekday every so many weeks; every month on its first day; or on one day of the year (MM-DD). */
  when: { weekday: number; everyWeeks: number } | 'monthly' | { monthDay: string };
  organisation: OrganisationKey | null;
  by: PersonKey | 'owner';
  places: readonly string[];
  themes: readonly OpenTheme[];
  lowest: number;
  highest: number;
  minutes: number;
  adults: number;
  notes?: readonly string[];
}

const plans: Partial<Record<RecipeKey, readonly OpenPlan[]>> = {
  aftenrunden: [
    {
      kind: 'outreach',
      when: { weekday: 3, everyWeeks: 1 },
      organisation: 'gadeplansteamet',
      by: 'nikolaj',
      places: ['Nørrebro Station', 'Mimersparken', 'Stefansgade', 'Nørrebro Bycenter'],
      themes: ['leisure', 'safety', 'schoolAndJob', 'conflict'],
      lowest: 5,
      highest: 17,
      minutes: 150,
      adults: 2,
      notes: ['Stille eftermiddag.', 'Regn, de fleste stod inde i centret.', 'Flere spurgte til fritidsjob.', ''],
    },
    {
      kind: 'presence',
      when: { monthDay: '06-19' },
      organisation: 'gadeplansteamet',
      by: 'nikolaj',
      places: ['Fælledparken, sidste skoledag'],
      themes: ['alcoholAndDrugs'],
      lowest: 380,
      highest: 460,
      minutes: 480,
      adults: 4,
      notes: ['Anslået antal. Vand og frugt blev delt ud, roligt hele dagen.'],
    },
    {
      kind: 'presence',
      when: { monthDay: '10-31' },
      organisation: 'gadeplansteamet',
      by: 'nikolaj',
      places: ['Runddelen, halloween'],
      themes: ['safety'],
      lowest: 120,
      highest: 170,
      minutes: 240,
      adults: 4,
      notes: ['Anslået antal. Natteravnene var med.'],
    },
    {
      kind: 'counselling',
      when: { weekday: 1, everyWeeks: 2 },
      organisation: 'gadeplansteamet',
      by: 'nikolaj',
      places: ['Åben rådgivning på biblioteket'],
      themes: ['schoolAndJob', 'wellbeing', 'family'],
      lowest: 2,
      highest: 6,
      minutes: 120,
      adults: 1,
    },
    {
      kind: 'concernTalk',
      when: 'monthly',
      organisation: null,
      by: 'owner',
      places: [],
      themes: ['crime', 'wellbeing', 'conflict'],
      lowest: 1,
      highest: 5,
      minutes: 0,
      adults: 0,
    },
    {
      kind: 'consultation',
      when: 'monthly',
      organisation: null,
      by: 'owner',
      places: [],
      themes: ['wellbeing', 'digital', 'schoolAndJob'],
      lowest: 3,
      highest: 7,
      minutes: 0,
      adults: 0,
    },
  ],
  'de-unges-hus': [
    {
      kind: 'outreach',
      when: { weekday: 2, everyWeeks: 2 },
      organisation: 'helhedsplan-folehaven',
      by: 'tina',
      places: ['Torvet i Folehaven', 'Kulbanevej'],
      themes: ['leisure', 'conflict'],
      lowest: 4,
      highest: 11,
      minutes: 90,
      adults: 2,
      notes: ['Fortalte om husets åbningstider.', ''],
    },
    {
      kind: 'counselling',
      when: { weekday: 4, everyWeeks: 4 },
      organisation: 'helhedsplan-folehaven',
      by: 'tina',
      places: ['Kontoret i Folehaven'],
      themes: ['schoolAndJob'],
      lowest: 1,
      highest: 4,
      minutes: 90,
      adults: 1,
    },
    {
      kind: 'concernTalk',
      when: 'monthly',
      organisation: null,
      by: 'owner',
      places: [],
      themes: ['wellbeing', 'alcoholAndDrugs'],
      lowest: 0,
      highest: 3,
      minutes: 0,
      adults: 0,
    },
  ],
  'sidste-skoledag': [
    {
      kind: 'teaching',
      when: { weekday: 2, everyWeeks: 1 },
      organisation: null,
      by: 'owner',
      places: ['9. klasser i distriktet'],
      themes: ['alcoholAndDrugs'],
      lowest: 21,
      highest: 27,
      minutes: 45,
      adults: 1,
    },
  ],
};

/** Adds what a project does without a register: outreach, presence, teaching, counselling, and counts of concern talks and consultations. */
export function tellOpenActivities(telling: Telling): void {
  const { edition, rows, days, name, projectId, startsOn, recordedUntil } = telling;
  if (edition.offset === 1) return;
  for (const plan of plans[edition.recipe] ?? []) {
    const chance = new Chance(`${name}/${plan.kind}`);
    for (const onDay of daysOf(plan, telling)) {
      if (onDay < startsOn.slice(0, 8) || onDay >= recordedUntil) continue;
      const count = chance.between(plan.lowest, plan.highest);
      const theme = chance.oneOf(plan.themes);
      const isCountOnly = isQuiet(plan.kind);
      if (isCountOnly && count === 0) continue;
      rows.add('openActivity', {
        id: storyId(`open-activity/${name}/${plan.kind}/${onDay}`),
        projectId,
        organisationId: plan.organisation && organisationId(plan.organisation),
        venueId: null,
        kind: plan.kind,
        onDay,
        placeName: isCountOnly ? null : chance.oneOf(plan.places),
        theme,
        count,
        minutes: isCountOnly ? null : plan.minutes,
        staffMinutes: isCountOnly ? null : plan.minutes * plan.adults,
        note: (plan.notes && chance.oneOf(plan.notes)) || null,
        registeredById: personId(plan.by === 'owner' ? edition.owner : plan.by),
        registeredAt: days.at(isCountOnly ? addDays(onDay, 27) : onDay, 1290),
      });
    }
  }
}

function daysOf({ when }: OpenPlan, { year, startsOn, recordedUntil }: Telling): string[] {
  if (when === 'monthly')
    return Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`).filter(
      // A month is counted when it is over.
      (on) => addDays(on, 27) < recordedUntil,
    );
  if ('monthDay' in when) return [`${year}-${when.monthDay}`];
  const first = addDays(startsOn, (when.weekday - weekdayOf(startsOn) + 7) % 7);
  return Array.from({ length: 53 }, (_, week) => addDays(first, week * 7 * when.everyWeeks)).filter(
    // Nobody is out in the school summer holidays' quiet weeks.
    (on) => on < recordedUntil && !['07', '12'].includes(on.slice(5, 7)),
  );
}
