import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openCase } from "../../src/case/open-case.ts";
import { bytes, scratchFolder, smallLines } from "../case/small-case.ts";
import { realServer } from "../trust/real-server.ts";
import { type Answered, type CallOptions, caseOf, type Serving, serving, token } from "./serving.ts";

const claim = { subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" };
const chart = (x: number, more: object[] = []) => ({
  ...{ id: "main", name: "Main" },
  nodes: [{ entity: "ada", x, y: 0, pinned: true }, ...more],
});
const node = (entity: string, x: number, pinned = true) => ({ entity, x, y: 0, pinned });

function sent(served: Serving, call: string, { body, key, seen }: { body?: unknown; key?: string; seen?: number }) {
  const headers = {
    ...{ Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { "Content-Type": body instanceof Uint8Array ? "text/csv" : "application/json" }),
    ...(key === undefined ? {} : { "Idempotency-Key": key }),
    ...(seen === undefined ? {} : { "If-Match": `"${seen}"` }),
  };
  return served.call(call, { ...(body === undefined ? {} : { body }), headers } satisfies CallOptions);
}

const plain = ({ status, text }: Answered) => ({ status, text });

/** Every route that changes the case, once, in an order in which each can be done. */
const changes: readonly [call: string, body?: unknown][] = [
  ["POST /api/claims", { claim: { ...claim, id: "once" } }],
  ["POST /api/claims", { claim }],
  ["POST /api/claims/withdraw", { claim: "once", reason: "a test" }],
  ["POST /api/judgements", { a: "Ada", b: "Cyr", verdict: "unsure", reason: "a test" }],
  ["PUT /api/chart", chart(1)],
  ["PUT /api/chart", chart(1)],
  ["PUT /api/question", { name: "Mine", asked: { ask: "around", center: "Ada" } }],
  ["POST /api/question/forget", { question: "Mine" }],
  ["POST /api/undo"],
  ["POST /api/redo"],
  ["POST /api/undo", {}],
  ["POST /api/import?name=x.csv", bytes("source,target\na,b\nbad\n")],
  ["POST /api/import?name=x.csv", bytes("source,target\na,b\nbad\n")],
];

test("every change sent twice is done once and answered as it was, also after others and after a restart", async () => {
  const served = await serving();
  const given: Answered[] = [];
  for (const [at, [call, body]] of changes.entries()) {
    const first = await sent(served, call, { body, key: `"op-${at}"` });
    expect(first.status, call).toBe(200);
    expect(plain(await sent(served, call, { body, key: `op-${at}` })), call).toEqual(plain(first));
    given.push(first);
  }
  const now = async (on: Serving) => (await on.call("GET /api/case")).json as { revision: number };
  const { revision } = await now(served);
  for (const [at, [call, body]] of changes.entries())
    expect(plain(await sent(served, call, { body, key: `"op-${at}"` })), call).toEqual(plain(given[at] as Answered));
  expect((await now(served)).revision).toBe(revision);
  await served.close();
  const opened = openCase(served.casePath);
  expect(opened.check()).toEqual([]);
  // The library knows them too.
  expect(opened.record({ ...claim, id: "lib" } as never, { operation: "lib" }).seq).toBe(revision + 1);
  expect(opened.record({ ...claim, id: "lib" } as never, { operation: "lib" }).seq).toBe(revision + 1);
  opened.close();
});

test("an operation's id with another change is 422, and nothing is done; a wrong id is 400", async () => {
  const served = await serving();
  await sent(served, "POST /api/claims", { body: { claim }, key: '"one"' });
  for (const [call, body] of [
    ["POST /api/claims", { claim: { ...claim, object: "Bolt" } }],
    ["POST /api/undo", {}],
    ["POST /api/import?name=x.csv", bytes("source,target\na,b\n")],
  ] as const) {
    const refused = await sent(served, call, { body, key: '"one"' });
    expect([refused.status, refused.json]).toEqual([
      422,
      { error: expect.stringMatching(/^operation: "one" [^\n]+$/), candidates: [] },
    ]);
  }
  for (const key of ['""', "a b", `"${"x".repeat(201)}"`, 'a"b'])
    expect((await sent(served, "POST /api/undo", { body: {}, key })).status, key).toBe(400);
  expect((await served.call("GET /api/case")).json).toMatchObject({ revision: 2 });
});

test("what was refused may be sent again under its id, and is then done", async () => {
  const served = await serving();
  const withdrawal = { claim: "later", reason: "a test" };
  expect((await sent(served, "POST /api/claims/withdraw", { body: withdrawal, key: "w" })).status).toBe(404);
  await served.call("POST /api/claims", { body: { claim: { ...claim, id: "later" } } });
  const done = await sent(served, "POST /api/claims/withdraw", { body: withdrawal, key: "w" });
  expect(done.json).toMatchObject({ revision: 3 });
  expect(plain(await sent(served, "POST /api/claims/withdraw", { body: withdrawal, key: "w" }))).toEqual(plain(done));
});

test("sent many times at once, it is done once", async () => {
  const served = await serving();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => sent(served, "POST /api/claims", { body: { claim }, key: "many" })),
  );
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await served.call("GET /api/case")).json).toMatchObject({ revision: 2 });
});

