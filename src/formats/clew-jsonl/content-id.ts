/**
 * An id for a record that was written without one: the same content gives the same id, and the
 * second record of one content gives another. Two FNV-1a passes of 32 bits with different bases over
 * the UTF-16 code units (Fowler, Noll, Vo): not for secrets, good for millions of records.
 */
export function contentIds(prefix: string): (content: unknown) => string {
  const seen = new Map<string, number>();
  return (content) => {
    const text = JSON.stringify(content);
    const id = `${prefix}-${hash32(text, 0x811c9dc5)}${hash32(text, 0x5bd1e995)}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  };
}

function hash32(text: string, basis: number): string {
  let hash = basis;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0).toString(16).padStart(8, "0");
}
