import { sourceId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Source } from "../claims/source.ts";
import { bareSource } from "../formats/bare-source.ts";
import type { Format } from "../formats/format.ts";
import { detectBytesFormat, detectFormat, formatById } from "../formats/list.ts";
import { decodeText } from "./files/decode-text.ts";
import { type ImportFile, nameOf } from "./files/import-file.ts";
import { headBytes, type PlainFile, plainFiles } from "./files/plain-files.ts";
import { type FileSurvey, surveyFile } from "./files/survey-file.ts";
import { encodingNamed, type TextEncoding, textEncoding } from "./files/text-encoding.ts";
import type { ReadingTerms } from "./open-reading.ts";
import type { FileIds } from "./spaces-of-files.ts";

/** A file that was gone through once, and what it is to be read as. */
export interface KnownFile {
  readonly file: PlainFile;
  readonly survey: FileSurvey;
  /** The file itself as a source, for claims of formats that know none. */
  readonly source: Source;
  /** `left-out`: it lies in a zip with others, and nothing reads it. */
  readonly reads: FileReads | { readonly as: "left-out"; readonly why: BadInput };
}

export interface FileReads {
  readonly as: "file";
  readonly format: Format;
  readonly formatBy: "given" | "content" | "name";
  /** Null for a format that is no text. */
  readonly encoding: TextEncoding | null;
  /** Of a text, up to its first 4,096 characters; else "". */
  readonly head: string;
}

interface SurveyOptions {
  /** Bytes of each file that are looked at, about. */
  readonly most?: number;
  /** `cut`: only its beginning is given. */
  readonly given?: "whole" | "cut";
}

/** What a file holds: itself, or the files of a zip, each gone through once. Throws BadInput in one line. */
export async function knownFiles(
  given: ImportFile,
  terms: ReadingTerms,
  { most = Number.POSITIVE_INFINITY, given: whole = "whole" }: SurveyOptions = {},
): Promise<readonly KnownFile[]> {
  const wanted = terms.format === undefined ? null : formatById(terms.format);
  const isFormat = (name: string, head: Uint8Array) => (wanted ?? detectBytesFormat(name, head))?.bytesReader !== undefined;
  const known: KnownFile[] = [];
  for (const file of await plainFiles(given, isFormat)) {
    const survey = await surveyFile(file, most, whole);
    const source = fileSource(terms.source ?? file.name, survey.sha256, terms.author.at);
    known.push({ file, survey, source, reads: await readsOf(file, survey, { ...terms, wanted }) });
  }
  const [first] = known;
  if (first?.reads.as === "left-out" && known.every(({ reads }) => reads.as === "left-out"))
    throw new BadInput(`${nameOf(given)}: wanted a file that Clew reads in the zip, got none (${first.reads.why.message})`);
  return known;
}

/** A text that would pass for a list of names. */
const aboutOthers = /\/(read[ _-]?me|licen[cs]e|copying|notice|changelog)(\.(txt|md))?$/i;

type Wanted = ReadingTerms & { readonly wanted: Format | null };

async function readsOf(file: PlainFile, survey: FileSurvey, terms: Wanted): Promise<KnownFile["reads"]> {
  try {
    if (file.within === "zip" && aboutOthers.test(file.name))
      throw new BadInput(`${file.name}: wanted a file that Clew reads, got one about the others`);
    return await whatItIs(file, survey, terms);
  } catch (why) {
    if (!(why instanceof BadInput) || file.within === "itself" || terms.wanted !== null) throw why;
    return { as: "left-out", why };
  }
}

async function whatItIs(file: PlainFile, survey: FileSurvey, { wanted, encoding: given }: Wanted): Promise<FileReads> {
  const name = file.name.replace(/\.gz$/i, "");
  const noText =
    wanted?.bytesReader === undefined ? (wanted === null ? detectBytesFormat(name, survey.head) : undefined) : wanted;
  if (noText !== undefined) {
    const isKnown = noText.bytesReader!.recognizes(survey.head);
    return {
      as: "file",
      format: noText,
      formatBy: wanted !== null ? "given" : isKnown ? "content" : "name",
      encoding: null,
      head: "",
    };
  }
  const encoding: TextEncoding =
    given === undefined ? textEncoding(survey.head, survey.utf8) : { name: encodingNamed(given), by: "given" };
  const head = await headText(file, encoding.name);
  const format = wanted ?? detectFormat(name, head);
  if (format.reader === null) throw new BadInput(`format: wanted one that Clew reads, got ${format.label}, which it only writes`);
  const formatBy = wanted !== null ? "given" : format.reader.recognizes(head) ? "content" : "name";
  return { as: "file", format, formatBy, encoding, head };
}

async function headText(file: PlainFile, encoding: string): Promise<string> {
  let text = "";
  for await (const piece of decodeText(file, encoding)) {
    text += piece;
    if (text.length >= headBytes) break;
  }
  return text.slice(0, headBytes);
}

/** The same bytes are the same source, so that a second import finds every claim of the first. */
function fileSource(title: string, sha256: string, at: string): Source {
  return { id: sourceId(`file-${sha256.slice(0, 16)}`), title, ...bareSource, retrieved: at.slice(0, 10), sha256 };
}

/** What decides the space of its ids. */
export function fileIdsOf({ file, survey, source, reads }: KnownFile): FileIds {
  const idSpace = reads.as === "left-out" ? "world" : reads.format.idSpace;
  return { name: file.name, source: source.id, sha256: survey.sha256, idSpace };
}
