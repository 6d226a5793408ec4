import { strToU8, type Zippable, zipSync } from "fflate";

export interface MadeSheet {
  readonly name: string;
  /** `<row>` elements. */
  readonly rows: string;
  /** After the rows. */
  readonly after?: string;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly shared?: readonly string[];
  /** Format codes of styles 1, 2, …; 0 is General. A number is one of those that are built in. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: true;
  /** Parts beside, or instead of, those made. */
  readonly parts?: Zippable;
}

/** A workbook as Excel writes one, with as little as it takes. */
export function makeWorkbook({ sheets, shared = [], formats = [], from1904, parts = {} }: MadeWorkbook): Uint8Array {
  const part = (root: string, inside: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><${root}>${inside}</${root.split(" ")[0]}>`);
  const list = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("");
  const relations = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join("");
  const codes = formats.flatMap((code, at) =>
    typeof code === "string" ? [`<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`] : [],
  );
  const styles = formats.map((code, at) => `<xf numFmtId="${typeof code === "string" ? 164 + at : code}"/>`);
  return zipSync({
    "[Content_Types].xml": part("Types", ""),
    "xl/workbook.xml": part("workbook", `<workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${list}</sheets>`),
    "xl/_rels/workbook.xml.rels": part("Relationships", relations),
    "xl/styles.xml": part(
      "styleSheet",
      `<numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs>`,
    ),
    "xl/sharedStrings.xml": part("sst", shared.map((text) => `<si>${text}</si>`).join("")),
    ...Object.fromEntries(
      sheets.map(({ rows, after = "" }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        part("worksheet", `<sheetData>${rows}</sheetData>${after}`),
      ]),
    ),
    ...parts,
  });
}

/** A row of texts, in the form of a formula's result. */
export function textRow(row: number, ...cells: readonly string[]): string {
  const written = cells.map(
    (text, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${written.join("")}</row>`;
}
