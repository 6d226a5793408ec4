import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { chartId } from "../../../src/base/ids.ts";
import { type Case, openCase } from "../../../src/case/open-case.ts";
import { bytes, newCase, scratchFolder, smallCase } from "../../case/small-case.ts";

const folder = scratchFolder();
const pathOf = (opened: Case) => join(folder, `${opened.name}.clew`);

/** Withdrawn claims, merges, a chart's worth of history. */
async function livelyCase(): Promise<Case> {
  const opened = await smallCase(folder);
  opened.judge({ a: "bolt-town", b: "twin", verdict: "same", reason: "one letter" });
  opened.withdraw("c3", "wrong registrar");
  opened.saveQuestion({ name: "How?", asked: { ask: "path", from: "ada", to: "cyr" } });
  return opened;
}

test("a backup holds what the case held, history and all, and nothing is beside it", async () => {
  const opened = await livelyCase();
  const place = join(folder, "one");
  mkdirSync(place);
  const made = await opened.backup(join(place, "copy.clew"));
  expect(made).toMatchObject({ revision: opened.revision, hash: opened.hash() });
  expect(readdirSync(place)).toEqual(["copy.clew"]);
  expect(statSync(join(place, "copy.clew"))).toMatchObject({ size: made.bytes, mode: 0o100600 });
  const copy = openCase(join(place, "copy.clew"));
  expect(copy.hash()).toEqual(opened.hash());
  expect(copy.check()).toEqual([]);
  expect(copy.undo().label).toBe("save question How?");
  copy.close();
  opened.close();
});

test("a file that is there stays, and a folder that is not there is said", async () => {
  const opened = await smallCase(folder);
  writeFileSync(join(folder, "taken"), "mine");
  await expect(opened.backup(join(folder, "taken"))).rejects.toThrow(/wanted a new name, got a file that is there/);
  expect(readFileSync(join(folder, "taken"), "utf8")).toBe("mine");
  await expect(opened.backup(join(folder, "none", "copy.clew"))).rejects.toThrow(/wanted a folder that is there/);
  opened.close();
});

test("while another process writes, each backup is the case at one of its revisions", async () => {
  const opened = await smallCase(folder);
  const path = pathOf(opened);
  opened.close();
  const script = `import { openCase } from ${JSON.stringify(resolve("src/case/open-case.ts"))};
    const opened = openCase(${JSON.stringify(path)});
    for (let n = 0; n < 2000; n++) {
      opened.record({ subject: "ada", relation: "funds", object: "cyr", stance: "asserts", source: "s2", note: "x".repeat(500) });
      if (n === 0) console.log("on");
    }`;
  const writer = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await once(writer.stdout, "data");
  const reader = openCase(path, { mode: "read" });
  const revisions: number[] = [];
  for (let n = 0; n < 5; n++) {
    const target = join(folder, `while-${n}.clew`);
    const made = await reader.backup(target);
    revisions.push(made.revision);
    const copy = openCase(target, { mode: "read" });
    expect(copy.check()).toEqual([]);
    expect(copy.links({ relations: ["funds"] }).links.find(({ link }) => link.from === "ada")?.link.claims).toBe(
      made.revision - 1,
    );
    copy.close();
  }
  expect(reader.revision).toBeGreaterThan(revisions[0] ?? 0);
  expect(new Set(revisions).size).toBeGreaterThan(1);
  reader.close();
  writer.kill();
  await once(writer, "exit");
});

test("a case restored from Clew JSON lines has the hash of its records", async () => {
  const opened = await livelyCase();
  const lines = [...opened.exportAs({ format: "clew-jsonl" }).chunks].join("");
  const restored = newCase(folder);
  const { problems } = await restored.import([{ name: "back.clew.jsonl", bytes: bytes(lines) }]);
  expect(problems).toEqual([]);
  expect(restored.hash().records).toBe(opened.hash().records);
  expect(restored.hash().history).not.toBe(opened.hash().history);
  restored.withdraw("c1", "wrong");
  expect(restored.hash().records).not.toBe(opened.hash().records);
  restored.undo();
  expect(restored.hash().records).toBe(opened.hash().records);
  restored.close();
  opened.close();
});

test("compact gives back room and changes nothing else; it is refused while the case is open elsewhere", async () => {
  const opened = await smallCase(folder);
  for (let n = 0; n < 50; n++) opened.putChart({ id: chartId("c"), name: `${n}${"x".repeat(n === 49 ? 1 : 20_000)}`, nodes: [] });
  opened.redact(["registrar"], "asked", "plan");
  const hash = opened.hash();
  expect(() => openCase(pathOf(opened))).toThrow(/is open in another Clew/);
  const { before, after } = opened.compact();
  expect(after).toBeLessThan(before);
  expect(opened.hash()).toEqual(hash);
  expect(opened.check()).toEqual([]);
  const reader = openCase(pathOf(opened), { mode: "read" });
  expect(() => reader.compact()).toThrow(/is open for reading only/);
  reader.close();
  opened.close();
});
