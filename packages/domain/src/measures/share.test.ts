import { expect, it } from 'vitest';

import { shareOf } from './share.ts';

it('a share of nothing is no number', () => {
  expect(shareOf(0, 0)).toBeNull();
  expect(shareOf(3, 12)).toBe(0.25);
});
