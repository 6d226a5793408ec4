import { BadInput } from "../../base/problem.ts";
import { type CsvRow, CsvRows } from "../csv/csv-rows.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { StatementEntities } from "./statement-entities.ts";
import { type FtmStatement, statementReader } from "./statement-row.ts";

/** Statements of FollowTheMoney as CSV, as OpenSanctions and nomenklatura write them: each value with its dataset, and when it was seen. */
export const ftmStatementsReader: FormatReader = {
  recognizes: (head) => statementReader(headerOf(head)) !== null,
  start,
};

function headerOf(head: string): string[] {
  const line = head.replace(/^\uFEFF/, "").split(/[\r\n]/, 1)[0] ?? "";
  return line.split(",").map((name) => name.replace(/^"(.*)"$/, "$1"));
}

function start(context: ReadContext): Reading {
  const csv = new CsvRows(context.file, { delimiter: ",", quote: '"', comment: "" });
  const entities = new StatementEntities(context);
  let parse: ReturnType<typeof statementReader> = null;
  let columns = 0;

  function* take(rows: readonly CsvRow[]): Iterable<ReadRecord> {
    for (const { cells, row } of rows) {
      if (parse === null) {
        parse = statementReader(cells);
        columns = cells.length;
        if (parse === null) throw new BadInput(`${context.file}: wanted columns of statements (${wanted}), got others`);
      } else yield* takeRow(cells, parse(cells, row));
    }
  }
  function* takeRow(cells: readonly string[], statement: FtmStatement): Iterable<ReadRecord> {
    const isBroken = !cells.every((cell) => cell.isWellFormed());
    if (cells.length === columns && !isBroken) {
      yield* entities.take(statement);
      return;
    }
    const problem = isBroken
      ? { kind: "broken-text", message: "wanted well-formed Unicode, got half of a surrogate pair" }
      : { kind: "ragged-row", message: `wanted ${columns} cells, got ${cells.length}` };
    yield { kind: "problem", problem: { file: context.file, where: `row ${statement.row}`, ...problem }, outcome: "dropped" };
  }
  return {
    push: (chunk) => take(csv.push(chunk)),
    *end() {
      yield* take(csv.end());
      if (parse === null) throw new BadInput(`${context.file}: wanted columns of statements (${wanted}), got an empty file`);
      yield* entities.end();
    },
  };
}

const wanted = "entity_id or canonical_id, schema, prop, value, dataset";
