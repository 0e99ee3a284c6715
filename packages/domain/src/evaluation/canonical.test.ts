import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

describe('the canonical text of a value', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: [{ y: 1, x: null }], a: 'å' })).toBe('{"a":"å","b":[{"x":null,"y":1}]}');
    expect(canonicalJson({ a: 'å', b: [{ x: null, y: 1 }] })).toBe(canonicalJson({ b: [{ y: 1, x: null }], a: 'å' }));
  });

  it('survives being stored and read as JSON', () => {
    const value = { share: 24 / 34, left: undefined, list: [undefined, true], text: '"\n' };
    expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
  });

  it('keeps the order of lists, because order is content there', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  it.each([[Number.NaN], [new Date(0)], [() => 1], [1n]])('refuses what JSON cannot hold (%s)', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});
