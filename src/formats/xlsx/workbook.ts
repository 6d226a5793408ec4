import { BadInput } from "../../base/problem.ts";
import { type XmlElement, xmlElements } from "../xml-elements.ts";
import { isDateFormat } from "./date-formats.ts";
import type { ZipParts } from "./zip-parts.ts";

/** What is known of a workbook beside its sheets. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** Per style of a cell, whether its numbers are dates. */
  readonly dates: readonly boolean[];
}

/** Code units of all shared texts at most: they are held. */
const mostShared = 128 * 1024 ** 2;

/** Reads the list of sheets, the shared texts and the styles. Throws BadInput for what is no workbook. */
export function readWorkbook(file: string, parts: ZipParts): Workbook {
  if (!parts.has("xl/workbook.xml")) throw new BadInput(`${file}: wanted a workbook (.xlsx), got a zip without xl/workbook.xml`);
  const targets = new Map<string, string>();
  readPart(file, { parts, name: "xl/_rels/workbook.xml.rels" }, ({ name, attributes }) => {
    if (name === "Relationship") targets.set(attributes.get("Id") ?? "", attributes.get("Target") ?? "");
  });
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  readPart(file, { parts, name: "xl/workbook.xml" }, ({ name, attributes }) => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
    if (name === "sheet") {
      const target = targets.get(attributes.get("id") ?? "") ?? "";
      sheets.push({ name: attributes.get("name") || `Sheet ${sheets.length + 1}`, part: partOf(target) });
    }
  });
  return { sheets, from1904, strings: sharedStrings(file, parts), dates: datesByStyle(file, parts) };
}

function partOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
}

interface PartToRead {
  readonly parts: ZipParts;
  readonly name: string;
}

function readPart(
  file: string,
  { parts, name }: PartToRead,
  open: (element: XmlElement) => void,
  close: (name: string, text: string) => void = () => {},
): void {
  if (!parts.has(name)) return;
  const xml = xmlElements(`${file}: ${name}`, { open, close });
  for (const text of parts.texts(name)) xml.push(text);
  xml.end();
}

/** Each `si`: its texts and those of its runs; how a word is pronounced (`rPh`) is left out. */
function sharedStrings(file: string, parts: ZipParts): string[] {
  const strings: string[] = [];
  let text = "";
  let spoken = 0;
  let held = 0;
  readPart(
    file,
    { parts, name: "xl/sharedStrings.xml" },
    ({ name }) => {
      if (name === "si") text = "";
      if (name === "rPh") spoken++;
    },
    (name, inside) => {
      if (name === "rPh") spoken--;
      if (name === "t" && spoken === 0) text += inside;
      if (name !== "si") return;
      held += text.length;
      if (held > mostShared) throw new BadInput(`${file}: wanted shared texts of at most 128 Mi characters, got more`);
      strings.push(unescaped(text));
    },
  );
  return strings;
}

/** Excel writes control characters as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed();
}

function datesByStyle(file: string, parts: ZipParts): boolean[] {
  const formats = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  readPart(
    file,
    { parts, name: "xl/styles.xml" },
    ({ name, attributes }) => {
      const id = Number(attributes.get("numFmtId") ?? 0);
      if (name === "numFmt") formats.set(id, attributes.get("formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) dates.push(isDateFormat(id, formats.get(id) ?? ""));
    },
    (name) => {
      if (name === "cellXfs") inCells = false;
    },
  );
  return dates;
}
