import { expect, test } from "vitest";
import type { z } from "zod";
import { describeFormats } from "../../src/case/describe-formats.ts";
import type { ExportOptions } from "../../src/case/export-case.ts";
import { openCase } from "../../src/case/open-case.ts";
import { formats } from "../../src/formats/list.ts";
import { asks } from "../../src/query/question-field.ts";
import * as answers from "../../src/server/schemas/answers.ts";
import { questionAnswers } from "../../src/server/schemas/question-answers.ts";
import { bytes } from "../case/small-case.ts";
import { richLines } from "./rich-case.ts";
import { serving } from "./serving.ts";

const served = await serving({ lines: richLines });
const library = openCase(served.casePath, { mode: "read" });

/** As it is over the wire; how long a search took is nobody's promise. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === "elapsedMs" ? 0 : each)));
}

const link = "ada>owns>bolt";
const pairs: readonly (readonly [call: string, body: object | undefined, schema: z.ZodType, ask: () => unknown])[] = [
  ["GET /api/case", undefined, answers.caseView, () => library.view()],
  ["GET /api/graph", undefined, answers.graphView, () => library.graph()],
  ["GET /api/graph?limit=2", undefined, answers.graphView, () => library.graph(2)],
  ["GET /api/search?q=ada", undefined, answers.searchHits, () => ({ hits: library.search("ada") })],
  ["GET /api/search?q=", undefined, answers.searchHits, () => ({ hits: library.search("") })],
  [
    "GET /api/search?q=twin&type=person&limit=1",
    undefined,
    answers.searchHits,
    () => ({ hits: library.search("twin", { type: "person", limit: 1 }) }),
  ],
  ["GET /api/entity?id=bolt", undefined, answers.entityView, () => library.show("bolt")],
  [
    "GET /api/entity/links?id=bolt&relation=owns&side=in&limit=1",
    undefined,
    answers.linkGroupPage,
    () => library.moreLinks("bolt", { relation: "owns", side: "in", limit: 1 }),
  ],
  ["GET /api/entity?id=ada%20low", undefined, answers.entityView, () => library.show("ADA LÖW")],
  ["GET /api/entity?id=person%3Atwin", undefined, answers.entityView, () => library.show("person:twin")],
  [`GET /api/link?id=${encodeURIComponent(link)}`, undefined, answers.linkView, () => library.link(link)],
  ["GET /api/links", undefined, answers.linkList, () => library.links()],
  [
    "GET /api/links?relation=charged&relation=owns",
    undefined,
    answers.linkList,
    () => library.links({ relations: ["charged", "owns"] }),
  ],
  ["GET /api/links?stance=denies", undefined, answers.linkList, () => library.links({ stance: "denies" })],
  [
    "GET /api/links?of=Ada&standing=corroborated&limit=1",
    undefined,
    answers.linkList,
    () => library.links({ of: "Ada", standing: "corroborated", limit: 1 }),
  ],
  ["GET /api/source?id=Briefing", undefined, answers.sourceView, () => library.source("s1")],
  ["GET /api/chart?id=main", undefined, answers.chartView, () => library.chart("main")],
  ["GET /api/stats", undefined, answers.stats, () => library.stats()],
  ["GET /api/check", undefined, answers.check, () => ({ sound: false, problems: library.check() })],
  ["GET /api/formats", undefined, answers.formats, () => ({ formats: describeFormats() })],
  [
    "POST /api/path",
    { from: "Registrar", to: ["Cyr"] },
    questionAnswers.path,
    () => library.path({ from: "Registrar", to: "Cyr" }),
  ],
  [
    "POST /api/path",
    { from: "Registrar", to: "Cyr", standing: "stated" },
    questionAnswers.path,
    () => library.path({ from: "Registrar", to: "Cyr", standing: "stated" }),
  ],
  [
    "POST /api/path",
    {
      from: "Registrar",
      to: "Cyr",
      maxHops: null,
      via: ["Bolt"],
      avoid: ["twin"],
      notSources: ["Ledger"],
      relations: ["owns", "charged", "funds"],
    },
    questionAnswers.path,
    () =>
      library.path({
        from: "Registrar",
        to: "Cyr",
        via: ["Bolt"],
        avoid: ["twin"],
        notSources: ["Ledger"],
        relations: ["owns", "charged", "funds"],
      }),
  ],
  [
    "POST /api/path",
    { ...library.question({ ask: "path", from: "Ada", to: "Bolt" }) },
    questionAnswers.path,
    () => library.path({ from: "Ada", to: "Bolt" }),
  ],
  ["POST /api/around", { center: "Ada", hops: 2 }, questionAnswers.around, () => library.around({ center: "Ada", hops: 2 })],
  [
    "POST /api/around",
    { center: "Bolt", direction: "backward", includeDenied: true },
    questionAnswers.around,
    () => library.around({ center: "Bolt", direction: "backward", includeDenied: true }),
  ],
  [
    "POST /api/path",
    { from: "person:*", to: "Bolt", kind: "simple", maxHops: 3, said: "2024/..", undated: "in", maxDegree: 50 },
    questionAnswers.path,
    () => library.path({ from: "person:*", to: "Bolt", kind: "simple", maxHops: 3, said: "2024/..", maxDegree: 50 }),
  ],
  [
    "POST /api/connect",
    { entities: ["Registrar", "Bolt", "place:Twin"], notRelations: ["said"] },
    questionAnswers.connect,
    () => library.connect({ entities: ["Registrar", "Bolt", "place:Twin"], notRelations: ["said"] }),
  ],
  [
    "POST /api/common",
    { entities: ["Ada", "cyr"], maxDegree: 9 },
    questionAnswers.common,
    () => library.common({ entities: ["Ada", "cyr"], maxDegree: 9 }),
  ],
  [
    "POST /api/bearing",
    { from: "Registrar", to: "Bolt", maxHops: 3 },
    questionAnswers.bearing,
    () => library.bearing({ from: "Registrar", to: "Bolt", maxHops: 3 }),
  ],
  [
    "POST /api/pattern",
    { pattern: "person -owns|funds-> Bolt <-funds- *" },
    questionAnswers.pattern,
    () => library.pattern({ pattern: "person -owns|funds-> Bolt <-funds- *" }),
  ],
  [
    "POST /api/pattern",
    {
      nodes: [
        { name: "who", types: ["person"] },
        { name: "what", entity: "Bolt" },
      ],
      edges: [{ from: 0, to: 1, relations: ["owns"], direction: "any" }],
      standing: "stated",
    },
    questionAnswers.pattern,
    () => library.pattern({ pattern: "who:person -owns- what:Bolt", standing: "stated" }),
  ],
];

for (const [call, body, schema, ask] of pairs)
  test(`${call} ${body === undefined ? "" : JSON.stringify(body).slice(0, 60)} answers as the library does, in the shape that is described`, async () => {
    const { status, json, headers } = await served.call(call, body === undefined ? {} : { body });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json");
    expect(plain(json)).toEqual(plain(ask()));
    expect(schema.safeParse(json).error).toBeUndefined();
  });

test("a whole question of an answer is asked again as it is", async () => {
  for (const ask of asks) {
    const [, body] = pairs.findLast(([call]) => call === `POST /api/${ask}`) ?? [];
    const first = (await served.call(`POST /api/${ask}`, { body })).json as { question: object };
    expect(plain((await served.call(`POST /api/${ask}`, { body: first.question })).json)).toEqual(plain(first));
  }
});

const question = library.question({ ask: "path", from: "Registrar", to: "Cyr" });
const scopes: readonly (readonly [asked: object, scope: NonNullable<ExportOptions["scope"]>])[] = [
  [{ kind: "case" }, { kind: "case" }],
  [
    { kind: "entities", entities: ["Ada", "cyr"] },
    { kind: "entities", entities: [library.find("Ada").id, library.find("cyr").id] },
  ],
  [
    { kind: "around", entity: "Ada" },
    { kind: "around", entity: library.find("Ada").id, hops: 1 },
  ],
  [
    { kind: "path", question: { from: "Registrar", to: "Cyr" } },
    { kind: "path", question },
  ],
  [
    { kind: "path", question },
    { kind: "path", question },
  ],
  [
    { kind: "answer", question: { ask: "common", entities: ["Ada", "Cyr"] } },
    { kind: "answer", question: library.question({ ask: "common", entities: ["Ada", "Cyr"] }) },
  ],
  [
    { kind: "answer", question: { ask: "connect", entities: ["Registrar", "Bolt"] } },
    { kind: "answer", question: library.question({ ask: "connect", entities: ["Registrar", "Bolt"] }) },
  ],
  [
    { kind: "answer", question: { ask: "pattern", pattern: "person -owns-> *" } },
    { kind: "answer", question: library.question({ ask: "pattern", pattern: "person -owns-> *" }) },
  ],
  [
    { kind: "chart", chart: "main" },
    { kind: "chart", chart: library.chart("main").id },
  ],
];

for (const { id, writer, extensions, mediaType } of formats) {
  if (writer === null) continue;
  for (const part of writer.parts.length === 0 ? [""] : writer.parts)
    test(`export of ${id} ${part} gives the library's bytes in every scope`, async () => {
      for (const [asked, scope] of scopes) {
        const { status, text, headers } = await served.call("POST /api/export", { body: { format: id, part, scope: asked } });
        const made = library.exportAs({ format: id, part, scope });
        expect(status, JSON.stringify(asked)).toBe(200);
        expect(undated(text)).toBe(undated([...made.chunks].join("")));
        expect(headers.get("content-disposition")).toBe(
          `attachment; filename="${made.filename}"; filename*=UTF-8''${made.filename}`,
        );
        expect(headers.get("content-type")).toBe(mediaType);
        expect(JSON.parse(headers.get("clew-losses") ?? "")).toEqual(made.losses);
        expect(made.filename.endsWith(extensions[0] ?? "")).toBe(true);
      }
    });
}

/** When it was exported is not the same twice, nor is the name of a bundle, which is made from that. */
function undated(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g, "NOW").replace(/bundle--[0-9a-f-]{36}/, "bundle");
}

