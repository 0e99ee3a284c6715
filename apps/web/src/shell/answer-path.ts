/** Pages for whoever holds a survey's link: nobody is asked for there, and there is no way to anywhere else. */
export function isAnswerPath(path: string): boolean {
  return path.startsWith('/svar/');
}
