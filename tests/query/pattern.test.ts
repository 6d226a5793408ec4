import * as fc from "fast-check";
import { expect, test } from "vitest";
import { entityId, entityTypeId, relationId } from "../../src/base/ids.ts";
import { BadInput } from "../../src/base/problem.ts";
import { isKindOf } from "../../src/claims/ontology.ts";
import { directions } from "../../src/graph/conditions.ts";
import type { PatternAnswer } from "../../src/query/answer.ts";
import type { Budget } from "../../src/query/meter.ts";
import { type PatternWords, parsePattern } from "../../src/query/parse-pattern.ts";
import { type PatternQuestion, patternDefaults } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { type DrawnGraph, drawnGraph, graphOf, type Loose } from "./graph-of.ts";
import { askedNetwork, qualifyingLinks, sometimes, stepsOf } from "./random-networks.ts";

const types = ["person", "organization", "company", "event", "court"];
const words: PatternWords = {
  type: (text) => (types.includes(text) ? entityTypeId(text) : null),
  relation: relationId,
  entity: entityId,
};

function ask(drawn: DrawnGraph, pattern: string, more: Loose<PatternQuestion> = {}, budget?: Budget): PatternAnswer {
  return drawn.ask({ ...patternDefaults, ...parsePattern(pattern, words), ...more } as unknown as PatternQuestion, budget);
}

const found = ({ matches }: PatternAnswer) => matches.map(({ entities }) => entities.map(({ id }) => id).join(" "));

test("R46: every way to fill the holes, by the ids of the entities in the order of the pattern's nodes", () => {
  const drawn = graphOf("p>o:member-of q>o:member-of o>e:perpetrated c>q:charged e>r:charged o/organization e/event c/court");
  expect(found(ask(drawn, "person -member-of-> organization -perpetrated-> event"))).toEqual(["p o e", "q o e"]);
  expect(found(ask(drawn, "x:person -member-of-> organization, court -charged-> x"))).toEqual(["q o c"]);
  expect(found(ask(drawn, "event <-perpetrated- organization <-member-of- person"))).toEqual(["e o p", "e o q"]);
  expect(ask(drawn, "person -member-of-> organization")).toMatchObject({ count: 2, complete: true, stop: "exhausted" });
});

test("R46: different nodes are different entities", () => {
  const drawn = graphOf("a>b:knows b>c:knows");
  expect(found(ask(drawn, "* -knows- * -knows- *"))).toEqual(["a b c", "c b a"]);
  expect(found(ask(drawn, "a -knows- * -knows- a"))).toEqual(["a b"]);
  const nodes = ["a", null, "a"].map((entity, at) => ({ name: `${at}`, entity, types: [] }));
  expect(found(ask(drawn, "* -knows- * -knows- *", { nodes } as unknown as Loose<PatternQuestion>))).toEqual([]);
});

test("R46: an edge is filled by every link that qualifies, fits its relations and leads its way; strongest first", () => {
  const drawn = graphOf("a>b:t(s1?) a>b:q(s1) a>b:u(s1) b>a:q(s1) a-b:near");
  const links = (pattern: string, more = {}) =>
    ask(drawn, pattern, more).matches.map(({ steps }) => steps[0]!.links.map(({ id, along }) => `${id} ${along}`));
  expect(links("a -q|t-> b")).toEqual([["a>q>b true", "a>t>b true"].sort()]);
  expect(links("a -t|q- b")).toEqual([["a>q>b true", "b>q>a false", "a>t>b true"]]);
  expect(links("a <-q- b")).toEqual([["b>q>a false"]]);
  expect(links("b -near-> a")).toEqual([["a>near>b false"]]);
  expect(links("a -> b", { relations: ["q", "u"] })).toEqual([["a>q>b true", "a>u>b true"]]);
  expect(links("a -t|q-> b", { standing: "stated" })).toEqual([["a>q>b true"]]);
  expect(links("a -t-> b", { relations: ["q"] })).toEqual([]);
});

test("R46: the question's own direction is not heeded", () => {
  const drawn = graphOf("a>b");
  for (const direction of directions) expect(found(ask(drawn, "* -> *", { direction }))).toEqual(["a b"]);
});

test("R46: the standing of a match is its weakest edge's, where the strongest link counts", () => {
  const drawn = graphOf("a>b(s1?) a>b:q(s1) b>c(s1,s2!)");
  expect(ask(drawn, "a -> b -> c").matches[0]!.standing).toBe("contested");
  expect(ask(drawn, "a -> b").matches[0]!.standing).toBe("stated");
});

