import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Case, openCase } from "../../src/case/open-case.ts";

const briefing =
  "Ada owns Bolt. The registrar charged Ada with fraud. Ada said that Cyr funds Bolt; Cyr denies it. Bolt holds about 10,000 parts.";
const ledger = "Ada owns Bolt, the ledger says.";

/** Four entities, two sources, one contested link, one link that only a speaker gives, one figure. */
export const smallLines: readonly object[] = [
  { clew: 1, name: "small" },
  { kind: "source", id: "s1", title: "Briefing", published: "2024-03-25", text: briefing },
  { kind: "source", id: "s2", title: "Ledger", text: ledger },
  { kind: "entity", id: "ada", type: "person", name: "Ada Löw", aliases: ["Ada"] },
  { kind: "entity", id: "bolt", type: "organization", name: "Bolt" },
  { kind: "entity", id: "cyr", type: "person", name: "Cyr" },
  { kind: "entity", id: "registrar", type: "organization", name: "Registrar" },
  { kind: "entity", id: "bolt-town", type: "place", name: "Twin" },
  { kind: "entity", id: "twin", type: "person", name: "Twin" },
  link("c1", "ada", "owns", "bolt", { source: "s1", citation: { quote: "Ada owns Bolt" } }),
  link("c2", "ada", "owns", "bolt", { source: "s2", citation: { quote: "Ada owns Bolt, the ledger says" } }),
  link("c3", "registrar", "charged", "ada", {
    source: "s1",
    citation: { quote: "The registrar charged Ada with fraud" },
    note: "fraud",
  }),
  link("c4", "cyr", "funds", "bolt", { source: "s1", stance: "alleges", speaker: "ada", citation: { quote: "Cyr funds Bolt" } }),
  link("c5", "cyr", "funds", "bolt", { source: "s1", stance: "denies", speaker: "cyr", citation: { quote: "Cyr denies it" } }),
  {
    kind: "claim",
    claim: "attribute",
    id: "c6",
    subject: "bolt",
    property: "count",
    value: 10_000,
    approximate: true,
    stance: "asserts",
    source: "s1",
    citation: { quote: "Bolt holds about 10,000 parts" },
  },
];

function link(id: string, subject: string, relation: string, object: string, more: object): object {
  return { kind: "claim", claim: "link", id, subject, relation, object, stance: "asserts", ...more };
}

export function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A folder of its own, gone after the tests of the file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "clew-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let made = 0;

/** A new case under a name of its own, with a clock that stands and ids that count. */
export function newCase(folder: string): Case {
  let next = 0;
  return openCase(join(folder, `case-${++made}.clew`), {
    mode: "create",
    by: "tester",
    clock: () => "2024-04-01T00:00:00.000Z",
    ids: () => `made-${++next}`,
  });
}

export async function smallCase(folder: string): Promise<Case> {
  const opened = newCase(folder);
  await opened.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  return opened;
}
