import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import type { EntityView } from "../../../src/case/views.ts";
import { pathDefaults } from "../../../src/query/question.ts";
import { bringIn } from "../../../src/ui/state/graph-index.ts";
import { graphOf } from "./graph.ts";
import { pageOf } from "./served.ts";

const link = (from: string, to: string) => graphOf(`${from}>${to}`).view.links[0]!;

/** What the server says of an entity that links to others. */
function viewOf(id: string, ...others: string[]): EntityView {
  const links = others.map((other) => link(id, other));
  return {
    entity: { id, name: id.toUpperCase(), type: "person" },
    groups: [{ links }],
    links: { shown: links.length, total: links.length },
  } as unknown as EntityView;
}

test("an entity that is brought in comes with its links to what is there, and with its own degree", () => {
  const graph = bringIn(graphOf("a>b"), [viewOf("z", "a", "q")]);
  expect(graph.view.entities.map(({ id }) => id)).toEqual(["a", "b", "z"]);
  expect(graph.view.links.map(({ id }) => id)).toEqual(["a>knows>b", "z>knows>a"]);
  expect(graph.entities.get(entityId("z"))?.degree).toBe(2);
  expect(bringIn(graph, [viewOf("z", "a")]).view).toEqual(graph.view);
});

const answer = {
  question: { ...pathDefaults, from: ["a"], to: ["z"] },
  complete: true,
  stop: "exhausted",
  count: 1,
  linkSequences: 1,
  skipped: null,
  visited: { entities: 2, links: 1 },
  elapsedMs: 0,
  why: null,
  paths: [
    {
      hops: 1,
      weight: null,
      arrival: null,
      source: null,
      standing: "stated",
      origins: 1,
      sentence: "1 hop: stated.",
      entities: ["a", "z"].map((id) => ({ id, type: "person", name: id.toUpperCase() })),
      steps: [{ links: [{ ...link("a", "z"), along: true, claims: [] }] }],
    },
  ],
};

async function answeredPage() {
  const saved: unknown[] = [];
  const served = await pageOf((path, body) => {
    if (path === "/api/path") return { body: answer };
    if (path.startsWith("/api/entity")) return { body: viewOf("z", "a") };
    if (path === "/api/chart") saved.push(body);
    return { body: { revision: saved.length, label: "chart Main" } };
  });
  served.page.store.setState({ graph: graphOf("a>b") });
  await served.page.actions.ask({ ask: "path", from: ["a"], to: ["z"] });
  return { ...served, saved };
}

test("an answer joins the canvas and the chart where it is not there yet, and only there", async () => {
  const { page, stop, saved } = await answeredPage();
  const place = (id: string, x: number) => ({ entity: entityId(id), x, y: 0, pinned: false });
  page.actions.savePlaces([place("a", 1), place("b", 2)]);
  await page.actions.addToChart([place("a", 9), place("b", 9), place("z", 3)]);
  expect(page.store.getState().graph?.entities.has(entityId("z"))).toBe(true);
  await expect.poll(() => saved.at(-1)).toMatchObject({ nodes: [place("z", 3), place("a", 1), place("b", 2)] });
  await page.actions.addToChart([place("z", 7)]);
  expect(page.store.getState().toasts.at(-1)?.text).toBe("All of the answer is in the chart already.");
  await stop();
});

test("without an answer there is nothing to copy, export, isolate or save", async () => {
  const { page, stop } = await pageOf(() => ({ body: {} }));
  page.actions.exportAnswer();
  page.actions.isolate();
  expect(page.actions.answerText()).toBeNull();
  expect(page.actions.nameQuestion()).toBe(false);
  expect(page.store.getState()).toMatchObject({ isolated: false, dialog: null });
  await stop();
});

test("the answer at hand is saved whole under a name, and one that was saved is asked again", async () => {
  const asks: unknown[] = [];
  const view = { charts: [], questions: [], sources: [], relations: [], types: [], entities: [], links: [] };
  const { page, stop } = await pageOf((path, body) => {
    asks.push([path, body]);
    return { body: path === "/api/path" ? answer : view };
  });
  page.store.setState({ graph: graphOf("a>b") });
  await page.actions.ask({ ask: "path", from: ["a"], to: ["z"] });
  expect(page.actions.nameQuestion()).toBe(true);
  expect(page.actions.questionName()).toBe("A → Z");
  expect(await page.actions.saveQuestion("Who?", null)).toBeNull();
  expect(asks).toContainEqual(["/api/question", { name: "Who?", asked: answer.question }]);
  expect(page.store.getState().leftTab).toBe("questions");
  page.actions.askSaved({ id: "q", name: "Who?", ask: "path", asked: { from: ["a"], to: ["b"] } } as never);
  await expect.poll(() => asks).toContainEqual(["/api/path", { from: ["a"], to: ["b"] }]);
  await stop();
});

test("a saved question of a kind that is not known is not asked", async () => {
  const { page, stop } = await pageOf(() => ({ body: {} }));
  page.actions.askSaved({ id: "q", name: "?", ask: "everything", asked: {}, words: null, refused: "no" } as never);
  expect(page.store.getState().asking).toBeNull();
  await stop();
});

test("a question is begun from entities that are chosen, and asked at once when they are enough", async () => {
  const asks: string[] = [];
  const { page, stop } = await pageOf((path) => {
    asks.push(path);
    return { status: 400, body: { error: "not today" } };
  });
  page.actions.startAt("from", { id: "a", text: "A" });
  expect(asks).toEqual([]);
  page.actions.startAt("to", { id: "b", text: "B" });
  await expect.poll(() => asks).toEqual(["/api/path"]);
  page.actions.startWith("common", [
    { id: "a", text: "A" },
    { id: "b", text: "B" },
  ]);
  await expect.poll(() => asks).toEqual(["/api/path", "/api/common"]);
  await expect.poll(() => page.store.getState().asked).toMatchObject({ state: "failed", message: "not today" });
  await stop();
});
