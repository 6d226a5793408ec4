import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import type { Chart, ChartNode } from "../../../src/claims/chart.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { createApi } from "../../../src/ui/state/api.ts";
import { createPage, type Page } from "../../../src/ui/state/create-page.ts";
import { heardOf } from "../../../src/ui/state/heard.ts";
import { readEvents } from "../../../src/ui/state/read-events.ts";
import { type Serving, serving, token } from "../../server/serving.ts";

const headers = { Authorization: `Bearer ${token}` };

/** A page's core on the real server, hearing its events as a tab does. */
async function pageOn({ origin }: Serving, fetcher: typeof fetch = fetch): Promise<{ page: Page; leave: () => void }> {
  const leaving = new AbortController();
  const api = createApi(
    (input, init) => fetcher(origin + String(input), { ...init, headers: { ...(init?.headers as object), ...headers } }),
    () => Promise.resolve(),
  );
  const page = createPage(api, {
    ...{ theme: "system", rememberTheme: () => {} },
    later: (task, ms) => {
      const timer = setTimeout(task, ms / 10);
      return () => clearTimeout(timer);
    },
  });
  await page.actions.load();
  const after = page.actions.seen();
  const response = await fetch(`${origin}/api/events?after=${after}`, { headers, signal: leaving.signal });
  const text = response.body?.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>;
  void (async () => {
    for await (const { event, data } of readEvents(text)) {
      const heard = heardOf(event, data);
      if (heard !== null) page.actions.hear(heard);
    }
  })().catch(() => {});
  return { page, leave: () => leaving.abort() };
}

const node = (entity: string, x: number): ChartNode => ({ entity: entityId(entity), x, y: 0, pinned: true });
const placesIn = ({ nodes }: Chart) => Object.fromEntries(nodes.map(({ entity, x }) => [entity, x]));
const shown = (page: Page) => placesIn(page.store.getState().chart ?? ({ nodes: [] } as unknown as Chart));

/** Moves one node as a drag does: the canvas tells where all of them stand. */
function drag(page: Page, entity: string, x: number): void {
  const nodes = page.store.getState().chart?.nodes ?? [];
  page.actions.savePlaces(nodes.map((each) => (each.entity === entity ? node(entity, x) : each)));
}

const names = ["ada", "bolt", "cyr", "registrar"];
const start = { id: "main", name: "Main", nodes: names.map((name) => node(name, 0)) };

