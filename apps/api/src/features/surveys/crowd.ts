/** So many requests a link takes at once, and so many a second after that. */
const burst = 240;
const perSecond = 4;
const forgetAfter = 500;

/** Counts requests by link and by nothing else: nobody's address is asked for. */
const buckets = new Map<string, { left: number; at: number }>();

/** Whether a link takes one more request now; a robot finds it shut for everybody rather than being told apart. */
export function hasRoom(link: string, now = performance.now()): boolean {
  const known = buckets.get(link);
  const left = known === undefined ? burst : Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond);
  if (buckets.size > forgetAfter) buckets.clear();
  buckets.set(link, { left: Math.max(0, left - 1), at: now });
  return left >= 1;
}
