import type { Source } from "../../claims/source.ts";
import type { ReadContext } from "../format.ts";
import { sourceAt } from "../graph-records.ts";
import { type JsonObject, listAt, textAt } from "../json-value.ts";
import { isOneLine } from "../thing-records.ts";

export interface StixReference {
  /** Null for a reference without an address. */
  readonly source: Source | null;
  readonly externalId: string;
  /** In words, for one that is no source. */
  readonly text: string;
}

/** The external references of an object: documents by their addresses, called as the reference describes them. */
export function referencesOf(object: JsonObject, context: ReadContext): StixReference[] {
  return listAt(object, "external_references").map((reference) => {
    const [name, url, externalId] = ["source_name", "url", "external_id"].map((key) => textAt(reference, key)) as [
      string,
      string,
      string,
    ];
    const described = textAt(reference, "description");
    const title =
      described !== "" && isOneLine(described) ? described : [name, externalId].filter((text) => text !== "").join(" ");
    const source = url === "" ? null : { ...sourceAt(url, context), retrieved: null, ...(title === "" ? {} : { title }) };
    return { source, externalId, text: [name, externalId, described].filter((text) => text !== "").join(": ") };
  });
}

/** The number that ATT&CK gives an object, which people call it by (`T1059`). */
export function namesElsewhere(object: JsonObject): string[] {
  const own = listAt(object, "external_references").filter((reference) => textAt(reference, "source_name").startsWith("mitre-"));
  return own.map((reference) => textAt(reference, "external_id"));
}