test("killed between a change and its answer, it is done once: sent again to the next server it gives its answer", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const headers = { Authorization: "Bearer trust-0123456789abcdef", "Content-Type": "application/json" };
  const send = async (origin: string, n: number) => {
    const body = JSON.stringify({ claim: { ...claim, id: `k${n}` } });
    const options = { method: "POST", headers: { ...headers, "Idempotency-Key": `"k${n}"` }, body };
    const answer = await fetch(`${origin}/api/claims`, options).catch(() => null);
    return answer === null ? null : { status: answer.status, text: await answer.text().catch(() => "") };
  };
  const first = await realServer(casePath);
  const origin = first.origin ?? "";
  const answers = Promise.all(Array.from({ length: 40 }, (_, n) => send(origin, n)));
  await new Promise((wait) => setTimeout(wait, 60));
  await first.kill();
  const before = await answers;
  const second = await realServer(casePath);
  for (let n = 0; n < 40; n++) {
    const again = await send(second.origin ?? "", n);
    expect(again?.status).toBe(200);
    if (before[n]?.status === 200 && before[n]?.text !== "") expect(again).toEqual(before[n]);
  }
  await second.kill();
  const opened = openCase(casePath);
  expect(opened.revision).toBe(41);
  expect(opened.check()).toEqual([]);
  opened.close();
});

test("the newest ten thousand are kept, and of those with a report of their own the newest hundred", async () => {
  const folder = scratchFolder();
  const opened = openCase(`${folder}/many.clew`, { mode: "create" });
  for (let n = 0; n < 105; n++)
    await opened.import([{ name: "x.csv", bytes: bytes(`source,target\na,b${n}\n`) }], { operation: `i${n}` });
  opened.close();
  const count = () => {
    const db = new DatabaseSync(`${folder}/many.clew`);
    const { n, oldest } = db.prepare("SELECT count(*) AS n, min(seq) AS oldest FROM operation").get() ?? {};
    db.close();
    return [n, oldest];
  };
  expect(count()).toEqual([100, 6]);
  const db = new DatabaseSync(`${folder}/many.clew`);
  db.exec(`WITH RECURSIVE c (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 9990)
    INSERT INTO operation (id, asked, seq, wrote) SELECT 'f' || n, '', 1, 0 FROM c`);
  db.close();
  const again = openCase(`${folder}/many.clew`);
  again.putChart(chart(1) as never, { operation: "last" });
  again.close();
  expect(count()[0]).toBe(10_000);
});

test("redaction forgets the operations, and no byte of what they were is left", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const opened = openCase(casePath);
  const name = "Zebulon Quickfoot";
  const lines = [
    `{"clew":1,"name":"x"}`,
    `{"kind":"entity","id":"zq","type":"person","name":"${name}"}`,
    `{"kind":"nonsense","text":"${name}"}`,
  ];
  await opened.import([{ name: `${name}.clew.jsonl`, bytes: bytes(lines.join("\n")) }], {
    operation: `of-${name.replace(" ", "-")}`,
  });
  opened.redact(["zq"], "asked to", "carry-out");
  opened.close();
  for (const file of [casePath, `${casePath}-wal`])
    if (existsSync(file)) expect(readFileSync(file).includes("Quickfoot")).toBe(false);
});

