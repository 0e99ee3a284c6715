import { solve } from 'yalps';

/** A demand on a choice: the parts chosen must weigh at least `need` together. */
export type Demand = { weights: ReadonlyMap<number, number>; need: number };

/** How much of each thing is chosen (0–1); that no choice meets the demands; or that the search was given up. */
export type Choice = number[] | 'infeasible' | 'givenUp';

/** Branches searched before a whole choice is given up; a count and not a time, so that the same table always has the same answer. */
const branches = 4000;

/**
 * The cheapest choice among `costs.length` things that meets all demands; `isWhole` for things that cannot be divided. Simplex and branch and cut by the solver YALPS.
 */
export function cheapest(costs: readonly number[], demands: readonly Demand[], isWhole: boolean): Choice {
  const rows = costs.map((cost): [string, number][] => [['cost', cost]]);
  for (const [i, { weights }] of demands.entries())
    for (const [thing, weight] of weights) rows[thing]?.push([`demand${i}`, weight]);
  // A thing no demand asks for is left alone.
  const asked = rows.map((row, thing) => ({ row, thing })).filter(({ row }) => row.length > 1);
  const most = isWhole ? [] : asked.map(({ thing }): [string, { max: number }] => [`most${thing}`, { max: 1 }]);
  const { status, variables } = solve(
    {
      direction: 'minimize',
      objective: 'cost',
      constraints: [...demands.map(({ need }, i): [string, { min: number }] => [`demand${i}`, { min: need }]), ...most],
      variables: asked.map(({ row, thing }): [number, [string, number][]] => [
        thing,
        isWhole ? row : [...row, [`most${thing}`, 1]],
      ]),
      binaries: isWhole,
    },
    { maxIterations: branches },
  );
  if (status !== 'optimal') return status === 'infeasible' ? 'infeasible' : 'givenUp';
  const chosen = costs.map(() => 0);
  for (const [thing, part] of variables) chosen[thing] = part;
  return chosen;
}
