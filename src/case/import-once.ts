import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { BadInput } from "../base/problem.ts";
import type { CaseStore } from "../store/case-store.ts";
import type { ImportFile } from "./file-text.ts";
import { type ImportOptions, importFiles } from "./import-files.ts";
import type { ImportWatch } from "./import-progress.ts";
import { type Author, type ChangeTerms, knownOperation, sumOf } from "./once.ts";
import type { ImportReport } from "./views.ts";

/** Imports the files, or gives the report of the time when the same operation was done. */
export async function importOnce(
  store: CaseStore,
  files: readonly ImportFile[],
  { operation, seen: _, author, ...options }: ImportOptions & ImportWatch & ChangeTerms & { readonly author: Author },
): Promise<ImportReport> {
  if (operation === undefined) return importFiles(store, files, { ...options, author });
  const { format = null, source = null, strict = false } = options;
  const sums = [];
  for (const file of files) sums.push(await sumOfFile(file));
  const asked = sumOf(["import", sums, { format, source, strict }]);
  const known = knownOperation(store, operation, asked);
  if (known === null) return importFiles(store, files, { ...options, author, operation: { id: operation, asked } });
  if (known.answer === null) throw new BadInput("operation: its report is not in the case", { kind: "storage" });
  return JSON.parse(known.answer) as ImportReport;
}

/** Name and SHA-256; a file that is not there has none, and is refused when it is read. */
async function sumOfFile(file: ImportFile): Promise<readonly [name: string, sum: string]> {
  const hash = createHash("sha256");
  if (typeof file !== "string") return [file.name, hash.update(file.bytes).digest("hex")];
  if (statSync(file, { throwIfNoEntry: false })?.isFile())
    for await (const bytes of createReadStream(file)) hash.update(bytes as Uint8Array);
  return [file, hash.digest("hex")];
}
