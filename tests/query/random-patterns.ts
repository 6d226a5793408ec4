import * as fc from "fast-check";
import { directions } from "../../src/graph/conditions.ts";
import { drawnRelations } from "./random-drawings.ts";

/** Nodes and edges of a pattern, once the entities are known that it may name. */
export type RandomPattern = (named: readonly string[]) => {
  readonly nodes: readonly object[];
  readonly edges: readonly object[];
};

const edge = fc.record({
  place: fc.nat({ max: 20 }),
  turned: fc.boolean(),
  relations: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(drawnRelations, { minLength: 1, maxLength: 3 }) },
  ),
  direction: fc.constantFrom(...directions),
});

const node = fc.record({
  fixed: fc.constantFrom(false, false, false, true),
  types: fc.constantFrom([], [], [], [], ["person"], ["organization", "place"], ["company"]),
});

/** A tree of two to four nodes, now and then with edges more; few nodes are entities, and never all. */
export const randomPattern: fc.Arbitrary<RandomPattern> = fc
  .tuple(
    fc.array(node, { minLength: 2, maxLength: 4 }),
    fc.tuple(edge, edge, edge),
    fc.array(edge, { maxLength: 2 }),
    fc.nat({ max: 3 }),
  )
  .map(([nodes, tree, more, hole]) => (named) => ({
    nodes: nodes.map(({ fixed, types }, at) => {
      const entity = fixed && at !== hole ? named[at]! : null;
      return { name: `n${at}`, entity, types: entity === null ? types : [] };
    }),
    edges: [
      ...tree.slice(0, nodes.length - 1).map((one, at) => drawn(one, at + 1, one.place % (at + 1))),
      ...more.map((one) => drawn(one, one.place % nodes.length, (one.place + 1) % nodes.length)),
    ],
  }));

interface RandomEdge {
  readonly turned: boolean;
  readonly relations: readonly string[];
  readonly direction: string;
}

function drawn({ turned, relations, direction }: RandomEdge, a: number, b: number): object {
  return { from: turned ? b : a, to: turned ? a : b, relations, direction };
}
