import { expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { defaultLimits } from "../../src/server/limits.ts";
import { policyHeaders } from "../../src/server/security/page-policy.ts";
import { Sessions } from "../../src/server/security/sessions.ts";
import { Uploads } from "../../src/server/uploads.ts";
import { CaseThreads } from "../../src/server/workers/case-threads.ts";
import { bytes } from "../case/small-case.ts";
import { type CallOptions, serving, token } from "./serving.ts";

/** The server's own table, from the function that serves it. */
const limits = defaultLimits;
const app = createApp({
  port: 4747,
  version: "0",
  limits,
  sessions: new Sessions({ token, clock: Date.now, linkMs: limits.linkMs }),
  threads: new CaseThreads({ casePath: "never-opened.clew", by: undefined, limits }),
  uploads: new Uploads("never-opened.clew", { most: limits.importBytes, held: limits.heldBytes }),
  pageFiles: new Map(),
  log: () => {},
  state: () => "ready",
});
const table = new Set(app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`));

interface Expected {
  /** As it is called; the route itself when left out. */
  readonly call?: string;
  readonly body?: unknown;
  /** With no token, a wrong one, the right one. */
  readonly statuses: readonly [none: number, wrong: number, right: number];
}

const guarded = [401, 401, 200] as const;
const open = [200, 200, 200] as const;
const reading =
  (query = "") =>
  (route: string): Expected => ({ call: `${route}${query}`, statuses: guarded });
const writing = (body?: unknown) => (): Expected => ({ body, statuses: guarded });
const claim = { subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" };

/** One entry for each route of the table; each is called with the right token last, in this order. */
const expected: Readonly<Record<string, (route: string) => Expected>> = {
  "GET /api/health": () => ({ statuses: open }),
  "GET /api/openapi.json": reading(),
  "GET /api/case": reading(),
  "GET /api/graph": reading("?limit=2"),
  "GET /api/overview": reading(),
  "GET /api/part": reading("?around=Ada"),
  "GET /api/entities": reading("?type=person"),
  "GET /api/search": reading("?q=ada"),
  "GET /api/entity": reading("?id=Ada"),
  "GET /api/entity/links": reading("?id=Ada&relation=owns&side=out"),
  "GET /api/link": reading(`?id=${encodeURIComponent("ada>owns>bolt")}`),
  "GET /api/links": reading("?standing=contested"),
  "GET /api/source": reading("?id=s1"),
  "GET /api/stats": reading(),
  "GET /api/check": reading(),
  "GET /api/formats": reading(),
  "GET /api/events": reading(),
  "GET /api/metrics": reading(),
  "POST /api/path": writing({ from: "Ada", to: "Cyr" }),
  "POST /api/around": writing({ center: "Ada" }),
  "POST /api/connect": writing({ entities: ["Ada", "Cyr"] }),
  "POST /api/common": writing({ entities: ["Ada", "Cyr"] }),
  "POST /api/bearing": writing({ from: "Ada", to: "Cyr" }),
  "POST /api/pattern": writing({ pattern: "person -owns-> *" }),
  "POST /api/export": writing({ format: "csv" }),
  "POST /api/import": () => ({ call: "POST /api/import?name=x.csv", body: bytes("source,target\na,b\n"), statuses: guarded }),
  "POST /api/import/preview": () => ({
    call: "POST /api/import/preview?name=x.csv",
    body: bytes("source,target\na,b\n"),
    statuses: guarded,
  }),
  "POST /api/import/cancel": () => ({ body: { operation: "none" }, statuses: [401, 401, 404] }),
  "PUT /api/chart": writing({ id: "main", name: "Main", nodes: [{ entity: "ada", x: 1, y: 2, pinned: true }] }),
  "GET /api/chart": reading("?id=main"),
  "PUT /api/question": writing({ name: "Mine", asked: { ask: "around", center: "Ada" } }),
  "POST /api/question/forget": writing({ question: "Mine" }),
  "POST /api/claims": writing({ claim: { ...claim, id: "new" } }),
  "POST /api/claims/withdraw": writing({ claim: "new", reason: "a test" }),
  "POST /api/judgements": writing({ a: "Ada", b: "Cyr", verdict: "unsure", reason: "a test" }),
  "POST /api/judgements/withdraw": () => ({ body: { judgement: "none", reason: "" }, statuses: [401, 401, 404] }),
  "POST /api/undo": writing(),
  "POST /api/redo": writing(),
  "GET /login": () => ({ statuses: [401, 401, 303] }),
  "GET /login.css": () => ({ statuses: open }),
  "GET /*": () => ({ call: "GET /", statuses: guarded }),
};

test("every route has an entry here, and every entry a route", () => {
  expect(table.size).toBeGreaterThan(20);
  expect([...table].sort()).toEqual(Object.keys(expected).sort());
});

const served = await serving();

for (const [route, entry] of Object.entries(expected)) {
  const { call = route, body, statuses } = entry(route);
  const options = (headers: Record<string, string>): CallOptions => {
    const json = body === undefined || body instanceof Uint8Array ? {} : { "Content-Type": "application/json" };
    return { ...(body === undefined ? {} : { body }), headers: { ...json, ...headers } };
  };
  const askers = [
    ["no token", {}],
    ["a wrong token", { Authorization: `Bearer ${token}x` }],
    ["the right token", { Authorization: `Bearer ${token}` }],
  ] as const;
  for (const [at, [who, headers]] of askers.entries())
    test(`${route} with ${who} gives ${statuses[at]}`, async () => {
      const answer = await served.call(call, options(headers));
      expect(answer.status, answer.text).toBe(statuses[at]);
      if (answer.status === 401) expect(answer.text).not.toMatch(/ada|bolt/i);
      if (answer.status === 401) expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      for (const [name, value] of Object.entries(policyHeaders)) expect(answer.headers.get(name), name).toBe(value);
      for (const name of answer.headers.keys()) expect(name).not.toMatch(/^access-control-/);
    });
}

const wrong = [
  ["a wrong cookie", { Cookie: `clew-${served.port}=${"a".repeat(43)}` }],
  ["an empty token", { Authorization: "Bearer " }],
  ["another scheme", { Authorization: `Basic ${token}` }],
  ["the token as a cookie", { Cookie: `clew-${served.port}=${token}` }],
  ["two tokens", { Authorization: `Bearer ${token} ${token}` }],
] as const;
for (const [what, headers] of wrong)
  test(`${what} opens nothing`, async () => {
    expect((await served.call("GET /api/case", { headers })).status).toBe(401);
  });

test("an address that is not there is 401 without a session and 404 with one", async () => {
  expect((await served.call("GET /api/nothing", { headers: {} })).status).toBe(401);
  const answer = await served.call("GET /api/nothing");
  expect(answer.status).toBe(404);
  expect(answer.json).toEqual({ error: expect.stringMatching(/^[^\n]+$/), candidates: [] });
});

test("a route answers no other method", async () => {
  for (const call of ["DELETE /api/case", "PUT /api/undo", "PATCH /api/chart", "POST /api/case", "OPTIONS /api/case"])
    expect((await served.call(call)).status, call).toBe(404);
});

test("nothing of all this was a fault", () => {
  expect(served.logged).toEqual([]);
});