test("undo takes back what its user saw: a step made since is refused with what it was; charts do not count", async () => {
  const served = await serving();
  await served.call("POST /api/claims", { body: { claim: { ...claim, id: "mine" } } });
  await served.call("PUT /api/chart", { body: chart(1) });
  expect((await sent(served, "POST /api/undo", { body: {}, seen: 2 })).json).toMatchObject({
    revision: 4,
    label: "record claim",
  });
  await served.call("POST /api/claims", { body: { claim: { ...claim, id: "theirs" } } });
  for (const call of ["POST /api/undo", "POST /api/redo"]) {
    const refused = await sent(served, call, { body: {}, seen: 4 });
    expect([refused.status, refused.json]).toEqual([
      412,
      {
        error: expect.stringMatching(
          /^(undo|redo): another step was made since what you saw: "record claim" by "somebody" \(revision 5\); [^\n]+$/,
        ),
        candidates: [],
        since: [{ revision: 5, by: "somebody", label: "record claim" }],
      },
    ]);
  }
  expect((await sent(served, "POST /api/undo", { body: {}, seen: 5 })).json).toMatchObject({ revision: 6 });
  expect((await served.call("GET /api/case")).json).toMatchObject({ revision: 6 });
});

test("a claim is recorded and withdrawn whatever the revision that its writer saw", async () => {
  const served = await serving();
  for (let n = 0; n < 3; n++)
    expect((await sent(served, "POST /api/claims", { body: { claim: { ...claim, id: `c-${n}` } }, seen: 1 })).status).toBe(200);
  expect((await sent(served, "POST /api/claims/withdraw", { body: { claim: "c-0", reason: "x" }, seen: 1 })).status).toBe(200);
});

test("the same two judged since, a question changed since: refused with what was said; others are not in the way", async () => {
  const served = await serving();
  const judgement = { a: "Ada", b: "Cyr", verdict: "unsure", reason: "mine" };
  await served.call("POST /api/judgements", { body: { ...judgement, a: "Cyr", b: "Ada", verdict: "different" } });
  const refused = await sent(served, "POST /api/judgements", { body: judgement, seen: 1 });
  expect([refused.status, refused.json]).toEqual([
    412,
    expect.objectContaining({ since: [expect.objectContaining({ revision: 2 })] }),
  ]);
  expect((await sent(served, "POST /api/judgements", { body: { ...judgement, b: "Registrar" }, seen: 1 })).status).toBe(200);
  const question = (name: string, center: string) => ({ name, asked: { ask: "around", center } });
  await served.call("PUT /api/question", { body: question("Mine", "Ada") });
  for (const [call, body] of [
    ["PUT /api/question", question("Mine", "Cyr")],
    ["POST /api/question/forget", { question: "Mine" }],
  ] as const)
    expect((await sent(served, call, { body, seen: 3 })).status).toBe(412);
  expect((await sent(served, "PUT /api/question", { body: question("Other", "Cyr"), seen: 1 })).status).toBe(200);
  expect((await sent(served, "PUT /api/question", { body: question("Mine", "Cyr"), seen: 4 })).status).toBe(200);
});

test("two who move nodes of one chart lose nothing; where both placed the same one, the later is told", async () => {
  const served = await serving();
  const start = await served.call("PUT /api/chart", { body: chart(0, [node("bolt", 0), node("cyr", 0)]) });
  const { revision } = start.json as { revision: number };
  expect((await served.call("GET /api/chart?id=main")).headers.get("etag")).toBe(`"${revision}"`);
  const put = (body: object, seen: number) => sent(served, "PUT /api/chart", { body, seen });
  expect((await put(chart(1, [node("bolt", 0), node("cyr", 0)]), revision)).status).toBe(200);
  expect((await put(chart(0, [node("bolt", 2), node("cyr", 0), node("registrar", 5)]), revision)).status).toBe(200);
  const merged = chart(1, [node("bolt", 2), node("cyr", 0), node("registrar", 5)]);
  expect((await served.call("GET /api/chart?id=main")).json).toEqual(merged);
  const refused = await put(chart(0, [node("bolt", 7), node("cyr", 7)]), revision);
  expect([refused.status, refused.json]).toEqual([412, expect.objectContaining({ candidates: ["bolt"] })]);
  expect((await served.call("GET /api/chart?id=main")).json).toEqual(merged);
  expect((await put(chart(0, [node("bolt", 7), node("cyr", 7)]), revision + 2)).status).toBe(200);
});

test("a revision that this case never had is 412, one that is no revision 400, any revision will do for *", async () => {
  const served = await serving();
  expect((await sent(served, "POST /api/undo", { body: {}, seen: 99 })).status).toBe(412);
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  for (const match of ['W/"1"', "1", '"a"', '"1", "2"'])
    expect((await served.call("POST /api/undo", { body: {}, headers: { ...headers, "If-Match": match } })).status, match).toBe(
      400,
    );
  expect((await served.call("POST /api/undo", { body: {}, headers: { ...headers, "If-Match": "*" } })).status).toBe(200);
});
