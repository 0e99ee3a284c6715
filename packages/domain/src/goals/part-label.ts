const labels: Record<'da' | 'en', Readonly<Record<string, string>>> = {
  da: {
    '10-12': '10–12 år',
    '13-15': '13–15 år',
    '16-17': '16–17 år',
    '18-25': '18–25 år',
    unknown: 'Ukendt alder',
    boy: 'Drenge',
    girl: 'Piger',
    other: 'Andet eller ukendt køn',
  },
  en: {
    '10-12': '10–12 years',
    '13-15': '13–15 years',
    '16-17': '16–17 years',
    '18-25': '18–25 years',
    unknown: 'Age unknown',
    boy: 'Boys',
    girl: 'Girls',
    other: 'Other or unknown gender',
  },
};
const none = { da: 'I ingen af grupperne', en: 'In none of the groups' };

/** What a group of a divided reading is called on pages and in reports: a code by its label, a place by its own name, and null (those in no group). */
export function partLabel(category: string | null, language: 'da' | 'en'): string {
  return category === null ? none[language] : (labels[language][category] ?? category);
}
