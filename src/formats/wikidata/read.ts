import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { placeOf } from "../json-graph.ts";
import { firstRecord, jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPlan } from "../json-items.ts";
import { itemsIn, jsonLinesReading } from "../json-reading.ts";
import { fieldOf, firstIn, hasKeys, isJsonObject, type JsonValue, objectAt, textAt } from "../json-value.ts";
import { WikidataItems } from "./wikidata-items.ts";

/** Entities of Wikidata (Wikibase): the answer of its API, a dump (one list, or an entity a line), or one entity alone. */
export const wikidataReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    return isEntity(firstIn(objectAt(root, "entities"))) || isEntity(firstRecord(root));
  },
  start,
};

const entityKeys = ["type", "id", "datatype", "labels", "descriptions", "aliases", "claims", "statements", "missing"];

function isEntity(value: JsonValue | undefined): boolean {
  const isKnown = ["item", "property", "lexeme", "mediainfo"].includes(textAt(value, "type"));
  const hasMore = ["labels", "claims", "lastrevid", "descriptions", "lemmas"].some((key) => hasKeys(value, key));
  return hasKeys(value, "id") && ((isKnown && hasMore) || hasKeys(value, "labels", "descriptions") || hasKeys(value, "missing"));
}

const plan: JsonPlan = (path, kind) => {
  const [key] = path;
  if (path.length === 0) return "enter";
  if (key === "entities") return path.length === 1 ? "enter" : "whole";
  return (typeof key === "number" && kind === "object") || entityKeys.includes(String(key)) ? "whole" : "skip";
};

function start(context: ReadContext): Reading {
  const items = new WikidataItems(context);
  /** Of a file that is one entity alone. */
  const alone = new Map<string, JsonValue>();
  let taken = 0;
  let first: JsonItem | null = null;

  function* take(item: JsonItem): Generator<ReadRecord> {
    const { path, value, line } = item;
    const [key] = path;
    if (path.length === 0 && hasKeys(value, "entities")) {
      for (const each of itemsIn(value, plan, line)) yield* take(each);
    } else if (path.length === 0 || typeof key === "number" || key === "entities") {
      if (isJsonObject(value) && hasKeys(value, "id")) taken++;
      yield* items.take(value, placeOf(item));
    } else if (entityKeys.includes(String(key))) {
      alone.set(String(key), value);
      first ??= item;
    }
  }
  return jsonLinesReading(context, {
    plan,
    take,
    *end() {
      const entity = { ...Object.fromEntries(alone) };
      if (first !== null && isEntity(entity) && fieldOf(entity, "id") !== undefined) {
        taken++;
        yield* items.take(entity, { where: `line ${first.line}`, row: first.line });
      }
      if (taken === 0) throw new BadInput(`${context.file}: wanted entities of Wikidata, got none`);
      yield* items.end();
    },
  });
}
