import { expect, test } from "vitest";
import { sifFormat } from "../../../src/formats/sif/sif-format.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

test("a line is a link to each of its nodes, or a node alone; blanks or tabs part it", async () => {
  const records = await readAll(sifFormat, "a pp b c\r\nd\nNode One\tpd\tNode Two\n\n");
  expect(linkLines(records)).toEqual(["a pp b", "a pp c", "Node One pd Node Two"]);
  expect(ofKind(records, "entity").map(({ entity }) => entity.id)).toEqual(["a", "b", "c", "d", "Node One", "Node Two"]);
});

test("a line with a relation and no node after it is dropped with a problem", async () => {
  const records = await readAll(sifFormat, "a pp\nb");
  expect(problemLines(records)).toEqual(["line 1: empty-end, dropped"]);
});
