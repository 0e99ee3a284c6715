/** The ways the interface can look, in the person's language. */
export function themeChoices(words: { themeLight: string; themeDark: string; themeDevice: string }) {
  return [
    { value: 'light', label: words.themeLight },
    { value: 'dark', label: words.themeDark },
    { value: 'auto', label: words.themeDevice },
  ] as const;
}
