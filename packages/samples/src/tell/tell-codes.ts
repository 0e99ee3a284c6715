import { addDays } from '@forspring/domain/measures/day';
import { codeAlphabet, codeFrom } from '@forspring/domain/participation/participant-code';
import { Chance } from '../chance.ts';
import { storyId } from '../story-id.ts';
import type { HeldSession } from './tell-sessions.ts';
import type { Telling } from './telling.ts';

/** How many cards were handed out and how many were seen at least ten times. */
export interface CodeCount {
  issuedCount: number;
  regularCount: number;
}

/** Adds random card codes and the evenings they were shown: a few young people nearly always come, many now and then. */
export function tellCodes(
  { rows, chance, name, projectId }: Telling,
  held: readonly HeldSession[],
  cardCount: number,
): CodeCount {
  const codes = new Set<string>();
  const draw = () => chance.between(0, codeAlphabet.length - 1);
  while (codes.size < cardCount) codes.add(codeFrom([draw(), draw(), draw(), draw(), draw()]));
  const cards = [...codes].map((code, index) => ({
    id: storyId(`code/${name}/${code}`),
    code,
    // Half of the cards are handed out in the first weeks, the rest over the year.
    from:
      index < cardCount / 2
        ? Math.floor(index / 12)
        : Math.floor((held.length * (index - cardCount / 2)) / (cardCount / 2)),
    willingness: 0.1 + 0.75 * chance.next() ** 1.4,
    seenCount: 0,
  }));
  held.forEach((session, index) => {
    let room = Math.floor(session.visitCount * 0.85);
    for (const card of cards) {
      if (room === 0) break;
      if (index < card.from || (index !== card.from && !chance.happens(card.willingness))) continue;
      rows.add('codeVisit', {
        id: storyId(`code-visit/${card.id}/${session.id}`),
        sessionId: session.id,
        codeId: card.id,
      });
      session.codes.push({ code: card.code, times: 1 });
      card.seenCount += 1;
      room -= 1;
    }
  });
  const issued = cards.flatMap((card) => {
    const first = held[card.from];
    return first && card.seenCount > 0 ? [{ ...card, issuedOn: first.heldOn }] : [];
  });
  // Two who come often lost their card after the last evening held; a new one carries on for it.
  const lastHeld = held.at(-1);
  const lost = new Set(lastHeld ? issued.filter(({ seenCount }) => seenCount >= 8).slice(0, 2) : []);
  const lostOn = lastHeld ? addDays(lastHeld.heldOn, 1) : null;
  const own = new Chance(`lost-cards/${name}`);
  const drawOwn = () => own.between(0, codeAlphabet.length - 1);
  for (const card of issued) {
    const { id, code, issuedOn } = card;
    const isLost = lost.has(card);
    rows.add('participantCode', { id, projectId, code, issuedOn, lostOn: isLost ? lostOn : null, replacesId: null });
    if (!isLost || lostOn === null) continue;
    let next = code;
    while (codes.has(next)) next = codeFrom([drawOwn(), drawOwn(), drawOwn(), drawOwn(), drawOwn()]);
    codes.add(next);
    const following = { id: storyId(`code/${name}/${next}`), projectId, code: next, issuedOn: lostOn };
    rows.add('participantCode', { ...following, lostOn: null, replacesId: id });
  }
  return { issuedCount: issued.length, regularCount: issued.filter((card) => card.seenCount >= 10).length };
}
