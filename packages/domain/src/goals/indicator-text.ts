/** The texts of an indicator's card that may be written in both languages; an empty or missing English one is written in Danish only. */
export interface CardTexts {
  source: string;
  numerator: string;
  denominator: string;
  method?: string;
  sourceEn?: string | undefined;
  numeratorEn?: string | undefined;
  denominatorEn?: string | undefined;
  methodEn?: string | undefined;
}

/** A text of a card in a language: the English one where it was written, else the Danish one. */
export function cardText(
  card: CardTexts,
  field: 'source' | 'numerator' | 'denominator' | 'method',
  language: 'da' | 'en',
): string {
  const own = card[field] ?? '';
  return language === 'da' ? own : card[`${field}En`] || own;
}
