import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { firstRecord, jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPlan } from "../json-items.ts";
import { jsonLinesReading } from "../json-reading.ts";
import { fieldOf, hasKeys, isJsonList, isJsonObject, type JsonValue, listAt, objectAt } from "../json-value.ts";
import { FtmEntities } from "./ftm-entities.ts";
import { isFtmKey } from "./parse-entity.ts";

/**
 * Entities of FollowTheMoney: one a line, as OpenSanctions and Aleph write them, in one list, or in the list of an answer of Aleph
 * (`results`). A line that is no entity is a problem, and the rest is read.
 */
export const ftmReader: FormatReader = { recognizes, start };

function recognizes(head: string): boolean {
  const root = jsonHead(head);
  return isEntity(firstRecord(root)) || isEntity(listAt(root, "results")[0]);
}

/** The end of an entity may be cut off, and its schema with it. */
function isEntity(record: JsonValue | undefined): boolean {
  if (hasKeys(record, "id", "schema", "properties")) return true;
  if (!hasKeys(record, "id", "properties") || !Object.keys(record).every(isFtmKey)) return false;
  const [value] = Object.values(objectAt(record, "properties") ?? {});
  return isJsonList(value) && (typeof value[0] === "string" || isJsonObject(value[0]));
}

function start(context: ReadContext): Reading {
  const entities = new FtmEntities(context);
  let taken = 0;
  return jsonLinesReading(context, {
    plan,
    *take({ value, line }: JsonItem): Generator<ReadRecord> {
      const answer = fieldOf(value, "schema") === undefined ? listAt(value, "results") : [];
      for (const each of answer.length > 0 ? answer : [value]) {
        if (isEntity(each)) taken++;
        yield* entities.take(each, { where: `line ${line}`, row: line });
      }
    },
    *end() {
      if (taken === 0) throw new BadInput(`${context.file}: wanted entities of FollowTheMoney, got none`);
      yield* entities.end();
    },
  });
}

/** Only a list is entered. */
const plan: JsonPlan = (path, kind) => {
  if (path.length === 0) return kind === "list" ? "enter" : "whole";
  return kind === "object" ? "whole" : "skip";
};
