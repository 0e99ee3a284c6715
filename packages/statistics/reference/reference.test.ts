import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import methods from './adapter.ts'

type Case = { id: string; method: string; input: never; expected: unknown; tolerance: { abs: number; rel: number } }

const cases = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) as Case[])

function compare(got: unknown, expected: unknown, tolerance: Case['tolerance']): void {
  if (Array.isArray(expected)) {
    expect(got).toHaveLength(expected.length)
    for (const [i, value] of expected.entries()) compare((got as unknown[])[i], value, tolerance)
  } else if (typeof expected === 'number') {
    expect(got).toBeTypeOf('number')
    expect(Math.abs((got as number) - expected)).toBeLessThanOrEqual(tolerance.abs + tolerance.rel * Math.abs(expected))
  } else if (expected !== null && typeof expected === 'object') {
    for (const [name, value] of Object.entries(expected)) compare((got as Record<string, unknown>)[name], value, tolerance)
  } else {
    // Null stays null: NaN and Infinity would be printed.
    expect(got).toBe(expected)
  }
}

describe('the reference cases', () => {
  it('exist for every method', () => {
    expect([...new Set(cases.map((one) => one.method))].toSorted()).toEqual(Object.keys(methods).toSorted())
  })

  it.each(cases)('$id', ({ method, input, expected, tolerance }) => {
    const run = methods[method as keyof typeof methods] as (input: never) => unknown
    compare(run(input), expected, tolerance)
  })
})
