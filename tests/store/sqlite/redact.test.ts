import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { foldText } from "../../../src/base/fold-text.ts";
import { chartId, entityId } from "../../../src/base/ids.ts";
import { type Case, openCase } from "../../../src/case/open-case.ts";
import { formats } from "../../../src/formats/list.ts";
import { bytes, jsonLines, newCase, scratchFolder, smallCase } from "../../case/small-case.ts";
import { launcher } from "../../cli/run-clew.ts";

const folder = scratchFolder();
/** `npm run trust` sets it to 100. */
const canaries = Number(process.env.CLEW_CANARIES ?? 10);

const nameOf = (n: number) => `Žofïa Quillfeather${n} al-Ḥarbūn`;
const word = (n: number) => `quillfeather${n}`;

/** A name in every place that a case has: names, texts, quotes, notes, figures, judgements, charts, questions, the history. */
function canaryLines(): object[] {
  const every = Array.from({ length: canaries }, (_, n) => n);
  const text = every.map((n) => `${nameOf(n)} met Cyr. ${nameOf(n).toUpperCase()} paid.`).join(" ");
  return [
    { clew: 1 },
    { kind: "source", id: "s1", title: "Notes", text, author: nameOf(0) },
    { kind: "source", id: "s2", title: "Other" },
    { kind: "entity", id: "cyr", type: "person", name: "Cyr", description: `knows ${every.map(nameOf).join(", ")}` },
    { kind: "entity", id: "bolt", type: "organization", name: "Bolt" },
    ...every.flatMap((n) => [
      {
        kind: "entity",
        id: `p${n}`,
        type: "person",
        name: nameOf(n),
        aliases: [`Qf ${word(n)}`],
        description: `${nameOf(n)} himself`,
      },
      ...[
        { id: `l${n}`, subject: `p${n}`, relation: "owns", object: "bolt", source: "s2", note: nameOf(n) },
        { id: `r${n}`, subject: `p${n}`, relation: "owns", object: "bolt", source: "s1", relays: `l${n}` },
        { id: `k${n}`, subject: "cyr", relation: "funds", object: "bolt", source: "s1", speaker: `p${n}`, stance: "alleges" },
        { id: `o${n}`, subject: "cyr", relation: "owns", object: "bolt", source: "s2", note: `after a talk with ${nameOf(n)}` },
        {
          id: `q${n}`,
          subject: "cyr",
          relation: "charged",
          object: "bolt",
          source: "s1",
          citation: { quote: `${word(n).toUpperCase()} AL-ḤARBŪN paid` },
        },
      ].map((claim) => ({ kind: "claim", claim: "link", stance: "asserts", ...claim })),
    ]),
  ];
}

async function canaryCase(): Promise<Case> {
  const opened = newCase(folder);
  const { problems } = await opened.import([{ name: "canaries.clew.jsonl", bytes: bytes(jsonLines(canaryLines())) }]);
  expect(problems).toEqual([]);
  for (let n = 0; n < canaries; n++) {
    opened.judge({ a: `p${n}`, b: "cyr", verdict: "different", reason: `not ${nameOf(n)}` });
    opened.saveQuestion({ name: `to ${nameOf(n)}`, asked: { ask: "path", from: `p${n}`, to: "bolt" } });
  }
  opened.withdraw("o0", `${nameOf(0)} asked`);
  const node = (id: string) => ({ entity: entityId(id), x: 0, y: 0, pinned: false });
  opened.putChart({ id: chartId("c"), name: `around ${nameOf(0)}`, nodes: ["cyr", ...ids()].map(node) });
  return opened;
}

const ids = () => Array.from({ length: canaries }, (_, n) => `p${n}`);

function exportsOf(opened: Case): string {
  const written = formats.flatMap(({ id, writer }) => (writer?.parts ?? []).map((part) => ({ format: id, part })));
  const whole = formats.flatMap(({ id, writer }) => (writer !== null && writer.parts.length === 0 ? [{ format: id }] : []));
  return [...written, ...whole].flatMap((each) => [...opened.exportAs(each).chunks]).join("");
}

/** In UTF-8, in either case, and as the index folds it. */
function hits(content: Buffer | string): string[] {
  const text = content.toString("utf8");
  const folded = foldText(content.toString("latin1"));
  return Array.from({ length: canaries }, (_, n) => word(n)).filter(
    (each) =>
      text.includes(nameOf(Number(each.slice(12)))) ||
      folded.includes(`${each} `) ||
      foldText(text).includes(`${each} `) ||
      text.includes("uillfeather"),
  );
}

