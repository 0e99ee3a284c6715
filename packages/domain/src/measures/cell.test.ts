import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { cellOf, notApplicable, notMeasured, numberCell, numberIn, valueCell, withheld, zero } from './cell.ts';
import type { Cell } from './cell.ts';

describe('cells', () => {
  const schema = cellOf(z.number());
  const cells: Cell<number>[] = [
    valueCell(12),
    zero,
    notMeasured,
    notApplicable('otherPeriod'),
    withheld('smallNumbers'),
  ];

  it('pass their own schema unchanged', () => {
    for (const cell of cells) expect(schema.parse(cell)).toEqual(cell);
  });

  it('carry no number when withheld', () => {
    expect(schema.parse({ kind: 'withheld', reason: 'smallNumbers', value: 3 })).toEqual(withheld('smallNumbers'));
    expect(schema.safeParse({ kind: 'withheld' }).success).toBe(false);
    expect(schema.safeParse({ kind: 'value' }).success).toBe(false);
  });

  it('keep none, not counted and not shown apart', () => {
    expect(numberCell(0)).toEqual(zero);
    expect(numberCell(null)).toEqual(notMeasured);
    expect(numberCell(7)).toEqual(valueCell(7));
    expect(cells.map(numberIn)).toEqual([12, 0, null, null, null]);
  });
});
