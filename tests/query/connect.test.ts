import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { LinkFilter } from "../../src/graph/link-filter.ts";
import type { ConnectAnswer } from "../../src/query/answer.ts";
import { connectGround } from "../../src/query/connect-ground.ts";
import { improveNetwork } from "../../src/query/connect-improve.ts";
import { joinNamed } from "../../src/query/connect-join.ts";
import { EntityFilter } from "../../src/query/entity-filter.ts";
import { type Budget, Meter } from "../../src/query/meter.ts";
import { nodeNamed } from "../../src/query/node-named.ts";
import { type ConnectQuestion, connectDefaults } from "../../src/query/question.ts";
import { type DrawnGraph, drawnGraph, graphOf, type Loose } from "./graph-of.ts";
import { type AskedNetwork, askedNetworks, fittingEntities, qualifyingLinks, sometimes } from "./random-networks.ts";

function ask(drawn: DrawnGraph, entities: string, more: Loose<ConnectQuestion> = {}, budget?: Budget): ConnectAnswer {
  const question = { ...connectDefaults, entities: entities.split(" "), ...more } as unknown as ConnectQuestion;
  return drawn.ask(question, budget);
}

test("R43: several entities are joined by as few others as can be, whichever way the links point", () => {
  const answer = ask(graphOf("a>x x>b c>x a>p p>b b>q q>c"), "a b c");
  expect(answer.added).toEqual(["x"]);
  expect(answer.entities.map(({ id }) => id)).toEqual(["a", "b", "c", "x"]);
  expect(answer.links.map(({ id }) => id)).toEqual(["a>r>x", "c>r>x", "x>r>b"]);
  expect(answer).toMatchObject({ fewest: true, fragments: [["a", "b", "c"]], complete: true, stop: "exhausted", skipped: null });
  expect(ask(graphOf("a>x x>b"), "a b", { direction: "backward" }).added).toEqual(["x"]);
});

test("R43: links are all that qualify between two of the network, those that nothing needs among them", () => {
  expect(ask(graphOf("a>x x>b a>b:q b>a:t(s1!) a>a"), "a b").links.map(({ id }) => id)).toEqual(["a>q>b"]);
  const { links } = ask(graphOf("a>x x>b b>x:q x>c c>a:t"), "a b c");
  expect(links.map(({ id }) => id)).toEqual(["a>r>x", "b>q>x", "c>t>a", "x>r>b", "x>r>c"]);
});

test("R43: what cannot be joined falls into fragments, the largest first, then by id", () => {
  const answer = ask(graphOf("d>x x>e x>f a>y y>b c"), "a b c d e f");
  expect(answer.fragments).toEqual([["d", "e", "f"], ["a", "b"], ["c"]]);
  expect(answer).toMatchObject({ added: ["x", "y"], fewest: true, complete: true });
  expect(answer.sentence).toBe("6 entities in 3 parts, joined within by 2 more, as strong as the weakest link needed: stated.");
  expect(ask(graphOf("a b c>d"), "a b c")).toMatchObject({
    fragments: [["a"], ["b"], ["c"]],
    standing: null,
    sentence: "None of the 3 entities is joined to another.",
  });
});

test("R43: two entities count as joined by a chain of at most maxHops, and by way of others so joined", () => {
  const drawn = graphOf("a>x x>b b>y y>c a>u u>v v>c");
  expect(ask(drawn, "a b c", { maxHops: 2 })).toMatchObject({ added: ["x", "y"], fragments: [["a", "b", "c"]] });
  expect(ask(drawn, "a c", { maxHops: 2 }).fragments).toEqual([["a"], ["c"]]);
  expect(ask(drawn, "a c", { maxHops: 3 })).toMatchObject({ added: ["u", "v"], fewest: true });
  // Without a bound one hub does for three chains of 4 hops; with it, each pair needs a way of its own.
  const spread = graphOf("a>a1 a1>m b>b1 b1>m c>c1 c1>m d>d1 d1>m a>p p>q q>b b>s s>t t>c c>u u>v v>d");
  expect(ask(spread, "a b c d")).toMatchObject({ added: ["a1", "b1", "c1", "d1", "m"], fewest: true });
  expect(ask(spread, "a b c d", { maxHops: 3 })).toMatchObject({ added: ["p", "q", "s", "t", "u", "v"], fewest: true });
});

test("R43: the standing is the strongest such that links at least so strong join as much", () => {
  const drawn = graphOf("a>x(s1,s2) x>b(s1?) x>b:q(s1) a>b:t(s1!,s2) c>b(s1?)");
  expect(ask(drawn, "a b").standing).toBe("contested");
  expect(ask(drawn, "a b", { relations: ["r", "q"] })).toMatchObject({ standing: "stated", added: ["x"] });
  expect(ask(drawn, "a b c", { notSources: ["s2"], relations: ["r", "q"] }).sentence).toBe(
    "3 entities joined by 1 more, as strong as the weakest link needed: alleged.",
  );
  expect(ask(drawn, "a b", { relations: ["t"] }).sentence).toBe(
    "2 entities joined with none added, as strong as the weakest link needed: contested.",
  );
});