test("a redacted name is nowhere: not in the file, the files beside it, the history, the index, an export", async () => {
  const opened = await canaryCase();
  const path = join(folder, `${opened.name}.clew`);
  expect(hits(exportsOf(opened))).toHaveLength(canaries);
  opened.close();
  expect(hits(readFileSync(path))).toHaveLength(canaries);
  const again = openCase(path, { by: "editor", clock: () => "2024-05-01T00:00:00.000Z" });
  const report = again.redact(ids(), `court order about ${nameOf(0)}`, "carry-out");
  expect(report).toMatchObject({ entities: canaries, claims: 3 * canaries, judgements: canaries, questions: canaries, texts: 1 });
  for (const end of ["", "-wal", "-shm"])
    if (existsSync(`${path}${end}`)) expect(hits(readFileSync(`${path}${end}`)), end).toEqual([]);
  expect(hits(exportsOf(again))).toEqual([]);
  expect(again.search("quillfeather")).toEqual([]);
  expect(again.check()).toEqual([]);
  again.close();
  expect(hits(readFileSync(path))).toEqual([]);
  const later = openCase(path);
  expect(later.check()).toEqual([]);
  expect(() => later.undo()).toThrow(/^undo: what was redacted on 2024-05-01 is no longer in the file/);
  later.judge({ a: "cyr", b: "bolt", verdict: "different" });
  expect(later.undo().label).toBe("judge different");
  later.close();
});

test("logs and the words of the command hold no redacted name", async () => {
  const opened = await canaryCase();
  const path = join(folder, `${opened.name}.clew`);
  opened.close();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [launcher, "redact", path, ...ids(), "--reason", "asked", "--yes"],
    {
      encoding: "utf8",
    },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(hits(stdout)).toEqual([]);
  expect(hits(readFileSync(path))).toEqual([]);
});

test("a plan counts and changes nothing", async () => {
  const opened = await smallCase(folder);
  const before = exportsOf(opened);
  const { revision } = opened;
  const plan = opened.redact(["Ada Löw"], "asked", "plan");
  expect(plan).toMatchObject({ entities: 1, claims: 4, sources: 0 });
  expect(opened.revision).toBe(revision);
  expect(exportsOf(opened)).toBe(before);
  expect(opened.redact(["Ada Löw"], "asked", "carry-out")).toEqual(plan);
  opened.close();
});

test("claims that stay keep their standing, and their quotes stand in the blotted text", async () => {
  const opened = await smallCase(folder);
  opened.redact(["ada"], "asked", "carry-out");
  expect(opened.source("s1").source.text).toContain("███ owns Bolt. The registrar charged ███ with fraud.");
  expect(opened.links().links.map(({ link }) => [link.relation, link.standing])).toEqual([["funds", "denied"]]);
  expect(opened.check()).toEqual([]);
  opened.close();
});

test("a source goes with its claims; a name that somebody else has stays", async () => {
  const opened = await smallCase(folder);
  const report = opened.redact(["Ledger", "person:Twin"], "asked", "carry-out");
  expect(report).toMatchObject({ sources: 1, claims: 1, entities: 1, namesKept: 1 });
  expect(opened.find("Twin").id).toBe("bolt-town");
  expect(() => opened.source("s2")).toThrow(/wanted an id or a title/);
  expect(opened.links({ relations: ["owns"] }).links[0]?.link.standing).toBe("stated");
  expect(opened.check()).toEqual([]);
  opened.close();
});

test("merged entities go together, and what the history did still follows from it", async () => {
  const opened = await smallCase(folder);
  opened.judge({ a: "bolt-town", b: "twin", verdict: "same" });
  expect(opened.redact(["twin"], "asked", "carry-out")).toMatchObject({ entities: 2, judgements: 1, namesKept: 0 });
  expect(opened.check()).toEqual([]);
  opened.close();
});

test("a call that names nothing, or gives no reason, is refused", async () => {
  const opened = await smallCase(folder);
  expect(() => opened.redact(["nobody"], "asked", "carry-out")).toThrow(/^redact: wanted an entity, a source or a claim/);
  expect(() => opened.redact(["Twin"], "asked", "carry-out")).toThrow(/names 2/);
  expect(() => opened.redact(["ada"], " ", "carry-out")).toThrow("redact: wanted a reason");
  expect(opened.revision).toBe(1);
  opened.close();
});