test("R46, R26: types stand for their kinds, and bind holes only", () => {
  const drawn = graphOf("p>o p>f p>q o/organization f/company q/event");
  expect(found(ask(drawn, "p -> organization"))).toEqual(["p f", "p o"]);
  const nodes = [
    { name: "a", entity: "p", types: ["event"] },
    { name: "b", entity: null, types: ["company", "event"] },
  ];
  expect(found(ask(drawn, "p -> *", { nodes } as unknown as Loose<PatternQuestion>))).toEqual(["p f", "p q"]);
  expect(found(ask(drawn, "p -> *", { avoid: ["o", "f"] }))).toEqual(["p q"]);
});

test("R46: the search stops one past the limit", () => {
  const drawn = graphOf("a>b a>c a>d");
  expect(ask(drawn, "a -> *", { limit: 2 })).toMatchObject({ count: 2, complete: false, stop: "limit" });
  expect(found(ask(drawn, "a -> *", { limit: 2 }))).toEqual(["a b", "a c"]);
  expect(ask(drawn, "a -> *", { limit: 3 })).toMatchObject({ count: 3, complete: true, stop: "exhausted" });
});

test("R10: work starts at the entity that is named, not at the first node", () => {
  const many = Array.from({ length: 3000 }, (_, at) => `p${at}>o${at % 100}:member-of`).join(" ");
  const drawn = graphOf(`${many} x>o7:leads`);
  const answer = ask(drawn, "person -member-of-> * <-leads- x");
  expect(answer.matches).toHaveLength(30);
  expect(answer.visited.links).toBeLessThan(1000);
});

test("R46: places that no edge joins to an earlier one are filled in order all the same", () => {
  const drawn = graphOf("a>m b>m a>n b>n c>n");
  const { nodes } = parsePattern("u:* -> v:*, w:* -> v", words);
  const edges = [
    { from: 0, to: 2, relations: [], direction: "forward" },
    { from: 1, to: 2, relations: [], direction: "forward" },
  ];
  expect(
    found(
      ask(drawn, "* -> *", {
        nodes: nodes.toSorted((x, y) => (x.name < y.name ? -1 : 1)),
        edges,
      } as unknown as Loose<PatternQuestion>),
    ),
  ).toEqual(["a b m", "a b n", "a c n", "b a m", "b a n", "b c n", "c a n", "c b n"]);
});

test("R4, R41: time that runs out leaves the first matches", () => {
  const spokes = Array.from({ length: 3000 }, (_, at) => `a>n${String(at).padStart(4, "0")}`);
  const drawn = graphOf(spokes.join(" "));
  const all = found(ask(drawn, "* <- * -> *", { limit: 100_000 }));
  let looks = 0;
  const some = ask(drawn, "* <- * -> *", { limit: 100_000, budgetMs: 12 }, { clock: () => looks++ });
  expect(some).toMatchObject({ complete: false, stop: "budget" });
  expect(some.count).toBeGreaterThan(0);
  expect(found(some)).toEqual(all.slice(0, some.count));
  expect(ask(drawn, "* -> *", {}, { clock: () => 0, cancelled: () => true })).toMatchObject({ count: 0, stop: "cancelled" });
});

const hole = (name: string) => ({ name, entity: null, types: [] });
const edge = (from: number, to: number) => ({ from, to, relations: [], direction: "any" });

test.each([
  [{ nodes: [], edges: [] }, "pattern: wanted nodes joined by edges, got none"],
  [{ nodes: [hole("a")], edges: [edge(0, 0)] }, 'pattern, edge 1: wanted two different nodes, got "a" twice'],
  [{ nodes: [hole("a"), hole("b")], edges: [edge(0, 2)] }, "pattern, edge 1: wanted a node from 0 to 1, got 2"],
  [{ nodes: [hole("a"), hole("a")], edges: [edge(0, 1)] }, 'pattern: wanted a name for each node, got "a" for two'],
  [{ nodes: [hole("a"), hole("b"), hole("c")], edges: [edge(0, 1)] }, 'pattern: wanted an edge at every node, got none at "c"'],
  [
    { nodes: ["a", "b", "c", "d"].map(hole), edges: [edge(0, 1), edge(2, 3)] },
    'pattern: wanted one that holds together, got "c" apart from "a"',
  ],
  [
    { nodes: Array.from({ length: 25 }, (_, at) => hole(`${at}`)), edges: [edge(0, 1)] },
    "pattern: wanted at most 24 nodes, got 25",
  ],
  [
    { nodes: [{ ...hole("a"), entity: "x" }, hole("b")], edges: [edge(0, 1)], avoid: ["x"] },
    'pattern: wanted "x" named or avoided, got both',
  ],
  [
    { nodes: [{ ...hole("a"), entity: "nobody" }, hole("b")], edges: [edge(0, 1)] },
    'entity: wanted one of the case, got "nobody"',
  ],
])("R13, R46: what makes no sense is refused in one line: %#", (pattern, message) => {
  const asking = () => ask(graphOf("x>y"), "* -> *", pattern as unknown as Loose<PatternQuestion>);
  expect(asking).toThrow(BadInput);
  expect(asking).toThrow(message);
});

