import { expect, it } from "vitest";
import { epochDay } from "../../src/base/epoch-day.ts";
import { communitiesOf } from "../../src/graph/communities.ts";
import { linkIdAt } from "../../src/graph/link-id-at.ts";
import { linksBetween } from "../../src/graph/links-between.ts";
import { mapCommunities } from "../../src/graph/map-communities.ts";
import { neighboursByLinks } from "../../src/graph/neighbours-by-links.ts";
import { nodesByLinks } from "../../src/graph/nodes-by-links.ts";
import { claimsOfSources, claimsWithin, nodesByClaims } from "../../src/graph/nodes-in-time.ts";
import { idAt, placeOfId } from "../../src/graph/packed-ids.ts";
import { tallySnapshot } from "../../src/graph/tally-snapshot.ts";
import { graphOf } from "../query/graph-of.ts";

const drawn = (drawing: string) => {
  const { graph } = graphOf(drawing);
  const { snapshot, names } = graph;
  const ids = (nodes: Iterable<number>) => [...nodes].map((node) => idAt(names.entities, node)).join(" ");
  const links = (found: Iterable<number>) => [...found].map((link) => linkIdAt(graph, link));
  return { snapshot, names, ids, links, node: (id: string) => placeOfId(names.entities, id) };
};

it("lists the most linked first, ties by id, also those without a link", () => {
  const { snapshot, ids } = drawn("b>a c>b d>b d>c e");
  expect(ids(nodesByLinks(snapshot))).toBe("b c d a e");
});

it("gives an entity, then its most linked neighbours, each once, and how many there are", () => {
  const { snapshot, ids, node } = drawn("a>b a>b:owns c>a a>d d>e d>f c>g");
  const found = neighboursByLinks(snapshot, node("a"), 3);
  expect([ids(found.nodes), found.total]).toEqual(["a d b", 4]);
  expect(neighboursByLinks(snapshot, node("a"), 1)).toEqual({ nodes: Uint32Array.of(node("a")), total: 4 });
});

it("gives every link between the chosen, whichever way, denied ones too, and none to others", () => {
  const { snapshot, links, node } = drawn("a>b b>a a>c(s!) c>d b>d");
  expect(links(linksBetween(snapshot, Uint32Array.of(node("c"), node("a"), node("b"))))).toEqual(["a>r>b", "a>r>c", "b>r>a"]);
});

it("counts types, standings, parts and claims per source", () => {
  const { snapshot, names } = drawn("a>b(s,t) b>c(s?) d/company d>e(s!) f");
  const tally = tallySnapshot(snapshot, { types: names.types.length, relations: names.relations.length });
  expect([...tally.standings]).toEqual([1, 0, 1, 0, 1]);
  expect(Object.fromEntries(names.sources.map((id, at) => [id, tally.sources[at]]))).toEqual({ s: 3, t: 1 });
  expect(tally).toMatchObject({ components: 3, largestComponent: 3, isolated: 1 });
  expect(tally.types[names.types.indexOf("company")]).toBe(1);
});

it("ranks entities by the claims of a time, or of some sources", () => {
  const { snapshot, names, ids } = drawn("a>b(s[2014]) b>c(s[2014/2016],t[2020]) d>e(t[2020])");
  const days = (year: number) => ({ first: epochDay(year, 1, 1), last: epochDay(year, 12, 31) });
  const held = nodesByClaims(snapshot, claimsWithin(snapshot, "whenDuring", days(2014)), 2);
  expect([ids(held.nodes), held.total]).toEqual(["b a", 3]);
  const of = claimsOfSources(
    snapshot,
    Uint8Array.from(names.sources, (id) => Number(id === "t")),
  );
  expect(ids(nodesByClaims(snapshot, of, 9).nodes)).toBe("b c d e");
});

it("maps the largest communities with their members, types and the links between them by standing", () => {
  const { snapshot, ids, names } = drawn("a>b b>c c>a a>d(s?) d/company d>e e>f f>d g>h i");
  const map = mapCommunities(snapshot, communitiesOf(snapshot)!, { most: 2, members: 2 });
  expect(map.largest.map(({ size, inside, members }) => [size, inside, ids(members)])).toEqual([
    [3, 3, "a b"],
    [3, 3, "d e"],
  ]);
  expect(map.largest[1]?.types.map(([type, count]) => [names.types[type], count])).toEqual([
    ["person", 2],
    ["company", 1],
  ]);
  expect(map.bundles).toEqual([{ a: 0, b: 1, links: 1, standings: [0, 0, 1, 0, 0] }]);
  expect([map.count, map.entitiesOff]).toEqual([3, 2]);
});