test("two pages that move nodes of one chart at the same time lose nothing, and come to show the same", async () => {
  const served = await serving();
  await served.call("PUT /api/chart", { body: start });
  const [one, two] = await Promise.all([pageOn(served), pageOn(served)]);
  for (let x = 1; x <= 15; x++) {
    drag(one.page, "ada", x);
    drag(two.page, "bolt", x);
    drag(one.page, "cyr", x * 2);
    drag(two.page, "registrar", x * 3);
    if (x % 3 === 0) await new Promise((wait) => setTimeout(wait, 70));
  }
  const wanted = { ada: 15, bolt: 15, cyr: 30, registrar: 45 };
  const saved = async () => placesIn((await served.call("GET /api/chart?id=main")).json as Chart);
  await expect.poll(saved, { timeout: 10_000 }).toEqual(wanted);
  for (const { page } of [one, two]) {
    await expect.poll(() => shown(page), { timeout: 10_000 }).toEqual(wanted);
    await expect.poll(() => page.store.getState().saving).toBe("saved");
    expect(page.store.getState().toasts.filter(({ kind }) => kind === "failed")).toEqual([]);
  }
  one.leave();
  two.leave();
  // Replayed: every node only ever went on from where it was put; no entry took back what another had done.
  const store = openSqliteStore(served.casePath, { mode: "read" });
  const charts = store
    .history()
    .flatMap(({ changes }) => changes)
    .flatMap((change) => (change.kind === "put-chart" && change.after !== null ? [change.after] : []));
  store.close();
  expect(charts.length).toBeGreaterThan(4);
  for (const name of names) {
    const places = charts.map((chart) => placesIn(chart)[name] ?? Number.NaN);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
  expect(served.logged).toEqual([]);
});

test("a page that hears of another's move while its view is older than what it saved itself takes the move", async () => {
  const served = await serving();
  await served.call("PUT /api/chart", { body: start });
  const { page, leave } = await pageOn(served);
  leave();
  const saved = async () => placesIn((await served.call("GET /api/chart?id=main")).json as Chart);
  drag(page, "ada", 1);
  await expect.poll(saved).toMatchObject({ ada: 1 });
  await expect.poll(() => page.store.getState().saving).toBe("saved");
  const moved = { ...start, nodes: [node("ada", 1), node("bolt", 7), node("cyr", 0), node("registrar", 0)] };
  const { revision } = (await served.call("PUT /api/chart", { body: moved })).json as { revision: number };
  drag(page, "cyr", 2);
  for (const heard of [revision - 1, revision]) page.actions.hear({ kind: "change", revision: heard, what: ["charts"] });
  const wanted = { ada: 1, bolt: 7, cyr: 2, registrar: 0 };
  await expect.poll(saved).toEqual(wanted);
  await expect.poll(() => shown(page)).toEqual(wanted);
});

test("a node that both moved stands where it was put last, and whoever put it there is told", async () => {
  const served = await serving();
  await served.call("PUT /api/chart", { body: start });
  const { page, leave } = await pageOn(served);
  leave();
  const theirs = { ...start, nodes: names.map((name, at) => node(name, at === 0 ? 7 : 0)) };
  await served.call("PUT /api/chart", { body: theirs });
  drag(page, "ada", 9);
  await expect.poll(() => page.store.getState().saving).toBe("saved");
  expect(placesIn((await served.call("GET /api/chart?id=main")).json as Chart)).toMatchObject({ ada: 9 });
  expect(page.store.getState().toasts.map(({ text }) => text)).toContain("1 entity moved here too: now as in this tab.");
});

test("undo in one page does not take back what the other did and this one has not seen; it says what that was", async () => {
  const served = await serving();
  const { page, leave } = await pageOn(served);
  const claim = { subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" };
  await page.actions.recordClaim({ ...claim, id: "mine" } as never);
  leave();
  await new Promise((wait) => setTimeout(wait, 50));
  await served.call("POST /api/claims", { body: { claim: { ...claim, id: "theirs" } } });
  expect(await page.actions.undo()).toBe(false);
  expect(page.store.getState().toasts.at(-1)?.text).toMatch(/^undo: another step was made since what you saw: "record claim"/);
  expect((await served.call("GET /api/stats")).json).toMatchObject({ claims: 7 });
  await page.actions.reload();
  expect(await page.actions.undo()).toBe(true);
  expect((await served.call("GET /api/stats")).json).toMatchObject({ claims: 6 });
});

test("a change whose answer is lost is sent again and done once", async () => {
  const served = await serving();
  let lost = 2;
  const losing: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (init?.method !== "POST" || lost-- <= 0) return response;
    await response.text();
    throw new TypeError("the connection broke");
  };
  const { page, leave } = await pageOn(served, losing);
  const claim = { subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" };
  expect(await page.actions.recordClaim(claim as never)).toBeNull();
  expect((await served.call("GET /api/stats")).json).toMatchObject({ claims: 6 });
  expect((await served.call("GET /api/case")).json).toMatchObject({ revision: 2 });
  leave();
});

test("a page reads once what it changed itself, and what others changed it reads without being asked", async () => {
  const served = await serving();
  const asked: string[] = [];
  const counting: typeof fetch = (input, init) => {
    asked.push(new URL(String(input)).pathname);
    return fetch(input, init);
  };
  const { page, leave } = await pageOn(served, counting);
  asked.length = 0;
  const claim = { subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" };
  await page.actions.recordClaim(claim as never);
  await new Promise((wait) => setTimeout(wait, 150));
  expect(asked.filter((path) => path === "/api/case")).toHaveLength(1);
  asked.length = 0;
  await served.call("PUT /api/chart", { body: start });
  await expect.poll(() => shown(page)).toEqual({ ada: 0, bolt: 0, cyr: 0, registrar: 0 });
  await served.call("PUT /api/question", { body: { name: "Mine", asked: { ask: "around", center: "Ada" } } });
  await expect.poll(() => page.store.getState().case?.questions.length).toBe(1);
  expect(asked).not.toContain("/api/graph");
  leave();
});
