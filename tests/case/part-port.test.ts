import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { importFiles } from "../../src/case/import-files.ts";
import { type FilePart, packFiles } from "../../src/case/pack-files.ts";
import { receiveParts, sendParts } from "../../src/case/part-port.ts";
import { readBeside } from "../../src/case/read-beside.ts";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { bytes, scratchFolder } from "./small-case.ts";

const folder = scratchFolder();
const author = { by: "tester", at: "2024-04-01T00:00:00.000Z" };
const terms = { ontology: builtInOntology, author };

function table(name: string, rows: number): string {
  const path = join(folder, name);
  const lines = Array.from({ length: rows }, (_, row) => `a${row},b${row % 7},owns`);
  writeFileSync(path, `source,target,type\n${lines.join("\n")}\n`);
  return path;
}

async function all(parts: AsyncIterable<FilePart>): Promise<FilePart[]> {
  const got: FilePart[] = [];
  for await (const part of parts) got.push(part);
  return got;
}

test("a thread beside gives the parts that reading here gives, for files and for bytes", async () => {
  const files = [table("one.csv", 5_000), { name: "two.csv", bytes: bytes("source,target\nx,y\nbad\n") }];
  expect(await all(readBeside(files, terms))).toEqual(await all(packFiles(files, terms)));
});

test("what cannot be read there is refused as it is here", async () => {
  for (const files of [[join(folder, "gone.csv")], [{ name: "x.csv", bytes: bytes('source,target\n"a,b') }]]) {
    const here = await all(packFiles(files, terms)).catch((error: unknown) => error);
    const there = await all(readBeside(files, terms)).catch((error: unknown) => error);
    expect(here).toBeInstanceOf(BadInput);
    expect(there).toBeInstanceOf(BadInput);
    const { message, kind, candidates, since } = here as BadInput;
    expect(there).toMatchObject({ message, kind, candidates, since });
  }
});

test("a large file is read beside; one that is cut short leaves the case as it was", async () => {
  const lines = Array.from({ length: 21_000 }, (_, row) => `${"a long name ".repeat(18)}${row >> 2},b${row % 7},owns`);
  const large = { name: "large.csv", bytes: bytes(`source,target,type\n${lines.join("\n")}\n`) };
  expect(large.bytes.length).toBeGreaterThan(4 * 1024 ** 2);
  const store = openSqliteStore(join(folder, "one.clew"), { mode: "create" });
  const report = await importFiles(store, [large], { author });
  expect([report.claims.added, report.entities.added, report.problems]).toEqual([21_000, 5_257, []]);
  const cut = { name: "cut.csv", bytes: bytes(`source,target,type\n${lines.join("\n")}\n"a,b`) };
  await expect(importFiles(store, [cut], { author })).rejects.toThrow(BadInput);
  expect(store.revision()).toBe(1);
  store.close();
});

test("reading waits once as much lies in the port as may, goes on as it is taken, and ends when nobody takes any more", async () => {
  const { port1, port2 } = new MessageChannel();
  let read = 0;
  const parts = (async function* () {
    for await (const part of packFiles([table("long.csv", 60_000)], terms)) {
      read++;
      yield part;
    }
  })();
  let fulls = 0;
  const sent = sendParts(port1, parts, { mostAhead: 1_000_000, onFull: () => fulls++ });
  await expect.poll(() => fulls).toBe(1);
  const before = read;
  await new Promise((wait) => setTimeout(wait, 50));
  expect(read).toBe(before);
  const taken = receiveParts(port2);
  while (read === before) expect((await taken.next()).done).toBe(false);
  await taken.return(undefined);
  await sent;
  expect(read).toBeLessThan(50);
});

test("a thread that ends by itself is a fault, not the end of the file", async () => {
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker("process.exit(0)", { eval: true, workerData: port1, transferList: [port1] });
  const parts = receiveParts(port2);
  await new Promise((ended) => thread.once("exit", ended));
  await expect(all(parts)).rejects.toThrow("ended by itself");
});