test("the whole case is exported when no scope and no part are given", async () => {
  const { text } = await served.call("POST /api/export", { body: { format: "csv" } });
  expect(text).toBe([...library.exportAs({ format: "csv" }).chunks].join(""));
});

const refusals: readonly (readonly [call: string, body: unknown, status: number, error: RegExp])[] = [
  ["GET /api/entity?id=Nobody", undefined, 404, /^entity: wanted an id or a name in small, got "Nobody"/],
  ["GET /api/entity?id=Twin", undefined, 409, /^entity: "Twin" names 2/],
  ["GET /api/entity?id=", undefined, 400, /^id: wanted a text of at least one character, got ""$/],
  ["GET /api/entity/links?id=ada&relation=owns&side=up", undefined, 400, /^side: wanted one of out, in, got "up"$/],
  ["GET /api/entity", undefined, 400, /^id: wanted a text, got nothing$/],
  ["GET /api/entity?id=ada&id=cyr", undefined, 400, /^id: wanted a text, got a list of 2$/],
  ["GET /api/entity?id=ada&name=x", undefined, 400, /^request: wanted only known fields, got "name"$/],
  ["GET /api/link?id=none", undefined, 404, /^link: wanted one of the case/],
  ["GET /api/source?id=none", undefined, 404, /^source: wanted an id or a title/],
  ["GET /api/chart?id=none", undefined, 404, /^chart: wanted one of the case/],
  ["GET /api/graph?limit=0", undefined, 400, /^limit: wanted a whole number from 1, got "0"$/],
  ["GET /api/graph?limit=1e9", undefined, 400, /^limit: wanted a whole number/],
  ["GET /api/search", undefined, 400, /^q: wanted one text, got nothing$/],
  ["GET /api/links?standing=sure", undefined, 400, /^standing: wanted one of corroborated, stated/],
  ["GET /api/links?relation=chraged", undefined, 400, /^relation: wanted one that the case knows.*near: charged/],
  ["POST /api/path", { from: "Ada" }, 400, /^to: wanted an id or a name, or a list of them, got nothing$/],
  ["POST /api/path", { from: [], to: "Ada" }, 400, /^path: wanted at least one entity or type on each side, got none in from$/],
  ["POST /api/path", { from: "Ada", to: "Ada" }, 400, /^[^\n]+$/],
  ["POST /api/path", { from: "Ada", to: "Cyr", kind: "longest" }, 400, /^kind: wanted one of shortest, .*, got "longest"$/],
  [
    "POST /api/path",
    { from: "Ada", to: "Cyr", limit: 1e9 },
    400,
    /^limit: wanted a whole number from 1 to 10000, got 1000000000$/,
  ],
  ["POST /api/path", { from: "Ada", to: "Cyr", budgetMs: 1e12 }, 400, /^budgetMs: wanted a whole number from 1 to 600000/],
  ["POST /api/path", { from: "Ada", to: "Cyr", maxHops: -1 }, 400, /^maxHops: wanted a whole number from 0 to 1000000, got -1$/],
  ["POST /api/path", { ask: "around", from: "Ada", to: "Cyr" }, 400, /^ask: wanted path, got "around"$/],
  ["POST /api/path", { from: "Ada", to: "Cyr", at: "soon" }, 400, /^at: wanted a date, .* got "soon"$/],
  ["POST /api/path", { from: "Ada", to: "Cyr", maxGap: 30 }, 400, /^max gap: wanted a time order/],
  ["POST /api/path", { from: "Ada", to: "Cyr", standing: null, quoted: null }, 400, /^quoted: wanted true or false, got null$/],
  ["POST /api/path", { from: "Ada", to: "Cyr", notClaims: ["none"] }, 404, /^claim: wanted one of the case, got "none"$/],
  ["POST /api/path", { from: "Ada", to: "Cyr", colour: 1 }, 400, /^request: wanted only known fields, got "colour"$/],
  ["POST /api/path", [], 400, /^request: wanted an object, got a list of 0$/],
  ["POST /api/path", "text", 400, /^request: wanted an object, got "text"$/],
  ["POST /api/path", null, 400, /^request: wanted an object, got null$/],
  ["POST /api/path", undefined, 400, /^from: wanted an id or a name/],
  ["POST /api/path", bytes('{"from":'), 415, /^body: wanted Content-Type application\/json/],
  ["POST /api/around", { center: "Nobody" }, 404, /^entity: /],
  ["POST /api/export", { format: "xls" }, 400, /^format: wanted /],
  ["POST /api/export", { format: "csv", part: "rows" }, 400, /^part: wanted /],
  ["POST /api/export", { format: "csv", formulas: "some" }, 400, /^formulas: wanted guarded or exact/],
  [
    "POST /api/export",
    { format: "csv", scope: { kind: "all" } },
    400,
    /^scope\.kind: wanted case, entities, around, path, answer or chart/,
  ],
  ["POST /api/export", { format: "csv", scope: { kind: "entities", entities: ["Nobody"] } }, 404, /^entity: /],
  [
    "POST /api/export",
    { format: "csv", scope: { kind: "path", question: { from: "Ada", to: "Twin" } } },
    409,
    /^entity: "Twin" names 2/,
  ],
  [
    "POST /api/export",
    { format: "csv", scope: { kind: "answer", question: { from: "Ada" } } },
    400,
    /^scope\.question\.ask: wanted path/,
  ],
  [
    "POST /api/export",
    { format: "csv", scope: { kind: "answer", question: { ask: "connect", entities: ["Ada"] } } },
    400,
    /^connect: wanted at least two different entities, got 1$/,
  ],
  ["POST /api/claims/withdraw", { claim: "none", reason: "" }, 404, /^claim: wanted one of the case/],
  ["POST /api/claims/withdraw", { claim: "", reason: "" }, 400, /^claim: wanted a text of at least one character/],
  ["POST /api/claims/withdraw", { claim: "c1" }, 400, /^reason: wanted a text, got nothing$/],
  ["POST /api/claims", {}, 400, /^claim: wanted an object, got nothing$/],
  [
    "POST /api/claims",
    { claim: { subject: "Ada" } },
    400,
    /^claim\.stance: wanted one of asserts, alleges, denies, got nothing$/,
  ],
  ["POST /api/judgements", { a: "Ada", b: "Ada", verdict: "same" }, 400, /^judgement: wanted two entities/],
  [
    "POST /api/judgements",
    { a: "Ada", b: "Cyr", verdict: "maybe" },
    400,
    /^verdict: wanted one of same, different, unsure, got "maybe"$/,
  ],
  [
    "PUT /api/chart",
    { id: "x", name: "X", nodes: [{ entity: "ada", x: "1", y: 2, pinned: false }] },
    400,
    /^nodes\.0\.x: wanted a finite number, got "1"$/,
  ],
  ["PUT /api/question", { name: "x", asked: { from: "Ada", to: "Cyr" } }, 400, /^asked.ask: wanted path, around, /],
  ["PUT /api/question", { name: "x", asked: { ask: "path", from: "Ada", to: "Nobody" } }, 404, /^entity: wanted/],
  ["PUT /api/question", { name: "", asked: { ask: "around", center: "Ada" } }, 400, /^name: wanted a text of at least one/],
  [
    "PUT /api/question",
    { name: "x", asked: { ask: "around", center: "Ada", via: [] } },
    400,
    /^asked: wanted only known fields, got "via"$/,
  ],
  ["POST /api/question/forget", { question: "none" }, 404, /^question: wanted the id or name of a saved one, got "none"/],
  ["POST /api/redo", undefined, 409, /^redo: nothing to redo$/],
  ["POST /api/import", bytes("source,target\na,b\n"), 400, /^name: wanted a text, got nothing$/],
  ["POST /api/import?name=x.csv&strict=yes", bytes("source,target\na,b\n"), 400, /^strict: wanted true or false, got "yes"$/],
];

