/**
 * Gives the memory of large arrays back at once instead of when they are collected. They, and all else that lies in their buffers, are
 * empty from then on. Memory that threads share stays.
 */
export function freeArrays(arrays: Iterable<unknown>): void {
  for (const array of arrays) {
    if (!ArrayBuffer.isView(array)) continue;
    const { buffer } = array;
    if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
  }
}
