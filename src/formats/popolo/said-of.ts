import type { Source } from "../../claims/source.ts";
import type { ReadContext } from "../format.ts";
import { sourceAt } from "../graph-records.ts";
import { dayOfTime, spanOf } from "../iso-days.ts";
import { isJsonObject, type JsonObject, type JsonValue, listAt, textAt, textIn } from "../json-value.ts";

/** The documents that an object names under `sources`: each by its address, called as its note says. */
export function sourcesOf(object: JsonObject, context: ReadContext): Source[] {
  const found = new Map<string, Source>();
  for (const each of listAt(object, "sources")) {
    const url = isJsonObject(each) ? textAt(each, "url") : textIn(each);
    const title = textAt(each, "note");
    if (url !== "") found.set(url, { ...sourceAt(url, context), retrieved: null, ...(title === "" ? {} : { title }) });
  }
  return [...found.values()];
}

/** From `start_date` to `end_date`; null where neither is a date. */
export function duringOf(object: JsonValue): string | null {
  return spanOf(dayOfTime(textAt(object, "start_date")), dayOfTime(textAt(object, "end_date")));
}
