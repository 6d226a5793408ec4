import { BadInput } from "../base/problem.ts";
import type { ReadRecord } from "../formats/format.ts";
import { formats } from "../formats/list.ts";
import type { CaseStore } from "../store/case-store.ts";
import { type ImportFile, nameOf, sizeOf } from "./files/import-file.ts";
import { type KnownFile, knownFiles } from "./known-files.ts";
import { type ReadingTerms, type ReadOptions, readRecords } from "./open-reading.ts";
import { previewIds } from "./preview-ids.ts";
import { countsOf, PreviewTally } from "./preview-tally.ts";
import type { FilePreview, FormatGuess, ImportPreview } from "./preview-views.ts";

/** How much of each file a preview looks at: records, and bytes of files that are larger than `whole`. */
const bounds = { records: 100_000, bytes: 8 * 1024 ** 2, whole: 32 * 1024 ** 2, ms: 3_000 };

export interface PreviewOptions extends ReadOptions {
  /** Names of files of which only the beginning is given: their end is no fault, and their counts are the least. */
  readonly cut?: readonly string[];
}

interface Seen {
  readonly preview: FilePreview;
  readonly known: KnownFile | null;
  readonly tally: PreviewTally;
  readonly exact: boolean;
}

/** What an import of the files would give, by the beginning of each. Throws BadInput for options that make no sense, not for files. */
export async function previewImport(
  store: CaseStore,
  files: readonly ImportFile[],
  { cut = [], ...terms }: PreviewOptions & ReadingTerms,
): Promise<ImportPreview> {
  const seen: Seen[] = [];
  for (const file of files) seen.push(...(await seeFile(file, terms, cut.includes(nameOf(file)) ? "cut" : "whole")));
  const all = { ids: new Set<string>(), links: new Set<string>(), claims: new Set<string>(), sources: new Set<string>() };
  for (const { tally } of seen)
    for (const what of ["ids", "links", "claims", "sources"] as const) for (const id of tally[what].keys()) all[what].add(id);
  const exact = seen.every((each) => each.exact);
  return {
    files: seen.map(({ preview }) => preview),
    total: countsOf(all, exact),
    ids: previewIds(store, seen, { ids: terms.ids, exact }),
  };
}

async function seeFile(file: ImportFile, terms: ReadingTerms, given: "whole" | "cut"): Promise<Seen[]> {
  try {
    const most = sizeOf(file) > bounds.whole ? bounds.bytes : Number.POSITIVE_INFINITY;
    const known = await knownFiles(file, terms, { most, given });
    const seen: Seen[] = [];
    for (const each of known) seen.push(await seeKnown(each, terms, given));
    return seen;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return [refusedFile(nameOf(file), error.message, terms)];
  }
}

async function seeKnown(known: KnownFile, terms: ReadingTerms, given: "whole" | "cut"): Promise<Seen> {
  const { file, survey, reads } = known;
  const { ontology, strict = false } = terms;
  const tally = new PreviewTally({ strict, ontology });
  if (reads.as === "left-out") return refusedFile(file.name, reads.why.message, terms, "left-out");
  const { whole, refused } = await takeSome(readRecords(known, terms), tally, given);
  if (reads.format.idSpace === "file") tally.takeFile(known.source.id);
  const exact = whole && survey.end === "whole" && given === "whole";
  const preview: FilePreview = {
    file: file.name,
    bytes: { count: survey.size, exact: survey.end === "whole" && given === "whole" },
    refused: refused === null ? null : { message: refused, does: "refuse" },
    format: formatGuess(known),
    encoding: reads.encoding,
    counts: tally.counts(exact),
    ...tally.found(),
  };
  return { preview, known, tally, exact };
}

/** Reads until there is enough. What is wrong with the end of a file of which only the beginning is there is not told. */
async function takeSome(
  pieces: AsyncIterable<Iterable<ReadRecord>>,
  tally: PreviewTally,
  given: "whole" | "cut",
): Promise<{ readonly whole: boolean; readonly refused: string | null }> {
  const until = performance.now() + bounds.ms;
  try {
    for await (const piece of pieces) {
      for (const record of piece) {
        tally.take(record);
        if (tally.records >= bounds.records) return { whole: false, refused: null };
      }
      if (performance.now() > until) return { whole: false, refused: null };
    }
    return { whole: true, refused: null };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { whole: false, refused: given === "cut" && tally.records > 0 ? null : error.message };
  }
}

function refusedFile(file: string, message: string, { ontology }: ReadingTerms, does: "refuse" | "left-out" = "refuse"): Seen {
  const tally = new PreviewTally({ strict: false, ontology });
  const preview: FilePreview = {
    ...{ file, bytes: { count: 0, exact: false }, refused: { message, does }, format: null, encoding: null },
    ...{ counts: tally.counts(true), ...tally.found() },
  };
  return { preview, known: null, tally, exact: true };
}

function formatGuess({ file, reads }: KnownFile): FormatGuess | null {
  if (reads.as === "left-out") return null;
  const name = file.name.replace(/\.gz$/i, "").toLowerCase();
  const { format, formatBy: by, head } = reads;
  const isLike = ({ reader, bytesReader, extensions }: (typeof formats)[number]) =>
    (reader !== null && head !== "" && reader.recognizes(head)) ||
    ((reader !== null || bytesReader !== undefined) && extensions.some((extension) => name.endsWith(extension)));
  const others = formats.filter((each) => each !== format && isLike(each)).map(({ id, label }) => ({ id, label }));
  return { id: format.id, label: format.label, by, others };
}
