import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { type Case, openCase } from "../../../src/case/open-case.ts";
import { bytes, jsonLines, scratchFolder, smallLines } from "../../case/small-case.ts";
import { clew } from "../../cli/run-clew.ts";

const folder = scratchFolder();
let made = 0;

/** A case whose clock goes on by a day with each change. */
async function datedCase(): Promise<{ opened: Case; path: string }> {
  const path = join(folder, `dated-${++made}.clew`);
  let [day, next] = [0, 0];
  const clock = () => new Date(Date.UTC(2024, 2, ++day, 12)).toISOString();
  const opened = openCase(path, { mode: "create", by: "tester", ids: () => `made-${++next}`, clock });
  await opened.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  return { opened, path };
}

const steps: Readonly<Record<string, (opened: Case) => unknown>> = {
  record: (opened) => opened.record({ subject: "ada", relation: "funds", object: "cyr", stance: "asserts", source: "s2" }),
  merge: (opened) => opened.judge({ a: "bolt-town", b: "registrar", verdict: "same" }),
  withdraw: (opened) => opened.withdraw(opened.source("Ledger").claims[0]?.id ?? "none", "wrong"),
  undo: (opened) => opened.undo(),
  redo: (opened) => opened.redo(),
  save: (opened) => opened.saveQuestion({ name: `q${opened.revision}`, asked: { ask: "path", from: "ada", to: "cyr" } }),
};

/** One that does not fit is refused, and another change stands in its place. */
function step(opened: Case, name: string): void {
  try {
    steps[name]?.(opened);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
  }
}

const picture = (opened: Case) => ({
  hash: opened.hash(),
  stats: opened.stats(),
  links: opened.links(),
  revision: opened.revision,
});

test("the case as known on a date is the case on which the later changes were never made", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 10 }), fc.nat(10), async (names, cut) => {
      const [whole, short] = [await datedCase(), await datedCase()];
      for (const name of names) step(whole.opened, name);
      for (const name of names.slice(0, cut)) step(short.opened, name);
      const last = short.opened.revision;
      const at = [...short.opened.exportAs({ format: "clew-jsonl" }).chunks]
        .join("")
        .split("\n")
        .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as { kind?: string; seq?: number; at?: string }]))
        .find(({ kind, seq }) => kind === "history" && seq === last)?.at;
      const known = openCase(whole.path, { asKnownOn: at ?? "" });
      expect(picture(known)).toEqual(picture(short.opened));
      expect(known.check()).toEqual([]);
      for (const each of [known, whole.opened, short.opened]) each.close();
    }),
    { numRuns: 12, seed: 20240322 },
  );
});

test("a day, a month and a year end with their last day", async () => {
  const { opened, path } = await datedCase();
  for (let n = 0; n < 40; n++) opened.judge({ a: "ada", b: "cyr", verdict: "different" });
  opened.close();
  const revision = (asKnownOn: string) => {
    const known = openCase(path, { asKnownOn });
    const { revision: last } = known;
    known.close();
    return last;
  };
  const days = [
    "2024-02-29",
    "2024-03-01",
    "2024-03-02",
    "2024-03-02T11:59:00Z",
    "2024-03-02T12:00:00Z",
    "2024-03",
    "2024",
    "2023",
  ];
  expect(days.map(revision)).toEqual([0, 1, 2, 1, 2, 31, 41, 0]);
  for (const wrong of ["", "yesterday", "2024-02-30", "2024-13", "24"])
    expect(() => revision(wrong), wrong).toThrow(/^as known on: wanted a date/);
});

test("what was redacted since is not known any more, and nothing can be written", async () => {
  const { opened, path } = await datedCase();
  opened.redact(["ada"], "asked", "carry-out");
  opened.close();
  const known = openCase(path, { asKnownOn: "2024-03-01" });
  expect(known.revision).toBe(1);
  expect(known.search("Ada")).toEqual([]);
  expect(known.check()).toEqual([]);
  expect(() => known.judge({ a: "cyr", b: "bolt", verdict: "different" })).toThrow(/is open for reading only/);
  known.close();
});

test("the command line asks of what was known", async () => {
  const { opened, path } = await datedCase();
  opened.withdraw("c4", "never said");
  opened.withdraw("c5", "never said");
  opened.close();
  const links = (...more: string[]) =>
    (JSON.parse(clew("links", path, "--relation", "funds", "--json", ...more).out) as { count: number }).count;
  expect([links(), links("--as-known-on", "2024-03-01")]).toEqual([0, 1]);
  const asked = clew("path", path, "cyr", "bolt", "--include-denied", "--json", "--max-hops", "1", "--as-known-on", "2024-03-01");
  expect(asked.code).toBe(0);
  expect(clew("stats", path, "--as-known-on", "soon").err).toMatch(/^clew: as known on: wanted a date/);
});