test("R26, R43: entities that do not fit are none of the network; the named are, whatever they are", () => {
  const drawn = graphOf("a>hub hub>b hub>p hub>q a>x x>y y>b hub/company");
  expect(ask(drawn, "a b").added).toEqual(["hub"]);
  expect(ask(drawn, "a b", { maxDegree: 3 })).toMatchObject({
    added: ["x", "y"],
    skipped: { count: 1, entities: [{ id: "hub" }] },
  });
  expect(ask(drawn, "a b", { notTypes: ["organization"] }).added).toEqual(["x", "y"]);
  expect(ask(drawn, "a b", { avoid: ["hub", "y"] }).fragments).toEqual([["a"], ["b"]]);
  expect(ask(drawn, "a b hub", { maxDegree: 1, notTypes: ["company"] })).toMatchObject({ added: [], fewest: true });
});

test("R10: the work is proportional to what is reached", () => {
  const far = Array.from({ length: 5000 }, (_, at) => `f${at}>f${at + 1}`).join(" ");
  const { visited } = ask(graphOf(`a>x x>b c>x b>f0 ${far}`), "a b c");
  expect(visited.entities).toBeLessThan(10);
  expect(visited.links).toBeLessThan(100);
});

test("R4: time that runs out and a question that is cancelled are said", () => {
  const drawn = graphOf(Array.from({ length: 9000 }, (_, at) => `a>n${at} n${at}>b`).join(" "));
  let looks = 0;
  const late = ask(drawn, "a b n5", { budgetMs: 1 }, { clock: () => looks++ });
  expect(late).toMatchObject({ complete: false, stop: "budget", fewest: false });
  expect(late.sentence).toContain("Time ran out: more may be joined, or by fewer.");
  const cancelled = ask(drawn, "a b", {}, { clock: () => 0, cancelled: () => true });
  expect(cancelled).toMatchObject({ stop: "cancelled", fragments: [["a"], ["b"]], fewest: false });
});

test("R5: the order in which entities are named makes no difference", () => {
  const drawn = graphOf("a>x b>x c>x c>y d>y b>y a>z d>z z>x");
  const { question: _, ...one } = ask(drawn, "a b c d");
  const { question: __, ...other } = ask(drawn, "d b d a c");
  expect(other).toEqual(one);
});

test("R13, R43: fewer than two entities, an unknown one and one that is avoided are refused", () => {
  const drawn = graphOf("a>b b>c");
  expect(() => ask(drawn, "a a")).toThrow(new BadInput("connect: wanted 2 to 500 different entities, got 1"));
  expect(() => ask(drawn, "a q")).toThrow('entity: wanted one of the case, got "q"');
  expect(() => ask(drawn, "a b", { avoid: ["b"] })).toThrow(new BadInput('connect: wanted "b" named or avoided, got both'));
});

test("hostile ids are entities like others", () => {
  const answer = ask(graphOf("__proto__>toString 🦊>toString constructor>toString"), "🦊 __proto__ constructor");
  expect(answer).toMatchObject({ added: ["toString"], fragments: [["__proto__", "constructor", "🦊"]] });
});

/** How many of the others are needed at least, by trying sets of them, the smallest first; fragments as with all of them. */
function leastAdded(rows: AskedNetwork["rows"], question: ConnectQuestion): { least: number; parts: string } {
  const links = qualifyingLinks(rows, question).filter(({ from, to }) => from !== to);
  const named = question.entities.toSorted();
  const fits = fittingEntities(rows, question, named);
  const others = rows.entities.filter((id) => fits.has(id) && !named.includes(id));
  const partsWith = (added: readonly string[]) => partsOf([...named, ...added], { named, links, maxHops: question.maxHops });
  const parts = partsWith(others);
  for (let least = 0; ; least++) if (subsets(others, least).some((added) => partsWith(added) === parts)) return { least, parts };
}

interface Within {
  readonly named: readonly string[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
  readonly maxHops: number | null;
}

/** The named, part by part, as text: hops within the network by repeated relaxation of all pairs (Floyd 1962). */
function partsOf(nodes: readonly string[], { named, links, maxHops }: Within): string {
  const hops = hopsWithin(nodes, links);
  let parts = named.map((id) => [id]);
  for (const a of named)
    for (const b of named) {
      const [one, other] = [a, b].map((id) => parts.find((part) => part.includes(id))!);
      if (one === other || hops(a, b) > (maxHops ?? nodes.length)) continue;
      parts = [...parts.filter((part) => part !== one && part !== other), [...one!, ...other!].sort()];
    }
  return JSON.stringify(parts.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1)));
}

function hopsWithin(nodes: readonly string[], links: Within["links"]): (a: string, b: string) => number {
  const hops = new Map<string, number>();
  const between = (a: string, b: string) => (a === b ? 0 : (hops.get(`${a} ${b}`) ?? Infinity));
  for (const { from, to } of links)
    if (nodes.includes(from) && nodes.includes(to)) hops.set(`${from} ${to}`, 1).set(`${to} ${from}`, 1);
  for (const middle of nodes)
    for (const a of nodes)
      for (const b of nodes) hops.set(`${a} ${b}`, Math.min(between(a, b), between(a, middle) + between(middle, b)));
  return between;
}

