import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entityId, judgementId, relationId, sourceId } from "../../../src/base/ids.ts";
import type { Change } from "../../../src/claims/change.ts";
import type { CaseStore } from "../../../src/store/case-store.ts";
import { CaseMemory } from "../../../src/store/sqlite/case-memory.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { Statements } from "../../../src/store/sqlite/statements.ts";
import { author, entityOf, judgementOf, linkClaim, putting, recording, sourceOf, three } from "../records.ts";

let folder: string;
let writer: CaseStore;
let reader: DatabaseSync;
let memory: CaseMemory;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-memory-"));
  writer = openSqliteStore(join(folder, "case.clew"), { mode: "create" });
  writer.apply(three, author);
  reader = new DatabaseSync(join(folder, "case.clew"));
  memory = new CaseMemory(new Statements(reader));
});
afterEach(() => {
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});

const titleOf = (id: string) => memory.sourceHead(sourceId(id))?.title;
const standIns = () => Object.fromEntries(memory.rules().merged);

test("what a change does not touch is not read again", () => {
  const { ontology, merged, classes } = memory.rules();
  const source = memory.sourceHead(sourceId("s1"));
  writer.apply([...putting(entityOf("d")), ...recording(linkClaim("c1", "a owns d"))], author);
  expect(memory.rules().revision).toBe(2);
  expect(memory.rules().ontology).toBe(ontology);
  expect(memory.rules().merged).toBe(merged);
  expect(memory.rules().classes).toBe(classes);
  expect(memory.sourceHead(sourceId("s1"))).toBe(source);
});

test("judgements of others are seen, and those taken back", () => {
  expect(standIns()).toEqual({});
  const { seq } = writer.apply([{ kind: "record-judgement", judgement: judgementOf("j", "a", "b") }], author);
  expect(standIns()).toEqual({ a: "a", b: "a" });
  expect(memory.rules().classes.get(entityId("a"))).toEqual(["a", "b"]);
  writer.takeBack(seq, author);
  expect(standIns()).toEqual({});
  writer.apply([{ kind: "restore-judgement", judgement: judgementId("j"), reason: "" }], author);
  expect(standIns()).toEqual({ a: "a", b: "a" });
});

test("new words and new titles are seen", () => {
  const relation = {
    id: relationId("taught"),
    label: "taught",
    inverse: "taught by",
    family: "other",
    symmetric: false,
  } as const;
  expect(memory.rules().ontology.relations.has(relation.id)).toBe(false);
  writer.apply([{ kind: "put-relation", before: null, after: relation } as unknown as Change], author);
  expect(memory.rules().ontology.relations.get(relation.id)).toMatchObject({ label: "taught" });
  expect(titleOf("s1")).toBe("s1");
  const [before, after] = [sourceOf("s1"), sourceOf("s1", { title: "Briefing" })];
  writer.apply([{ kind: "put-source", before, after }], author);
  expect(titleOf("s1")).toBe("Briefing");
});

test("an entry of many changes, and a redaction, have everything read again", () => {
  expect([titleOf("s1"), standIns()]).toEqual(["s1", {}]);
  const many = Array.from({ length: 100 }, (_, at) => entityOf(`m${at}`));
  const after = sourceOf("s1", { title: "Briefing" });
  const last: Change[] = [
    { kind: "put-source", before: sourceOf("s1"), after },
    { kind: "record-judgement", judgement: judgementOf("j", "a", "b") },
  ];
  writer.apply([...putting(...many), ...last], author);
  expect([titleOf("s1"), standIns()]).toEqual(["Briefing", { a: "a", b: "a" }]);
  const targets = { entities: [entityId("b")], sources: [sourceId("s1")], claims: [] };
  writer.redact(targets, author, "carry-out");
  expect([titleOf("s1"), standIns()]).toEqual([undefined, {}]);
});

test("a reading sees one revision, whatever is written meanwhile", () => {
  memory.reading(() => {
    expect(titleOf("s1")).toBe("s1");
    writer.apply([{ kind: "put-source", before: sourceOf("s1"), after: sourceOf("s1", { title: "Briefing" }) }], author);
    expect([memory.revision(), titleOf("s1")]).toEqual([1, "s1"]);
  });
  expect([memory.revision(), titleOf("s1")]).toEqual([2, "Briefing"]);
});
