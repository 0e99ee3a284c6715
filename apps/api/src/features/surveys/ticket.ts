import { isDay } from '@forspring/domain/measures/day';
import type { Seal } from '../../kernel/seal.ts';
import { randomLetters } from './survey.store.ts';

/** What a ticket says: its own random name, the day and instant (milliseconds) the page was opened. */
interface Ticket {
  name: string;
  openedOn: string;
  openedAtMillis: number;
}

const lettersOf = (digits: string) => digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(97 + Number(digit)));
const digitsOf = (letters: string) => letters.replaceAll(/[a-j]/g, (letter) => String(letter.charCodeAt(0) - 97));

/** Hexadecimal digits as the letters a–p: in no text of ours does anything look like somebody's number. */
export function inLetters(hex: string): string {
  return hex.replaceAll(/[0-9a-f]/g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

const sealOf = (seal: Seal, waveId: string, text: string) => inLetters(seal('survey ticket', `${waveId} ${text}`));

/** A ticket for one answer to one round. The server keeps nothing of it: it recognises its own seal. */
export function newTicket(seal: Seal, waveId: string, { today, now }: { today: string; now: Date }): string {
  const text = [randomLetters(26), lettersOf(today.replaceAll('-', '')), lettersOf(String(now.getTime()))].join('.');
  return `${text}.${sealOf(seal, waveId, text)}`;
}

/** What a ticket of this round says; null for one that is not this server's, or another round's. */
export function readTicket(seal: Seal, waveId: string, ticket: string): Ticket | null {
  const [name = '', day = '', millis = '', mark] = ticket.split('.');
  if (mark !== sealOf(seal, waveId, [name, day, millis].join('.'))) return null;
  const openedOn = digitsOf(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return isDay(openedOn) ? { name, openedOn, openedAtMillis: Number(digitsOf(millis)) } : null;
}
