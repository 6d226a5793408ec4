import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { checkTableMapping } from "../../../src/formats/csv/parse-table-mapping.ts";
import type { TableMapping } from "../../../src/formats/csv/table-mapping.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";
import { dateOfSerial, isDateFormat } from "../../../src/formats/xlsx/date-formats.ts";
import { xlsxReader } from "../../../src/formats/xlsx/read.ts";
import { randomFrom } from "../random-from.ts";
import { contextFor, linkLines, ofKind, problemLines } from "../read-all.ts";
import { makeWorkbook, textRow } from "./make-workbook.ts";

function read(bytes: Uint8Array, options: { size?: number; mapping?: TableMapping } = {}): ReadRecord[] {
  const { size = bytes.length || 1, mapping = null } = options;
  const reading = xlsxReader.start({ ...contextFor("book.xlsx", builtInOntology), mapping });
  const records: ReadRecord[] = [];
  for (let at = 0; at < bytes.length; at += size) records.push(...reading.push(bytes.subarray(at, at + size)));
  return [...records, ...reading.end()];
}

/** Null for a workbook that is read. */
function refusalOf(bytes: Uint8Array): string | null {
  try {
    read(bytes);
    return null;
  } catch (failure) {
    if (failure instanceof BadInput) return failure.message;
    throw failure;
  }
}

const edges = { name: "Links", rows: textRow(1, "source", "target") + textRow(2, "a", "b") + textRow(3, "b", "c") };

