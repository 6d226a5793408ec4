import { expect, test } from "vitest";
import { noConditions } from "../../src/graph/conditions.ts";
import { LinkFilter } from "../../src/graph/link-filter.ts";
import { idAt } from "../../src/graph/packed-ids.ts";
import { fewestHops } from "../../src/query/connect-fewest.ts";
import { connectGround } from "../../src/query/connect-ground.ts";
import { EntityFilter } from "../../src/query/entity-filter.ts";
import { type Budget, Meter } from "../../src/query/meter.ts";
import { nodeNamed } from "../../src/query/node-named.ts";
import { type DrawnGraph, graphOf } from "./graph-of.ts";

function asked({ graph }: DrawnGraph, terminals: string, budget: Budget = { clock: () => 0 }) {
  const named = terminals.split(" ").map((id) => nodeNamed(graph.names, id));
  const entities = new EntityFilter(graph, { types: [], notTypes: [], maxDegree: null });
  const meter = new Meter(budget, 10);
  const ground = connectGround(
    { snapshot: graph.snapshot, filter: new LinkFilter(graph, noConditions), meter, entities, named },
    [],
  );
  const ids = (nodes: readonly number[]) => nodes.map((node) => idAt(graph.names.entities, node)).sort();
  return { ids, fewest: (bound: number) => fewestHops(ground, named, bound) };
}

// A star of three rays of two, and ways round it that are one longer.
const star = graphOf("a>a1 a1>m b>b1 b1>m c>c1 c1>m a>p p>q q>r r>b b>s s>t t>u u>c");

test("the tree with the fewest hops is found where it has fewer than the bound", () => {
  const { ids, fewest } = asked(star, "a b c");
  const tree = fewest(9);
  expect(typeof tree === "string" ? tree : ids(tree.nodes)).toEqual(["a", "a1", "b", "b1", "c", "c1", "m"]);
  expect(fewest(7)).toEqual(tree);
  expect(fewest(6)).toBe("none");
  expect(fewest(1)).toBe("none");
});

test("a terminal may lie inside the tree, the root too", () => {
  const { ids, fewest } = asked(graphOf("a>x x>m m>y y>b m>z z>c"), "a b c m");
  const tree = fewest(20);
  expect(typeof tree === "string" ? tree : ids(tree.nodes)).toEqual(["a", "b", "c", "m", "x", "y", "z"]);
});

test("it is not known for more than ten terminals, for very long trees, or when the meter stops", () => {
  const wide = graphOf(Array.from({ length: 11 }, (_, at) => `t${at}>m`).join(" "));
  expect(asked(wide, Array.from({ length: 11 }, (_, at) => `t${at}`).join(" ")).fewest(20)).toBe("unknown");
  expect(asked(wide, Array.from({ length: 10 }, (_, at) => `t${at}`).join(" ")).fewest(20)).not.toBe("unknown");
  expect(asked(star, "a b").fewest(255)).toBe("unknown");
  expect(asked(star, "a b c", { clock: () => 0, cancelled: () => true }).fewest(9)).toBe("unknown");
});
