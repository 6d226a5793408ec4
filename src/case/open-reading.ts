import { createHash } from "node:crypto";
import type { Ontology } from "../claims/ontology.ts";
import type { TableMapping } from "../formats/csv/table-mapping.ts";
import type { ReadContext, ReadRecord } from "../formats/format.ts";
import { decodeText } from "./files/decode-text.ts";
import { encodingProblem } from "./files/encoding-problem.ts";
import type { KnownFile } from "./known-files.ts";

export interface ReadOptions {
  /** Id of a format; found by content, then by name, when left out. */
  readonly format?: string;
  /** Title of the source that the file becomes where its format knows no sources. */
  readonly source?: string;
  /** Drop a claim whose end is not declared, where otherwise a placeholder stands for it. */
  readonly strict?: boolean;
  /** How texts are written: `windows-1252`; found by their bytes when left out. */
  readonly encoding?: string;
  /** Which column of a table is what; guessed when left out. */
  readonly mapping?: TableMapping;
  /** Likewise for one file each, by its name as a preview has it. */
  readonly mappings?: readonly (readonly [file: string, mapping: TableMapping])[];
  /** `case`, `world`, or a name: the space of the ids in the files. Left out, each format's own (docs/decisions/id-spaces.md). */
  readonly ids?: string;
}

export interface ImportAuthor {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export type ReadingTerms = ReadOptions & { readonly ontology: Ontology; readonly author: ImportAuthor };

/** The records of a file in its order, a few hundred at a time. Throws BadInput in one line. */
export async function* readRecords(
  { file, reads, survey, source }: KnownFile,
  { ontology, author, strict = false, ...terms }: ReadingTerms,
): AsyncGenerator<Iterable<ReadRecord>> {
  if (reads.as === "left-out") {
    const message = `${reads.why.message.replace(`${file.name}: `, "")}; it is left out`;
    yield [
      { kind: "problem", problem: { file: file.name, where: "the file", kind: "unread-file", message }, outcome: "dropped" },
    ];
    return;
  }
  const { format, encoding } = reads;
  const mapping = terms.mappings?.find(([name]) => name === file.name)?.[1] ?? terms.mapping;
  const context: ReadContext = {
    file: file.name,
    ontology,
    source,
    ...author,
    strict,
    ...(mapping === undefined ? {} : { mapping }),
  };
  if (encoding === null) {
    const reading = format.bytesReader!.start(context);
    for await (const bytes of file.bytes()) yield hashed(reading.push(bytes));
    yield hashed(reading.end());
    return;
  }
  const problem = await encodingProblem(file, encoding, survey);
  if (problem !== null) yield [problem];
  const reading = format.reader!.start(context);
  for await (const text of decodeText(file, encoding.name)) yield hashed(reading.push(text));
  yield hashed(reading.end());
}

function* hashed(records: Iterable<ReadRecord>): Generator<ReadRecord> {
  for (const record of records) yield record.kind === "source" ? withHash(record) : record;
}

function withHash(record: Extract<ReadRecord, { kind: "source" }>): ReadRecord {
  if (record.source.text === null || record.source.sha256 !== null) return record;
  const sha256 = createHash("sha256").update(record.source.text, "utf8").digest("hex");
  return { kind: "source", source: { ...record.source, sha256 } };
}
