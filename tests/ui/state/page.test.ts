import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import type { PathAnswer } from "../../../src/query/answer.ts";
import { type PathQuestion, pathDefaults } from "../../../src/query/question.ts";
import { addressOf } from "../../../src/ui/state/create-page.ts";
import { pageOf } from "./served.ts";

function answerTo(body: unknown, standing: "stated" | "contested" | null): PathAnswer {
  const question = { ...pathDefaults, ...(body as Pick<PathQuestion, "from" | "to">) };
  const path = {
    hops: 1,
    weight: null,
    arrival: null,
    source: null,
    standing: standing ?? "stated",
    origins: 1,
    sentence: "1 hop.",
    entities: [],
    steps: [],
  } as const;
  return {
    question,
    complete: true,
    stop: "exhausted",
    count: standing === null ? 0 : 1,
    linkSequences: 1,
    skipped: null,
    visited: { entities: 2, links: 1 },
    elapsedMs: 0,
    why: null,
    paths: standing === null ? [] : [path],
  };
}

test("the last question asked wins, also when an earlier answer comes later", async () => {
  const { page, stop } = await pageOf((_, body) => {
    const slow = JSON.stringify(body).includes("slow");
    return { body: answerTo(body, "stated"), afterMs: slow ? 120 : 0 };
  });
  await Promise.all([
    page.actions.ask({ ask: "path", from: ["slow"], to: ["b"] }),
    page.actions.ask({ ask: "path", from: ["fast"], to: ["b"] }),
  ]);
  const { asked } = page.store.getState();
  expect(asked.state === "answered" && asked.answer.question).toMatchObject({ from: ["fast"] });
  await stop();
});

test("a contested answer is asked again without contested links, and what is left is offered", async () => {
  const asks: unknown[] = [];
  const { page, stop } = await pageOf((_, body) => {
    const { standing } = body as { standing?: string | null };
    asks.push(standing ?? null);
    return { body: answerTo(body, standing ? null : "contested") };
  });
  await page.actions.ask({ ask: "path", from: ["a"], to: ["b"] });
  const { asked } = page.store.getState();
  expect(asks).toEqual([null, "alleged"]);
  expect(asked.state === "answered" && asked.offers).toMatchObject([{ label: "Without contested links", path: null }]);
  await stop();
});

test("a stated answer needs no second question", async () => {
  let asks = 0;
  const { page, stop } = await pageOf((_, body) => {
    asks++;
    return { body: answerTo(body, "stated") };
  });
  await page.actions.ask({ ask: "path", from: ["a"], to: ["b"] });
  expect(asks).toBe(1);
  await stop();
});

test("a refused question says why, and what could have been meant", async () => {
  const { page, stop } = await pageOf(() => ({
    status: 409,
    body: { error: "entity: two are named so", candidates: ["a", "b"] },
  }));
  await page.actions.ask({ ask: "path", from: ["x"], to: ["y"] });
  expect(page.store.getState().asked).toEqual({ state: "failed", message: "entity: two are named so", candidates: ["a", "b"] });
  await stop();
});

test("an ended session is told apart from a failure", async () => {
  const { page, stop } = await pageOf(() => ({ status: 401, body: { error: "no session" } }));
  await page.actions.load();
  expect(page.store.getState().phase).toBe("signed-out");
  await stop();
});

test("positions that could not be saved are saved again until they are, the last ones only", async () => {
  const saved: unknown[] = [];
  let failures = 2;
  const { page, stop } = await pageOf((_, body) => {
    if (failures-- > 0) return { status: 503, body: { error: "busy" } };
    saved.push(body);
    return { body: { revision: saved.length, label: "chart Main" } };
  });
  const told = new Set<number>();
  const passed = new Set<string>();
  page.store.subscribe(({ toasts, saving }) => {
    for (const { id, kind } of toasts) if (kind === "failed") told.add(id);
    passed.add(saving);
  });
  const at = (x: number) => [{ entity: entityId("a"), x, y: 0, pinned: true }];
  page.actions.savePlaces(at(1));
  page.actions.savePlaces(at(2));
  expect(page.store.getState().saving).toBe("saving");
  await expect.poll(() => saved.length > 0 && page.store.getState().saving, { timeout: 10_000 }).toBe("saved");
  expect([...passed]).toEqual(["saving", "failed", "saved"]);
  expect(saved).toMatchObject([{ id: "main", nodes: [{ x: 2 }] }]);
  expect(told.size).toBe(1);
  await stop();
});