for (const [call, body, status, error] of refusals)
  test(`${call} ${body instanceof Uint8Array ? "bytes" : (JSON.stringify(body) ?? "")} is ${status} in one line`, async () => {
    const answer = await served.call(call, body === undefined ? {} : { body });
    expect(answer.status, answer.text).toBe(status);
    const { error: line, candidates, ...rest } = answer.json as { error: string; candidates: unknown[] };
    expect(line).toMatch(error);
    expect(line).not.toMatch(/[\r\n]/);
    expect(Array.isArray(candidates)).toBe(true);
    expect(rest).toEqual({});
  });

test("an ambiguous name comes with what it may mean", async () => {
  expect((await served.call("GET /api/entity?id=Twin")).json).toMatchObject({ candidates: ["bolt-town", "twin"] });
});

test("text that is no JSON, and a body of another kind, are refused", async () => {
  const send = (type: string, body: string) =>
    fetch(`${served.origin}/api/path`, {
      method: "POST",
      headers: { Authorization: "Bearer test-token-0123456789abcdef", "Content-Type": type },
      body,
    });
  const broken = await send("application/json", '{"from":');
  expect([broken.status, await broken.json()]).toEqual([
    400,
    { error: "body: wanted JSON, got text that is none", candidates: [] },
  ]);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
    expect((await send(type, '{"from":"Ada","to":"Cyr"}')).status, type).toBe(415);
});

test("nothing of all this was a fault, and nothing was changed", () => {
  expect(served.logged).toEqual([]);
  expect(library.revision).toBe(1);
  library.close();
});
