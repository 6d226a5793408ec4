import { expect, test } from "vitest";
import { openCase } from "../../src/case/open-case.ts";
import type { LinkView } from "../../src/case/views.ts";
import { changed } from "../../src/server/schemas/answers.ts";
import { gridLines, longQuestion } from "./long-question.ts";
import { type Answered, type Serving, serving } from "./serving.ts";

const claim = {
  subject: "Ada",
  relation: "owns",
  object: "Cyr",
  stance: "alleges",
  speaker: "Registrar",
  source: "Briefing",
  citation: { quote: "Cyr funds Bolt" },
  said: "2024-03",
  note: "in part",
};

/** What the library reads from the file after a change that the server made. */
function read<T>({ casePath }: Serving, ask: (opened: ReturnType<typeof openCase>) => T): T {
  const opened = openCase(casePath, { mode: "read" });
  try {
    return ask(opened);
  } finally {
    opened.close();
  }
}

function done({ status, json, text }: Answered) {
  expect(status, text).toBe(200);
  return changed.parse(json);
}

test("a claim is recorded with its quote found, read by the library, withdrawn, and both are undone and done again", async () => {
  const served = await serving();
  const recorded = done(await served.call("POST /api/claims", { body: { claim } }));
  expect(recorded).toEqual({ revision: 2, label: "record claim", claim: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const linkOf = () => read(served, (opened) => opened.link("ada>owns>cyr"));
  const { citation: _, speaker: __, source: ___, subject, object, ...words } = claim;
  expect(linkOf().claims).toMatchObject([
    { ...words, id: recorded.claim, subject: "ada", object: "cyr", speaker: "registrar", source: "s1", recordedBy: "somebody" },
  ]);
  expect(linkOf().claims[0]?.citation).toMatchObject({ kind: "quote", quote: "Cyr funds Bolt" });

  const withdrawal = { claim: recorded.claim, reason: "a mistake" };
  expect(done(await served.call("POST /api/claims/withdraw", { body: withdrawal }))).toEqual({
    revision: 3,
    label: "withdraw claim",
  });
  expect(read(served, (opened) => opened.links({ of: "Cyr" }).links.map(({ link }) => link.id))).not.toContain("ada>owns>cyr");
  const again = await served.call("POST /api/claims/withdraw", { body: withdrawal });
  expect([again.status, again.json]).toEqual([409, { error: expect.stringContaining("is withdrawn already"), candidates: [] }]);

  expect(done(await served.call("POST /api/undo"))).toEqual({ revision: 4, label: "withdraw claim" });
  expect(linkOf().claims).toHaveLength(1);
  expect(done(await served.call("POST /api/redo", { body: {} }))).toEqual({ revision: 5, label: "withdraw claim" });
  expect(done(await served.call("POST /api/undo"))).toMatchObject({ revision: 6 });
  expect(done(await served.call("POST /api/undo"))).toEqual({ revision: 7, label: "record claim" });
  expect(read(served, (opened) => opened.stats().claims)).toBe(5);
  expect(read(served, (opened) => opened.check())).toEqual([]);
});

test("a question sees a change that was answered, on every thread", async () => {
  const served = await serving({ limits: { longWorkers: 2, quickWorkers: 2 } });
  await Promise.all(Array.from({ length: 8 }, () => served.call("GET /api/stats")));
  for (let number = 1; number <= 10; number++) {
    done(await served.call("POST /api/claims", { body: { claim: { ...claim, id: `n${number}` } } }));
    const all = await Promise.all(
      Array.from({ length: 4 }, () => [
        served.call("GET /api/stats").then(({ json }) => (json as { claims: number }).claims - 5),
        served.call("GET /api/link?id=ada%3Eowns%3Ecyr").then(({ json }) => (json as LinkView).claims.length),
      ]).flat(),
    );
    expect(all).toEqual(Array.from({ length: 8 }, () => number));
  }
});

test("a judgement merges, its withdrawal parts again", async () => {
  const served = await serving();
  const body = { a: "person:Twin", b: "Cyr", verdict: "same", reason: "one and the same" };
  const judged = done(await served.call("POST /api/judgements", { body }));
  expect(judged).toEqual({ revision: 2, label: "judge same", judgement: expect.any(String) });
  expect(read(served, (opened) => opened.show("cyr").judgements)).toMatchObject([
    { verdict: "same", reason: "one and the same", by: "somebody" },
  ]);
  expect(read(served, (opened) => opened.show("cyr").mergedFrom.map(({ id }) => id))).toEqual(["twin"]);
  done(await served.call("POST /api/judgements/withdraw", { body: { judgement: judged.judgement, reason: "two after all" } }));
  expect(read(served, (opened) => opened.show("cyr").mergedFrom)).toEqual([]);
  expect((await served.call("POST /api/judgements/withdraw", { body: { judgement: judged.judgement, reason: "" } })).status).toBe(
    404,
  );
});

test("a chart is put, put again without an entry, changed, and got; undo passes it over", async () => {
  const served = await serving();
  const chart = { id: "main", name: "Main", nodes: [{ entity: "ada", x: -1.25, y: 1e-9, pinned: true }] };
  expect((await served.call("PUT /api/chart", { body: chart })).json).toEqual({ revision: 2, label: "chart Main" });
  expect((await served.call("PUT /api/chart", { body: chart })).json).toEqual({ revision: 2 });
  expect((await served.call("GET /api/chart?id=main")).json).toEqual(chart);
  expect(read(served, (opened) => opened.chart("main"))).toEqual(chart);
  const moved = { ...chart, nodes: [] };
  expect((await served.call("PUT /api/chart", { body: moved })).json).toEqual({ revision: 3, label: "chart Main" });
  expect((await served.call("GET /api/chart?id=main")).json).toEqual(moved);
  const twice = { ...chart, nodes: [chart.nodes[0], chart.nodes[0]] };
  expect((await served.call("PUT /api/chart", { body: twice })).json).toMatchObject({
    error: expect.stringContaining("every entity once"),
  });
  expect(done(await served.call("POST /api/undo")).label).toBe("import small.clew.jsonl");
});

test("a chart of twenty thousand entities goes in and comes out", async () => {
  const served = await serving();
  const nodes = Array.from({ length: 20_000 }, (_, at) => ({ entity: `entity-${at}`, x: at, y: 0.5 - at, pinned: false }));
  expect((await served.call("PUT /api/chart", { body: { id: "big", name: "Big", nodes } })).status).toBe(200);
  expect((await served.call("GET /api/chart?id=big")).json).toEqual({ id: "big", name: "Big", nodes });
});

test("changes from many at once are one after the other; none is lost", async () => {
  const served = await serving();
  const ids = Array.from({ length: 40 }, (_, at) => `at-once-${at}`);
  const all = await Promise.all(ids.map((id) => served.call("POST /api/claims", { body: { claim: { ...claim, id } } })));
  expect(all.map((answer) => done(answer).revision).sort((a, b) => a - b)).toEqual(ids.map((_, at) => at + 2));
  expect(
    read(served, (opened) =>
      opened
        .link("ada>owns>cyr")
        .claims.map(({ id }) => id)
        .sort(),
    ),
  ).toEqual([...ids].sort());
});

test("the same claim id twice is a conflict, and changes nothing", async () => {
  const served = await serving();
  done(await served.call("POST /api/claims", { body: { claim: { ...claim, id: "once" } } }));
  const { status, json } = await served.call("POST /api/claims", { body: { claim: { ...claim, id: "once", note: "other" } } });
  expect([status, json]).toEqual([409, { error: expect.stringMatching(/^[^\n]+$/), candidates: [] }]);
  expect(read(served, (opened) => opened.revision)).toBe(2);
});

test("a change under way is finished when the server stops; a question ends with what it has", async () => {
  const served = await serving({ lines: gridLines });
  await served.call("GET /api/stats");
  const long = served.call("POST /api/path", { body: longQuestion });
  await new Promise((wait) => setTimeout(wait, 200));
  const made = { subject: "g0-0", relation: "linked-to", object: "g9-9", stance: "asserts", source: "s", id: "last" };
  const recorded = served.call("POST /api/claims", { body: { claim: made } });
  // Until the request is in the server's hands.
  await new Promise((wait) => setTimeout(wait, 20));
  await served.close();
  done(await recorded);
  expect((await long).json).toMatchObject({ complete: false, stop: "cancelled" });
  expect(
    read(served, (opened) => opened.links({ of: "g9-9" }).links.flatMap(({ claims }) => claims.map(({ id }) => id))),
  ).toContain("last");
});
