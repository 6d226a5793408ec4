import { describe, expect, it } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { checkTableMapping, parseTableMapping } from "../../../src/formats/csv/parse-table-mapping.ts";
import { plainMapping, type TableMapping } from "../../../src/formats/csv/table-mapping.ts";

const ends = [
  { name: "From", as: "source" },
  { name: "To", as: "target" },
];
const short = { version: 1, role: "links", columns: ends };

describe("a mapping of a table", () => {
  it("may leave out what has a default", () => {
    const end = { several: false, by: "id", type: "", space: "", relation: "" };
    expect(checkTableMapping(short, "m.json")).toEqual({ ...plainMapping, columns: ends.map((each) => ({ ...end, ...each })) });
  });

  it("is the same after it was kept as JSON", () => {
    const full: TableMapping = checkTableMapping(
      {
        ...short,
        ...{ delimiter: ";", quote: "'", comment: "#", dates: "day-first", decimal: ",", separator: "|", skip: 2 },
        columns: [
          { ...ends[0], by: "name", type: "person" },
          { ...ends[1], several: true, space: "Film", relation: "acted-in" },
          { name: "born", as: "attribute", property: "birth-date", holds: "date" },
          { name: "__proto__", as: "ignored" },
        ],
        sheets: [{ version: 1, role: "entities", sheet: "People", columns: [{ name: "Name", as: "name" }] }],
      },
      "m.json",
    );
    expect(parseTableMapping(JSON.stringify(full), "m.json")).toEqual(full);
  });

  it.each<[unknown, string]>([
    [[], "m.json: wanted an object, got a list of 0"],
    [{ ...short, version: 2 }, "m.json: wanted 1 for version, got 2"],
    [{ ...short, role: "edges" }, 'm.json: wanted one of "entities", "links", "both", "matrix" for role, got "edges"'],
    [{ ...short, delimiter: "::" }, 'm.json: wanted one character for delimiter, got "::"'],
    [{ ...short, colour: 1 }, 'm.json: wanted only known fields, got "colour"'],
    [{ ...short, columns: [ends[0], 3] }, "m.json: wanted an object for columns, column 2, got 3"],
    [
      { ...short, columns: [ends[0], { name: "To", as: "targte" }] },
      /^m\.json: wanted one of id, source, target, .+ for columns, column 2, as, got "targte"$/.source,
    ],
    [
      { ...short, columns: [{ name: "a", as: "name", by: "id" }] },
      'm.json: wanted only known fields for columns, column 1, got "by"',
    ],
    [{ ...short, columns: [ends[0]] }, "m.json: wanted columns as source and as target for a table of links, got From as source"],
    [{ ...short, role: "entities" }, /wanted a column as id or as name .+, got From as source, To as target$/.source],
  ])("is refused in one line when it is %j", (given, message) => {
    const refusal = () => checkTableMapping(given, "m.json");
    expect(refusal).toThrow(BadInput);
    if (message.startsWith("m.json:")) expect(refusal).toThrow(new BadInput(message));
    else expect(refusal).toThrow(new RegExp(message));
  });

  it("is refused in one line when it is no JSON", () => {
    expect(() => parseTableMapping("{", "m.json")).toThrow(/^m\.json: wanted a mapping as JSON, got [^\n]+$/);
  });
});
