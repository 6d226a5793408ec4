import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type EntityId, entityId, entityTypeId, relationId } from "../../src/base/ids.ts";
import { BadInput } from "../../src/base/problem.ts";
import { type ParsedPattern, type PatternWords, parsePattern } from "../../src/query/parse-pattern.ts";
import { patternText } from "../../src/query/pattern-text.ts";

const types = ["person", "organization", "event", "court", "armed-group", "__proto__"];
const relations = ["member-of", "perpetrated", "charged", "leads", "owns", "took place in", "constructor"];
const entities = [
  "urn:x:7",
  "Putin",
  "Al-Hol",
  "Ruslan Hasanov",
  "ISIS-K",
  "person:Putin",
  "person",
  "a, b",
  'the "Wolf"',
  "🦊",
  "x - y",
];

const words: PatternWords = {
  type: (text) => (types.includes(text) ? entityTypeId(text) : null),
  relation: (text) => (relations.includes(text) ? relationId(text) : null),
  entity: (text) => {
    if (!entities.includes(text)) throw new BadInput(`entity: wanted one of the case, got ${JSON.stringify(text)}`);
    return entityId(text);
  },
};

const parse = (text: string) => parsePattern(text, words);

/** "person -member-of> organization": nodes by name, edges as they are stored. */
function drawn({ nodes, edges }: ParsedPattern): string[] {
  const points = { forward: ">", backward: "<", any: "-" };
  return edges.map(({ from, to, relations, direction }) =>
    [nodes[from]!.name, `${relations.join("|")}${points[direction]}`, nodes[to]!.name].join(" "),
  );
}

test("R46: a pattern is read as people write it", () => {
  const { nodes, edges } = parse("person -member-of-> organization -perpetrated-> event <-charged- person");
  expect(nodes).toEqual([
    { name: "person", entity: null, types: ["person"] },
    { name: "organization", entity: null, types: ["organization"] },
    { name: "event", entity: null, types: ["event"] },
    { name: "person 2", entity: null, types: ["person"] },
  ]);
  expect(edges).toEqual([
    { from: 0, to: 1, relations: ["member-of"], direction: "forward" },
    { from: 1, to: 2, relations: ["perpetrated"], direction: "forward" },
    { from: 2, to: 3, relations: ["charged"], direction: "backward" },
  ]);
});

test("R46: typographic dashes and arrows are read alike, and an edge at the end leads to anything", () => {
  const typed = drawn(parse("person -member-of-> organization -perpetrated-> event <-charged-"));
  expect(typed.at(-1)).toBe("event charged< any");
  expect(drawn(parse("person –member-of→ organization –perpetrated→ event ←charged–"))).toEqual(typed);
  expect(drawn(parse("person —member-of—> organization ―perpetrated⟶ event ⟵charged− *"))).toEqual(typed);
});

test.each([
  ["person -> court", "person > court"],
  ["person --> court", "person > court"],
  ["person → court", "person > court"],
  ["person->court", "person > court"],
  ["person <- court", "person < court"],
  ["person<-court", "person < court"],
  ["person ← court", "person < court"],
  ["person - court", "person - court"],
  ["person -- court", "person - court"],
  ["person — court", "person - court"],
  ["person ↔ court", "person - court"],
  ["person <-> court", "person - court"],
  ["person -leads- court", "person leads- court"],
  ["person <-leads-> court", "person leads- court"],
  ["person -leads|member-of-> court", "person leads|member-of> court"],
  ["person -leads | owns-> court", "person leads|owns> court"],
  ["person -took place in-> court", "person took place in> court"],
  ['person -"took place in"-> court', "person took place in> court"],
  ["armed-group -leads-> *", "armed-group leads> any"],
  ["? -leads-> *", "any leads> any 2"],
  ["-leads-> person", "any leads> person"],
  ["  person\t-leads->\n court ;", "person leads> court"],
])("R46: %s", (text, expected) => {
  expect(drawn(parse(text))).toEqual([expected]);
});

