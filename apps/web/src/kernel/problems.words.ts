import type { ProblemKind } from '@forspring/domain/measures/problem';
import type { FieldProblem } from '@forspring/ui/use-fields';
import { formatsIn } from './formats.ts';
import { budgetProblemSentences } from './problems-budgets.words.ts';
import { goalProblemSentences } from './problems-goals.words.ts';
import { learningProblemSentences } from './problems-learning.words.ts';
import { partnerProblemSentences } from './problems-partners.words.ts';
import { peopleProblemSentences } from './problems-people.words.ts';
import { participationProblemSentences } from './problems-participation.words.ts';
import { projectProblemSentences } from './problems-projects.words.ts';
import { surveyProblemSentences } from './problems-surveys.words.ts';
import type { WireProblem } from './problem.ts';
import { useLanguage } from './words.ts';
import type { Language } from './words.ts';

type Params = Record<string, string | number>;
type Sentence = string | ((params: Params) => string);

const n = (value: string | number | undefined, language: Language) =>
  typeof value === 'number' ? formatsIn(language).number(value) : (value ?? '');
const da = (value: string | number | undefined) => n(value, 'da');
const en = (value: string | number | undefined) => n(value, 'en');

/** What to say for each code: what is wrong and how to mend it. Unknown codes fall back to their kind. */
const sentences: Record<string, Record<Language, Sentence>> = {
  ...budgetProblemSentences,
  ...goalProblemSentences,
  ...learningProblemSentences,
  ...partnerProblemSentences,
  ...peopleProblemSentences,
  ...participationProblemSentences,
  ...projectProblemSentences,
  ...surveyProblemSentences,
  offline: {
    da: 'Der er ingen forbindelse. Intet er gået tabt. Prøv igen, når du er online.',
    en: 'There is no connection. Nothing is lost. Try again when you are online.',
  },
  unexpected: {
    da: 'Der skete en fejl hos os. Intet er gået tabt. Prøv igen om lidt.',
    en: 'Something went wrong on our side. Nothing is lost. Try again in a moment.',
  },
  missing: {
    da: 'Det findes ikke, eller du har ikke adgang til det.',
    en: 'It does not exist, or you do not have access to it.',
  },
  refused: {
    da: 'Det må du ikke med din rolle. Spørg din SSP-koordinator.',
    en: 'Your role does not allow this. Ask your SSP coordinator.',
  },
  signIn: { da: 'Log ind for at fortsætte.', en: 'Log in to continue.' },
  stale: {
    da: 'En anden har ændret dette, mens du skrev. Dit er ikke gemt, men står her endnu. Hent siden igen for at se den nye udgave.',
    en: 'Someone else changed this while you were writing. Yours is not saved but is still here. Reload the page to see the new version.',
  },
  commandReused: {
    da: 'Denne handling er allerede brugt til noget andet. Hent siden igen, og prøv en gang til.',
    en: 'This action was already used for something else. Reload the page and try once more.',
  },
  invalid: {
    da: 'Noget mangler eller er forkert. Ret felterne nedenfor.',
    en: 'Something is missing or wrong. Correct the fields below.',
  },
  'text.personalNumber': {
    da: 'Teksten ser ud til at indeholde et CPR-nummer. Fjern det, og gem igen.',
    en: 'The text seems to contain a CPR number. Remove it and save again.',
  },
  'text.maybePersonalNumber': {
    da: 'Teksten indeholder cifre, der kan være et CPR-nummer. Fjern dem, hvis det er et personnummer.',
    en: 'The text contains digits that may be a CPR number. Remove them if they are.',
  },
  'day.notADay': { da: 'Skriv en dato, der findes, fx 13.11.2026.', en: 'Write a date that exists, e.g. 13.11.2026.' },
  'project.notOpen': {
    da: 'Projektet kan ikke ændres i den status, det har nu.',
    en: 'The project cannot be changed in its present status.',
  },
  'project.noSuchMove': {
    da: 'Projektet kan ikke få den status nu. Hent siden igen for at se, hvad der er sket.',
    en: 'The project cannot get that status now. Reload the page to see what has happened.',
  },
  'project.commentNeeded': {
    da: 'Skriv en kommentar, så tovholderen ved, hvad der skal rettes.',
    en: 'Write a comment, so that the owner knows what to correct.',
  },
  'project.incomplete': {
    da: 'Projektet mangler noget, før det kan sendes til godkendelse.',
    en: 'The project lacks something before it can be submitted for approval.',
  },
  'project.reasonNeeded': {
    da: 'Målene er låst efter godkendelsen. Skriv, hvorfor de ændres.',
    en: 'The goals are locked after approval. Write why they are changed.',
  },
  'schema.invalid_type': { da: 'Udfyld feltet.', en: 'Fill in the field.' },
  'schema.invalid_value': { da: 'Vælg en af mulighederne.', en: 'Choose one of the options.' },
  'schema.invalid_key': {
    da: 'Noget er sendt på en form, der ikke kendes. Hent siden igen, og prøv igen.',
    en: 'Something was sent in an unknown form. Reload the page and try again.',
  },
  'schema.invalid_union': { da: 'Udfyld feltet.', en: 'Fill in the field.' },
  'schema.invalid_format': {
    da: 'Skriv det på den form, der står ved feltet.',
    en: 'Write it in the form shown at the field.',
  },
  'schema.invalid_format.email': {
    da: 'Skriv en e-mailadresse, fx navn@kommune.dk.',
    en: 'Write an e-mail address, e.g. name@kommune.dk.',
  },
  'schema.not_multiple_of': { da: 'Skriv et helt tal.', en: 'Write a whole number.' },
  'schema.too_small': {
    da: ({ minimum }) => `Det skal være mindst ${da(minimum)}.`,
    en: ({ minimum }) => `It must be at least ${en(minimum)}.`,
  },
  'schema.too_small.string': {
    da: ({ minimum }) => (Number(minimum) <= 1 ? 'Udfyld feltet.' : `Skriv mindst ${da(minimum)} tegn.`),
    en: ({ minimum }) => (Number(minimum) <= 1 ? 'Fill in the field.' : `Write at least ${en(minimum)} characters.`),
  },
  'schema.too_small.array': {
    da: ({ minimum }) => (Number(minimum) <= 1 ? 'Tilføj mindst én.' : `Tilføj mindst ${da(minimum)}.`),
    en: ({ minimum }) => (Number(minimum) <= 1 ? 'Add at least one.' : `Add at least ${en(minimum)}.`),
  },
  'schema.too_big': {
    da: ({ maximum }) => `Det må højst være ${da(maximum)}.`,
    en: ({ maximum }) => `It must be at most ${en(maximum)}.`,
  },
  'schema.too_big.string': {
    da: ({ maximum }) => `Skriv højst ${da(maximum)} tegn.`,
    en: ({ maximum }) => `Write at most ${en(maximum)} characters.`,
  },
  'schema.too_big.array': {
    da: ({ maximum }) => `Der må højst være ${da(maximum)}.`,
    en: ({ maximum }) => `There may be at most ${en(maximum)}.`,
  },
};

