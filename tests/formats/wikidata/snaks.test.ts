import { expect, test } from "vitest";
import { snakValue, timeText } from "../../../src/formats/wikidata/snaks.ts";

test.each([
  ["+1983-07-28T00:00:00Z", 11, "1983-07-28"],
  ["+1983-07-00T00:00:00Z", 10, "1983-07"],
  ["+1983-00-00T00:00:00Z", 9, "1983"],
  ["+1985-01-01T00:00:00Z", 8, "198X"],
  ["+1901-00-00T00:00:00Z", 7, "19XX"],
  ["+2000-00-00T00:00:00Z", 7, "19XX"],
  ["-0044-00-00T00:00:00Z", 9, "-0043"],
  ["+1983-13-40T00:00:00Z", 11, null],
  ["+1000-00-00T00:00:00Z", 6, null],
  ["+13798000000-00-00T00:00:00Z", 9, null],
  ["yesterday", 11, null],
])("the time %s of precision %i is %s", (time, precision, text) => {
  expect(timeText({ time, precision })).toBe(text);
});

const snak = (type: string, value: unknown) => snakValue({ snaktype: "value", datavalue: { type, value } } as never);

test.each([
  ["wikibase-entityid", { "entity-type": "item", "numeric-id": 5 }, { kind: "item", id: "Q5" }],
  ["wikibase-entityid", { "entity-type": "property", id: "P31" }, { kind: "value", value: "P31", note: "" }],
  [
    "quantity",
    { amount: "+170", unit: "http://www.wikidata.org/entity/Q174728" },
    { kind: "value", value: 170, note: "Q174728" },
  ],
  ["quantity", { amount: "+99999999999999999999", unit: "1" }, { kind: "value", value: "+99999999999999999999", note: "" }],
  ["quantity", { amount: "+5", unit: "1", lowerBound: "+4", upperBound: "+6" }, { kind: "value", value: 5, note: "4 to 6" }],
  ["monolingualtext", { text: "Москва", language: "ru" }, { kind: "value", value: "Москва", note: "ru" }],
  ["globecoordinate", { latitude: 55.75, longitude: 37.61 }, { kind: "value", value: "55.75,37.61", note: "" }],
  ["time", { time: "+10000-00-00T00:00:00Z", precision: 9 }, { kind: "value", value: "+10000-00-00T00:00:00Z", note: "" }],
  ["string", "X", { kind: "value", value: "X", note: "" }],
  ["string", "", null],
])("a value of type %s", (type, value, expected) => {
  expect(snak(type, value)).toEqual(expected);
});

test("what has no value says so", () => {
  expect([snakValue({ snaktype: "novalue" }), snakValue({ snaktype: "somevalue" }), snakValue({})]).toEqual([
    { kind: "none" },
    { kind: "unknown" },
    null,
  ]);
});
