import { describe, expect, it } from 'vitest';
import { evaluatedElements, marksOf } from './fidelity.ts';
import { inFormOf } from './freeze-evaluation.ts';
import { type FrozenEvaluation, laterParts } from './frozen-evaluation.ts';

const recipe = ['To faste voksne', 'Fællesspisning', 'Unge assistenter'];

describe('core elements', () => {
  it('stand in the recipe’s order with what was marked and what was registered, whatever order they came in', () => {
    const elements = evaluatedElements(
      recipe,
      [
        { element: 'Fællesspisning', mark: 'adapted' },
        { element: 'To faste voksne', mark: 'asDescribed' },
      ],
      [
        { place: 1, deliveredCount: 12, askedCount: 30 },
        { place: 0, deliveredCount: 30, askedCount: 30 },
      ],
    );
    expect(elements).toEqual([
      { element: 'To faste voksne', mark: 'asDescribed', deliveredCount: 30, askedCount: 30 },
      { element: 'Fællesspisning', mark: 'adapted', deliveredCount: 12, askedCount: 30 },
      { element: 'Unge assistenter', mark: null, deliveredCount: 0, askedCount: 0 },
    ]);
  });

  it('of an older recipe leave nothing behind, and a recipe without any has none', () => {
    expect(marksOf(recipe, [{ element: 'Noget andet', mark: 'notDone' }]).map(({ mark }) => mark)).toEqual([
      null,
      null,
      null,
    ]);
    expect(evaluatedElements([], [{ element: 'Fællesspisning', mark: 'adapted' }], [])).toEqual([]);
  });
});

describe('a frozen form built again', () => {
  it('has only the parts that the older one kept, and all of those', () => {
    const again = Object.fromEntries([...laterParts, 'goals'].map((part) => [part, []])) as unknown as FrozenEvaluation;
    const older = { goals: [], budget: [] } as unknown as FrozenEvaluation;
    expect(Object.keys(inFormOf(again, older)).sort()).toEqual(['budget', 'goals']);
    expect(Object.keys(inFormOf(again, again)).sort()).toEqual([...laterParts, 'goals'].sort());
  });

  it('names no withheld answer at the door where those were not kept', () => {
    const withheld = { funder: ['visits', 'pulse.safe'] };
    const again = { withheld, pulse: [] } as unknown as FrozenEvaluation;
    expect(inFormOf(again, { withheld } as unknown as FrozenEvaluation).withheld).toEqual({ funder: ['visits'] });
    expect(inFormOf(again, again).withheld).toEqual(withheld);
  });
});
