import { expect, test } from "vitest";
import type { OverviewView, PartView } from "../../../src/case/overview/overview-views.ts";
import { type Api, ApiError } from "../../../src/ui/state/api.ts";
import { mostOfPart } from "../../../src/ui/state/board.ts";
import { addressOf, createPage } from "../../../src/ui/state/create-page.ts";

const caseView = {
  ...{ name: "big", revision: 3, types: [], relations: [], properties: [], sources: [], questions: [], toLookAt: [] },
  ...{ charts: [], canUndo: null, canRedo: null },
  stats: { entities: 50_000, links: 90_000 },
};

const overviewView = { entities: 50_000, communities: null, hubs: [] } as unknown as OverviewView;

function partView(ids: readonly string[], total: number): PartView {
  const entities = ids.map((id) => ({ id, type: "person", name: id.toUpperCase(), degree: 1 }));
  return { revision: 3, total, entities, links: [] } as unknown as PartView;
}

/** A page over a server that answers as told, and what it was asked. */
function page(answers: Partial<Record<keyof Api, (...given: never[]) => unknown>>) {
  const asked: unknown[] = [];
  const later: (() => void)[] = [];
  const told = { caseView: () => caseView, overview: () => overviewView, entity: () => new Promise(() => {}), ...answers };
  const api = Object.fromEntries(
    Object.entries(told).map(([name, answer]) => [
      name,
      async (...given: never[]) => {
        asked.push([name, ...given]);
        return answer(...given);
      },
    ]),
  ) as unknown as Api;
  const made = createPage(api, {
    theme: "light",
    rememberTheme: () => {},
    later: (task) => {
      later.push(task);
      return () => {};
    },
  });
  return {
    ...made,
    asked,
    tick: () => {
      for (const task of later.splice(0)) task();
    },
  };
}

test("a large case opens on its overview and asks for no graph", async () => {
  const { store, actions, asked } = page({ graph: () => expect.unreachable() });
  await actions.load();
  expect(store.getState()).toMatchObject({ phase: "ready", board: { kind: "overview" } });
  expect(store.getState().graph?.view).toMatchObject({ whole: false, entities: [], total: { entities: 50_000 } });
  expect(asked).toEqual([["caseView"], ["overview"]]);
});

test("communities that are being worked out are looked for again until they are there", async () => {
  let looked = 0;
  const communities = { largest: [], bundles: [], count: 0 };
  const { store, actions, tick } = page({
    overview: () => ({ ...overviewView, communities: ++looked > 2 ? communities : null }),
  });
  await actions.load();
  for (let at = 0; at < 4; at++) {
    tick();
    await new Promise((done) => setTimeout(done));
  }
  expect(looked).toBe(3);
  expect(store.getState().overview?.communities).toEqual(communities);
});

test("of two parts that were opened the last one is shown, whichever comes first", async () => {
  const waiting: (() => void)[] = [];
  const part = ({ around = "" }: { around?: string }) => new Promise((give) => waiting.push(() => give(partView([around], 9))));
  const { store, actions } = page({ part });
  await actions.load();
  const first = actions.openPart({ by: "around", of: "slow" });
  const second = actions.openPart({ by: "around", of: "quick" });
  waiting[1]?.();
  await second;
  waiting[0]?.();
  await first;
  expect(store.getState().board).toMatchObject({ kind: "part", part: { of: "quick" } });
});

test("more of a part is asked for up to what the server gives; the address holds it, and leads back", async () => {
  const limits: number[] = [];
  const part = ({ limit }: { limit: string }) => {
    limits.push(Number(limit));
    return partView(["a"], 10_000);
  };
  const { store, actions } = page({ part });
  await actions.load();
  await actions.openPart({ by: "community", of: "a" });
  expect(addressOf(store.getState())).toBe("community=a");
  for (let at = 0; at < 4; at++) {
    actions.morePart();
    await new Promise((done) => setTimeout(done));
  }
  expect(limits).toEqual([150, 300, 450, 500, 500]);
  expect(mostOfPart).toBe(500);
  expect(addressOf(store.getState())).toBe("community=a&drawn=500");
  actions.goTo("near=b&drawn=120");
  await new Promise((done) => setTimeout(done));
  expect(store.getState().board).toMatchObject({ part: { by: "around", of: "b" }, limit: 120 });
  actions.goTo("");
  expect(store.getState().board).toEqual({ kind: "overview" });
});

test("a part whose entity is gone gives way to the overview when the case is read anew; another failure is told", async () => {
  let fails: Error | null = null;
  const part = () => {
    if (fails !== null) throw fails;
    return partView(["a"], 1);
  };
  const { store, actions } = page({ part });
  await actions.load();
  await actions.openPart({ by: "around", of: "a" });
  fails = new ApiError("too much at once", { status: 503 });
  expect(await actions.load()).toBe(false);
  expect(store.getState().board.kind).toBe("part");
  expect(store.getState().toasts.at(-1)?.text).toBe("too much at once");
  fails = new ApiError("gone", { status: 404 });
  await actions.load();
  expect(store.getState().board).toEqual({ kind: "overview" });
});

test("the list is read page after page, and a list of another type drops what was under way", async () => {
  const entities = ({ from, type }: { from: string; type?: string }) => ({
    ...{ revision: 3, total: type === "person" ? 250 : 1 },
    entities: Array.from({ length: 100 }, (_, at) => ({ id: `${type}${Number(from) + at}`, type, name: "", degree: 0 })),
  });
  const { store, actions } = page({ entities });
  await actions.load();
  actions.listEntities("ship");
  actions.listEntities("person");
  await new Promise((done) => setTimeout(done));
  actions.listMore();
  actions.listMore();
  await new Promise((done) => setTimeout(done));
  expect(store.getState().listing).toMatchObject({ type: "person", total: 250, busy: false });
  expect(store.getState().listing?.entities.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, at) => `person${at}`));
});

test("what joins the chart of a large case stands beside what is there", async () => {
  const chart = { id: "main", name: "Main", nodes: [{ entity: "a", x: 500, y: 0, pinned: true }] };
  const { store, actions } = page({
    putChart: () => ({}),
    chart: () => ({ chart, revision: 3 }),
    caseView: () => ({ ...caseView, charts: [{ id: "main", name: "Main", nodes: 1 }] }),
  });
  await actions.load();
  const places = [
    { entity: "a", x: 0, y: 0, pinned: false },
    { entity: "b", x: -40, y: 7, pinned: false },
  ];
  actions.chartShown(places as never);
  const nodes = store.getState().chart?.nodes ?? [];
  expect(nodes.find(({ entity }) => entity === "a")).toMatchObject({ x: 500, pinned: true });
  const added = nodes.find(({ entity }) => entity === "b");
  expect([added!.x > 500, added!.y]).toEqual([true, 7]);
  actions.chartShown(places as never);
  expect(store.getState().toasts.at(-1)?.text).toBe("All of it is in the chart already.");
});