test("hostile ids are entities like others", () => {
  const drawn = graphOf("__proto__>constructor:toString 🦊>constructor:toString");
  expect(found(ask(drawn, '* -toString-> "constructor"'))).toEqual(["__proto__ constructor", "🦊 constructor"]);
});

const edgeShape = fc.record({
  relations: sometimes(fc.subarray(["r", "q", "t", "near"], { minLength: 1, maxLength: 2 }), []),
  direction: fc.constantFrom(...directions),
});
const nodeShape = fc.record({
  entity: sometimes(fc.constantFrom(..."abcdefgh"), null),
  types: sometimes(fc.constantFrom(["person"], ["organization", "event"]), []),
});

/** Two to four nodes: a tree drawn at random, and now and then an edge more. */
const shapes = fc
  .record({
    nodes: fc.array(nodeShape, { minLength: 2, maxLength: 4 }),
    edges: fc.array(fc.tuple(edgeShape, fc.nat(), fc.nat(), fc.boolean()), { minLength: 5, maxLength: 5 }),
    more: fc.constantFrom(0, 0, 1, 2),
    shuffle: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  })
  .map(({ nodes, edges, more, shuffle }) => {
    const place = shuffle.filter((at) => at < nodes.length);
    const joined = edges.slice(0, nodes.length - 1 + more).map(([shape, one, other, turn], at) => {
      const [a, b] = at < nodes.length - 1 ? [at + 1, one % (at + 1)] : [one % nodes.length, other % nodes.length];
      const second = a === b ? (a + 1) % nodes.length : b;
      return { ...shape, from: place[turn ? a : second]!, to: place[turn ? second : a]! };
    });
    return { nodes: nodes.map((node, at) => ({ name: `n${at}`, ...node })), edges: joined };
  });

/** Every tuple of entities that are different, of the types, and joined as the pattern says. */
function expected(rows: DrawnRows, question: PatternQuestion): string[] {
  const links = qualifyingLinks(rows, { ...question, direction: "any" });
  const leads = (from: string, to: string, { relations, direction }: PatternQuestion["edges"][number]) =>
    links.some((link) => {
      if (relations.length > 0 && !relations.some((relation) => relation === link.relation)) return false;
      const symmetric = rows.ontology.relations.get(relationId(link.relation))?.symmetric === true;
      const ways = symmetric || direction === "any" ? "both" : direction === "forward" ? "along" : "against";
      return stepsOf({ ...link, ways }).some(([start, end]) => start === from && end === to);
    });
  const fits = (id: string, { entity, types }: PatternQuestion["nodes"][number]) =>
    entity === null
      ? types.length === 0 || types.some((type) => isKindOf(rows.ontology, rows.types.get(entityId(id))!, type))
      : id === entity;
  const tuples = question.nodes.reduce<string[][]>(
    (some, node) =>
      some.flatMap((tuple) =>
        rows.entities
          .filter((id) => fits(id, node) && !tuple.includes(id) && !question.avoid.includes(id))
          .map((id) => [...tuple, id]),
      ),
    [[]],
  );
  return tuples
    .filter((tuple) => question.edges.every((each) => leads(tuple[each.from]!, tuple[each.to]!, each)))
    .map((tuple) => tuple.join(" "));
}

test("R46: random patterns have the matches that trying every tuple gives", () => {
  const kinds = { some: 0, none: 0, cut: 0 };
  const property = fc.property(
    askedNetwork,
    shapes,
    fc.constantFrom(1, 3, 1000),
    ({ rows, conditions, inside }, shape, limit) => {
      const avoid = inside.avoid.filter((id) => !shape.nodes.some(({ entity }) => entity === id));
      const question = { ...patternDefaults, ...conditions, ...shape, avoid, limit } as unknown as PatternQuestion;
      const answer = drawnGraph(rows).ask(question);
      const truth = expected(rows, question);
      expect(found(answer)).toEqual(truth.slice(0, limit));
      expect(answer.stop).toBe(truth.length > limit ? "limit" : "exhausted");
      kinds[truth.length > limit ? "cut" : truth.length > 0 ? "some" : "none"]++;
    },
  );
  fc.assert(property, { seed: 46, numRuns: 1000 });
  for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(80);
});
