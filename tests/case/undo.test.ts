import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chartId, entityId } from "../../src/base/ids.ts";
import { BadInput } from "../../src/base/problem.ts";
import { type Case, openCase } from "../../src/case/open-case.ts";
import { bytes, jsonLines, scratchFolder, smallCase, smallLines } from "./small-case.ts";

const folder = scratchFolder();

/** What a reader sees, without revision, dates and charts. */
function picture(opened: Case): string {
  const tables = ["entities", "links", "claims"].flatMap((part) => [...opened.exportAs({ format: "csv", part }).chunks]);
  return tables.join("") + JSON.stringify(opened.stats());
}

const steps: Readonly<Record<string, (opened: Case) => unknown>> = {
  record: (opened) => opened.record({ subject: "ada", relation: "funds", object: "cyr", stance: "asserts", source: "s2" }),
  merge: (opened) => opened.judge({ a: "bolt-town", b: "registrar", verdict: "same" }),
  withdraw: (opened) => {
    const claim = opened.source("Ledger").claims[0];
    return claim === undefined ? null : opened.withdraw(claim.id, "wrong");
  },
  undo: (opened) => opened.view().canUndo !== null && opened.undo(),
  redo: (opened) => opened.view().canRedo !== null && opened.redo(),
  chart: (opened) =>
    opened.putChart({
      id: chartId("main"),
      name: "Main",
      nodes: [{ entity: entityId("ada"), x: opened.revision, y: 0, pinned: true }],
    }),
};

/** A step that does not fit (nothing is left to record about once the import is undone) is refused, and changes nothing. */
function attempt(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
  }
}

test("undoing all gives the start, redoing all the end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 12 }), async (names) => {
      const opened = await smallCase(folder);
      const states = [picture(opened)];
      for (const name of names) attempt(() => steps[name]?.(opened));
      while (opened.view().canRedo !== null) opened.redo();
      const end = picture(opened);
      let undone = 0;
      while (opened.view().canUndo !== "import small.clew.jsonl") {
        opened.undo();
        undone++;
      }
      expect(picture(opened)).toBe(states[0]);
      for (; undone > 0; undone--) opened.redo();
      expect(picture(opened)).toBe(end);
      opened.close();
    }),
    { numRuns: 25, seed: 20240322 },
  );
});

test("undo goes on after the case is closed and opened again", async () => {
  const opened = await smallCase(folder);
  const start = picture(opened);
  steps.record?.(opened);
  const path = join(folder, `${opened.name}.clew`);
  opened.close();
  const again = openCase(path, { clock: () => "2024-04-01T00:00:00.000Z" });
  expect(again.undo().label).toBe("record claim");
  expect(picture(again)).toBe(start);
  expect(again.view().canRedo).toBe("record claim");
  again.close();
});

test("moving nodes does not bury the step before it", async () => {
  const opened = await smallCase(folder);
  steps.record?.(opened);
  for (let moves = 0; moves < 5; moves++) steps.chart?.(opened);
  expect(opened.view().canUndo).toBe("record claim");
  opened.undo();
  steps.chart?.(opened);
  expect(opened.view().canRedo).toBe("record claim");
  opened.close();
});

test("an import is undone as one step, entities and all", async () => {
  const opened = await smallCase(folder);
  opened.undo();
  expect(opened.stats()).toMatchObject({ entities: 0, links: 0, claims: 0, sources: 0 });
  opened.redo();
  expect(opened.stats()).toMatchObject({ entities: 6, links: 3, claims: 5, attributes: 1, sources: 2 });
  expect(opened.check()).toEqual([]);
  opened.close();
});

test("with nothing to undo or redo the call is refused in words", async () => {
  const opened = await smallCase(folder);
  expect(() => opened.redo()).toThrow("redo: nothing to redo");
  opened.undo();
  expect(() => opened.undo()).toThrow("undo: nothing to undo");
  opened.close();
});

test("a file comes in again after its import was undone, and a claim that somebody withdrew stays withdrawn", async () => {
  const opened = await smallCase(folder);
  const start = opened.stats();
  opened.withdraw("c3", "misread");
  opened.undo();
  opened.undo();
  const file = { name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) };
  expect((await opened.import([file])).claims).toEqual({ added: 6, matched: 0 });
  expect(opened.stats()).toEqual(start);
  expect(opened.check()).toEqual([]);
  opened.withdraw("c3", "misread");
  expect((await opened.import([file])).claims).toEqual({ added: 0, matched: 6 });
  expect(opened.stats().links).toBe(start.links - 1);
  opened.close();
});
