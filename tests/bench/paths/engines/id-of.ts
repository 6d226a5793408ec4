/** `count` ids, as "e0000000", "e0000001" …, in order as texts as well. */
export function idOf(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(8, "0")}`;
}
