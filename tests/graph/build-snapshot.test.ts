import { expect, test } from "vitest";
import { epochDay } from "../../src/base/epoch-day.ts";
import { reliabilities } from "../../src/claims/source.ts";
import { standings } from "../../src/claims/standing.ts";
import { buildSnapshot, type GraphRows, type NamedSnapshot } from "../../src/graph/build-snapshot.ts";
import { linkIdAt } from "../../src/graph/link-id-at.ts";
import { idAt, placeOfId } from "../../src/graph/packed-ids.ts";
import {
  AGAINST,
  ALONG,
  CREDIBILITY_SHIFT,
  ECHO,
  LINK_SHIFT,
  NO_NODE,
  NO_SPAN,
  originOfClaim,
  QUOTED,
  STANDING_SHIFT,
  sourceOfClaim,
  speakerOfClaim,
  stanceOfClaim,
} from "../../src/graph/snapshot.ts";
import { graphRows, rowsOf } from "../query/drawing.ts";
import { graphOf } from "../query/graph-of.ts";

/** A node's slots as "other link ways standing". */
function slotsOf(graph: NamedSnapshot, id: string): string[] {
  const { snapshot, names } = graph;
  const node = placeOfId(names.entities, id);
  return [...snapshot.slotNode.subarray(snapshot.slotStart[node], snapshot.slotEnd[node])].map((other, at) => {
    const way = snapshot.slotWay[snapshot.slotStart[node]! + at]!;
    const ways = `${way & ALONG ? ">" : ""}${way & AGAINST ? "<" : ""}`;
    return `${idAt(names.entities, other)} ${linkIdAt(graph, way >>> LINK_SHIFT)} ${ways} ${standings[(way >>> STANDING_SHIFT) & 7]}`;
  });
}

test("each link has a slot at both ends, with its way and its standing, in order of other end and link", () => {
  const { graph } = graphOf("b>a b>c b>a:funds(s1,s2) b-c a>b(s?)");
  expect(slotsOf(graph, "b")).toEqual([
    "a a>r>b < alleged",
    "a b>funds>a > corroborated",
    "a b>r>a > stated",
    "c b>near>c >< stated",
    "c b>r>c > stated",
  ]);
  expect(slotsOf(graph, "a")).toEqual(["b a>r>b > alleged", "b b>funds>a < corroborated", "b b>r>a < stated"]);
});

test("R15: a self-loop keeps its claims and has no slot", () => {
  const { graph } = graphOf("a>a a>b");
  expect([graph.snapshot.links, graph.snapshot.claims]).toEqual([2, 2]);
  expect(slotsOf(graph, "a")).toEqual(["b a>r>b > stated"]);
});

test("an empty case and entities without links are sound graphs", () => {
  expect(graphOf("").graph.snapshot).toMatchObject({ nodes: 0, links: 0, claims: 0 });
  expect(slotsOf(graphOf("a b").graph, "b")).toEqual([]);
});

test("claims keep source, origin, speaker and stance", () => {
  const { snapshot, names } = graphOf("a>b(s1,s2?@p,s3!=s1)").graph;
  const claims = [0, 1, 2].map((claim) => [
    names.sources[sourceOfClaim(snapshot, claim)],
    names.sources[originOfClaim(snapshot, claim)],
    speakerOfClaim(snapshot, claim) === NO_NODE ? null : idAt(names.entities, speakerOfClaim(snapshot, claim)),
    stanceOfClaim(snapshot, claim),
  ]);
  expect(claims).toEqual([
    ["s1", "s1", null, 0],
    ["s2", "s2", "p", 1],
    ["s3", "s1", null, 2],
  ]);
  expect([...snapshot.claimStart]).toEqual([0, 3]);
});

test("ids that are names of an object's own members are ids like any other", () => {
  const { graph } = graphOf("__proto__>constructor:toString(hasOwnProperty)");
  expect([0, 1].map((node) => idAt(graph.names.entities, node))).toEqual(["__proto__", "constructor"]);
  expect(slotsOf(graph, "constructor")).toEqual(["__proto__ __proto__>toString>constructor < stated"]);
});

test("rows that break their contract throw and say where", () => {
  const drawn = rowsOf(["a>b", "c>d"]);
  const { entities, links, sources } = graphRows(drawn);
  const { ontology } = drawn;
  const build = (rows: Partial<GraphRows>) => () => buildSnapshot({ entities, links, sources, ...rows }, ontology);
  expect(build({ entities: [...entities].toReversed() })).toThrow('wanted entities in order of id, each once, got "c" after "d"');
  expect(build({ links: [drawn.links[0]!, drawn.links[0]!] })).toThrow(/wanted links in order of id, each once/);
  expect(build({ entities: [...entities].slice(0, 1) })).toThrow('wanted an entity of the case as object, got "b"');
  expect(build({ links: [{ ...drawn.links[0]!, claims: [] }] })).toThrow(/wanted a claim behind link/);
});

test("types come with the kinds they are, relations with their families, sources in order of id with their grades", () => {
  const { snapshot, names } = graphOf("#s2:B #s1 a/company a>b:funds(s2,s1) b>c:odd(s3=s2)").graph;
  expect(Array.from(snapshot.nodeType, (type) => names.kinds[type])).toEqual([
    ["company", "organization"],
    ["person"],
    ["person"],
  ]);
  expect(Array.from(snapshot.nodeType, (type) => names.types[type])).toEqual(["company", "person", "person"]);
  expect(names.relations.map((id, at) => `${id} ${names.families[at]}`)).toEqual(["funds support", "odd other"]);
  expect(names.sources.map((id, at) => `${id} ${reliabilities[snapshot.sourceReliability[at]!] ?? "-"}`)).toEqual([
    "s1 -",
    "s2 B",
    "s3 -",
  ]);
});

test("a claim's dates, marks and weight are the row's; what is no date is none", () => {
  const { snapshot } = graphOf('a>b(s"%3=s0*2.5[2014]{2019-03-05},s[soon],s[2014]*0)').graph;
  const { claimVoice, claimWhen, whenDuring, whenSaid, spanFirst, spanLast, weighing, claimWeight } = snapshot;
  expect(claimVoice[0]! & 127).toBe((3 << CREDIBILITY_SHIFT) | QUOTED | ECHO);
  const spans = [0, 1, 2].map((claim) => [whenDuring[claimWhen[claim]!]!, whenSaid[claimWhen[claim]!]!]);
  const days = (span: number) => [spanFirst[span], spanLast[span]];
  expect(days(spans[0]![0]!)).toEqual([epochDay(2014, 1, 1), epochDay(2014, 12, 31)]);
  expect(days(spans[0]![1]!)).toEqual([epochDay(2019, 3, 5), epochDay(2019, 3, 5)]);
  expect(spans[1]).toEqual([NO_SPAN, NO_SPAN]);
  expect(spans[2]).toEqual([spans[0]![0], NO_SPAN]);
  expect([0, 1, 2].map((claim) => weighing[claimWeight[claim]!])).toEqual([2.5, 1, 1]);
});
