import { appRouter } from '@forspring/api/shell/app-router';

/** A procedure as its router declares it. */
export interface Declared {
  path: string;
  type: 'query' | 'mutation';
  /** Its input as JSON schema; null when it takes none. */
  schema: JsonSchema | null;
}

/** As much of JSON schema as the domain's inputs use. */
export interface JsonSchema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
  minLength?: number;
}

interface Definition {
  _def: { type: 'query' | 'mutation'; inputs: { toJSONSchema: (options: object) => unknown }[] };
}

/** Every procedure of the API with what it takes. */
export function declaredProcedures(): Declared[] {
  return Object.entries(appRouter._def.procedures as unknown as Record<string, Definition>).map(([path, { _def }]) => {
    const schemas = _def.inputs.map((one) => one.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as JsonSchema);
    const properties = Object.assign({}, ...schemas.map((one) => one.properties ?? {}));
    const required = schemas.flatMap((one) => one.required ?? []);
    return { path, type: _def.type, schema: schemas.length === 0 ? null : { type: 'object', properties, required } };
  });
}

/** Follows a choice to the branch a test should fill in: never null when there is anything else. */
export function branchOf(schema: JsonSchema): JsonSchema {
  const branches = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (!branches) return schema;
  return branchOf(branches.find((one) => one.type !== 'null') ?? branches[0] ?? {});
}

/** Whether a person writes this value freely: a string without a form or list of its own. */
export function isText(schema: JsonSchema): boolean {
  return schema.type === 'string' && !schema.format && !schema.enum && schema.const === undefined;
}

/** What to put where: the id at a path (`projectId`), and the text of free fields. */
export interface Fill {
  idAt: (key: string) => string;
  textAt: (path: string) => string;
}

/** An input that has everything a procedure asks for, with values of the right form. */
export function sampleOf(schema: JsonSchema, fill: Fill, path = ''): unknown {
  const one = branchOf(schema);
  const key = path.split('.').at(-1) ?? '';
  if (one.const !== undefined) return one.const;
  if (one.enum) return one.enum[0];
  if (one.type === 'object') {
    const entries = Object.entries(one.properties ?? {}).filter(([name]) => name !== 'confirmedNotPersonal');
    return Object.fromEntries(
      entries.map(([name, inner]) => [name, sampleOf(inner, fill, path === '' ? name : `${path}.${name}`)]),
    );
  }
  if (one.type === 'array')
    return Array.from({ length: Math.max(1, one.minItems ?? 1) }, (_, place) =>
      sampleOf(one.items ?? {}, fill, `${path}.${place}`),
    );
  if (one.type === 'integer' || one.type === 'number') return Math.max(1, one.minimum ?? 1);
  if (one.type === 'boolean') return false;
  if (one.type === 'null') return null;
  if (one.type !== 'string') return 'x';
  if (one.format === 'uuid') return fill.idAt(key);
  if (one.format === 'email') return 'ny.person@koebenhavn.example';
  if (one.format === 'uri') return 'https://kommune.example/underretning';
  if (one.format === 'date' || key.endsWith('On')) return '2027-03-05';
  return fill.textAt(path);
}

/** Every place inside a sample where something stands, as dotted paths with the schema that stands there. */
export function placesIn(schema: JsonSchema, path = ''): { path: string; schema: JsonSchema }[] {
  const one = branchOf(schema);
  const inner = (name: string, next: JsonSchema) => placesIn(next, path === '' ? name : `${path}.${name}`);
  const own = path === '' ? [] : [{ path, schema: one }];
  if (one.type === 'object')
    return [...own, ...Object.entries(one.properties ?? {}).flatMap(([name, next]) => inner(name, next))];
  if (one.type === 'array' && one.items) return [...own, ...inner('0', one.items)];
  return own;
}

/** The same input with another value at a dotted path. */
export function withValueAt(input: unknown, path: string, value: unknown): unknown {
  const [head = '', ...rest] = path.split('.');
  const copy: Record<string, unknown> | unknown[] = Array.isArray(input)
    ? [...(input as unknown[])]
    : { ...(input as Record<string, unknown>) };
  const record = copy as Record<string, unknown>;
  if (rest.length > 0) record[head] = withValueAt(record[head], rest.join('.'), value);
  else if (value === undefined) delete record[head];
  else record[head] = value;
  return copy;
}
