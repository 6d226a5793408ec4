import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { detectFormat, formatById, formats } from "../../src/formats/list.ts";
import { withLossTable } from "./loss-table.ts";

describe("the list of formats", () => {
  it("gives each an id of its own, and finds it by that id or by an extension", () => {
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
    expect(formatById("gexf").label).toBe("GEXF");
    expect(formatById("jsonl").id).toBe("clew-jsonl");
  });

  it.each(["__proto__", "", "docx"])("refuses the unknown id %j and lists the known ones", (id) => {
    const known = formats.map((format) => format.id);
    const message = `format: wanted ${known.join(", ")}, got ${JSON.stringify(id)}`;
    expect(() => formatById(id)).toThrow(new BadInput(message, { candidates: known }));
  });

  it("tells a format by content first, then by name", () => {
    expect(detectFormat("case.csv", '{"clew":1,"name":"a"}\n').id).toBe("clew-jsonl");
    expect(detectFormat("links.txt", "weight;target;source\n").id).toBe("csv");
    expect(detectFormat("LINKS.CSV", "from,to\n").id).toBe("csv");
  });

  it("refuses an empty file in one line", () => {
    expect(() => detectFormat("a.csv", "")).toThrow(new BadInput("a.csv: wanted something to read, got an empty file"));
  });

  it.each([["a.docx", "PK\u0003", "a.docx: wanted a file of a format that Clew reads, got something else"]])(
    "refuses %s in one line",
    (name, head, message) => {
      const candidates = formats
        .filter(({ reader, bytesReader }) => reader !== null || bytesReader !== undefined)
        .map(({ id }) => id);
      expect(() => detectFormat(name, head)).toThrow(new BadInput(message, { candidates }));
    },
  );
});

test("the loss table in docs/formats.md says what the writers say; node tests/formats/write-loss-table.ts writes it", () => {
  const page = readFileSync("docs/formats.md", "utf8");
  expect(page).toBe(withLossTable(page));
});
