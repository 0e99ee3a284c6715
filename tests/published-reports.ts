import { type Cell, notMeasured, valueCell, withheld } from '@forspring/domain/measures/cell';
import { pulseQuestions } from '@forspring/domain/participation/kiosk';
import { pulsePhrases } from '@forspring/domain/participation/pulse-phrases';
import {
  cardsOf,
  contactsOf,
  minutesOf,
  type Notebook,
  personsOf,
  type PublicProject,
  pulseOf,
  visitsOf,
} from './notebook.ts';
import type { Caller } from './on-both-databases.ts';
import { noteGroupLine } from './published-groups.ts';

const numberIn = (plain: string | undefined) => Number((plain ?? '').replace(',', '.'));

type Line = readonly string[];

const linesOf = (base64: string): Line[] =>
  Buffer.from(base64, 'base64')
    .toString('utf8')
    .split('\r\n')
    .map((line) => line.split(';'));

/** An estimate with its n as a report's file tells them in two lines; null where it was not measured. */
function estimateIn(lines: readonly Line[], label: string, [share, count]: readonly [string, string]) {
  const told = (title: string) => lines.find(([, row, column]) => row === label && column === title);
  const [first, second] = [told(share), told(count)];
  if (first?.[5] === 'vises ikke') return withheld('smallNumbers');
  return first === undefined || first[3] === 'mangler'
    ? notMeasured
    : valueCell({ estimate: numberIn(first[4]), lower: null, upper: null, n: numberIn(second?.[4]) });
}

/** Shares and rates of a report: answers at the door, how many of its area were reached, and who stayed away. */
function noteEstimates(lines: readonly Line[], book: Notebook, project: PublicProject): void {
  for (const question of pulseQuestions)
    book.share(estimateIn(lines, pulsePhrases.da[question], ['Andel ja', 'Svar (n)']), ...pulseOf(project, question));
  const rates = ['Resultat', 'n'] as const;
  book.rate(estimateIn(lines, 'Nået pr. 1.000 unge i området (n: unge i området)', rates), [personsOf(project)]);
  book.share(estimateIn(lines, 'Kort, der ikke blev set i sidste kvartal', rates), ...cardsOf(project));
}

/** What a report says of its project, read from its file. */
export function noteReport(base64: string, book: Notebook, project: PublicProject): void {
  const lines = linesOf(base64);
  book.tableCount += 1;
  noteEstimates(lines, book, project);
  for (const [caption = '', label = '', column = '', type, plain] of lines) {
    noteGroupLine(book, project, { caption, label, column, isHidden: type === 'mangler', value: numberIn(plain) });
    if (column !== 'Værdi') continue;
    const value = numberIn(plain);
    const isHidden = type === 'mangler' || plain === '';
    const cell: Cell<number> = isHidden ? { kind: 'withheld', reason: 'smallNumbers' } : { kind: 'value', value };
    if (label === 'Fremmøder') book.note(cell, [visitsOf(project)]);
    if (label === 'Besøgstimer' && !isHidden)
      book.attacker.know([[minutesOf(project), 1]], value * 60 - 0.5, value * 60 + 0.5);
    if (label === 'Kontakter') book.note(cell, [contactsOf(project)]);
  }
}

/** The reports of a person's own edition of every project that has one. */
export async function noteReports(
  person: Caller,
  book: Notebook,
  projects: readonly PublicProject[],
  evaluated: readonly string[],
): Promise<void> {
  for (const project of projects.filter(({ id }) => evaluated.includes(id))) {
    const file = await person.reports
      .exportProject({ projectId: project.id, form: 'csv', language: 'da' })
      .catch(() => null);
    if (file) noteReport(file.base64, book, project);
  }
}

/** The reports of districts that anybody may take home who compares: visits of each project and of all, and the groups of every reading. */
export async function noteDistrictReports(
  person: Caller,
  book: Notebook,
  projects: readonly PublicProject[],
): Promise<void> {
  for (const { placeId, place, municipality, year } of await person.reports.listPlaces()) {
    const file = await person.reports.exportDistrict({ placeId, year, form: 'csv', language: 'da' });
    const lines = linesOf(file.base64);
    const members = projects.filter(
      (one) =>
        one.year === year && one.municipality === municipality && (one.district === place || place === municipality),
    );
    book.tableCount += 1;
    const rows = lines.filter(([, , column]) => column === 'Fremmøder');
    const named = rows.flatMap(([, title]) => members.filter((one) => one.title === title));
    for (const [, title, , type, plain, shown] of rows) {
      // Where nobody could come there were no visits.
      const isNone = shown === 'gælder ikke';
      const cell: Cell<number> =
        type === 'mangler' && !isNone
          ? { kind: 'withheld', reason: 'smallNumbers' }
          : { kind: 'value', value: isNone ? 0 : Number(plain) };
      const parts = title === 'I alt' ? named : members.filter((one) => one.title === title);
      if (parts.length > 0) book.note(cell, parts.map(visitsOf));
    }
    for (const [caption = '', label = '', column = '', type, plain] of lines) {
      // The tables of a goal bear the name of its project.
      const project = members.find(({ title }) => caption.startsWith(`${title}: `));
      if (project === undefined) continue;
      const own = caption.slice(project.title.length + 2);
      const isHidden = type === 'mangler';
      noteGroupLine(book, project, { caption: own, label, column, isHidden, value: numberIn(plain) });
    }
  }
}
