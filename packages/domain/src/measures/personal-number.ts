/** Whether a text may hold a Danish personal number (CPR): `block` it, `ask` the writer, or it is `clear`. */
export function screenText(text: string): 'clear' | 'ask' | 'block' {
  return /\d{6}-\d{4}/.test(text) ? 'block' : 'clear'
}
