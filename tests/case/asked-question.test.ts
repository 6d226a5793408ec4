import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import type { AskedPath, AskedQuestion } from "../../src/case/asked-question.ts";
import { pathDefaults } from "../../src/query/question.ts";
import { type Ask, asks } from "../../src/query/question-field.ts";
import { fieldsOf } from "../../src/query/question-fields.ts";
import { scratchFolder, smallCase } from "./small-case.ts";

const opened = await smallCase(scratchFolder());
const path = (more: Partial<AskedPath> = {}) => opened.question({ ask: "path", from: "Ada", to: "Cyr", ...more });
const around = { ask: "around", center: "Bolt" } as const;

/** The least that each question needs. */
const least: Readonly<Record<Ask, AskedQuestion>> = {
  path: { ask: "path", from: "Ada", to: "Cyr" },
  around,
  connect: { ask: "connect", entities: ["Ada", "Cyr"] },
  common: { ask: "common", entities: ["Ada", "Cyr"] },
  bearing: { ask: "bearing", from: "Ada", to: "Cyr" },
  pattern: {
    ask: "pattern",
    nodes: [{ name: "a", entity: "Ada" }, { name: "b" }],
    edges: [{ from: 0, to: 1, relations: ["owns"] }],
  },
};

test("what is left out has its default", () => {
  expect(path()).toEqual({ ...pathDefaults, from: ["ada"], to: ["cyr"] });
  expect(path({ ask: "path", standing: null, maxGap: null, maxHops: null })).toEqual(path());
});

