import { describe, expect, it } from 'vitest';
import { type Cell, valueCell, withheld } from '@forspring/domain/measures/cell';
import { type Audience, defaultThresholds, thresholdsFrom } from '@forspring/domain/measures/thresholds';
import { isSmall } from '@forspring/statistics/disclosure';
import { Attacker, pinnedDown } from '@forspring/tests/attacker';
import { gateFor } from './gate.ts';
import { gatedDivisions } from './gate-parts.ts';
import { gatedMonths } from './gated-months.ts';

const thresholds = thresholdsFrom(defaultThresholds);
const outside: Audience[] = ['municipality', 'otherDistrict', 'funder', 'public'];

/** Numbers that look like chance and are the same on every run (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** A world of one project: months of visits, contacts of two kinds, and a table of age by gender. */
function worldOf(seed: number) {
  const draw = chance(seed);
  const count = () => (draw(3) === 0 ? 0 : draw(4) === 0 ? draw(40) : draw(9));
  return {
    audience: outside[draw(outside.length)] ?? 'public',
    months: Array.from({ length: 2 + draw(9) }, (_, index) => ({
      month: `2026-${String(index + 1).padStart(2, '0')}`,
      heldCount: 4,
      visitCount: count(),
      sessionContactCount: count(),
      outreachContactCount: count(),
    })),
    table: Array.from({ length: 2 + draw(4) }, () => [count(), count(), count()]),
    answers: [count(), count(), count(), count()],
    // Some who were asked are in no group.
    groups: Array.from({ length: 2 + draw(4) }, () => [draw(60), draw(60)] as const),
    rest: draw(2) === 0 ? ([0, 0] as const) : ([draw(6), draw(6)] as const),
    door: Array.from({ length: 3 }, () => [draw(30), draw(12)] as const),
  };
}

