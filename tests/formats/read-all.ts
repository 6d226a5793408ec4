import { sourceId } from "../../src/base/ids.ts";
import type { ClaimAttributes } from "../../src/claims/claim.ts";
import type { Ontology } from "../../src/claims/ontology.ts";
import type { Source } from "../../src/claims/source.ts";
import type { Format, ReadContext, ReadRecord } from "../../src/formats/format.ts";

export const noOntology: Ontology = { types: new Map(), relations: new Map(), properties: new Map() };

export const importSource: Source = {
  id: sourceId("the-file"),
  title: "The file",
  publisher: null,
  author: null,
  url: null,
  published: null,
  retrieved: null,
  text: null,
  sha256: null,
  reliability: null,
  derivedFrom: null,
};

export function contextFor(file: string, ontology: Ontology = noOntology): ReadContext {
  return { file, ontology, source: importSource, at: "2024-03-25T10:00:00Z", by: "tester", strict: false };
}

/** Everything a reader gives for a text that arrives in pieces of `size` characters. */
export async function readAll(
  format: Format,
  text: string,
  options: { file?: string; size?: number; ontology?: Ontology } = {},
): Promise<ReadRecord[]> {
  const { file = `file${format.extensions[0]}`, size = 4_096, ontology = noOntology } = options;
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
  const reading = format.reader!.start(contextFor(file, ontology));
  return [...chunks.flatMap((chunk) => [...reading.push(chunk)]), ...reading.end()];
}

export function ofKind<K extends ReadRecord["kind"]>(
  records: readonly ReadRecord[],
  kind: K,
): Extract<ReadRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<ReadRecord, { kind: K }> => record.kind === kind);
}

/** Link claims as one line each: `a relation b (note)`. */
export function linkLines(records: readonly ReadRecord[]): string[] {
  return ofKind(records, "claim").map(({ claim }) =>
    claim.kind === "link"
      ? `${claim.subject} ${claim.relation} ${claim.object}${claim.note === "" ? "" : ` (${claim.note})`}`
      : "",
  );
}

export function attributesOf(record: Extract<ReadRecord, { kind: "claim" }>): ClaimAttributes {
  return record.claim.kind === "link" ? record.claim.attributes : [];
}

export function problemLines(records: readonly ReadRecord[]): string[] {
  return ofKind(records, "problem").map(
    ({ problem, outcome }) => `${problem.where}: ${problem.kind}${outcome === "kept" ? "" : `, ${outcome}`}`,
  );
}
