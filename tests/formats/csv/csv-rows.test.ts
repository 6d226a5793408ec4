import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { CsvRows } from "../../../src/formats/csv/csv-rows.ts";
import { guard, unguard } from "../../../src/formats/csv/formula-guard.ts";

const comma = { delimiter: ",", quote: '"', comment: "" };

function rows(text: string, options: { delimiter?: string; size?: number } = {}): string[][] {
  const { delimiter = ",", size = text.length || 1 } = options;
  const csv = new CsvRows("f.csv", { ...comma, delimiter });
  const all = [];
  for (let at = 0; at < text.length; at += size) all.push(...csv.push(text.slice(at, at + size)));
  return [...all, ...csv.end()].map(({ cells }) => [...cells]);
}

describe("records of a CSV text", () => {
  it("keeps quotes, delimiters and line breaks inside quoted cells", () => {
    expect(rows('a,"b ""c"", d",e\n"x\r\ny",,z')).toEqual([
      ["a", 'b "c", d', "e"],
      ["x\r\ny", "", "z"],
    ]);
  });

  it("ends records at CRLF, LF and CR, mixed in one file", () => {
    expect(rows("a,b\r\nc,d\ne,f\rg,h")).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ]);
  });

  it("leaves out a byte-order mark and blank records, which still count as rows", () => {
    const csv = new CsvRows("f.csv", comma);
    expect([...csv.push("\uFEFFa,b\n\n\nc,d\n"), ...csv.end()].map(({ cells, row }) => [row, ...cells])).toEqual([
      [1, "a", "b"],
      [4, "c", "d"],
    ]);
  });

  it("says on which line a quote opens that is never closed", () => {
    expect(() => rows('a,b\nc,"d\ne\nf')).toThrow(
      new BadInput("f.csv: wanted every quote closed, got one that opens on line 2 and never ends"),
    );
  });

  it("gives the same records however the text is cut into pieces, and the same as csv-parse", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "b", " ", '"', ",", "\n", "\r", ";", "é", "🧶"), maxLength: 6 });
    const record = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 7 }), (table, size) => {
        const text = table.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n");
        expect(rows(text, { size })).toEqual(table);
        expect(rows(text, { size })).toEqual(parse(text, { relax_column_count: true }));
      }),
      { seed: 20240322, numRuns: 300 },
    );
  });
});

describe("the guard against formulas", () => {
  it("marks what a spreadsheet would run", () => {
    expect(["=1", "+1", "-1", "@a", "\t1", "\r1", "a=1", "'a"].map(guard)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\t1",
      "'\r1",
      "a=1",
      "'a",
    ]);
  });

  it("is taken back exactly, for every text", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a"), maxLength: 5 });
    fc.assert(
      fc.property(text, (each) => unguard(guard(each)) === each),
      { seed: 20240322, numRuns: 500 },
    );
  });
});
