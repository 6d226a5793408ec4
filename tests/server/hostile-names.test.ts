import { expect, test } from "vitest";
import type { CaseView, EntityView, GraphView, LinkList, SourceView } from "../../src/case/views.ts";
import type { PathAnswer } from "../../src/query/answer.ts";
import type { SearchHit } from "../../src/store/case-store.ts";
import { hostileNames } from "../formats/hostile-content.ts";
import { serving } from "./serving.ts";

/** Names that could name something else by trimming or folding stay out of one case; each is an id all the same. */
const names = [...hostileNames, "🧶".repeat(10_000), "..", "//", "/etc/passwd", "a?b#c&d=e", "%00", "%2e%2e", "+", "\u0000"];
const relation = "__proto__";

const served = await serving({
  lines: [
    { clew: 1, name: "hostile" },
    { kind: "source", id: "constructor", title: "<b>Briefing</b>", text: "Words." },
    { kind: "entity", id: "hub", type: "thing", name: "Hub" },
    ...names.map((id) => ({ kind: "entity", id, type: id, name: id })),
    ...names.map((id) => claim(`claim ${id}`, id)),
  ],
});

function claim(id: string, object: string): object {
  const said = { stance: "asserts", source: "constructor", note: object };
  return { kind: "claim", claim: "link", id, subject: "hub", relation, object, ...said };
}

const shown = (name: string) => `${JSON.stringify(name).slice(0, 24)} of ${name.length}`;
const get = (path: string, query: Record<string, string>) => served.call(`GET ${path}?${new URLSearchParams(query)}`);

test("all of them are in the case", async () => {
  const { json } = await served.call("GET /api/graph");
  expect(new Set((json as GraphView).entities.map(({ id }) => id))).toEqual(new Set(["hub", ...names]));
});

for (const name of names)
  test(`${shown(name)} passes through every route that takes an id`, async () => {
    const entity = await get("/api/entity", { id: name });
    expect(entity.status, entity.text.slice(0, 300)).toBe(200);
    expect((entity.json as EntityView).entity).toMatchObject({ id: name, type: name, name });

    const [line] = ((await get("/api/links", { of: name })).json as LinkList).links;
    expect(line?.claims.map(({ object }) => object)).toEqual([name]);
    const link = await get("/api/link", { id: line?.link.id ?? "" });
    expect(link.json).toMatchObject({ link: { relation, from: "hub", to: name } });

    const path = await served.call("POST /api/path", { body: { from: "hub", to: name, relations: [relation] } });
    expect((path.json as PathAnswer).paths.map(({ entities }) => entities.map(({ id }) => id))).toEqual([["hub", name]]);
    const around = await served.call("POST /api/around", { body: { center: name, direction: "backward" } });
    expect(around.json).toMatchObject({ center: name, perHop: [1, 1] });
    const scope = { kind: "entities", entities: [name] };
    const file = await served.call("POST /api/export", { body: { format: "node-link", scope } });
    expect((JSON.parse(file.text) as { nodes: { id: string }[] }).nodes.map(({ id }) => id)).toEqual([name]);

    const common = await served.call("POST /api/common", {
      body: { entities: [name, "hub"], notSpeakers: [name], types: [name] },
    });
    expect(common.json).toMatchObject({ count: 0, question: { entities: [name, "hub"], types: [name] } });
    const nodes = [
      { name: "a", entity: "hub" },
      { name, entity: name, types: [name] },
    ];
    const edges = [{ from: 0, to: 1, relations: [relation] }];
    const pattern = await served.call("POST /api/pattern", { body: { nodes, edges } });
    expect(pattern.json).toMatchObject({ count: 1, matches: [{ entities: [{ id: "hub" }, { id: name }] }] });
    const kept = { id: name, name: `about ${name}`, asked: { ask: "path", from: "hub", to: name, avoid: [] } };
    expect((await served.call("PUT /api/question", { body: kept })).json).toMatchObject({ question: name });
    const { questions } = (await served.call("GET /api/case")).json as CaseView;
    expect(questions.find(({ id }) => id === name)).toMatchObject({ asked: { from: ["hub"], to: [name] }, refused: null });
    expect((await served.call("POST /api/question/forget", { body: { question: name } })).status).toBe(200);

    const chart = { id: name, name, nodes: [{ entity: name, x: 0, y: 0, pinned: false }] };
    expect((await served.call("PUT /api/chart", { body: chart })).status).toBe(200);
    expect((await get("/api/chart", { id: name })).json).toEqual(chart);
    const body = {
      claim: {
        id: `recorded ${name}`,
        subject: name,
        relation: name,
        object: "hub",
        stance: "denies",
        source: "constructor",
        note: name,
      },
    };
    expect((await served.call("POST /api/claims", { body })).json).toMatchObject({ claim: `recorded ${name}` });
    const withdrawal = { claim: `recorded ${name}`, reason: name };
    expect((await served.call("POST /api/claims/withdraw", { body: withdrawal })).status).toBe(200);
    const judged = await served.call("POST /api/judgements", { body: { a: name, b: "hub", verdict: "different", reason: name } });
    expect(judged.status, judged.text).toBe(200);
    expect((await get("/api/search", { q: name.slice(0, 100), type: name })).status).toBe(200);
  });

