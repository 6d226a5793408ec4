/** Parallel links lie side by side: the first slot after those to the same node. */
export function pastParallels(slotNode: Uint32Array, slot: number, end: number): number {
  let next = slot + 1;
  while (next < end && slotNode[next] === slotNode[slot]) next++;
  return next;
}