/** Publishes a world and attacks it; `hidesOnlySmall` leaves out everything that protects a neighbour. */
function attackWorld(seed: number, hidesOnlySmall = false) {
  const { audience, months, table, answers, groups, rest, door } = worldOf(seed);
  const k = thresholds[audience];
  const gate = gateFor(audience, { thresholds });
  const attacker = new Attacker();
  const truth = new Map<string, number>();
  let cellCount = 0;
  const note = (name: string, count: number, cell: Cell<number> | undefined) => {
    truth.set(name, count);
    cellCount += 1;
    attacker.range(name, count > 0 ? 1 : 0);
    const isHidden = hidesOnlySmall ? isSmall(count, { k }) : cell?.kind === 'withheld';
    if (isHidden) attacker.withheld.add(name);
    else attacker.know([[name, 1]], count);
  };
  /** A reading of a share by its groups: part, rest and base of each, and of the whole. */
  const noteDivision = () => {
    const asked = groups.filter(([part, others]) => part + others > 0);
    const all = [...asked, rest];
    const [part, others] = [0, 1].map((place) => all.reduce((total, one) => total + (one[place] ?? 0), 0)) as [
      number,
      number,
    ];
    const parts = asked.map(([x, y], index) => ({
      dimension: 'place' as const,
      category: `group ${index}`,
      value: x / (x + y),
      numeratorCount: x,
      baseCount: x + y,
    }));
    const whole = { value: part / (part + others), numeratorCount: part, baseCount: part + others };
    const [division] = gatedDivisions(gate, { ...whole, parts }, { unit: 'share', tier: 'general', visitCount: 900 });
    if (!division) return;
    const counts = rest[0] + rest[1] > 0 ? all : asked;
    for (const [index, [x, y]] of counts.entries()) {
      const shown = division.parts[index];
      for (const [what, count, cell] of [
        ['part', x, shown?.numerator],
        ['base', x + y, shown?.base],
      ] as const) {
        const name = `${what} of group ${index}`;
        truth.set(name, count);
        cellCount += 1;
        // Where a part or its rest is small the share is not shown; that alone does not protect it from its neighbours.
        const isHidden = hidesOnlySmall ? x < k || y < k : cell?.kind === 'withheld';
        if (isHidden) attacker.withheld.add(name);
        else attacker.know([[name, 1]], count);
      }
      truth.set(`rest of group ${index}`, y);
      add(`base of group ${index}`, [`part of group ${index}`, `rest of group ${index}`]);
    }
    for (const [what, total] of [
      ['part', part],
      ['rest', others],
    ] as const) {
      truth.set(`${what} of all`, total);
      attacker.know([[`${what} of all`, 1]], total);
      add(
        `${what} of all`,
        counts.map((_, index) => `${what} of group ${index}`),
      );
    }
  };
  const add = (total: string, parts: readonly string[]) =>
    attacker.know([...parts.map((part) => [part, 1] as const), [total, -1]], 0);
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

  const gated = gatedMonths(gate, months);
  for (const [index, { month, visitCount, sessionContactCount, outreachContactCount }] of months.entries()) {
    note(`visits ${month}`, visitCount, gated.visits[index]);
    note(`contacts ${month}`, sessionContactCount + outreachContactCount, gated.contacts[index]);
    note(`outreach ${month}`, outreachContactCount, gated.outreach[index]);
    truth.set(`evenings ${month}`, sessionContactCount);
    add(`contacts ${month}`, [`evenings ${month}`, `outreach ${month}`]);
  }
  const visits = sum(months.map((month) => month.visitCount));
  const outreach = sum(months.map((month) => month.outreachContactCount));
  const contacts = outreach + sum(months.map((month) => month.sessionContactCount));
  note('visits', visits, gate.visits(visits));
  note('contacts', contacts, gate.contacts(contacts));
  note('outreach', outreach, gated.outreachTotal);
  for (const what of ['visits', 'contacts', 'outreach'])
    add(
      what,
      months.map(({ month }) => `${what} ${month}`),
    );

  const shown = gate.table(table);
  for (const [r, row] of table.entries()) {
    for (const [c, count] of row.entries()) note(`cell ${r} ${c}`, count, shown.cells[r]?.[c]);
    note(`row ${r}`, sum(row), shown.rowTotals[r]);
    add(
      `row ${r}`,
      row.map((_, c) => `cell ${r} ${c}`),
    );
  }
  for (const c of [0, 1, 2]) {
    const column = table.map((row) => row[c] ?? 0);
    note(`column ${c}`, sum(column), shown.columnTotals[c]);
    add(
      `column ${c}`,
      column.map((_, r) => `cell ${r} ${c}`),
    );
  }
  note('table', sum(table.flat()), shown.total);
  add(
    'table',
    table.map((_, r) => `row ${r}`),
  );
  const list = gate.list(answers);
  for (const [index, count] of answers.entries()) note(`answer ${index}`, count, list.parts[index]);
  note('answers', sum(answers), list.total);
  add(
    'answers',
    answers.map((_, index) => `answer ${index}`),
  );
  noteDivision();
  // Answers at the door: a share that is shown tells both its part and the rest.
  for (const [question, [yes, other]] of door.entries()) {
    const cell = gate.share({ x: yes, n: yes + other });
    note(`yes ${question}`, yes, cell.kind === 'value' ? valueCell(yes) : withheld('smallNumbers'));
    note(`other ${question}`, other, cell.kind === 'value' ? valueCell(other) : withheld('smallNumbers'));
  }
  expect(attacker.contradictions(truth)).toEqual([]);
  const found = attacker.attack();
  for (const { name, lower, upper } of found) {
    expect(lower, name).toBeLessThanOrEqual(truth.get(name) ?? 0);
    expect(upper, name).toBeGreaterThanOrEqual(truth.get(name) ?? 0);
  }
  return { cellCount, withheldCount: attacker.withheld.size, pinned: pinnedDown(found), found, truth, k };
}

const worldCount = 120;
const worlds = Array.from({ length: worldCount }, (_, index) => index + 1);

describe('random worlds, attacked with everything shown of them', () => {
  it('give no withheld cell away, and leave every small one at least k wide where a total is shown (disclosure 7.4)', () => {
    const results = worlds.map((seed) => attackWorld(seed));
    const total = (of: (one: (typeof results)[number]) => number) => results.reduce((sum, one) => sum + of(one), 0);
    const pinnedCount = total(({ pinned }) => pinned.length);
    console.info(
      `${worldCount} random worlds: ${worldCount * 6} tables, ${total((one) => one.cellCount)} cells, ${total((one) => one.withheldCount)} withheld, ${pinnedCount} pinned down`,
    );
    expect(results.flatMap(({ pinned }) => pinned)).toEqual([]);
    expect(total((one) => one.withheldCount)).toBeGreaterThan(1000);
  });

  it('would give groups of a reading away if nothing were hidden beside the small ones (disclosure 4.5)', () => {
    const pinned = worlds.slice(0, 60).flatMap((seed) => attackWorld(seed, true).pinned);
    const groups = pinned.filter(({ name }) => name.includes('of group'));
    console.info(`60 random worlds with small counts alone hidden: ${groups.length} counts of groups pinned down`);
    expect(groups.length).toBeGreaterThan(10);
  });

  it('would give cells away if only small counts were hidden (disclosure 7.2)', () => {
    const pinned = worlds.slice(0, 30).flatMap((seed) => attackWorld(seed, true).pinned);
    console.info(`30 random worlds with small counts alone hidden: ${pinned.length} pinned down`);
    expect(pinned.length).toBeGreaterThan(20);
  });
});