function subsets<T>(list: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return list.flatMap((one, at) => subsets(list.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}

test("R43: the network of 200 random cases is that with the fewest added; what search alone finds is within one and a half of it", () => {
  const kinds = { proven: 0, several: 0, apart: 0, bounded: 0 };
  const size = fc.integer({ min: 3, max: 6 });
  const bound = sometimes(fc.integer({ min: 1, max: 4 }), null);
  const property = fc.property(askedNetworks(12, 22), size, bound, ({ rows, conditions, inside }, named, maxHops) => {
    const entities = rows.entities.slice(-named);
    const avoid = inside.avoid.filter((id) => !entities.includes(id));
    const question: ConnectQuestion = { ...connectDefaults, ...conditions, ...inside, avoid, entities, maxHops };
    const drawn = drawnGraph(rows);
    const answer = drawn.ask(question);
    const { least, parts } = leastAdded(rows, question);
    expect(JSON.stringify(answer.fragments)).toBe(parts);
    const links = answer.links.filter(({ from, to }) => from !== to);
    expect(partsOf([...entities, ...answer.added], { named: entities, links, maxHops })).toBe(parts);
    expect(answer.added).toHaveLength(least);
    expect(answer.fewest).toBe(true);
    expect(searchAlone(drawn, question)).toBeLessThanOrEqual(1.5 * least);
    kinds.proven++;
    if (least > 1) kinds.several++;
    if (answer.fragments.length > 1) kinds.apart++;
    if (maxHops !== null) kinds.bounded++;
  });
  fc.assert(property, { seed: 43, numRuns: 200 });
  for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(30);
});

/** How many the spanning tree and the local search add, without an exact search. */
function searchAlone({ graph }: DrawnGraph, question: ConnectQuestion): number {
  const meter = new Meter({ clock: () => 0 }, 1000);
  const named = question.entities.map((id) => nodeNamed(graph.names, id)).sort((a, b) => a - b);
  const parts = {
    snapshot: graph.snapshot,
    filter: new LinkFilter(graph, question),
    meter,
    entities: new EntityFilter(graph, question),
  };
  const avoid = question.avoid.map((id) => nodeNamed(graph.names, id));
  const ground = connectGround({ ...parts, named }, avoid);
  const maxHops = question.maxHops ?? Infinity;
  const { added, fragments } = joinNamed(ground, maxHops);
  return improveNetwork(ground, { added, parts: fragments.length, maxHops }).added.length;
}

test("R43: where entities are too many to be exact, the network found joins them, and is not said to be the fewest", () => {
  // 12 spokes of two: a ring of hubs, each joined to two of the named, and one in the middle that is joined to every hub.
  const named = Array.from({ length: 24 }, (_, at) => `t${String(at).padStart(2, "0")}`);
  const hubs = Array.from({ length: 12 }, (_, at) => `h${String(at).padStart(2, "0")}`);
  const words = [
    ...named.map((id, at) => `${id}>${hubs[Math.floor(at / 2)]}`),
    ...hubs.map((id) => `${id}>m`),
    ...named.map((id, at) => `${id}>z${at} z${at}>${named[(at + 1) % 24]}`),
    ...Array.from({ length: 40 }, (_, at) => `m>y${at}`),
  ];
  const answer = ask(graphOf(words.join(" ")), named.join(" "));
  expect(answer.fragments).toHaveLength(1);
  expect(answer.added.length).toBeLessThanOrEqual(1.5 * 13);
  expect(answer.fewest).toBe(false);
  expect(answer.sentence).toContain("perhaps not the fewest");
});

test("R10: an island is seen to be one before a large case is searched for a way to it", () => {
  const spokes = (hub: string) =>
    Array.from({ length: 3000 }, (_, at) => `${hub}>${hub}${at} ${hub}${at}>${hub}x${at}`).join(" ");
  const island = "i1>i2 i2>i3 i3>i4 i4>i5 i5>i6";
  const drawn = graphOf(`${spokes("a")} ${spokes("b")} a7>b7 ${island}`);
  const answer = ask(drawn, "a b i1 i6");
  expect(answer.fragments).toEqual([
    ["a", "b"],
    ["i1", "i6"],
  ]);
  expect(answer.added).toEqual(["a7", "b7", "i2", "i3", "i4", "i5"]);
  const alone = ask(drawn, "a ax5 i1");
  expect(alone.fragments).toEqual([["a", "ax5"], ["i1"]]);
  expect(alone.visited.links).toBeLessThan(12_000);
  // A link that is only denied leads nowhere.
  const cut = ask(graphOf(`${spokes("a")} ${spokes("b")} a7>b7 ${island} i6>b9(s!)`), "a b i1");
  expect(cut.fragments).toEqual([["a", "b"], ["i1"]]);
  expect(cut.visited.links).toBeLessThan(40_000);
});
