import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading } from "../format.ts";
import { firstRecord, jsonHead } from "../json-head.ts";
import type { JsonPlan } from "../json-items.ts";
import { jsonLinesReading } from "../json-reading.ts";
import { type JsonValue, textAt } from "../json-value.ts";
import { BodsRecords } from "./bods-records.ts";

/** Beneficial Ownership Data Standard, 0.1 to 0.4: a list of statements, or one a line. */
export const bodsReader: FormatReader = {
  recognizes: (head) => isStatement(firstRecord(jsonHead(head))),
  start,
};

function isStatement(value: JsonValue | undefined): boolean {
  return textAt(value, "statementId") !== "" || textAt(value, "statementID") !== "";
}

const plan: JsonPlan = (path, kind) => (path.length === 0 && kind === "list" ? "enter" : "whole");

function start(context: ReadContext): Reading {
  const records = new BodsRecords(context);
  let statements = 0;
  return jsonLinesReading(context, {
    plan,
    *take({ value, line }) {
      if (yield* records.take(value, { where: `line ${line}`, row: line })) statements++;
    },
    *end() {
      if (statements === 0) throw new BadInput(`${context.file}: wanted statements of beneficial ownership, got none`);
      yield* records.end();
    },
  });
}
