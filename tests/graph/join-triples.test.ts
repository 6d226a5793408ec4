import { expect, test } from "vitest";
import { joinTriples, type Triples } from "../../src/graph/join-triples.ts";

const triples = (...rows: readonly (readonly [number, number, number])[]): Triples => [
  Uint32Array.from(rows, ([first]) => first),
  Uint32Array.from(rows, ([, second]) => second),
  Uint32Array.from(rows, ([, , third]) => third),
];

test("what is among the rows keeps its place, the first of them; what is not stands behind, each once", () => {
  const { rows, placeOf } = joinTriples(
    triples([1, 2, 3], [4, 5, 6], [1, 2, 3]),
    triples([7, 7, 7], [1, 2, 3], [7, 7, 7], [4, 5, 0]),
  );
  expect([...placeOf]).toEqual([3, 0, 3, 4]);
  expect(rows).toEqual(triples([1, 2, 3], [4, 5, 6], [1, 2, 3], [7, 7, 7], [4, 5, 0]));
});

test("where nothing comes the rows are as they were", () => {
  const rows = triples([1, 2, 3]);
  expect(joinTriples(rows, triples()).rows).toBe(rows);
});
