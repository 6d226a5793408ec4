import { expect, test } from "vitest";
import { xmlRoot } from "../../src/formats/xml-root.ts";

test.each([
  ["<gexf version='1.3'>", "gexf"],
  ["\uFEFF<?xml version='1.0'?>\n<!-- a > b --><!-- <svg> -->\n<v:graphml\n", "graphml"],
  ["<a/>", "a"],
  ["<gexfoid>", "gexfoid"],
  ["<gexf", ""],
  ["<!-- never closed", ""],
  ["<!DOCTYPE gexf><gexf>", ""],
  ["{}", ""],
  ["", ""],
])("the first element of %j is %j", (head, root) => {
  expect(xmlRoot(head)).toBe(root);
});

test("many comments cost no more than their length", () => {
  const started = performance.now();
  expect(xmlRoot(`${"<!-- x --> ".repeat(300)}<!`)).toBe("");
  expect(performance.now() - started).toBeLessThan(100);
});
