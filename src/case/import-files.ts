import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { sourceId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Source } from "../claims/source.ts";
import type { Format, ReadContext, ReadRecord } from "../formats/format.ts";
import { detectFormat, formatById } from "../formats/list.ts";
import type { CaseStore } from "../store/case-store.ts";
import { ImportPlan } from "./import-plan.ts";
import type { ImportReport } from "./views.ts";

/** A path, or bytes under a name. Gzipped content is unpacked. */
export type ImportFile = string | { readonly name: string; readonly bytes: Uint8Array };

export interface ImportOptions {
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

/** Most bytes that a gzipped file may unpack to, and how many times its own size. */
const maxUnpackedBytes = 2 * 1024 ** 3;
const maxUnpackRatio = 200;
const freeUnpackedBytes = 16 * 1024 ** 2;

/**
 * Reads all files, then applies what they hold in one transaction: all of it, or nothing when one
 * cannot be read. Throws BadInput in one line; faults in single rows are in the report.
 */
export async function importFiles(
  store: CaseStore,
  files: readonly ImportFile[],
  { author, ...options }: ImportOptions & { author: ImportAuthor },
): Promise<ImportReport> {
  const plan = new ImportPlan(store);
  for (const file of files) await readInto(plan, store, { file, author, ...options });
  const changes = plan.changes();
  const report = plan.report();
  const label = `import ${files.map(nameOf).join(", ")}`.slice(0, 200);
  if (changes.length > 0) store.apply(changes, { ...author, label });
  return report;
}

async function readInto(
  plan: ImportPlan,
  store: CaseStore,
  { file, author, format, source: title, strict = false }: ImportOptions & { file: ImportFile; author: ImportAuthor },
): Promise<void> {
  const name = nameOf(file);
  const sha256 = await hashOf(file);
  const source = fileSource(title ?? name, sha256, author.at);
  const context: ReadContext = { file: name, ontology: store.ontology(), source, ...author, strict };
  const records: ReadRecord[] = [];
  const texts = textOf(file);
  const head = await texts.next();
  const first = head.done === true ? "" : head.value;
  const reader = readerOf(
    format === undefined ? detectFormat(name.replace(/\.gz$/i, ""), first.slice(0, 4096)) : formatById(format),
  );
  for await (const record of reader.read(startingWith(first, texts), context)) records.push(withHash(record));
  plan.add({ file: name, records, source, strict });
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

function withHash(record: ReadRecord): ReadRecord {
  if (record.kind !== "source" || record.source.text === null || record.source.sha256 !== null) return record;
  const sha256 = createHash("sha256").update(record.source.text, "utf8").digest("hex");
  return { kind: "source", source: { ...record.source, sha256 } };
}

function nameOf(file: ImportFile): string {
  return typeof file === "string" ? basename(file) : file.name;
}

async function hashOf(file: ImportFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of bytesOf(file)) hash.update(bytes);
  return hash.digest("hex");
}

async function* bytesOf(file: ImportFile): AsyncIterable<Uint8Array> {
  if (typeof file !== "string") {
    yield file.bytes;
    return;
  }
  try {
    if (statSync(file).isDirectory()) throw new BadInput(`${file}: wanted a file, got a folder`);
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput(`${file}: ${code === "ENOENT" ? "no such file" : `cannot be read (${code ?? String(error)})`}`, {
      kind: "not-found",
      cause: error,
    });
  }
}

/** The text, unpacked and decoded: UTF-8, or UTF-16 where a byte-order mark says so. The first piece holds the head. */
async function* textOf(file: ImportFile): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const bytes of unpacked(file)) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      const text = decoder.decode(bytes, { stream: true });
      if (text !== "") yield text;
    }
    const rest = decoder?.decode() ?? "";
    if (rest !== "") yield rest;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput(`${nameOf(file)}: wanted UTF-8 text, got bytes that are none`, { cause: error });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

async function* unpacked(file: ImportFile): AsyncIterable<Uint8Array> {
  let source: AsyncIterable<Uint8Array> | null = null;
  const bytes = bytesOf(file)[Symbol.asyncIterator]();
  const first = await bytes.next();
  if (first.done === true) return;
  source = startingWith(first.value, { [Symbol.asyncIterator]: () => bytes });
  if (first.value[0] === 0x1f && first.value[1] === 0x8b) yield* gunzipped(nameOf(file), source);
  else yield* source;
}

async function* gunzipped(name: string, packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  let packedBytes = 0;
  const feed = async () => {
    for await (const bytes of packed) {
      packedBytes += bytes.length;
      if (!gunzip.write(bytes)) await new Promise((done) => gunzip.once("drain", done));
    }
    gunzip.end();
  };
  const feeding = feed().catch((error: Error) => gunzip.destroy(error));
  let unpackedBytes = 0;
  try {
    for await (const bytes of gunzip as AsyncIterable<Uint8Array>) {
      unpackedBytes += bytes.length;
      const tooMuch = unpackedBytes > freeUnpackedBytes && unpackedBytes > packedBytes * maxUnpackRatio;
      if (tooMuch || unpackedBytes > maxUnpackedBytes)
        throw new BadInput(
          `${name}: wanted a gzipped file that unpacks to at most 2 GiB and ${maxUnpackRatio} times its size, got more`,
        );
      yield bytes;
    }
    await feeding;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${name}: wanted a whole gzipped file, got a damaged one`, { cause: error });
  } finally {
    gunzip.destroy();
  }
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncIterable<T> {
  yield first;
  yield* rest;
}