test("R46: a name is a hole that was named, else a type, else an entity; in quotes it is an entity", () => {
  expect(parse("Putin -> Al-Hol").nodes.map(({ entity }) => entity)).toEqual(["Putin", "Al-Hol"]);
  expect(parse("Ruslan Hasanov -leads-> ISIS-K").nodes.map(({ entity }) => entity)).toEqual(["Ruslan Hasanov", "ISIS-K"]);
  expect(parse('"person" -> person').nodes.map(({ entity }) => entity)).toEqual(["person", null]);
  expect(parse('"x - y" -> “a, b”').nodes.map(({ entity }) => entity)).toEqual(["x - y", "a, b"]);
  expect(parse('"the \\"Wolf\\"" -> 🦊').nodes.map(({ entity }) => entity)).toEqual(['the "Wolf"', "🦊"]);
  expect(parse("person:Putin -> court").nodes[0]).toEqual({ name: "person:Putin", entity: "person:Putin", types: [] });
  expect(parse("urn:x:7 -> Putin, u:urn:x:7 -> court").nodes).toEqual([
    { name: "u", entity: "urn:x:7", types: [] },
    { name: "Putin", entity: "Putin", types: [] },
    { name: "court", entity: null, types: ["court"] },
  ]);
  expect(drawn(parse("Putin: person -> court, Putin -> event"))).toEqual(["Putin > court", "Putin > event"]);
});

test("R46: a named hole is one node wherever it stands, also before it is said what fits it", () => {
  const { nodes, edges } = parse("p -leads-> organization, p:person|court -charged- court");
  expect(nodes.map(({ name, types }) => [name, ...types])).toEqual([
    ["p", "person", "court"],
    ["organization", "organization"],
    ["court", "court"],
  ]);
  expect(edges.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [0, 2],
  ]);
  expect(parse("p:* -> person; p -> court").nodes[0]).toEqual({ name: "p", entity: null, types: [] });
  expect(parse('p:"Putin" -> person\np -> Putin2:court, Putin -> event').nodes.map(({ name }) => name)).toEqual([
    "p",
    "person",
    "Putin2",
    "event",
  ]);
});

test("R46: an entity that is named twice is one node; holes keep names of their own beside it", () => {
  const { nodes, edges } = parse('Putin -> person, "Putin" -> event:court, event -> p:Putin');
  expect(nodes.map(({ name }) => name)).toEqual(["p", "person", "event"]);
  expect(edges.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [0, 2],
    [2, 0],
  ]);
});

test.each([
  ["", "pattern: wanted nodes joined by edges, such as person -leads-> organization, got none"],
  [" , ;", "pattern: wanted nodes joined by edges, such as person -leads-> organization, got none"],
  ["person -leads-> nobody", 'pattern, character 17: entity: wanted one of the case, got "nobody"'],
  ["person -hates-> court", 'pattern, character 9: wanted a relation of the case, got "hates"'],
  [
    "person - charged -> court",
    'pattern, character 10: entity: wanted one of the case, got "charged"; a relation is written without blanks, as -charged->',
  ],
  [
    "person-charged->court",
    'pattern, character 1: entity: wanted one of the case, got "person-charged"; an edge stands after a blank, as person -charged->',
  ],
  ["person -charged court", 'pattern, character 8: wanted an edge, such as -leads->, or a comma, got "-charged court"'],
  ["person -leads|-> court", 'pattern, character 15: wanted a relation after |, got "-> court"'],
  ["p:person -> p", "pattern, character 10: wanted an edge between two different nodes, got one from a node to itself"],
  ["p:person -> court, p:court -> event", "pattern, character 20: wanted p to stand for one thing, got a second"],
  ['"Putin -> court', 'pattern, character 1: wanted quotes that are closed, got "\\"Putin -> court"'],
  ['"" -> court', 'pattern, character 1: wanted a name in the quotes, got "\\"\\" -> court"'],
  ["p: -> court", 'pattern, character 4: wanted a type or a name after p:, got "-> court"'],
  ["x".repeat(5001), "pattern: wanted at most 5000 characters, got 5001"],
])("bad input is refused in one line with the position: %s", (text, message) => {
  expect(() => parse(text)).toThrow(new BadInput(message));
});

