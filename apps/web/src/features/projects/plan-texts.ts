import type { ReactNode } from 'react';
import type { PlanField, PlanFields } from '@forspring/domain/projects/plan';
import type { ShownPlan } from '@forspring/domain/projects/shown-project';
import { useFormats } from '../../kernel/formats.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { planFormWords } from './plan.words.ts';
import { projectWords } from './project.words.ts';

/** A plan's values as people read them, for the closed plan and for two versions side by side. */
export function usePlanTexts(plan: Pick<ShownPlan, 'places'>) {
  const words = useWords(planFormWords);
  const project = useWords(projectWords);
  const terms = useWords(termWords);
  const { day, list, number } = useFormats();
  const { districts, bodies, venues } = plan.places;
  const nameIn = (places: readonly { id: string; name: string }[], id: string | null) =>
    places.find((one) => one.id === id)?.name ?? '';
  const valueOf = (field: PlanField, fields: PlanFields): ReactNode => {
    switch (field) {
      case 'tier':
        return fields.tier === null ? '' : terms.tier[fields.tier];
      case 'track':
        return project.tracks[fields.track];
      case 'themes':
        return list(fields.themes.map((theme) => project.themes[theme]));
      case 'districtId':
        return fields.districtId === null ? words.help.wholeMunicipality : nameIn(districts, fields.districtId);
      case 'bodyId':
        return nameIn(bodies, fields.bodyId);
      case 'venueId':
        return nameIn(venues, fields.venueId);
      case 'startsOn':
      case 'endsOn': {
        const on = fields[field];
        return on === null ? '' : day(on);
      }
      case 'usesCodes':
        return fields.usesCodes ? words.yes : words.no;
      case 'adultsPresent':
        return fields.adultsPresent === null ? '' : words.adults[fields.adultsPresent];
      case 'structure':
        return fields.structure === null ? '' : words.structures[fields.structure];
      case 'groupMix':
        return fields.groupMix === null ? '' : words.mixes[fields.groupMix];
      case 'assumptions':
        return fields.assumptions.filter((text) => text !== '').join(' · ');
      default: {
        const value = fields[field];
        return typeof value === 'number' ? number(value) : (value ?? '');
      }
    }
  };
  return { valueOf };
}
