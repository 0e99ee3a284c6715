/** A letter to somebody: plain text, in the receiver's language. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Sends letters: by SMTP when it is set, else into a local folder that a page shows. */
export interface Post {
  send(letter: Letter): Promise<void>;
  /** The letters in the local folder, newest first; null when letters really are sent. */
  list(): Promise<(Letter & { at: string })[] | null>;
}
