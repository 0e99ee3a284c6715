/** The six kinds of problem a person can meet; each maps to one wire status and one way of showing it. */
export const problemKinds = ['invalid', 'refused', 'missing', 'conflict', 'closed', 'unavailable'] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type ProblemParams = Record<string, string | number>;

/** One field that is wrong: a dotted path into the input, a stable code and what the sentence needs. */
export interface FieldProblem {
  path: string;
  code: string;
  params: ProblemParams;
}

interface ProblemParts {
  code: string;
  kind: ProblemKind;
  params?: ProblemParams;
  fields?: FieldProblem[];
  current?: unknown;
}

/**
 * Something a person can be told about and mend. Made by the functions in `<subject>.problems.ts`, never thrown as a
 * sentence; the people's language is chosen in the browser from `code` and `params`. `current` carries the stored
 * version when two people edited the same thing.
 */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly params: ProblemParams;
  readonly fields: FieldProblem[];
  readonly current: unknown;

  constructor({ code, kind, params = {}, fields = [], current }: ProblemParts) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.kind = kind;
    this.params = params;
    this.fields = fields;
    this.current = current;
  }
}

/** Problems any subject may raise. */
export const commonProblems = {
  missing: () => new Problem({ code: 'missing', kind: 'missing' }),
  /** What is to be added is there already. */
  alreadyThere: () => new Problem({ code: 'alreadyThere', kind: 'conflict' }),
  refused: () => new Problem({ code: 'refused', kind: 'refused' }),
  signIn: () => new Problem({ code: 'signIn', kind: 'refused' }),
  stale: (current: unknown) => new Problem({ code: 'stale', kind: 'conflict', current }),
  commandReused: () => new Problem({ code: 'commandReused', kind: 'conflict' }),
  invalid: (fields: FieldProblem[]) => new Problem({ code: 'invalid', kind: 'invalid', fields }),
  personalNumber: () => new Problem({ code: 'text.personalNumber', kind: 'invalid' }),
  tooMuchText: () => new Problem({ code: 'text.tooMuch', kind: 'invalid' }),
  unstorableText: () => new Problem({ code: 'text.unstorable', kind: 'invalid' }),
  maybePersonalNumber: () => new Problem({ code: 'text.maybePersonalNumber', kind: 'invalid' }),
};
