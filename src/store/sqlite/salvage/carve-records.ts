import { BadInput } from "../../../base/problem.ts";
import type { Change } from "../../../claims/change.ts";
import type { Chart } from "../../../claims/chart.ts";
import type { Claim } from "../../../claims/claim.ts";
import type { Entity } from "../../../claims/entity.ts";
import type { Judgement } from "../../../claims/judgement.ts";
import {
  parseChart,
  parseClaim,
  parseEntity,
  parseJudgement,
  parseSavedQuestion,
  parseSource,
} from "../../../claims/parse-record.ts";
import type { SavedQuestion } from "../../../claims/saved-question.ts";
import type { Source } from "../../../claims/source.ts";
import { type ClaimRow, claimColumns, claimOfRow } from "../../claim-row.ts";
import { type RunKind, runKinds } from "../history-runs.ts";
import type { PageFile } from "./page-file.ts";
import { type Cell, type CellRow, readCells } from "./read-cells.ts";
import type { HistoryRow, Salvage } from "./salvage.ts";

/** Every record that lies whole on pages that can be read. Which table a row is of shows by its columns and its record. */
export function carveRecords(file: PageFile): Salvage {
  const found: Salvage = {
    entities: new Map(),
    sources: new Map(),
    texts: new Map(),
    claims: new Map(),
    judgements: new Map(),
    charts: new Map(),
    questions: new Map(),
    ontology: new Map(),
    withdrawn: new Map(),
    history: new Map(),
    changes: new Map(),
    runs: new Map(),
  };
  for (const row of readCells(file)) takers[row.columns.length]?.(found, row);
  return found;
}

type Taker = (found: Salvage, row: CellRow) => void;

/** By number of columns. */
const takers: Readonly<Record<number, Taker>> = {
  2: (found, { rowid, columns: [id, body] }) => {
    if (typeof id !== "string" || typeof body !== "string" || rowid === null) return;
    const record = jsonOf(body);
    const kept =
      record?.id !== id
        ? null
        : "ask" in record
          ? sound<SavedQuestion>(parseSavedQuestion, record)
          : sound<Chart>(parseChart, record);
    if (kept === null) found.texts.set(id, body);
    else if ("ask" in kept) found.questions.set(id, kept);
    else found.charts.set(id, kept);
  },
  3: (found, { rowid, columns: [first, second, body] }) => {
    const record = jsonOf(body);
    if (record === null) return;
    if (rowid !== null && record.id === first) takeEntityOrSource(found, record, second);
    else if (rowid === null && typeof first === "number" && typeof second === "number" && typeof record.kind === "string")
      found.changes.set(`${first}/${second}`, { seq: first, n: second, change: record as unknown as Change });
    else if (rowid === null && isOntologyKind(first) && record.id === second)
      found.ontology.set(`${first}/${second}`, { kind: first, id: String(second), record });
  },
  4: (found, { rowid, columns: [kind, id, seq, reason] }) => {
    if (rowid !== null || (kind !== "claim" && kind !== "judgement")) return;
    if (typeof id !== "string" || typeof seq !== "number" || typeof reason !== "string") return;
    found.withdrawn.set(`${kind}/${id}`, { kind, id, seq, reason });
  },
  5: (found, { rowid, columns }) => {
    if (rowid === null) return;
    const record = jsonOf(columns[4]);
    if (record === null) takeEntry(found, { seq: rowid, columns });
    else if (record.id === columns[0]) keep(found.judgements, sound<Judgement>(parseJudgement, record));
  },
  6: (found, { rowid, columns }) => {
    const [seq, n, kind, first, last, claims] = columns;
    const isRun = rowid === null && runKinds.some((each) => each === kind);
    if (!isRun || ![seq, n, first, last, claims].every((each) => Number.isSafeInteger(each) && Number(each) >= 0)) return;
    found.runs.set(`${seq}/${n}`, {
      ...{ seq: Number(seq), n: Number(n), kind: kind as RunKind },
      ...{ first: Number(first), last: Number(last), claims: Number(claims) },
    });
  },
  12: (found, { rowid, columns }) => {
    const record = jsonOf(columns[11]);
    if (rowid === null || record === null || ("id" in record && record.id !== columns[1])) return;
    const claim = sound<Claim>(parseClaim, claimOfRow(claimRowOf(columns), record));
    if (claim !== null) found.claims.set(claim.id, { key: rowid, claim });
  },
};

/** Columns of a claim from 1 on: the first stands for the row's number. */
function claimRowOf(columns: readonly Cell[]): ClaimRow {
  const names = claimColumns.split(", ");
  return Object.fromEntries(names.map((name, at) => [name, columns[at + 1]])) as unknown as ClaimRow;
}

function takeEntityOrSource(found: Salvage, record: Readonly<Record<string, unknown>>, second: Cell | undefined): void {
  if ("aliases" in record && record.type === second) keep(found.entities, sound<Entity>(parseEntity, record));
  else if ("title" in record) keep(found.sources, sound<Source>(parseSource, { ...record, text: null }));
}

function takeEntry(found: Salvage, { seq, columns: [, at, by, label, undoes] }: { seq: number; columns: readonly Cell[] }): void {
  if (typeof at !== "string" || typeof by !== "string" || typeof label !== "string" || !/^\d{4}-/.test(at)) return;
  if (undoes !== null && typeof undoes !== "number") return;
  const row: HistoryRow = { seq, at, by, label, undoes: undoes ?? null };
  found.history.set(seq, row);
}

function keep<T extends { readonly id: string }>(map: Map<string, T>, record: T | null): void {
  if (record !== null) map.set(record.id, record);
}

function isOntologyKind(kind: Cell | undefined): kind is "type" | "relation" | "property" {
  return kind === "type" || kind === "relation" || kind === "property";
}

function jsonOf(text: Cell | undefined): Readonly<Record<string, unknown>> | null {
  if (typeof text !== "string" || !text.startsWith("{")) return null;
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function sound<T>(parse: (given: unknown) => T, record: unknown): T | null {
  try {
    return parse(record);
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}