describe("a workbook", () => {
  it("is known by its bytes, and read the same however it is cut", () => {
    const bytes = makeWorkbook({ sheets: [edges] });
    expect(xlsxReader.recognizes(bytes.subarray(0, 4096))).toBe(true);
    expect(xlsxReader.recognizes(zipSync({ "a.csv": strToU8("source,target\na,b\n") }))).toBe(false);
    const whole = read(bytes);
    expect(linkLines(whole)).toEqual(["a linked-to b", "b linked-to c"]);
    for (const size of [1, 100, 1000]) expect(read(bytes, { size })).toEqual(whole);
  });

  it("gives shared and inline texts, their runs, numbers, truth and dates by their style", () => {
    const header = textRow(1, "name", "born", "score", "judge", "seen", "note");
    const cells = [
      '<c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>43830</v></c><c r="C2"><v>0.30000000000000004</v></c>',
      '<c r="D2" t="b"><v>1</v></c><c r="E2" s="2"><v>43830.5</v></c><c r="F2" t="str"><f>A2</f><v>x_x000D_y</v></c>',
    ];
    const records = read(
      makeWorkbook({
        sheets: [{ name: "People", rows: `${header}<row r="2">${cells.join("")}</row>` }],
        shared: ["<r><t>Ann </t></r><r><t>Lee</t></r><rPh><t>spoken</t></rPh>"],
        formats: [14, "dd\\.mm\\.yyyy hh:mm"],
      }),
    );
    expect(ofKind(records, "entity").map(({ entity }) => [entity.name, entity.type, entity.description])).toEqual([
      ["Ann Lee", "person", "x\ry"],
    ]);
    expect(
      ofKind(records, "claim").map(({ claim }) => (claim.kind === "attribute" ? [claim.property, claim.value] : null)),
    ).toEqual([
      ["born", "2019-12-31"],
      ["score", 0.3],
      ["judge", true],
      ["seen", "2019-12-31"],
    ]);
    expect(problemLines(records)).toEqual([]);
  });

  it("reads sheet by sheet, each with its own guess, and tells the place with the sheet", () => {
    const people = { name: "People", rows: textRow(1, "id", "name") + textRow(2, "a", "Ann") + textRow(4, "a", "Anna") };
    const notes = { name: "Read me", rows: textRow(1, "3.5") + textRow(2, "3.5") };
    const records = read(makeWorkbook({ sheets: [edges, people, { name: "Empty", rows: "" }, notes] }));
    expect(ofKind(records, "table").map(({ table }) => [table.sheet, table.mapping.role])).toEqual([
      ["Links", "links"],
      ["People", "entities"],
    ]);
    expect(ofKind(records, "entity").filter(({ entity }) => entity.id === "a")).toHaveLength(3);
    expect(problemLines(records)).toEqual(['sheet "People", row 4: repeated-id, merged', "workbook: left-out, dropped"]);
    const ids = ofKind(records, "claim").map(({ claim }) => claim.id);
    expect(ids).toEqual(["the-file#Links!2", "the-file#Links!3"]);
  });

  it("takes a mapping for each sheet", () => {
    const table = (name: string) => ({ name, rows: textRow(1, "x", "y") + textRow(2, "a", "b") });
    const columns = [
      { name: "y", as: "source", by: "name" },
      { name: "x", as: "target", by: "name" },
    ];
    const links = { version: 1, role: "links", columns };
    const mapping = checkTableMapping(
      { ...links, sheet: "One", relation: "owns", sheets: [{ ...links, sheet: "Two", relation: "leads" }] },
      "m",
    );
    expect(linkLines(read(makeWorkbook({ sheets: [table("One"), table("Two")] }), { mapping }))).toEqual([
      "b owns a",
      "b leads a",
    ]);
  });

  it("tells of errors, joined cells and formulas without a value, and leaves them empty", () => {
    const rows = `${textRow(1, "source", "target", "sum")}<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="e"><v>#N/A</v></c></row><row><c t="str"><v>c</v></c><c t="str"><v>d</v></c><c><f>1+1</f></c></row>`;
    const records = read(
      makeWorkbook({ sheets: [{ name: "S", rows, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' }] }),
    );
    expect(linkLines(records)).toEqual(["a linked-to b", "c linked-to d"]);
    expect(problemLines(records)).toEqual([
      'sheet "S", row 2, column 3: error-cell, dropped',
      'sheet "S": joined-cells',
      'sheet "S": formula-without-value, dropped',
    ]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["nothing", new Uint8Array(0), /^book\.xlsx: wanted a workbook, got an empty file$/],
    ["an older Excel's file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /^book\.xlsx: wanted a workbook saved as \.xlsx/],
    ["another zip", zipSync({ "xl/other.xml": strToU8("<a/>") }), /^book\.xlsx: wanted a workbook \(\.xlsx\), got a zip without/],
    ["a cut workbook", makeWorkbook({ sheets: [edges] }).subarray(0, 500), /^book\.xlsx: wanted a whole workbook/],
    ["no rows", makeWorkbook({ sheets: [{ name: "S", rows: "" }] }), /^book\.xlsx: wanted a sheet with rows, got none$/],
    [
      "a DOCTYPE",
      makeWorkbook({
        sheets: [edges],
        parts: { "xl/worksheets/sheet1.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>') },
      }),
      /^book\.xlsx: sheet "Links": wanted XML without a DOCTYPE, got one in line 1$/,
    ],
    [
      "a bomb",
      makeWorkbook({ sheets: [{ name: "S", rows: `<row><c t="str"><v>${"a ".repeat(2 ** 19)}</v></c></row>`.repeat(24) }] }),
      /^book\.xlsx: wanted a workbook that unpacks to at most 2 GiB and 200 times its size, got more$/,
    ],
  ])("that is %s is refused in one line", (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(BadInput);
    expect(() => read(bytes)).toThrow(message);
  });

  it("that is cut anywhere or damaged is read with a report or refused, never thrown over", () => {
    const bytes = makeWorkbook({ sheets: [edges, { ...edges, name: "More" }], shared: ["<t>x</t>"], formats: [14] });
    const random = randomFrom(22_03_2024);
    const upTo = (limit: number) => Math.floor(random() * limit);
    for (let made = 0; made < 100; made++) expect(refusalOf(bytes.slice(0, upTo(bytes.length)))).toMatch(/^book\.xlsx[^\n]+$/);
    for (let made = 0; made < 200; made++) {
      const mutant = bytes.slice();
      for (let times = 1 + upTo(4); times > 0; times--) mutant[upTo(mutant.length)] = upTo(256);
      expect(refusalOf(mutant) ?? "book.xlsx is read").toMatch(/^book\.xlsx[^\n]+$/);
    }
  });

  it("keeps hostile names in cells, headings and sheets", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then"];
    const rows =
      textRow(1, "source", "target", ...names.slice(0, 3)) +
      names.map((name, at) => textRow(at + 2, name, "b", name, name, name)).join("");
    const records = read(makeWorkbook({ sheets: [{ name: "__proto__", rows }] }));
    expect(linkLines(records)).toEqual(names.map((name) => `${name} linked-to b`));
    expect(Object.keys({})).toEqual([]);
  });
});

describe("dates of Excel", () => {
  it.each<[number, "1900" | "1904", string | null]>([
    [1, "1900", "1900-01-01"],
    [59, "1900", "1900-02-28"],
    [60, "1900", null],
    [61, "1900", "1900-03-01"],
    [43_830, "1900", "2019-12-31"],
    [43_830.75, "1900", "2019-12-31 18:00:00"],
    [0.25, "1900", "06:00:00"],
    [42_368, "1904", "2019-12-31"],
    [-1, "1900", null],
    [2_958_465, "1900", "9999-12-31"],
    [2_958_466, "1900", null],
  ])("%d counted from %s is %j", (serial, from, date) => {
    expect(dateOfSerial(serial, from === "1904")).toBe(date);
  });

  it("are told by their format", () => {
    const dates = ["dd/mm/yyyy", "[$-409]d-mmm-yy;@", "yyyy\\-mm\\-dd", "[h]:mm:ss", "m/d/yy"];
    const numbers = ["0.00", "General", '0 "days"', "[Red]0.00", "#,##0 [$€-407]", "0.0\\d", "@"];
    expect(dates.map((code) => isDateFormat(164, code))).toEqual(dates.map(() => true));
    expect(numbers.map((code) => isDateFormat(164, code))).toEqual(numbers.map(() => false));
    expect([0, 14, 22, 23, 49].map((id) => isDateFormat(id, ""))).toEqual([false, true, true, false, false]);
  });
});