test("Esc leaves the selection first, then the answer alone, then the answer, then nothing", async () => {
  const { page, stop } = await pageOf((path, body) => ({ body: path === "/api/path" ? answerTo(body, "stated") : {} }));
  await page.actions.ask({ ask: "path", from: ["a"], to: ["b"] });
  page.actions.selectEntity(entityId("a"));
  expect(addressOf(page.store.getState())).toBe("from=a&to=b&entity=a");
  expect(page.actions.leave()).toBe(true);
  expect(addressOf(page.store.getState())).toBe("from=a&to=b");
  page.actions.isolate();
  expect(page.store.getState().isolated).toBe(true);
  expect(page.actions.leave()).toBe(true);
  expect(page.store.getState()).toMatchObject({ isolated: false, asked: { state: "answered" } });
  expect(page.actions.leave()).toBe(true);
  expect(addressOf(page.store.getState())).toBe("");
  expect(page.actions.leave()).toBe(false);
  await stop();
});

test("on a small screen one panel lies over the canvas at a time", async () => {
  const { page, stop } = await pageOf(() => ({ body: {} }));
  page.actions.setSmall(true);
  page.actions.fold("left", false);
  page.actions.fold("right", false);
  expect(page.store.getState().folded).toEqual({ left: true, right: false });
  await stop();
});

test("a question that is called off ends at once, says so, and leaves the connection", async () => {
  const { page, stop } = await pageOf((_, body) => ({ body: answerTo(body, "stated"), afterMs: 5000 }));
  const asked = page.actions.ask({ ask: "path", from: ["a"], to: ["b"] });
  expect(page.store.getState().asking).toMatchObject({ from: ["a"] });
  expect(page.actions.leave()).toBe(true);
  await asked;
  expect(page.store.getState()).toMatchObject({ asking: null, asked: { state: "cancelled" } });
  expect(page.actions.cancel()).toBe(false);
  await stop();
});

test("a bad date is refused before it is asked, and asks once it is mended", async () => {
  const asks: unknown[] = [];
  const { page, stop } = await pageOf((_, body) => {
    asks.push(body);
    return { body: answerTo(body, "stated") };
  });
  const end = (id: string) => ({ picked: [], typed: { text: id, id } });
  page.actions.setForm({ from: end("a"), to: end("b") });
  page.actions.addChip("said");
  page.actions.setChip("said", { text: "2024-02-30" });
  expect(await page.actions.askForm()).toBe(false);
  expect(page.store.getState().problems.said).toMatch(/^No such time/);
  expect(asks).toEqual([]);
  page.actions.setChip("said", { text: "2024-02" });
  expect(page.store.getState().problems).toEqual({});
  expect(await page.actions.askForm()).toBe(true);
  await expect.poll(() => asks).toMatchObject([{ said: "2024-02" }]);
  await stop();
});

test("places of entities that are not drawn stay in the chart", async () => {
  const saved: unknown[] = [];
  const { page, stop } = await pageOf((_, body) => {
    saved.push(body);
    return { body: { revision: saved.length, label: "chart Main" } };
  });
  const node = (id: string, x: number) => ({ entity: entityId(id), x, y: 0, pinned: false });
  page.actions.savePlaces([node("a", 1), node("b", 2)]);
  page.actions.savePlaces([node("a", 5)]);
  await expect
    .poll(() => saved)
    .toMatchObject([
      {
        nodes: [
          { entity: "a", x: 5 },
          { entity: "b", x: 2 },
        ],
      },
    ]);
  await stop();
});
