/**
 * Ids for records that were written without one: the same content gives the same id, and the second
 * record of one content another.
 */
export function contentIds(prefix: string): (content: unknown) => string {
  const seen = new Map<string, number>();
  return (content) => {
    const id = contentId(prefix, content);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  };
}

/**
 * The same content always gives the same id. Two passes of 32 bits after FNV-1a (Fowler, Noll, Vo), each with its own multiplier, over
 * the UTF-16 code units of its JSON: not for secrets, good for millions of records.
 */
export function contentId(prefix: string, content: unknown): string {
  const [first, second] = hashes(content).map((hash) => hash.toString(16).padStart(8, "0"));
  return `${prefix}-${first}${second}`;
}

/** Likewise as a whole number of 53 bits. */
export function contentNumber(content: unknown): number {
  const [first, second] = hashes(content);
  return first * 2 ** 21 + (second >>> 11);
}

function hashes(content: unknown): [number, number] {
  const text = JSON.stringify(content);
  return [hash32(text, 0x01000193), hash32(text, 0x5bd1e995)];
}

function hash32(text: string, multiplier: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), multiplier);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