const byKind: Record<ProblemKind, Record<Language, string>> = {
  invalid: { da: 'Noget er forkert. Ret det, og prøv igen.', en: 'Something is wrong. Correct it and try again.' },
  refused: {
    da: 'Det må du ikke med din rolle. Spørg din SSP-koordinator.',
    en: 'Your role does not allow this. Ask your SSP coordinator.',
  },
  missing: {
    da: 'Det findes ikke, eller du har ikke adgang til det.',
    en: 'It does not exist, or you do not have access to it.',
  },
  conflict: {
    da: 'Det er ændret i mellemtiden. Hent siden igen.',
    en: 'It has been changed in the meantime. Reload the page.',
  },
  closed: {
    da: 'Det kan ikke lade sig gøre i den status, det har nu.',
    en: 'It is not possible in its present status.',
  },
  unavailable: {
    da: 'Det lykkedes ikke lige nu. Prøv igen om lidt.',
    en: 'It did not work just now. Try again in a moment.',
  },
};

function sentenceOf(code: string, params: Params, kind: ProblemKind, language: Language): string {
  // `schema.invalid_format.string` of an e-mail is told as such; `schema.too_small.date` falls back to `schema.too_small`.
  const general = code.split('.').slice(0, 2).join('.');
  const found = sentences[`${general}.${params['format']}`] ?? sentences[code] ?? sentences[general];
  const sentence = found?.[language];
  if (sentence === undefined) return byKind[kind][language];
  return typeof sentence === 'string' ? sentence : sentence(params);
}

