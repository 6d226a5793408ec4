import type { SourceId } from "../../../base/ids.ts";
import type { Source } from "../../../claims/source.ts";
import { readSource } from "../read-records.ts";
import type { BulkFile, BulkWork } from "./bulk-work.ts";

/** A source that is new goes into the table; one that is there stays, and another text under its id is a problem. */
export function addSource({ sql, sources }: BulkWork, { file, found }: BulkFile, source: Source): void {
  const known = readSource(sql, source.id);
  if (known === undefined) {
    const { text, ...rest } = source;
    sources.set(source.id, true);
    sql.run("INSERT INTO source (id, derived_from, body) VALUES (?, ?, ?)", source.id, source.derivedFrom, JSON.stringify(rest));
    if (text !== null) sql.run("INSERT INTO source_text (source, text) VALUES (?, ?)", source.id, text);
    return;
  }
  if (!sources.has(source.id)) sources.set(source.id, false);
  if (known.text === source.text) return;
  found.sources.add({
    file,
    where: `source ${source.id}`,
    kind: "repeated-id",
    message: "wanted the text that the source has, got another; the one in the case stays",
    outcome: "kept",
  });
}

/** Whether a claim may name the source: the import brings it, the case has it, or it is the file. */
export function isSourceThere({ sql, sources }: BulkWork, { source }: Pick<BulkFile, "source">, id: SourceId): boolean {
  return sources.has(id) || id === source.id || sql.get("SELECT 1 FROM source WHERE id = ?", id) !== undefined;
}

/** Counts the sources that claims name, the file among them, as brought or found. */
export function noteSources(work: BulkWork, file: BulkFile): void {
  for (const id of file.named) {
    if (id === file.source.id) addSource(work, file, file.source);
    else if (!work.sources.has(id) && isSourceThere(work, file, id)) work.sources.set(id, false);
  }
}
