/** Sorting so many numbers costs about as much as looking at one word of the bit set for each of them. */
const WORDS_PER_NUMBER = 8;

/**
 * Whole numbers below `bound`, each at most once, in ascending order: in place. A few are sorted; many are set as bits and
 * read off. O(numbers log numbers) or O(numbers + bound / 32), whichever is less.
 */
export function inOrder<T extends Uint32Array | Int32Array>(numbers: T, bound: number): T {
  const words = (bound >>> 5) + 1;
  if (numbers.length * WORDS_PER_NUMBER < words) {
    numbers.sort();
    return numbers;
  }
  const bits = new Uint32Array(words);
  for (let at = 0; at < numbers.length; at++) bits[numbers[at]! >>> 5]! |= 1 << (numbers[at]! & 31);
  let next = 0;
  for (let word = 0; word < words; word++)
    for (let left = bits[word]!; left !== 0; left &= left - 1) numbers[next++] = (word << 5) + 31 - Math.clz32(left & -left);
  return numbers;
}
