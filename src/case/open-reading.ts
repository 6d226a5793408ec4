import { createHash } from "node:crypto";
import { sourceId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { Source } from "../claims/source.ts";
import type { Format, ReadContext, Reading, ReadRecord } from "../formats/format.ts";
import { detectFormat, formatById } from "../formats/list.ts";
import { hashOf, type ImportFile, nameOf, textOf } from "./file-text.ts";

export interface ReadOptions {
  /** Id of a format; found by content, then by name, when left out. */
  readonly format?: string;
  /** Title of the source that the file becomes where its format knows no sources. */
  readonly source?: string;
  /** Drop a claim whose end is not declared, where otherwise a placeholder stands for it. */
  readonly strict?: boolean;
}

export interface ImportAuthor {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface FileReading {
  /** The file itself as a source, for claims of formats that know none. */
  readonly source: Source;
  /** Its records in the order of the file, a few hundred at a time. */
  readonly pieces: AsyncIterable<Iterable<ReadRecord>>;
}

/** Reads a file once for its sum, finds its format, and begins to read its records. Throws BadInput in one line. */
export async function openReading(
  file: ImportFile,
  { ontology, author, format, source: title, strict = false }: ReadOptions & { ontology: Ontology; author: ImportAuthor },
): Promise<FileReading> {
  const name = nameOf(file);
  const source = fileSource(title ?? name, await hashOf(file), author.at);
  const context: ReadContext = { file: name, ontology, source, ...author, strict };
  const texts = textOf(file);
  const head = await texts.next();
  const first = head.done === true ? "" : head.value;
  const reader = readerOf(
    format === undefined ? detectFormat(name.replace(/\.gz$/i, ""), first.slice(0, 4096)) : formatById(format),
  );
  return { source, pieces: piecesOf(reader.start(context), first, texts) };
}

async function* piecesOf(reading: Reading, first: string, rest: AsyncIterable<string>): AsyncGenerator<Iterable<ReadRecord>> {
  yield hashed(reading.push(first));
  for await (const text of rest) yield hashed(reading.push(text));
  yield hashed(reading.end());
}

function readerOf({ label, reader }: Format): NonNullable<Format["reader"]> {
  if (reader === null) throw new BadInput(`format: wanted one that Clew reads, got ${label}, which it only writes`);
  return reader;
}

/** The same bytes are the same source, so that a second import finds every claim of the first. */
function fileSource(title: string, sha256: string, at: string): Source {
  return {
    id: sourceId(`file-${sha256.slice(0, 16)}`),
    title,
    publisher: null,
    author: null,
    url: null,
    published: null,
    retrieved: at.slice(0, 10),
    text: null,
    sha256,
    reliability: null,
    derivedFrom: null,
  };
}

function* hashed(records: Iterable<ReadRecord>): Generator<ReadRecord> {
  for (const record of records) yield record.kind === "source" ? withHash(record) : record;
}

function withHash(record: Extract<ReadRecord, { kind: "source" }>): ReadRecord {
  if (record.source.text === null || record.source.sha256 !== null) return record;
  const sha256 = createHash("sha256").update(record.source.text, "utf8").digest("hex");
  return { kind: "source", source: { ...record.source, sha256 } };
}
