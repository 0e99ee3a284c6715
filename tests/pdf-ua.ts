import { inflateSync } from 'node:zlib';

/** What a reading program finds in a tagged PDF, and every rule of PDF/UA-1 it breaks that a machine can see. */
export interface ReadPdf {
  /** Broken rules in words; none for a document that passes. */
  problems: string[];
  pageCount: number;
  /** Roles in the order they are read. */
  roles: string[];
  alts: string[];
}

type Value = null | boolean | number | string | Name | Ref | Value[] | { [key: string]: Value };
class Name {
  name: string;
  constructor(name: string) {
    this.name = name;
  }
}
class Ref {
  id: number;
  constructor(id: number) {
    this.id = id;
  }
}
type Dictionary = { [key: string]: Value };

const isDictionary = (value: Value | undefined): value is Dictionary =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Name) &&
  !(value instanceof Ref);

/** Reads the objects of a PDF without compressed object streams, such as the library here writes. */
class Objects {
  readonly #objects = new Map<number, { value: Value; stream: Buffer | null }>();
  readonly trailer: Dictionary;
  constructor(bytes: Buffer) {
    const text = bytes.toString('latin1');
    for (const match of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/gu)) {
      const reader = new Reader(text, match.index + match[0].length);
      const value = reader.read();
      const rest = /^\s*stream\r?\n/u.exec(text.slice(reader.at, reader.at + 20));
      let stream: Buffer | null = null;
      if (rest && isDictionary(value)) {
        const start = reader.at + rest[0].length;
        const length = this.#lengthOf(value, text);
        const raw = bytes.subarray(start, start + length);
        const filter = value['Filter'];
        stream = filter instanceof Name && filter.name === 'FlateDecode' ? inflateSync(raw) : Buffer.from(raw);
      }
      this.#objects.set(Number(match[1]), { value, stream });
    }
    const start = text.lastIndexOf('trailer');
    const trailer = new Reader(text, start + 'trailer'.length).read();
    this.trailer = isDictionary(trailer) ? trailer : {};
  }
  #lengthOf(dictionary: Dictionary, text: string): number {
    const length = dictionary['Length'];
    if (typeof length === 'number') return length;
    if (!(length instanceof Ref)) return 0;
    const found = new RegExp(`(?:^|[\\r\\n])${length.id} 0 obj\\s+(\\d+)`, 'u').exec(text);
    return Number(found?.[1] ?? 0);
  }
  get(value: Value | undefined): Value {
    return value instanceof Ref ? (this.#objects.get(value.id)?.value ?? null) : (value ?? null);
  }
  dictionary(value: Value | undefined): Dictionary {
    const found = this.get(value);
    return isDictionary(found) ? found : {};
  }
  list(value: Value | undefined): Value[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : found === null ? [] : [found];
  }
  stream(value: Value | undefined): string {
    return value instanceof Ref ? (this.#objects.get(value.id)?.stream?.toString('latin1') ?? '') : '';
  }
  all(): Dictionary[] {
    return [...this.#objects.values()].map(({ value }) => value).filter(isDictionary);
  }
}

/** Reads one value of PDF syntax. */
class Reader {
  readonly #text: string;
  at: number;
  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }
  #skip(): void {
    while (/\s/u.test(this.#text[this.at] ?? '')) this.at += 1;
  }
  read(): Value {
    this.#skip();
    const text = this.#text;
    if (text.startsWith('<<', this.at)) return this.#readDictionary();
    const sign = text[this.at];
    if (sign === '[') return this.#readList();
    if (sign === '/') {
      const [found = '/'] = /^\/[^\s/[\]<>()]*/u.exec(text.slice(this.at, this.at + 200)) ?? [];
      this.at += found.length;
      return new Name(found.slice(1));
    }
    if (sign === '(') return this.#readText();
    if (sign === '<') {
      const end = text.indexOf('>', this.at);
      const hex = text.slice(this.at + 1, end);
      this.at = end + 1;
      return decoded(Buffer.from(hex, 'hex').toString('latin1'));
    }
    const ref = /^(\d+) 0 R\b/u.exec(text.slice(this.at, this.at + 20));
    if (ref) {
      this.at += ref[0].length;
      return new Ref(Number(ref[1]));
    }
    const [word = ''] = /^[^\s/[\]<>()]+/u.exec(text.slice(this.at, this.at + 60)) ?? [];
    this.at += Math.max(1, word.length);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' || word === '' ? null : Number(word);
  }
  #readDictionary(): Dictionary {
    this.at += 2;
    const found: Dictionary = {};
    for (;;) {
      this.#skip();
      if (this.#text.startsWith('>>', this.at)) break;
      const key = this.read();
      if (!(key instanceof Name)) throw new Error('A dictionary has a key that is no name');
      found[key.name] = this.read();
    }
    this.at += 2;
    return found;
  }
  #readList(): Value[] {
    this.at += 1;
    const found: Value[] = [];
    for (;;) {
      this.#skip();
      if (this.#text[this.at] === ']') break;
      found.push(this.read());
    }
    this.at += 1;
    return found;
  }
  #readText(): string {
    let [depth, found] = [0, ''];
    do {
      const sign = this.#text[this.at] ?? ')';
      this.at += 1;
      if (sign === '\\') {
        const next = this.#text[this.at] ?? '';
        found += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[next] ?? next;
        this.at += 1;
        continue;
      }
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
      if ((sign !== '(' || depth > 1) && depth > 0) found += sign;
    } while (depth > 0);
    return decoded(found);
  }
}

/** A text as UTF-16 where it says so. */
function decoded(text: string): string {
  return text.startsWith('\u00fe\u00ff') ? Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le') : text;
}

const nameOf = (value: Value | undefined) => (value instanceof Name ? value.name : '');

/**
 * Reads a PDF and checks what ISO 14289-1 (PDF/UA-1) asks and a machine can see: identification and title in the metadata,
 * language, marked content, every painted thing either tagged or an artifact, every tag in the structure tree and the
 * parent tree alike, headings in order, figures described and placed, tables of rows with scoped heads, embedded fonts
 * with a way back to Unicode, and pages that are read by their structure.
 */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = new Objects(bytes);
  const problems: string[] = [];
  const must = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const catalog = objects.dictionary(objects.trailer['Root']);
  checkDocument(objects, catalog, must);
  const pages = pagesOf(objects, catalog['Pages']);
  const painted = new Map<Value, Set<number>>();
  pages.forEach((page, index) => {
    const content = objects.list(page['Contents'] instanceof Ref ? [page['Contents']] : page['Contents']);
    const text = content.map((one) => objects.stream(one)).join('\n');
    painted.set(page['StructParents'] ?? null, checkContent(text, `page ${index + 1}`, must));
    must(nameOf(page['Tabs']) === 'S', `page ${index + 1} is not read by its structure`);
  });
  const { roles, alts, marked } = checkTree(objects, catalog, must);
  checkParents(objects, catalog, pages, painted, marked, must);
  checkFonts(objects, must);
  return { problems: [...new Set(problems)], pageCount: pages.length, roles, alts };
}

