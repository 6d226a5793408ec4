type ArrayKind<Made> = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Made;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Made;
};

/** Below it nothing is gained. */
const LARGE = 2 ** 20;
/** What is larger glibc maps by itself and gives back when it is freed; of what is smaller it keeps the room (DEFAULT_MMAP_THRESHOLD_MAX). */
const MAPPED = 2 ** 25 + 2 ** 12;

/**
 * A typed array of zeros whose memory goes back to the machine once `freeArrays` has it. Its buffer may be longer than the array: memory that
 * nobody writes to is not taken.
 */
export function largeArray<Made>(kind: ArrayKind<Made>, length: number): Made {
  const bytes = length * kind.BYTES_PER_ELEMENT;
  return bytes < LARGE ? new kind(length) : new kind(new ArrayBuffer(Math.max(bytes, MAPPED)), 0, length);
}
