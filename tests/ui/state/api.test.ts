import { expect, test } from "vitest";
import { fileNameOf } from "../../../src/ui/state/api.ts";

test.each([
  ['attachment; filename="moscow-2024.gexf"', "moscow-2024.gexf"],
  ["attachment; filename=case.csv", "case.csv"],
  [`attachment; filename="x.csv"; filename*=UTF-8''F%C3%A4lle%20%F0%9F%A7%B6.csv`, "Fälle 🧶.csv"],
  [`attachment; filename="x.csv"; filename*=UTF-8''%E0%A4`, "x.csv"],
  [null, "clew-export"],
])("the header %s names the file %s", (header, name) => {
  expect(fileNameOf(header)).toBe(name);
});