test("a whole question gives itself, of every kind", () => {
  for (const ask of asks) {
    const whole = opened.question<Ask>(least[ask]);
    expect(opened.question<Ask>(whole)).toEqual(whole);
    expect(opened.question<Ask>(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  }
});

test("names become ids, each once: entities, sources, relations by label, families, types by label or plural", () => {
  const question = path({
    from: ["ada löw", "Ada", "person:twin"],
    via: ["bolt", "Bolt"],
    relations: ["Owns", "owns", "member of"],
    notRelations: ["charged"],
    families: ["Procedure"],
    sources: ["briefing", "s1"],
    notSources: ["Ledger"],
    speakers: ["Ada"],
    types: ["Organizations", "Armed group"],
    notTypes: ["city"],
  });
  expect(question).toMatchObject({
    from: ["ada", "twin"],
    via: ["bolt"],
    relations: ["owns", "member-of"],
    notRelations: ["charged"],
    families: ["procedure"],
    sources: ["s1"],
    notSources: ["s2"],
    speakers: ["ada"],
    types: ["organization", "armed-group"],
    notTypes: ["city"],
  });
});

test("R39: a side may be a type, as type:* or beside its entities", () => {
  expect(path({ from: "person:*" })).toMatchObject({ from: [], fromTypes: ["person"], to: ["cyr"] });
  expect(path({ from: ["Ada", "People:*"], fromTypes: ["company"] })).toMatchObject({
    from: ["ada"],
    fromTypes: ["person", "company"],
  });
  expect(path({ from: [], fromTypes: ["place"] })).toMatchObject({ from: [], fromTypes: ["place"] });
  expect(() => path({ from: [] })).toThrow("path: wanted at least one entity or type on each side, got none in from");
  expect(() => path({ to: "persn:*" })).toThrow(/type: .*near: person/);
});

test("an entity that is called like a type with a star is that entity", async () => {
  const other = await smallCase(scratchFolder());
  await other.import([{ name: "x.csv", bytes: new TextEncoder().encode("source,target,type\nperson:*,b,owns\n") }]);
  expect(other.question({ ask: "path", from: "person:*", to: "Ada" })).toMatchObject({ from: ["person:*"], fromTypes: [] });
  other.close();
});

test("days are given as a number, or in days, weeks, months and years at their longest", () => {
  const gap = (maxGap: number | string) => path({ timeOrder: "forward", maxGap }).maxGap;
  expect([gap(30), gap("30"), gap("30d"), gap("4w"), gap("6m"), gap("1y"), gap(0)]).toEqual([30, 30, 30, 28, 186, 366, 0]);
  for (const wrong of ["", "d", "1.5d", "-3d", "30 d", "1e3", "99999999d", -1, 1.5, Number.NaN])
    expect(() => gap(wrong), String(wrong)).toThrow(/^max gap: wanted days/);
});

test("dates and intervals are partial ones, and days that no calendar has are refused", () => {
  for (const at of ["2024", "2024-03", "2024-03-25", "~2024", "2024-21"]) expect(path({ at }).at).toBe(at);
  for (const during of ["2024", "2018/2020", "2019/..", "../2020", "2019/"])
    expect(path({ during, said: during }).said).toBe(during);
  for (const at of ["", "soon", "2024-02-30", "2018/2020"]) expect(() => path({ at }), at).toThrow(/^at: wanted a date/);
  for (const during of ["", "2020/2018", "/", "../..x", "2018/2019/2020"])
    expect(() => path({ during }), during).toThrow(/^during: wanted a date or FROM\/TO/);
});

test("numbers are whole and within bounds", () => {
  for (const [name, low] of [
    ["limit", 1],
    ["budgetMs", 1],
    ["k", 1],
    ["maxHops", 0],
    ["maxDegree", 1],
    ["origins", 1],
  ] as const) {
    expect(path({ [name]: low })).toMatchObject({ [name]: low });
    for (const wrong of [low - 1, 1.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => path({ [name]: wrong }), `${name} ${wrong}`).toThrow(/: wanted a whole number from \d+ to \d+, got /);
  }
  expect(() => path({ credibility: 7 })).toThrow("credibility: wanted a whole number from 1 to 6, got 7");
});

test("what the case does not know is refused with what is near", () => {
  expect(() => path({ relations: ["chraged"] })).toThrow(/relation: .*near: charged/);
  expect(() => path({ types: ["orgnization"] })).toThrow(/type: .*near: organization/);
  expect(() => path({ sources: ["Leger"] })).toThrow(/source: wanted an id or a title, got "Leger"; near: "Ledger"/);
  expect(() => path({ speakers: ["Ada Low Jr"] })).toThrow(/entity: wanted .*near: Ada Löw/);
  expect(() => path({ notClaims: ["c0"] })).toThrow('claim: wanted one of the case, got "c0"');
  expect(path({ notClaims: ["c1"] }).notClaims).toEqual(["c1"]);
});

test("R13: contradictions are refused in one line", () => {
  expect(() => path({ to: ["Cyr", "Ada"] })).toThrow('path: wanted two different entities, got "ada" on both sides');
  for (const avoid of ["Ada", "Cyr", "Bolt"])
    expect(() => path({ via: ["Bolt"], avoid: [avoid] })).toThrow(/^avoid: wanted ".*" in the question or avoided, got both$/);
  expect(() => opened.question({ ...around, avoid: ["Bolt"] })).toThrow(/^avoid: wanted "bolt"/);
  expect(() => path({ maxGap: 3 })).toThrow("max gap: wanted a time order with it, got none");
  expect(path({ maxGap: 3, kind: "earliest" }).maxGap).toBe(3);
  expect(() => path({ kind: "earliest", timeOrder: "backward" })).toThrow(/^time order: wanted forward/);
  expect(() => opened.question({ ask: "connect", entities: ["Ada", "ada"] })).toThrow(/at least two different entities, got 1/);
  expect(() => opened.question({ ask: "common", entities: ["Ada", "Cyr"], atLeast: 3 })).toThrow(/wanted at most 2/);
});

test("R13: at most twelve entities to pass", async () => {
  const other = await smallCase(scratchFolder());
  const rows = Array.from({ length: 13 }, (_, at) => `e${at},ada,owns\n`).join("");
  await other.import([{ name: "x.csv", bytes: new TextEncoder().encode(`source,target,type\n${rows}`) }], { ids: "case" });
  const ask = (via: number) =>
    other.question({ ask: "path", from: "Ada", to: "Cyr", via: Array.from({ length: via }, (_, at) => `e${at}`) });
  expect(ask(12).via).toHaveLength(12);
  expect(() => ask(13)).toThrow("via: wanted at most 12 entities to pass, got 13");
  other.close();
});

test("a field that the question does not have is refused, whatever it is called", () => {
  for (const name of ["colour", "constructor", "toString", "__proto__", "hops", "center"]) {
    const asked = JSON.parse(`{"ask":"path","from":"Ada","to":"Cyr",${JSON.stringify(name)}:1}`) as AskedQuestion;
    expect(() => opened.question<Ask>(asked), name).toThrow(`path: wanted only fields of the question, got "${name}"`);
  }
  for (const asked of [null, 1, "path", [], undefined])
    expect(() => opened.question<Ask>(asked as unknown as AskedQuestion)).toThrow(/^question: wanted an object/);
  expect(() => opened.question<Ask>({ ask: "walk" } as unknown as AskedQuestion)).toThrow(/^ask: wanted path, around/);
});

const hostile: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    Number.NaN,
    "",
    " ",
    "\ud800",
    "__proto__",
    "constructor",
    "x".repeat(10_000),
    "\u0000",
    "🧶",
  ],
  ...[
    [],
    [null],
    [""],
    ["\ud800"],
    ["__proto__"],
    [["Ada"]],
    [1],
    {},
    { length: 1, 0: "Ada" },
    new Map(),
    () => "Ada",
    Symbol("s"),
    1n,
  ],
];

for (const ask of asks)
  test(`${ask}: whatever stands in a field, the question is whole or refused in one line`, () => {
    for (const { name } of fieldsOf(ask))
      for (const value of hostile) {
        try {
          const question = opened.question<Ask>({ ...least[ask], [name]: value } as AskedQuestion);
          expect(opened.question<Ask>(question)).toEqual(question);
        } catch (error) {
          if (!(error instanceof BadInput)) throw new Error(`${name}: ${typeof value}`, { cause: error });
          expect(error.message).toMatch(/^[^\n]{1,1000}$/);
        }
      }
  });

test("R46: nodes and edges of a pattern are checked, and names in them resolved", () => {
  const pattern = (nodes: unknown, edges: unknown) => () =>
    opened.question<Ask>({ ask: "pattern", nodes, edges } as unknown as AskedQuestion);
  expect(
    pattern(
      [
        { name: "who", types: ["People"] },
        { name: "what", entity: "Bolt" },
      ],
      [{ from: 0, to: 1, relations: ["Owns"] }],
    )(),
  ).toMatchObject({
    nodes: [
      { name: "who", entity: null, types: ["person"] },
      { name: "what", entity: "bolt", types: [] },
    ],
    edges: [{ from: 0, to: 1, relations: ["owns"], direction: "forward" }],
  });
  const two = [{ name: "a" }, { name: "b" }];
  expect(pattern(two, [{ from: 0, to: 2 }])).toThrow(/^edges: wanted in to the place of a node, from 0 to 1, got 2$/);
  expect(pattern(two, [{ from: 0, to: 1, direction: "up" }])).toThrow(/^direction: wanted any, forward, backward/);
  expect(pattern([{ name: "" }], [])).toThrow(/^nodes: wanted a name for each/);
  expect(pattern([{ name: "a", colour: 1 }], [])).toThrow(/^nodes: wanted only name, entity, types, got "colour"$/);
  expect(pattern([null], [])).toThrow(/^nodes: wanted objects, got null$/);
  expect(pattern(undefined, [])).toThrow(/^nodes: wanted a list, got nothing$/);
});

test("R46: a pattern is given as text, its words looked up in the case", () => {
  const question = opened.question({ ask: "pattern", pattern: "person -owns-> Bolt <-funds- *" });
  expect(question.nodes.map(({ entity, types }) => [entity, types])).toEqual([
    [null, ["person"]],
    ["bolt", []],
    [null, []],
  ]);
  expect(question.edges).toMatchObject([
    { from: 0, to: 1, relations: ["owns"], direction: "forward" },
    { from: 1, to: 2, relations: ["funds"], direction: "backward" },
  ]);
  const pattern = (text: string) => () => opened.question({ ask: "pattern", pattern: text });
  expect(pattern("person -owes-> Bolt")).toThrow(/^pattern, character \d+: wanted a relation of the case, got "owes"/);
  expect(pattern("person -owns-> Bult")).toThrow(/^pattern, character \d+: entity: /);
  expect(pattern("x".repeat(10_001))).toThrow(/^pattern: wanted a text of at most 10000 characters/);
  expect(() => opened.question({ ask: "pattern", pattern: "a -owns-> b", nodes: [] })).toThrow(
    /^pattern: wanted a text, or nodes/,
  );
});
