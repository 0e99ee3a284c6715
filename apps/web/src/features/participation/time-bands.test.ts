import { describe, expect, it } from 'vitest';
import { bandNow, bandsOf } from './time-bands.ts';

const evening = { heldOn: '2026-11-13', endMinute: 1350 };
const divided = bandsOf({ ...evening, timeBands: [1080, 1200] }, []);
// Denmark is one hour ahead in November.
const at = (clock: string) => new Date(`2026-11-13T${clock}:00+01:00`);

describe('the parts of an evening', () => {
  it('are the series own, each until the next begins', () => {
    expect(divided).toEqual([
      { fromMinute: 1080, untilMinute: 1200 },
      { fromMinute: 1200, untilMinute: 1350 },
    ]);
  });

  it('are one whole where the evening is not divided', () => {
    expect(bandsOf({ ...evening, timeBands: [] }, [])).toEqual([{ fromMinute: 0, untilMinute: 1350 }]);
  });

  it('keep showing what was counted before the evening was divided', () => {
    const bands = bandsOf({ ...evening, timeBands: [1080, 1200] }, [{ fromMinute: 0 }]);
    expect(bands.map(({ fromMinute }) => fromMinute)).toEqual([0, 1080, 1200]);
  });

  it.each([
    ['17:00', 1080],
    ['19:59', 1080],
    ['20:00', 1200],
    ['23:50', 1200],
  ])('at %s the proposed part begins at minute %i', (clock, fromMinute) => {
    expect(bandNow(evening, divided, '2026-11-13', at(clock))).toBe(fromMinute);
  });

  it('propose the last part after midnight, and the first on any other day', () => {
    expect(bandNow(evening, divided, '2026-11-14', new Date('2026-11-14T00:20:00+01:00'))).toBe(1200);
    expect(bandNow(evening, divided, '2026-11-20', at('21:00'))).toBe(1080);
  });
});
