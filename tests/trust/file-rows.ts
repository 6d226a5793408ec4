import { csvFormulas } from "./files/csv-formulas.ts";
import { cutFiles } from "./files/cut-files.ts";
import { exportsReparsed } from "./files/exports-reparsed.ts";
import { malformed } from "./files/malformed.ts";
import type { Row } from "./rows.ts";

const seed = 20240322;

function fileRow(name: string, promise: string, more: Partial<Row>): Row {
  return { about: "files", name, promise, fault: null, tests: [], lacks: null, ...more };
}

const test = (name: string) => `tests/${name}.test.ts`;

/** The table of files from elsewhere. */
export const fileRows: readonly Row[] = [
  fileRow(
    "malformed",
    "a damaged file is read with a report or refused in one line that names it; within 2 s for 100 KB, in 512 MB",
    {
      fault: {
        small: () => malformed({ mutants: 60, seed, together: 100 }),
        full: () => malformed({ mutants: 20_000, seed, together: 1 }),
      },
      tests: [test("formats/formats")],
    },
  ),
  fileRow("XML", "a DOCTYPE is refused; depth, attributes and values are bounded", { tests: [test("formats/xml-elements")] }),
  fileRow("truncated", "a file that is cut is never taken for complete", {
    fault: { small: () => cutFiles({ cuts: 60, seed }), full: () => cutFiles({ cuts: 500, seed }) },
  }),
  fileRow("odd names", "ids, types, relations, names and keys that every object has come back as they were", {
    tests: [test("formats/formats"), test("server/hostile-names")],
  }),
  fileRow("tables", "a table is read in any of 70 ways to write it; nothing is dropped or merged without a word and a row", {
    tests: ["dialects", "mapping", "csv-rows"]
      .map((name) => test(`formats/csv/${name}`))
      .concat(test("case/files/table-encodings")),
  }),
  fileRow(
    "workbooks",
    "an Excel file is read within bounds: bombs, a DOCTYPE, a password, a cut or damaged file are refused in one line",
    {
      tests: [test("formats/xlsx/read")],
    },
  ),
  fileRow("CSV formulas", "texts that a spreadsheet would run are guarded, exact where that is asked, and come back unchanged", {
    fault: { small: () => csvFormulas({ cases: 20, seed }), full: () => csvFormulas({ cases: 2_000, seed }) },
    tests: [test("formats/csv/write")],
  }),
  fileRow(
    "bombs",
    "what unpacks to too much, too many or too deep is refused before it takes memory, and nothing is left behind",
    {
      tests: [test("case/files/zip"), test("formats/json-reading"), test("formats/json-items"), test("formats/xlsx/read")],
    },
  ),
  fileRow("expressions", "no text of a file or of a question is run as a pattern: there is none that could take for ever", {
    tests: [test("query/parse-pattern")],
  }),
  fileRow("exports", "what is written is well-formed, holds what it should and nothing that runs, whatever the names are", {
    fault: { small: () => exportsReparsed({ exports: 85, seed }), full: () => exportsReparsed({ exports: 2_000, seed }) },
    tests: [test("formats/formats"), test("formats/round-trip")],
  }),
];
