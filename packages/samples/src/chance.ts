import { createHash } from 'node:crypto';

/** A small generator of life-like variation: the same name always gives the same sequence. */
export class Chance {
  #state: number;

  constructor(name: string) {
    this.#state = createHash('sha1').update(name).digest().readUInt32LE(0);
  }

  /** A number from 0 up to but not including 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whether something with this probability (0–1) happens. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number between both bounds, both included. */
  between(lowest: number, highest: number): number {
    return lowest + Math.floor(this.next() * (highest - lowest + 1));
  }

  /** One of a list that is not empty (else a RangeError). */
  oneOf<Item>(items: readonly Item[]): Item {
    const [item] = items.slice(this.between(0, items.length - 1));
    if (item === undefined) throw new RangeError('Nothing to choose from');
    return item;
  }

  /** A factor around 1 that is within `spread` of it most of the time and never below 0.2: the sum of three draws. */
  around(spread: number): number {
    return Math.max(0.2, 1 + (this.next() + this.next() + this.next() - 1.5) * spread * 1.6);
  }

  /** Splits a whole number over weights, one by one, so that the parts sum to it. */
  split(count: number, weights: readonly number[]): number[] {
    const parts = weights.map(() => 0);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (let one = 0; one < count; one += 1) {
      let left = this.next() * total;
      const found = weights.findIndex((weight) => (left -= weight) < 0);
      const at = found < 0 ? weights.length - 1 : found;
      parts[at] = (parts[at] ?? 0) + 1;
    }
    return parts;
  }
}
