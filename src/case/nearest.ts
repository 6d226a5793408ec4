/** At most five, nearest first: those that share their beginning, or half of their pairs of letters (Dice 1945). */
export function nearest<T>(things: Iterable<T>, wanted: string, textOf: (thing: T) => string): T[] {
  const short = plain(wanted).slice(0, 100);
  return Array.from(things, (thing) => ({ thing, nearness: nearness(plain(textOf(thing)), short) }))
    .filter((each) => each.nearness >= 0.5)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, 5)
    .map(({ thing }) => thing);
}

/** "Member of", "member_of" and "member-of" are one word. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/g, "-");
}

function nearness(text: string, wanted: string): number {
  const begins = wanted.length >= 3 && (text.includes(wanted.slice(0, 4)) || wanted.includes(text));
  const [a, b] = [pairsOf(text), pairsOf(wanted)];
  const shared = a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
  return begins ? Math.max(0.5, shared) : shared;
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
