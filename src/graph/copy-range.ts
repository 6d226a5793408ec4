/** Below so many numbers a loop is quicker than a call. */
const FEW = 48;

/** Copies numbers from one column to a place in another. */
export function copyRange<T extends Uint32Array | Uint16Array>(
  from: T,
  [first, end]: readonly [number, number],
  { to, at }: { readonly to: T; readonly at: number },
): void {
  if (end - first > FEW) to.set(from.subarray(first, end), at);
  else for (let old = first, next = at; old < end; old++, next++) to[next] = from[old]!;
}
