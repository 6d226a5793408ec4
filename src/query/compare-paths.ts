/** By hops, then by the first node that differs (R11). */
export function comparePaths(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((node, place) => node !== b[place]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
