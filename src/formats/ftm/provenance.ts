import { sourceId } from "../../base/ids.ts";
import type { Source } from "../../claims/source.ts";
import { bareSource } from "../bare-source.ts";
import type { ReadContext } from "../format.ts";
import { sourceAt } from "../graph-records.ts";
import { dayOfTime } from "../iso-days.ts";
import type { FtmEntity, FtmValue } from "./parse-entity.ts";

/** Properties that say who says it, and no more, once they are a source. */
export const provenanceKeys = ["sourceUrl", "publisher", "retrievedAt"];

/** Who says what an entity says: the documents at its `sourceUrl`s, else the datasets that it is from. Empty: the file itself. */
export function sourcesOf({ properties, datasets }: Pick<FtmEntity, "properties" | "datasets">, context: ReadContext): Source[] {
  const publisher = firstText(properties.get("publisher"));
  const retrieved = dayOfTime(firstText(properties.get("retrievedAt")) ?? "");
  const urls = new Set((properties.get("sourceUrl") ?? []).map(({ value }) => String(value)));
  if (urls.size > 0) return Array.from(urls, (url) => ({ ...sourceAt(url, context), publisher, retrieved }));
  return datasets.map((name) => ({ ...datasetSource(name), publisher, retrieved }));
}

/** A dataset of which only the name is known. */
export function datasetSource(name: string): Source {
  return { id: sourceId(`dataset:${name}`), title: name, ...bareSource };
}

export function firstText(values: readonly FtmValue[] | undefined): string | null {
  return values?.[0] === undefined ? null : String(values[0].value);
}