type Must = (holds: boolean, problem: string) => void;

function checkDocument(objects: Objects, catalog: Dictionary, must: Must): void {
  const metadata = Buffer.from(objects.stream(catalog['Metadata']), 'latin1').toString('utf8');
  must(/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/u.test(metadata), 'the metadata do not say PDF/UA-1');
  must(/<dc:title>[\s\S]*\S[\s\S]*<\/dc:title>/u.test(metadata), 'the metadata have no title');
  must(/^[a-z]{2}(-[A-Z]{2})?$/u.test(String(catalog['Lang'] ?? '')), 'the document has no language');
  must(objects.dictionary(catalog['MarkInfo'])['Marked'] === true, 'the document is not marked');
  must(objects.dictionary(catalog['MarkInfo'])['Suspects'] !== true, 'the document has suspects');
  must(
    objects.dictionary(catalog['ViewerPreferences'])['DisplayDocTitle'] === true,
    'the window does not show the title',
  );
  must(
    typeof objects.get(objects.dictionary(objects.trailer['Info'])['Title']) === 'string',
    'the document has no title',
  );
  must(objects.trailer['Encrypt'] === undefined, 'the document is encrypted');
}

function pagesOf(objects: Objects, node: Value | undefined): Dictionary[] {
  const dictionary = objects.dictionary(node);
  if (nameOf(dictionary['Type']) === 'Page') return [dictionary];
  return objects.list(dictionary['Kids']).flatMap((kid) => pagesOf(objects, kid));
}

