import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import { nothingHidden, visiblePart } from "../../../src/ui/state/graph-index.ts";
import { graphOf } from "./graph.ts";

const none = { entities: new Set<never>(), links: new Set<never>() };

test("hiding a type takes its entities and their links", () => {
  const graph = graphOf("a>b b>c", { a: "country" });
  const { entities, links } = visiblePart(graph, { ...nothingHidden, types: new Set(["country"]) }, none);
  expect(entities.map(({ id }) => id)).toEqual(["b", "c"]);
  expect(links.map(({ id }) => id)).toEqual(["b>knows>c"]);
});

test("hiding a standing takes links and leaves entities", () => {
  const graph = graphOf("a>b:alleged b>c:stated");
  const { entities, links } = visiblePart(graph, { ...nothingHidden, standings: new Set(["alleged"]) }, none);
  expect(entities).toHaveLength(3);
  expect(links.map(({ standing }) => standing)).toEqual(["stated"]);
});

test("the path that was asked for stays, whatever is hidden", () => {
  const graph = graphOf("a>b:contested b>c:contested", { a: "country" });
  const kept = { entities: new Set([entityId("a"), entityId("b")]), links: new Set([graph.view.links[0]!.id]) };
  const { entities, links } = visiblePart(
    graph,
    { types: new Set(["country", "person"]), standings: new Set(["contested"]) },
    kept,
  );
  expect(entities.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(links.map(({ id }) => id)).toEqual(["a>knows>b"]);
});

test("ids that name properties of every object are counted like others", () => {
  const graph = graphOf("__proto__>constructor constructor>toString", { __proto__: "x" });
  expect(graph.linksOf.get(entityId("constructor"))).toHaveLength(2);
  expect(graph.entities.get(entityId("__proto__"))?.name).toBe("__PROTO__");
});

test("a link of an entity with itself is listed once", () => {
  expect(graphOf("a>a").linksOf.get(entityId("a"))).toHaveLength(1);
});
