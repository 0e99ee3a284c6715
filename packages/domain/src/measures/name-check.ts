/** A word in a project's name that young people, parents or neighbours may feel as a label, and what to write instead. `word` is as written in the name. */
export type NameFinding = { word: string; suggestionDa: string; suggestionEn: string };

type Rule = { stem: RegExp; suggestionDa: string; suggestionEn: string };

// The stems are matched at the start of a word, case-insensitively; those that other words begin with are closed.
const rules: Rule[] = [
  { stem: /klient\p{L}*/u, suggestionDa: 'deltager eller ung', suggestionEn: 'participant or young person' },
  {
    stem: /bruger(?:e|ne|en|nes|s)?(?!\p{L})/u,
    suggestionDa: 'deltager eller ung',
    suggestionEn: 'participant or young person',
  },
  {
    stem: /kriminel(?!\p{L})|kriminelle\p{L}*|forbryder\p{L}*|criminal(?!\p{L})|criminals(?!\p{L})|offender\p{L}*/u,
    suggestionDa: 'unge i målgruppen',
    suggestionEn: 'young people in the target group',
  },
  {
    stem: /kriminalitetstruede?\p{L}*/u,
    suggestionDa: 'unge i målgruppen',
    suggestionEn: 'young people in the target group',
  },
  {
    stem: /ballademager\p{L}*|urostifter\p{L}*|bølle\p{L}*|troublemaker\p{L}*/u,
    suggestionDa: 'unge',
    suggestionEn: 'young people',
  },
  {
    stem: /ghetto\p{L}*|parallelsamfund\p{L}*/u,
    suggestionDa: 'området, eller områdets eget navn',
    suggestionEn: 'the area, or the area’s own name',
  },
  { stem: /uro-?unge\p{L}*|urolig(?:e)? unge/u, suggestionDa: 'unge', suggestionEn: 'young people' },
  {
    stem: /bande(?:r|n|rne|unge|medlem\p{L}*|exit)?(?!\p{L})|gangs?(?!\p{L})(?=.*\b(?:youth|young|members?)\b)/u,
    suggestionDa: 'grupper eller fællesskaber',
    suggestionEn: 'groups or communities',
  },
  {
    stem: /risiko-?(?:unge|børn|adfærd)\p{L}*|at-risk/u,
    suggestionDa: 'unge i risiko i målgruppen, og ingenting i navnet',
    suggestionEn: 'young people at risk in the target group, and nothing in the name',
  },
  { stem: /problem-?(?:unge|børn|barn)\p{L}*/u, suggestionDa: 'unge', suggestionEn: 'young people' },
  {
    stem: /misbruger\p{L}*|junkie\p{L}*|narkoman\p{L}*/u,
    suggestionDa: 'rusmidler som tema, ikke i navnet',
    suggestionEn: 'drugs as the theme, not in the name',
  },
  {
    stem: /indvandrer\p{L}*|(?:to|fler)sprogede?\p{L}*|perker\p{L}*/u,
    suggestionDa: 'unge, eller områdets navn',
    suggestionEn: 'young people, or the name of the area',
  },
  {
    stem: /udsatte?(?!\p{L})/u,
    suggestionDa: 'navnet på stedet eller aktiviteten',
    suggestionEn: 'the name of the place or the activity',
  },
  { stem: /adfærdsvanskelige?\p{L}*|adfærdsforstyrre\p{L}*/u, suggestionDa: 'unge', suggestionEn: 'young people' },
];

/** Words in a project's name that may stigmatise, in the order they stand, each with a suggestion in Danish and English; an empty list when the name is fine. A warning to think about, never a refusal. */
export function checkName(name: string): NameFinding[] {
  const text = name.normalize('NFC');
  const found: (NameFinding & { at: number })[] = [];
  for (const { stem, suggestionDa, suggestionEn } of rules) {
    for (const match of text.matchAll(new RegExp(`(?<![\\p{L}])(?:${stem.source})`, 'giu'))) {
      found.push({ at: match.index, word: match[0], suggestionDa, suggestionEn });
    }
  }
  return found
    .toSorted((a, b) => a.at - b.at)
    .map(({ word, suggestionDa, suggestionEn }) => ({ word, suggestionDa, suggestionEn }));
}
