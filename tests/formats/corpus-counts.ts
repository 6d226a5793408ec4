import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import type { Format, ReadRecord } from "../../src/formats/format.ts";
import { corpusFolder } from "./corpus.ts";
import { ofKind, readAll } from "./read-all.ts";

/** Everything that a file of the corpus (gzipped or not) gives; null, with a line printed, where it is not on this machine. */
export async function readCorpus(format: Format, folder: string, file: string): Promise<ReadRecord[] | null> {
  const found = corpusFolder(folder);
  if (found === null) {
    console.log(`${format.label}: ${folder}/${file} is not on this machine (CLEW_CORPUS): not read`);
    return null;
  }
  const bytes = readFileSync(join(found, file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  if (!format.reader!.recognizes(text.slice(0, 4_096))) throw new Error(`${file} is not recognized as ${format.label}`);
  return readAll(format, text, { ontology: builtInOntology, file, size: 65_536 });
}

/** Distinct entities, link claims, and problems by kind. */
export function countsOf(records: readonly ReadRecord[]) {
  const problems: Record<string, number> = {};
  for (const { problem } of ofKind(records, "problem")) problems[problem.kind] = (problems[problem.kind] ?? 0) + 1;
  return {
    entities: new Set(ofKind(records, "entity").map(({ entity }) => entity.id)).size,
    links: ofKind(records, "claim").filter(({ claim }) => claim.kind === "link").length,
    problems,
  };
}