/** Whether a code has a sentence of its own in both languages, not only the one of its kind. */
export function isKnownProblem(code: string): boolean {
  const found = sentences[code] ?? sentences[code.replace(/\.[^.]+$/u, '')];
  return found !== undefined && found.da !== undefined && found.en !== undefined;
}

/** A problem as one sentence in a language. */
export function problemText(problem: WireProblem, language: Language): string {
  return sentenceOf(problem.code, problem.params, problem.kind, language);
}

/** What a field is called, by path; `lines.*.quantity` stands for every line. */
export type FieldLabels = Record<string, string>;

/** A problem's fields as the form shows them; the label goes in front, so that the summary reads alone. */
export function fieldProblems(
  problem: Pick<WireProblem, 'fields'>,
  language: Language,
  labels: FieldLabels = {},
): FieldProblem[] {
  return problem.fields.map(({ path, code, params }) => {
    const label = labels[path] ?? labels[path.replace(/\.\d+(?=\.|$)/gu, '.*')];
    const sentence = sentenceOf(code, params, 'invalid', language);
    return {
      path,
      message:
        label === undefined
          ? sentence
          : label.endsWith('?')
            ? `${label} ${sentence}`
            : `${label}: ${sentence.charAt(0).toLocaleLowerCase(language)}${sentence.slice(1)}`,
    };
  });
}

/** `problemText` and `fieldProblems` in the language in use. */
export function useProblemWords() {
  const language = useLanguage();
  return {
    textOf: (problem: WireProblem) => problemText(problem, language),
    fieldsOf: (problem: Pick<WireProblem, 'fields'>, labels?: FieldLabels) => fieldProblems(problem, language, labels),
  };
}

interface Issue {
  code?: string;
  path: PropertyKey[];
  origin?: string;
  params?: { code?: string };
  minimum?: unknown;
  maximum?: unknown;
  format?: unknown;
}

/** As much of a zod schema as a form needs. */
interface Schema {
  safeParse: (values: unknown) => { success: true } | { success: false; error: { issues: unknown[] } };
}

/** The check of a form from its one schema in the domain, with the same codes as the server answers. */
export function checkWith(
  schema: Schema,
  language: Language,
  labels?: FieldLabels,
): (values: unknown) => FieldProblem[] {
  return (values) => {
    const result = schema.safeParse(values);
    if (result.success) return [];
    const fields = (result.error.issues as Issue[]).map((issue) => {
      const params: Params = {};
      for (const name of ['minimum', 'maximum', 'format'] as const) {
        const value = issue[name];
        if (typeof value === 'string' || typeof value === 'number') params[name] = value;
      }
      const own = issue.code === 'custom' ? issue.params?.code : undefined;
      return {
        path: issue.path.join('.'),
        code: own ?? `schema.${issue.code ?? 'custom'}${issue.origin === undefined ? '' : `.${issue.origin}`}`,
        params,
      };
    });
    return fieldProblems({ fields }, language, labels);
  };
}
