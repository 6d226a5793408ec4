import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { parseChart, parseClaim, parseEntity, parseJudgement, parseSource } from "../../src/claims/parse-record.ts";

const entity = { id: "a", type: "person", name: "Ada", aliases: ["A."], description: "", placeholder: false };
const source = {
  id: "s",
  title: "Briefing",
  publisher: null,
  author: null,
  url: null,
  published: "2024-03",
  retrieved: null,
  text: "Ada owns Bolt.",
  sha256: null,
  reliability: "B",
  derivedFrom: null,
};
const common = {
  id: "c",
  subject: "a",
  stance: "asserts",
  speaker: null,
  source: "s",
  citation: { kind: "quote", quote: "owns", start: 4, end: 8 },
  during: "2019/..",
  said: null,
  about: null,
  note: "",
  credibility: 2,
  relays: null,
  origin: { kind: "imported", file: "a.csv", row: 3 },
  recordedBy: "tester",
  recordedAt: "2024-04-01T00:00:00.000Z",
};
const link = { ...common, kind: "link", relation: "owns", object: "b", attributes: [["weight", 2]] };
const attribute = { ...common, kind: "attribute", property: "count", value: 10_000, approximate: true };
const judgement = { id: "j", a: "a", b: "b", verdict: "unsure", reason: "", by: "me", at: "2024-04-01T00:00:00Z" };
const chart = { id: "main", name: "Main", nodes: [{ entity: "a", x: 0.5, y: -2, pinned: true }] };

function faultOf(parse: (given: unknown) => unknown, given: unknown): string {
  try {
    parse(given);
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  return "no fault";
}

test("sound records come back as they are", () => {
  expect(parseEntity(entity)).toEqual(entity);
  expect(parseSource(source)).toEqual(source);
  expect(parseClaim(link)).toEqual(link);
  expect(parseClaim(attribute)).toEqual(attribute);
  expect(parseJudgement(judgement)).toEqual(judgement);
  expect(parseChart(chart)).toEqual(chart);
});

test("every kind of citation and origin is read", () => {
  for (const citation of [null, { kind: "row", row: 0 }, { kind: "page", page: "iv", quote: "" }]) {
    expect(parseClaim({ ...link, citation }).citation).toEqual(citation);
  }
  for (const origin of [{ kind: "hand" }, { kind: "suggested" }, { kind: "imported", file: "a.gexf", row: null }]) {
    expect(parseClaim({ ...link, origin }).origin).toEqual(origin);
  }
});

test("hostile names pass the door unharmed", () => {
  for (const name of ["__proto__", "constructor", "🧶", "x".repeat(10_000)]) {
    expect(parseEntity({ ...entity, id: name, name, aliases: [name] })).toMatchObject({ id: name, name, aliases: [name] });
    expect(parseClaim({ ...link, attributes: [[name, name]] })).toMatchObject({ attributes: [[name, name]] });
  }
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect(faultOf(parseEntity, JSON.parse('{"__proto__":{"id":"a"}}'))).toMatch(/^entity/);
});

describe("a fault is one line: the field, what was wanted, what came", () => {
  test.each<[string, (given: unknown) => unknown, unknown]>([
    ["entity: wanted an object, got null", parseEntity, null],
    ["entity: wanted an object, got [1]", parseEntity, [1]],
    ['entity.id: wanted a text of at least one character, got ""', parseEntity, { ...entity, id: "" }],
    ["entity.name: wanted a text, got nothing", parseEntity, { ...entity, name: undefined }],
    ["entity.aliases: wanted a list, got 7", parseEntity, { ...entity, aliases: 7 }],
    ["entity.aliases.1: wanted a text, got null", parseEntity, { ...entity, aliases: ["A", null] }],
    ['entity: no field is called "nmae"', parseEntity, { ...entity, nmae: "Ada" }],
    ['source.reliability: wanted one of A, B, C, D, E, F, got "G"', parseSource, { ...source, reliability: "G" }],
    [
      'source.published: wanted a partial date such as 2024, 2024-03, 2024-03-24 or ~2024, got "24 March"',
      parseSource,
      { ...source, published: "24 March" },
    ],
    ['source.sha256: wanted 64 lower-case hexadecimal digits, got "ABC"', parseSource, { ...source, sha256: "ABC" }],
    ['claim.kind: wanted link or attribute, got "lnik"', parseClaim, { ...link, kind: "lnik" }],
    ['claim.stance: wanted one of asserts, alleges, denies, got "doubts"', parseClaim, { ...link, stance: "doubts" }],
    ["claim.credibility: wanted a whole number from 1 to 6, got 7", parseClaim, { ...link, credibility: 7 }],
    [
      'claim.during: wanted a partial date or interval such as 2024-03 or 2019/.., got "2019-02-29"',
      parseClaim,
      { ...link, during: "2019-02-29" },
    ],
    ['claim.relays: wanted another claim than itself, got "c"', parseClaim, { ...link, relays: "c" }],
    [
      'claim.citation.kind: wanted quote, row or page, got "verse"',
      parseClaim,
      { ...link, citation: { kind: "verse", verse: 1 } },
    ],
    [
      "claim.citation.start: wanted a whole number from 0, got -1",
      parseClaim,
      { ...link, citation: { kind: "quote", quote: "owns", start: -1, end: 3 } },
    ],
    [
      'claim.citation: wanted an end as far from the start as the quote is long, got {"kind":"quote","quote":"owns","start":4,"end":9}',
      parseClaim,
      { ...link, citation: { kind: "quote", quote: "owns", start: 4, end: 9 } },
    ],
    ['claim.attributes.0: wanted a pair of name and value, got ["weight"]', parseClaim, { ...link, attributes: [["weight"]] }],
    ["claim.value: wanted a text, a finite number, true or false, got null", parseClaim, { ...attribute, value: null }],
    [
      'claim.recordedAt: wanted a time in ISO 8601, UTC, such as 2024-03-24T09:30:00Z, got "today"',
      parseClaim,
      { ...link, recordedAt: "today" },
    ],
    ['judgement.b: wanted another entity than a, got "a"', parseJudgement, { ...judgement, b: "a" }],
    [
      "chart.nodes.0.x: wanted a finite number, got null",
      parseChart,
      { ...chart, nodes: [{ ...chart.nodes[0], x: Number.NaN }] },
    ],
    [
      'chart.nodes: wanted every entity once, got [{"entity":"a","x":0.5,"y":-2,"pinned":true},{"entity":"a","x":0.5,"y":-2,"pinne…',
      parseChart,
      { ...chart, nodes: [...chart.nodes, ...chart.nodes] },
    ],
  ])("%s", (message, parse, given) => {
    expect(faultOf(parse, given)).toBe(message);
  });

  test("half a character is refused: the file would give another text back", () => {
    expect(faultOf(parseEntity, { ...entity, id: "a\uD83E" })).toMatch(/^entity\.id: wanted well-formed Unicode/);
    expect(faultOf(parseClaim, { ...link, note: "\uDC00" })).toMatch(/^claim\.note: wanted well-formed Unicode/);
  });
});