test("a search finds a name of markup and one of emoji", async () => {
  for (const q of ["<script>alert(1)</script>", "🧶", "ٱلْهَوْل"]) {
    const { hits } = (await get("/api/search", { q })).json as { hits: SearchHit[] };
    expect(hits.map(({ entity }) => entity.id)).toContain(q);
  }
});

test("a source whose id is a key of Object.prototype shows its claims", async () => {
  const { source, claims } = (await get("/api/source", { id: "constructor" })).json as SourceView;
  expect([source.title, claims.length]).toEqual(["<b>Briefing</b>", names.length]);
});

test("texts that UTF-8 cannot hold are refused in one line, wherever they stand", async () => {
  const lone = "\ud800";
  const bodies: readonly (readonly [call: string, body: object])[] = [
    ["POST /api/path", { from: lone, to: "hub" }],
    ["POST /api/around", { center: lone }],
    ["POST /api/common", { entities: [lone, "hub"] }],
    ["POST /api/pattern", { pattern: lone }],
    ["PUT /api/question", { name: lone, asked: { ask: "around", center: "hub" } }],
    ["POST /api/question/forget", { question: lone }],
    ["POST /api/claims/withdraw", { claim: lone, reason: "" }],
    ["POST /api/claims/withdraw", { claim: "claim ..", reason: lone }],
    ["POST /api/claims", { claim: { subject: "hub", relation: lone, object: "hub", stance: "denies", source: "constructor" } }],
    ["POST /api/judgements", { a: "hub", b: "..", verdict: "same", reason: lone }],
    ["PUT /api/chart", { id: lone, name: "x", nodes: [] }],
    ["POST /api/export", { format: "csv", scope: { kind: "chart", chart: lone } }],
  ];
  for (const [call, body] of bodies) {
    const { status, json } = await served.call(call, { body });
    expect([status, json], call).toEqual([
      400,
      { error: expect.stringMatching(/^[^\n]*well-formed Unicode[^\n]*$/), candidates: [] },
    ]);
  }
});

test("keys of Object.prototype in a body or an address are unknown fields, and change nothing", async () => {
  const send = async (body: string) => {
    const headers = { Authorization: "Bearer test-token-0123456789abcdef", "Content-Type": "application/json" };
    const answer = await fetch(`${served.origin}/api/path`, { method: "POST", headers, body });
    return [answer.status, await answer.json()] as const;
  };
  for (const key of ["__proto__", "constructor", "toString"]) {
    const [status] = await send(`{"from":"hub","to":"..","${key}":{"limit":0,"polluted":true}}`);
    expect([200, 400]).toContain(status);
    const query = await get("/api/entity", { id: "hub", [key]: "x" });
    expect([200, 400]).toContain(query.status);
  }
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  expect((await send("[".repeat(400_000)))[0]).toBe(400);
  expect((await send(`${"[".repeat(200_000)}${"]".repeat(200_000)}`))[0]).toBe(400);
  expect((await get("/api/entity", { id: "hub" })).status).toBe(200);
});

test("an escape in an address that stands for no text names nothing", async () => {
  for (const query of ["id=%FF", "id=%ED%A0%80", "id=%", "id=%zz", "id=%00%", "%FF=x"])
    expect([400, 404], query).toContain((await served.call(`GET /api/entity?${query}`)).status);
});

test("a case with such names is sound, and nothing was a fault", async () => {
  expect((await served.call("GET /api/check")).json).toEqual({ sound: true, problems: [] });
  expect(served.logged).toEqual([]);
});
