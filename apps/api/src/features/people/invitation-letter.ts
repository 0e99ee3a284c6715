import type { Letter } from '../../kernel/post.ts';

interface Parts {
  to: string;
  name: string;
  invitedBy: string;
  placeName: string;
  municipalityName: string;
  address: string;
  daysOpen: number;
}

/** The invitation as a letter, in Danish with the same in English below. */
export function invitationLetter({
  to,
  name,
  invitedBy,
  placeName,
  municipalityName,
  address,
  daysOpen,
}: Parts): Letter {
  return {
    to,
    subject: `Invitation til Forspring – ${placeName}`,
    text: [
      `Hej ${name}`,
      '',
      `${invitedBy} har inviteret dig til Forspring i ${municipalityName} (${placeName}).`,
      `Åbn linket, og vælg en adgangskode. Linket virker i ${daysOpen} dage og kan kun bruges én gang:`,
      address,
      '',
      'Venter du ikke en invitation, kan du se bort fra brevet.',
      '',
      '– – –',
      '',
      `${invitedBy} has invited you to Forspring in ${municipalityName} (${placeName}).`,
      `Open the link above and choose a password. It works for ${daysOpen} days and can be used once.`,
    ].join('\n'),
  };
}
