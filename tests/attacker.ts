import { solve } from 'yalps';

/** Unknown numbers, each with its factor. */
type Terms = readonly (readonly [name: string, factor: number])[];

/** What can be said of one withheld number. */
export interface Found {
  name: string;
  lower: number;
  upper: number;
}

interface Fact {
  terms: Map<string, number>;
  lower: number;
  upper: number;
}

/**
 * Somebody who writes down everything that is shown, as sums of whole numbers that are not negative, and asks of every
 * withheld one how small and how large it can be (linear programming; a bound that holds for parts of people holds for
 * people).
 */
export class Attacker {
  readonly #facts: Fact[] = [];
  readonly #ranges = new Map<string, { lower: number; upper: number }>();
  readonly withheld = new Set<string>();

  /** A sum that is shown, or that is known to lie between two numbers. */
  know(terms: Terms, lower: number, upper = lower): void {
    const merged = new Map<string, number>();
    for (const [name, factor] of terms) merged.set(name, (merged.get(name) ?? 0) + factor);
    this.#facts.push({ terms: merged, lower, upper });
  }

  /** The smallest and largest a number can be before anything is shown. */
  range(name: string, lower: number, upper = Infinity): void {
    const known = this.#ranges.get(name);
    this.#ranges.set(name, {
      lower: Math.max(lower, known?.lower ?? 0),
      upper: Math.min(upper, known?.upper ?? Infinity),
    });
  }

  /** Whether the true numbers agree with everything that was written down, or the facts that do not: the attack is worth nothing otherwise. */
  contradictions(truth: ReadonlyMap<string, number>): string[] {
    return this.#facts
      .filter(({ terms, lower, upper }) => {
        if ([...terms.keys()].some((name) => !truth.has(name))) return false;
        const sum = [...terms].reduce((total, [name, factor]) => total + factor * (truth.get(name) ?? 0), 0);
        return sum < lower - 1e-6 || sum > upper + 1e-6;
      })
      .map(({ terms, lower, upper }) => `${JSON.stringify([...terms])} in ${lower}..${upper}`);
  }

  /** Every withheld number with the bounds that are left. */
  attack(): Found[] {
    const { known, facts } = this.#solved();
    const componentOf = components(facts);
    return [...this.withheld].map((name) => {
      const fixed = known.get(name);
      if (fixed !== undefined) return { name, lower: fixed, upper: fixed };
      const near = facts.filter(({ terms }) => [...terms.keys()].some((one) => componentOf(one) === componentOf(name)));
      const end = (direction: 'minimize' | 'maximize') => this.#end(name, near, direction);
      return { name, lower: Math.ceil(end('minimize') - 1e-6), upper: Math.floor(end('maximize') + 1e-6) };
    });
  }

  /** Numbers that follow one by one, and the facts that are left when they are put in. */
  #solved(): { known: Map<string, number>; facts: Fact[] } {
    const known = new Map<string, number>();
    let facts = this.#facts;
    for (;;) {
      const single = facts.filter(({ terms, lower, upper }) => terms.size === 1 && lower === upper);
      if (single.length === 0) return { known, facts: facts.filter(({ terms }) => terms.size > 0) };
      for (const { terms, lower } of single)
        for (const [name, factor] of terms) known.set(name, Math.round((lower / factor) * 1e6) / 1e6);
      facts = facts
        .filter((fact) => !single.includes(fact))
        .map(({ terms, lower, upper }) => {
          const put = [...terms].reduce((sum, [name, factor]) => sum + factor * (known.get(name) ?? 0), 0);
          return {
            terms: new Map([...terms].filter(([name]) => !known.has(name))),
            lower: lower - put,
            upper: upper - put,
          };
        });
    }
  }

  #end(name: string, facts: readonly Fact[], direction: 'minimize' | 'maximize'): number {
    const names = [...new Set([name, ...facts.flatMap(({ terms }) => [...terms.keys()])])];
    const rangeOf = (one: string) => this.#ranges.get(one) ?? { lower: 0, upper: Infinity };
    const rows = new Map(names.map((one): [string, Map<string, number>] => [one, new Map([['self', 1]])]));
    const constraints = new Map<string, { min?: number; max?: number }>();
    for (const one of names) {
      const { lower, upper } = rangeOf(one);
      rows.get(one)?.set(`range ${one}`, 1);
      constraints.set(`range ${one}`, upper === Infinity ? { min: lower } : { min: lower, max: upper });
    }
    for (const [index, { terms, lower, upper }] of facts.entries()) {
      for (const [one, factor] of terms) rows.get(one)?.set(`fact ${index}`, factor);
      constraints.set(`fact ${index}`, { min: lower - 1e-7, max: upper + 1e-7 });
    }
    for (const one of names) if (one !== name) rows.get(one)?.delete('self');
    const { status, result } = solve({ direction, objective: 'self', constraints, variables: rows });
    if (status === 'unbounded') return direction === 'minimize' ? 0 : Infinity;
    if (status !== 'optimal') throw new Error(`No numbers agree with what is shown about ${name} (${status})`);
    return result;
  }
}

/** Those that are found to the number. */
export function pinnedDown(found: readonly Found[]): Found[] {
  return found.filter(({ lower, upper }) => lower >= upper);
}

/** Which numbers hang together through facts. */
function components(facts: readonly Fact[]): (name: string) => string {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let at = name;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  for (const { terms } of facts) {
    const [first, ...rest] = [...terms.keys()];
    if (first !== undefined)
      for (const one of rest) {
        const [a, b] = [rootOf(first), rootOf(one)];
        if (a !== b) parent.set(b, a);
      }
  }
  return rootOf;
}