test("the kind and the candidates of a name that fits several are kept", () => {
  const several = {
    ...words,
    entity: () => {
      throw new BadInput("entity: several", { kind: "ambiguous", candidates: ["a", "b"] });
    },
  };
  expect(() => parsePattern("x -> person", several)).toThrow(
    expect.objectContaining({ kind: "ambiguous", candidates: ["a", "b"] }),
  );
});

const pattern: fc.Arbitrary<ParsedPattern> = fc
  .record({
    nodes: fc.array(
      fc.oneof(
        fc.record({ entity: fc.constant(null), types: fc.subarray(types, { maxLength: 2 }) }),
        fc.record({ entity: fc.constantFrom(...entities), types: fc.constant([]) }),
      ),
      { minLength: 2, maxLength: 5 },
    ),
    edges: fc.array(
      fc.record({
        from: fc.nat(9),
        apart: fc.nat(9),
        relations: fc.subarray(relations, { maxLength: 2 }),
        direction: fc.constantFrom("any", "forward", "backward"),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ nodes, edges }) => {
    const distinct = nodes.filter(
      ({ entity }, at) => entity === null || nodes.findIndex((node) => node.entity === entity) === at,
    );
    const named = [...distinct, { entity: null, types: [] }].map((node, at) => ({
      name: ["p", "q", "person", "r 2", "z", "y"][at]!,
      ...node,
    }));
    const joined = edges.map(({ from, apart, ...edge }) => {
      const start = from % named.length;
      return { ...edge, from: start, to: (start + 1 + (apart % (named.length - 1))) % named.length };
    });
    return { nodes: named, edges: joined } as unknown as ParsedPattern;
  });

/** What the edges ask, whatever the nodes are called and in whatever order they come: a node is what fits it, and its place in each edge. */
function asked({ nodes, edges }: ParsedPattern): unknown[] {
  const ends = edges.map(({ from, to, direction }) => (direction === "backward" ? [to, from] : [from, to]));
  const place = (node: number) =>
    edges.flatMap(({ direction }, at) => {
      if (!ends[at]!.includes(node)) return [];
      return direction === "any" ? [`${at}`] : [`${at}${ends[at]![0] === node ? "from" : "to"}`];
    });
  const drawnNode = (node: number) => [nodes[node]!.entity, ...nodes[node]!.types, ...place(node)].join(" ");
  return edges.map(({ direction, relations }, at) => {
    const drawnEnds = ends[at]!.map(drawnNode);
    return { relations, ends: direction === "any" ? drawnEnds.sort() : drawnEnds };
  });
}

test("R46: what is written is read back as it was meant", () => {
  const property = fc.property(pattern, (meant) => {
    const text = patternText(meant, (id: EntityId) => id);
    expect(asked(parse(text))).toEqual(asked(meant));
  });
  fc.assert(property, { seed: 46, numRuns: 1000 });
});

test("R46: a pattern is written as people write it", () => {
  for (const text of [
    "person -member-of-> organization -perpetrated-> event <-charged- person",
    "p:person -leads-> organization, p -charged- court",
    '"Putin" -- * <-"took place in"- event',
  ])
    expect(patternText(parse(text), (id) => id)).toBe(text);
});

test("any text is read or refused in one line", () => {
  const piece = fc.constantFrom(
    "person",
    "p:",
    "*",
    "-leads->",
    "<-",
    "→",
    "–",
    "-",
    ">",
    "<",
    '"',
    "“",
    "|",
    ",",
    ";",
    "\n",
    " ",
    "Putin",
    "\\",
    "🦊",
  );
  const property = fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    try {
      const { nodes, edges } = parse(pieces.join(""));
      for (const { from, to } of edges)
        expect([nodes[from], nodes[to], from !== to]).toEqual([expect.anything(), expect.anything(), true]);
      expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput);
      expect((error as BadInput).message).not.toContain("\n");
    }
  });
  fc.assert(property, { seed: 5, numRuns: 3000 });
});