const paints = /^(?:Tj|TJ|'|"|f|F|f\*|S|s|B|B\*|b|b\*|sh|Do)$/u;

/** The numbers of a page's tagged content; tells what is painted outside tags and artifacts, and tags inside artifacts. */
function checkContent(text: string, where: string, must: Must): Set<number> {
  const found = new Set<number>();
  const open: string[] = [];
  // Texts and hexadecimal strings are taken out first: what is printed is no operator.
  const plain = text.replace(/\((?:\\.|[^\\()])*\)/gsu, '()').replace(/<[0-9A-Fa-f\s]*>/gu, '<>');
  for (const match of plain.matchAll(/\/(\w+)\s*(?:<<(.*?)>>\s*BDC|BMC)|\bEMC\b|(?<=^|\s)[A-Za-z'"*]+(?=\s|$)/gsu)) {
    const [token, tag, properties] = match;
    if (tag !== undefined) {
      const mcid = /\/MCID (\d+)/u.exec(properties ?? '')?.[1];
      must(open.length === 0 || open.at(-1) === 'Span' || tag === 'Span', `${where} has ${tag} inside ${open.at(-1)}`);
      must(tag === 'Artifact' || tag === 'Span' || mcid !== undefined, `${where} has ${tag} without a number`);
      if (mcid !== undefined) {
        must(!found.has(Number(mcid)), `${where} uses number ${mcid} twice`);
        found.add(Number(mcid));
      }
      open.push(tag);
    } else if (token === 'EMC') {
      must(open.length > 0, `${where} ends a tag that is not open`);
      open.pop();
    } else if (paints.test(token)) must(open.length > 0, `${where} paints (${token}) outside tags and artifacts`);
  }
  must(open.length === 0, `${where} leaves ${open.join(', ')} open`);
  return found;
}

const parents: Record<string, readonly string[]> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  Caption: ['Table', 'Figure', 'L'],
};

function checkTree(objects: Objects, catalog: Dictionary, must: Must) {
  const roles: string[] = [];
  const alts: string[] = [];
  const marked = new Map<string, Dictionary>();
  let level = 0;
  const walk = (value: Value, parent: string, page: Value | undefined): void => {
    const node = objects.dictionary(value);
    const role = nameOf(node['S']);
    const own = node['Pg'] ?? page;
    roles.push(role);
    const allowed = parents[role];
    must(allowed === undefined || allowed.includes(parent), `${role} lies in ${parent}`);
    const heading = /^H(\d)$/u.exec(role)?.[1];
    if (heading !== undefined) {
      must(Number(heading) <= level + 1, `H${heading} follows H${level}`);
      level = Number(heading);
    }
    const attributes = objects.list(node['A']).map((one) => objects.dictionary(one));
    if (role === 'Figure') {
      const alt = node['Alt'];
      must(typeof alt === 'string' && alt.trim() !== '', 'a figure is not described');
      if (typeof alt === 'string') alts.push(alt);
      must(
        attributes.some((one) => Array.isArray(one['BBox']) && one['BBox'].length === 4),
        'a figure has no place',
      );
    }
    if (role === 'TH')
      must(
        attributes.some((one) => /^(Row|Column|Both)$/u.test(nameOf(one['Scope']))),
        'a head of a table has no scope',
      );
    const kids = objects.list(node['K'] instanceof Ref ? [node['K']] : node['K']);
    if (role === 'Table') checkTable(objects, kids, must);
    for (const kid of kids) {
      if (typeof kid === 'number') marked.set(`${refOf(own)}/${kid}`, node);
      else {
        const child = objects.dictionary(kid);
        if (nameOf(child['Type']) === 'MCR') marked.set(`${refOf(child['Pg'] ?? own)}/${String(child['MCID'])}`, node);
        else walk(kid, role, own);
      }
    }
  };
  const root = objects.dictionary(catalog['StructTreeRoot']);
  for (const kid of objects.list(root['K'] instanceof Ref ? [root['K']] : root['K'])) walk(kid, 'root', undefined);
  must(roles[0] === 'Document', 'the structure does not begin with a document');
  must(roles.includes('H1'), 'there is no main heading');
  return { roles, alts, marked };
}

/** Rows of one table have equally many cells. */
function checkTable(objects: Objects, kids: Value[], must: Must): void {
  const rows: number[] = [];
  const count = (kid: Value): void => {
    const node = objects.dictionary(kid);
    const inside = objects.list(node['K'] instanceof Ref ? [node['K']] : node['K']);
    if (nameOf(node['S']) === 'TR') rows.push(inside.length);
    else if (/^T(Head|Body|Foot)$/u.test(nameOf(node['S']))) inside.forEach(count);
  };
  kids.forEach(count);
  must(rows.length > 0, 'a table has no rows');
  must(new Set(rows).size <= 1, `a table has rows of ${[...new Set(rows)].join(' and ')} cells`);
}

const refOf = (value: Value | undefined) => (value instanceof Ref ? String(value.id) : '');

/** Everything tagged on a page is in the tree and in the parent tree, and the other way round. */
function checkParents(
  objects: Objects,
  catalog: Dictionary,
  pages: Dictionary[],
  painted: Map<Value, Set<number>>,
  marked: Map<string, Dictionary>,
  must: Must,
): void {
  const tree = objects.dictionary(objects.dictionary(catalog['StructTreeRoot'])['ParentTree']);
  const numbers = objects.list(tree['Nums']);
  const byKey = new Map<Value, Value[]>();
  for (let index = 0; index < numbers.length; index += 2)
    byKey.set(numbers[index] ?? null, objects.list(numbers[index + 1]));
  let count = 0;
  for (const page of pages) {
    const key = page['StructParents'] ?? null;
    const content = painted.get(key) ?? new Set();
    const owners = byKey.get(key) ?? [];
    count += content.size;
    for (const mcid of content)
      must(owners[mcid] instanceof Ref, `number ${mcid} of page ${String(key)} has no owner in the parent tree`);
  }
  must(count === marked.size, `${count} pieces of content are tagged, ${marked.size} are in the structure`);
}

function checkFonts(objects: Objects, must: Must): void {
  const fonts = objects.all().filter((one) => nameOf(one['Type']) === 'Font');
  must(fonts.length > 0, 'there are no fonts');
  for (const font of fonts) {
    const name = nameOf(font['BaseFont']);
    if (nameOf(font['Subtype']) === 'Type0')
      must(font['ToUnicode'] instanceof Ref, `${name} has no way back to Unicode`);
    else if (nameOf(font['Subtype']).startsWith('CIDFont')) {
      const file = objects.dictionary(font['FontDescriptor']);
      must(
        ['FontFile', 'FontFile2', 'FontFile3'].some((key) => file[key] instanceof Ref),
        `${name} is not embedded`,
      );
    } else must(false, `${name} is a ${nameOf(font['Subtype'])} font`);
  }
}
