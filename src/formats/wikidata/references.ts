import type { Source } from "../../claims/source.ts";
import type { ReadContext } from "../format.ts";
import { sourceAt } from "../graph-records.ts";
import { type JsonObject, listAt, objectAt } from "../json-value.ts";
import { textsIn, timeIn } from "./snaks.ts";

/**
 * The documents that a statement refers to, one for each reference: at its address (P854, P4656), called by its title (P1476), published (P577) and
 * retrieved (P813); a work (P248, stated in) or a project (P143, imported from) that has no address, at its page of Wikidata.
 */
export function sourcesOf(statement: JsonObject, context: ReadContext): Source[] {
  const found = new Map<string, Source>();
  for (const reference of listAt(statement, "references")) {
    const snaks = objectAt(reference, "snaks");
    const addresses = [...textsIn(snaks, "P854"), ...textsIn(snaks, "P4656")];
    const works = [...textsIn(snaks, "P248"), ...textsIn(snaks, "P143")];
    const url = addresses[0] ?? (works[0] === undefined ? "" : `https://www.wikidata.org/wiki/${works[0]}`);
    if (url === "" || found.has(url)) continue;
    const [title] = textsIn(snaks, "P1476");
    found.set(url, {
      ...sourceAt(url, context),
      published: timeIn(snaks, "P577"),
      retrieved: timeIn(snaks, "P813"),
      ...(title === undefined ? {} : { title }),
    });
  }
  return [...found.values()];
}
