import { expect, it } from "vitest";
import { idAt } from "../../src/graph/packed-ids.ts";
import { graphOf } from "../query/graph-of.ts";

/** Per entity the first one of its part. */
function partsOf(drawing: string): Record<string, string> {
  const { snapshot, names } = graphOf(drawing).graph;
  return Object.fromEntries(
    Array.from(snapshot.nodePart, (part, node) => [idAt(names.entities, node), idAt(names.entities, part)]),
  );
}

it("numbers each part by its first entity, whichever way links point and whoever denies them", () => {
  expect(partsOf("b>a c>b(s!) d>e e-f g")).toEqual({ a: "a", b: "a", c: "a", d: "d", e: "d", f: "d", g: "g" });
});

it("joins nothing by a self-loop or by a speaker", () => {
  expect(partsOf("a>a b>c(s@d)")).toEqual({ a: "a", b: "b", c: "b", d: "d" });
});
