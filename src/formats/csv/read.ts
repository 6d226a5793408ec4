import { entityId, entityTypeId } from "../../base/ids.ts";
import { BadInput, type Outcome } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { relationChooser } from "../relation-chooser.ts";
import type { CsvRow } from "./csv-rows.ts";
import { csvRows } from "./csv-rows.ts";
import type { EdgeListColumns } from "./edge-list-columns.ts";
import { edgeListColumns, guessDelimiter } from "./edge-list-columns.ts";
import type { EdgeRow } from "./edge-row.ts";
import { edgeClaims, writtenRelation } from "./edge-row.ts";
import { unguard } from "./formula-guard.ts";
import { isOwnLinksHeader, ownColumn } from "./links-columns.ts";

/**
 * Edge lists: one link claim per row, asserted by `context.source` in its own voice. Needs the columns
 * source and target; type, label and weight are understood, other columns stay with the claim as
 * attributes. A file whose header is exactly that of our own `links` export also gives back names,
 * types and stances. Decisions and quirks: docs/formats.md.
 */
export const csvReader: FormatReader = {
  recognizes: (head) => guessDelimiter(head).edgeList,
  start,
};

function start(context: ReadContext): Reading {
  let pending = "";
  let rows: Reading | null = null;
  return {
    push(chunk) {
      if (rows !== null) return rows.push(chunk);
      pending += chunk;
      if (!holdsHeader(pending)) return [];
      rows = rowReader(pending, context);
      return rows.push(pending);
    },
    *end() {
      if (rows === null) {
        if (pending.trim() === "" || pending === "\uFEFF")
          throw new BadInput(`${context.file}: wanted a header with the columns source and target, got an empty file`);
        rows = rowReader(pending, context);
        yield* rows.push(pending);
      }
      yield* rows.end();
    },
  };
}

/** Whether the text surely holds the whole first record, or so much that it cannot be a header. */
function holdsHeader(text: string): boolean {
  return text.length > 65_536 || /\S[^\r\n]*[\r\n]/.test(text);
}

function rowReader(head: string, context: ReadContext): Reading {
  const csv = csvRows(context.file, guessDelimiter(head).delimiter);
  const seen = new Set<string>();
  const chooser = relationChooser(context.ontology);
  let columns: EdgeListColumns | null = null;
  let own = false;

  function* take(rows: readonly CsvRow[]): Iterable<ReadRecord> {
    for (const row of rows) {
      if (columns === null) {
        own = isOwnLinksHeader(row.cells);
        columns = edgeListColumns(context.file, row.cells);
        continue;
      }
      const where = `row ${row.row}`;
      const complaint = shapeProblem(row, columns.width);
      if (complaint !== null) yield problem(context, where, complaint.kind, complaint.message, complaint.outcome);
      if (complaint?.outcome !== "dropped") yield* takeRow(rowOf(row, columns, own), where);
    }
  }

  function* takeRow(row: EdgeRow, where: string): Iterable<ReadRecord> {
    const missing = endsProblem(row);
    if (missing !== null) {
      yield problem(context, where, "empty-end", missing, "dropped");
      return;
    }
    for (const end of ["source", "target"] as const) yield* entityOnce(row, end);
    const written = writtenRelation(row);
    const { relation, note, undirected, trouble: direction } = chooser.choose(written);
    if (undirected !== null) yield { kind: "relation", relation: undirected };
    if (direction !== null) yield problem(context, where, "mixed-direction", direction, "repaired");
    for (const claim of edgeClaims(row, { relation, note: note || written.note }, context)) yield { kind: "claim", claim };
  }

  function* entityOnce(row: EdgeRow, end: "source" | "target"): Iterable<ReadRecord> {
    const id = row[end];
    if (seen.has(id)) return;
    seen.add(id);
    const name = ownColumn(row.own, `${end}_name`) || id;
    const type = entityTypeId(ownColumn(row.own, `${end}_type`) || "thing");
    yield { kind: "entity", entity: { id: entityId(id), type, name, aliases: [], description: "", placeholder: false } };
  }

  return {
    push: (chunk: string) => take(csv.push(chunk)),
    *end(): Iterable<ReadRecord> {
      yield* take(csv.end());
      if (columns === null)
        throw new BadInput(`${context.file}: wanted a header with the columns source and target, got an empty file`);
    },
  };
}

function rowOf({ cells, row }: CsvRow, columns: EdgeListColumns, own: boolean): EdgeRow {
  const cell = (at: number) => (own ? unguard(cells[at] ?? "") : (cells[at] ?? "").trim());
  const others = columns.others.map(([at, name]) => [name, cell(at)] as const);
  return {
    row,
    source: cell(columns.source),
    target: cell(columns.target),
    type: cell(columns.type),
    label: cell(columns.label),
    weight: cell(columns.weight),
    others: own ? [] : others.filter(([, value]) => value !== ""),
    own: own ? new Map(others) : null,
  };
}

function shapeProblem({ cells, repaired }: CsvRow, width: number): { kind: string; message: string; outcome: Outcome } | null {
  if (!cells.every((cell) => cell.isWellFormed())) {
    return { kind: "broken-text", message: "wanted well-formed Unicode, got half of a surrogate pair", outcome: "dropped" };
  }
  const kind = "ragged-row";
  if (cells.length > width) {
    const shifted = cells.slice(width).some((cell) => cell.trim() !== "");
    return {
      kind,
      message: `wanted ${width} cells as in the header, got ${cells.length}`,
      outcome: shifted ? "dropped" : "repaired",
    };
  }
  if (cells.length < width)
    return {
      kind,
      message: `wanted ${width} cells as in the header, got ${cells.length}; the rest is empty`,
      outcome: "repaired",
    };
  if (repaired)
    return {
      kind: "text-after-quote",
      message: "wanted a delimiter after the closing quote, got more text; it was taken as part of the cell",
      outcome: "repaired",
    };
  return null;
}

function endsProblem({ source, target }: EdgeRow): string | null {
  const missing = [source === "" ? "source" : "", target === "" ? "target" : ""].filter((end) => end !== "");
  return missing.length === 0 ? null : `wanted an id in source and target, got an empty ${missing.join(" and ")}`;
}

function problem(context: ReadContext, where: string, kind: string, message: string, outcome: Outcome): ReadRecord {
  return { kind: "problem", problem: { file: context.file, where, kind, message }, outcome };
}
