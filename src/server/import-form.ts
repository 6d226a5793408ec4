import { BadInput } from "../base/problem.ts";
import { bytesAt, type ImportFile, sizeOf } from "../case/files/import-file.ts";
import type { ReadOptions } from "../case/open-reading.ts";
import { checkTableMapping } from "../formats/csv/parse-table-mapping.ts";
import { partsOf } from "./multipart.ts";
import { body, flag, given, word, words } from "./schemas/fields.ts";
import { refusedInput } from "./schemas/refused-input.ts";
import type { Upload } from "./uploads.ts";

/** Files that come in one body, and how they are to be read. */
export interface ImportForm {
  readonly files: readonly ImportFile[];
  readonly options: ReadOptions;
  /** Names of files of which only the beginning came, for a preview. */
  readonly cut: readonly string[];
}

const asked = body({
  format: word.optional(),
  encoding: word.optional(),
  ids: word.optional(),
  source: word.optional(),
  strict: flag.optional(),
  cut: words.optional(),
});

const mostOptionBytes = 16 * 1024 ** 2;

/** The parts of a body: `file`, several times, and `options`, JSON. Throws BadInput in one line. */
export async function importForm(upload: Upload, boundary: string): Promise<ImportForm> {
  const parts = await partsOf(upload, boundary);
  const other = parts.find(({ name }) => name !== "file" && name !== "options");
  if (other !== undefined)
    throw new BadInput(`body: wanted the parts file and options, got ${JSON.stringify(other.name.slice(0, 80))}`);
  const files = parts.filter(({ name }) => name === "file").map(({ bytes }) => bytes);
  if (files.length === 0) throw new BadInput("body: wanted a part file, got none");
  const unnamed = parts.find(({ name, file }) => name === "file" && (file === null || file === ""));
  if (unnamed !== undefined) throw new BadInput("body: wanted a file name with each part file, got none");
  const options = parts.filter(({ name }) => name === "options");
  if (options.length > 1) throw new BadInput(`body: wanted one part options, got ${options.length}`);
  const [only] = options;
  return { files, ...(only === undefined ? { options: {}, cut: [] } : await optionsIn(only.bytes)) };
}

async function optionsIn(part: ImportFile): Promise<Omit<ImportForm, "files">> {
  const size = sizeOf(part);
  if (size > mostOptionBytes) throw new BadInput(`options: wanted at most ${mostOptionBytes} bytes, got ${size}`);
  const json = parsed(Buffer.from(await bytesAt(part, 0, size)).toString("utf8"));
  const { mappings = {}, ...rest } = json;
  const result = asked.safeParse(rest);
  if (!result.success) throw refusedInput(result.error, rest);
  const { cut = [], ...options } = given(result.data);
  const found = mappingsIn(mappings);
  return { options: found.length === 0 ? options : { ...options, mappings: found }, cut };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below, as of any other text.
  }
  throw new BadInput("options: wanted one JSON object, got another text");
}

function mappingsIn(value: unknown): NonNullable<ReadOptions["mappings"]> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new BadInput("mappings: wanted an object of file names and their mappings, got another value");
  return Object.entries(value).map(([file, mapping]) => [file, checkTableMapping(mapping, `mapping of ${file.slice(0, 80)}`)]);
}
