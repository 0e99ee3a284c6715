import type { NewRow, Reader, Tables } from '@forspring/database/tables';

/** The tables the story fills, parents before children. */
const order = [
  'appUser',
  'account',
  'municipality',
  'district',
  'population',
  'organisation',
  'venue',
  'body',
  'schoolHoliday',
  'membership',
  'annualPlan',
  'observation',
  'emergencyPlan',
  'intervention',
  'project',
  'projectStep',
  'lockedChange',
  'adaptation',
  'partner',
  'partnerPromise',
  'promisePeriod',
  'promiseStatement',
  'fundingSource',
  'ruleCard',
  'budgetLine',
  'lineShare',
  'promiseValue',
  'expense',
  'budgetChange',
  'series',
  'skip',
  'pastExpectation',
  'session',
  'sessionEntry',
  'headcount',
  'participantCode',
  'codeVisit',
  'kiosk',
  'exitPulse',
  'openActivity',
  'halfYearTotal',
  'indicator',
  'goal',
  'measurement',
  'survey',
  'surveyWave',
  'surveyAnswers',
  'comparisonReading',
  'evaluation',
  'goalOutcome',
  'evaluationNote',
  'evaluationComment',
  'learningCard',
  'meeting',
  'decision',
  'actionItem',
  'auditEntry',
  'disposalBasis',
  'archivalHold',
  'periodLock',
  'periodException',
] as const satisfies readonly (keyof Tables)[];
type StoryTable = (typeof order)[number];

/** Columns that hold JSON; PostgreSQL would take a list for an array of its own. */
const jsonColumns: Partial<Record<StoryTable, readonly string[]>> = {
  measurement: ['parts'],
  sessionEntry: ['counts', 'codes', 'facts'],
  survey: ['title', 'items'],
  surveyAnswers: ['answers'],
  evaluation: ['elements'],
};

/** A row as the database takes it. */
function stored<Row extends object>(table: StoryTable, row: Row): Row {
  const json = jsonColumns[table] ?? [];
  return { ...row, ...Object.fromEntries(json.map((name) => [name, JSON.stringify(row[name as keyof Row])])) };
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const parametersPerStatement = 12_000;

/** Rows waiting to be inserted together. */
export class StoryRows {
  readonly #rows = new Map<StoryTable, object[]>();

  /** Remembers one row for its table. */
  add<Table extends StoryTable>(table: Table, row: NewRow<Table>): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  /** Inserts what is remembered, table by table in few large statements, and forgets it. */
  async insert(db: Reader): Promise<void> {
    for (const table of order) {
      const rows = this.#rows.get(table);
      const first = rows?.[0];
      if (!rows || !first) continue;
      const chunk = Math.max(1, Math.floor(parametersPerStatement / Object.keys(first).length));
      for (let from = 0; from < rows.length; from += chunk)
        await db
          .insertInto(table)
          .values(rows.slice(from, from + chunk).map((row) => stored(table, row)))
          .execute();
      this.#rows.delete(table);
    }
  }
}
