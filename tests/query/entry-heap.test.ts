import { expect, test } from "vitest";
import { EntryHeap } from "../../src/query/entry-heap.ts";
import { NearHeap } from "../../src/query/near-heap.ts";

const numbers = Array.from({ length: 3000 }, (_, at) => (at * 7919) % 1009);
const ascending = numbers.toSorted((a, b) => a - b);

test("entries come out in the caller's order", () => {
  const heap = new EntryHeap<number>((a, b) => a - b);
  for (const number of numbers) heap.push(number);
  expect(heap.size).toBe(3000);
  expect(numbers.map(() => heap.pop())).toEqual(ascending);
  expect(heap.pop()).toBeUndefined();
});

test("nodes come out by key, also those that are put in between", () => {
  const heap = new NearHeap();
  for (const number of numbers) heap.push(number, number + 1);
  const keys: number[] = [];
  while (heap.size > 0) {
    keys.push(heap.leastKey);
    expect(heap.leastNode).toBe(heap.leastKey + 1);
    heap.pop();
  }
  expect(keys).toEqual(ascending);
  expect(heap.leastKey).toBe(Number.POSITIVE_INFINITY);
});
