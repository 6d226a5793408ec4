import { describe, expect, it } from "vitest";
import { plainMapping, type TableColumn, type TableMapping } from "../../../../src/formats/csv/table-mapping.ts";
import { usesFor, valueOfUse, withUse } from "../../../../src/ui/dialogs/import/column-use.ts";
import { columnsInFile, guessedAnew, withColumn } from "../../../../src/ui/dialogs/import/edit-mapping.ts";

const name = (column: string): TableColumn => ({ name: column, several: false, as: "name" });
const table = (names: readonly string[], mapping: Partial<TableMapping>) => ({
  sheet: "",
  columns: names.map((each) => ({ name: each, examples: [] })),
  rows: [],
  remarks: [],
  mapping: { ...plainMapping, ...mapping },
});

describe("columns of a file and of its mapping", () => {
  it("are joined by name, the second of two alike to the second; what is not named is left out", () => {
    const given = table(["a", "b", "a", "__proto__"], { columns: [{ ...name("a"), several: true }, name("a")] });
    expect(columnsInFile(given).map(({ several, as }) => [several, as])).toEqual([
      [true, "name"],
      [false, "ignored"],
      [false, "name"],
      [false, "ignored"],
    ]);
  });

  it("are joined by place where there is no header", () => {
    const given = table(["", ""], { header: "none", columns: [name("")] });
    expect(columnsInFile(given).map(({ as }) => as)).toEqual(["name", "ignored"]);
  });

  it("change one at a time, and then all of them are named", () => {
    const given = table(["a", "b"], { columns: [name("b")] });
    const changed = withColumn(given, 0, withUse(columnsInFile(given)[0]!, "attribute:number"));
    expect(changed.columns).toEqual([{ name: "a", several: false, as: "attribute", property: "", holds: "number" }, name("b")]);
  });

  it("are guessed anew under another syntax", () => {
    expect(guessedAnew({ ...plainMapping, columns: [name("a")] }, { delimiter: ";" })).toEqual({
      ...plainMapping,
      delimiter: ";",
    });
  });
});

describe("what a column is, as a choice", () => {
  it.each(["links", "entities", "both"] as const)("comes back as it was chosen, for rows that are %s", (role) => {
    const choices = usesFor(role).map(({ value }) => value);
    expect(new Set(choices).size).toBe(choices.length);
    for (const value of choices) expect(valueOfUse(withUse(name("a"), value))).toBe(value);
  });

  it("keeps the type of an end that is named in another way", () => {
    const end: TableColumn = { name: "a", several: true, as: "source", by: "name", type: "person", space: "", relation: "" };
    expect(withUse(end, "target:id")).toEqual({ ...end, as: "target", by: "id" });
  });
});
