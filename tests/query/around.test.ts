import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type AroundQuestion, aroundDefaults } from "../../src/query/question.ts";
import { type DrawnGraph, drawnGraph, graphOf } from "./graph-of.ts";
import { askedNetwork, fittingEntities, qualifyingLinks, stepsOf } from "./random-networks.ts";

test("R21: entities by hops, then by id, and the links between them whichever way they point", () => {
  const answer = graphOf("c>b c>a a>b b>d d>e").around("c", { hops: 1 });
  expect(answer.entities.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  expect(answer.links.map(({ id }) => id)).toEqual(["a>r>b", "c>r>a", "c>r>b"]);
  expect(answer).toMatchObject({ perHop: [1, 2], complete: true, stop: "exhausted" });
  expect(Object.keys(answer.links[0]!)).not.toContain("along");
});

test("R21: hops that reach nothing leave no zeros behind", () => {
  expect(graphOf("a>b").around("a", { hops: 9 }).perHop).toEqual([1, 1]);
  expect(graphOf("a b>c").around("a", { hops: 3 })).toMatchObject({ perHop: [1], links: [], complete: true });
  expect(graphOf("a>b").around("a", { hops: 0 })).toMatchObject({ perHop: [1], links: [] });
});

test("R21: the limit counts entities; a level that does not fit gives its first by id", () => {
  const { around } = graphOf("a>d a>c a>b b>e");
  const answer = around("a", { hops: 2, limit: 3 });
  expect(answer).toMatchObject({ perHop: [1, 2], complete: false, stop: "limit" });
  expect(answer.entities.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(around("a", { hops: 2, limit: 5 })).toMatchObject({ perHop: [1, 3, 1], complete: true });
  expect(around("a", { hops: 2, limit: 4 })).toMatchObject({ perHop: [1, 3], complete: false });
});

test("R6, R16, R21: links that the question does not walk lead nowhere and are not shown", () => {
  const { around } = graphOf("a>b(s1!) a>c(s1?) b>c(s1) a>d:q(s2)");
  const ids = (more: object) => around("a", more).links.map(({ id }) => id);
  expect(ids({})).toEqual(["a>q>d", "a>r>c"]);
  expect(ids({ includeDenied: true })).toEqual(["a>q>d", "a>r>b", "a>r>c", "b>r>c"]);
  expect(ids({ standing: "stated" })).toEqual(["a>q>d"]);
  expect(ids({ notSources: ["s1"] })).toEqual(["a>q>d"]);
  expect(ids({ relations: ["r"] })).toEqual(["a>r>c"]);
  expect(ids({ avoid: ["c"] })).toEqual(["a>q>d"]);
  expect(ids({ direction: "backward" })).toEqual([]);
});

test("R4, R22: time that runs out is said, and a level it cut short is left out", () => {
  const spokes = Array.from({ length: 5000 }, (_, at) => `a>n${at}`).join(" ");
  let looks = 0;
  const answer = graphOf(`${spokes} n7>x`).around("a", { hops: 2, budgetMs: 1 }, { clock: () => looks++ });
  expect(answer).toMatchObject({ perHop: [1], complete: false, stop: "budget" });
  expect(graphOf("a>b").around("a", {}, { clock: () => 0, cancelled: () => true }).stop).toBe("cancelled");
});

test("R13: an unknown or avoided centre is refused", () => {
  const { around } = graphOf("a>b");
  expect(() => around("q")).toThrow('entity: wanted one of the case, got "q"');
  expect(() => around("a", { avoid: ["a"] })).toThrow('around: wanted "a" as the centre or avoided, got both');
});

test("R26: entities that do not fit are not entered; the centre is named, and hubs that were reached are said", () => {
  const { around } = graphOf("hub>a hub>b hub>c hub>d a>b b>x x>y c>z z>w x/company z/armed-group");
  const ids = (more: object) => around("hub", { hops: 3, ...more }).entities.map(({ id }) => id);
  expect(ids({})).toEqual(["hub", "a", "b", "c", "d", "x", "z", "w", "y"]);
  expect(ids({ maxDegree: 2 })).toEqual(["hub", "a", "c", "d", "z", "w"]);
  expect(ids({ notTypes: ["organization"] })).toEqual(["hub", "a", "b", "c", "d"]);
  expect(ids({ types: ["person", "company"] })).toEqual(["hub", "a", "b", "c", "d", "x", "y"]);
  expect(around("hub", { maxDegree: 2 }).skipped).toMatchObject({ count: 1, entities: [{ id: "b" }] });
  expect(around("a", { hops: 2, maxDegree: 2 }).skipped).toMatchObject({ count: 2, entities: [{ id: "b" }, { id: "hub" }] });
  expect(around("a", { hops: 2, maxDegree: 2, notTypes: ["person"] }).skipped).toMatchObject({ count: 0, entities: [] });
  expect(around("a", {}).skipped).toBeNull();
});

test("R26: of many hubs the first twenty are named", () => {
  const hubs = Array.from({ length: 25 }, (_, at) => `n${String.fromCharCode(97 + at)}`);
  const { skipped, entities } = graphOf(hubs.map((hub) => `${hub}>m ${hub}>o m>p o>p`).join(" ")).around("p", {
    hops: 2,
    maxDegree: 1,
  });
  expect([skipped?.count, entities.length]).toEqual([2, 1]);
  const many = graphOf(hubs.map((hub) => `a>${hub} ${hub}>z`).join(" ")).around("a", { maxDegree: 1 });
  expect(many.skipped?.count).toBe(25);
  expect(many.skipped?.entities.map(({ id }) => id)).toEqual(hubs.slice(0, 20));
});

test("R10: the work is proportional to what is reached, and links are looked at once more to be gathered", () => {
  const far = Array.from({ length: 3000 }, (_, at) => `far${at}>far${at + 1}`).join(" ");
  const answer = graphOf(`a>b b>c c>d d>far0 ${far}`).around("a", { hops: 2 });
  expect(answer.visited.entities).toBe(3);
  expect(answer.visited.links).toBeLessThanOrEqual(8);
});

test("R21: levels and links come in order of id, whether a few or most of the case", () => {
  const word = (at: number) => `n${String((at * 7919) % 2000).padStart(4, "0")}`;
  const drawing = Array.from({ length: 2000 }, (_, at) => `m>${word(at)} ${word(at)}>${word(at + 1)}`).join(" ");
  const { entities, links } = graphOf(drawing).around("m");
  const ids = entities.slice(1).map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toHaveLength(2000);
  expect(links.map(({ id }) => id)).toEqual(links.map(({ id }) => id).sort());
  expect(links).toHaveLength(4000);
});

test("hostile ids are entities like others", () => {
  const { around } = graphOf("__proto__>constructor constructor>🦊 🦊>toString 🦊/__proto__");
  expect(around("__proto__", { hops: 3 }).entities.map(({ id }) => id)).toEqual(["__proto__", "constructor", "🦊", "toString"]);
  expect(around("__proto__", { hops: 3, notTypes: ["__proto__"] }).entities).toHaveLength(2);
});

/** The obvious answer: links that qualify one by one, then a step at a time. */
function expected({ rows }: DrawnGraph, question: AroundQuestion) {
  const fits = fittingEntities(rows, question, [question.center]);
  const links = qualifyingLinks(rows, question);
  const hops = new Map([[question.center as string, 0]]);
  const steps = links.flatMap(stepsOf).filter(([, end]) => fits.has(end));
  for (let hop = 1; hop <= question.hops; hop++)
    for (const [start, end] of steps) if (hops.get(start) === hop - 1 && !hops.has(end)) hops.set(end, hop);
  const entities = [...hops].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  return {
    entities,
    hops,
    links: links.filter(({ from, to }) => from !== to && hops.has(from) && hops.has(to)).map(({ id }) => id),
  };
}

test("R21, R26: what is around is what trying link after link gives", () => {
  const property = fc.property(askedNetwork, fc.nat({ max: 4 }), ({ rows, conditions, inside }, hops) => {
    const drawn = drawnGraph(rows);
    const center = rows.entities[0]!;
    const question = {
      ...aroundDefaults,
      ...conditions,
      ...inside,
      avoid: inside.avoid.filter((id) => id !== center),
      center,
      hops,
    };
    const answer = drawn.ask(question);
    const truth = expected(drawn, question);
    expect(answer.entities.map(({ id }) => id)).toEqual(truth.entities);
    expect(answer.links.map(({ id }) => id)).toEqual(truth.links);
    expect(answer.perHop).toEqual(answer.perHop.map((_, hop) => [...truth.hops.values()].filter((at) => at === hop).length));
    expect(answer.complete).toBe(true);
  });
  fc.assert(property, { seed: 11, numRuns: 500 });
});
