import { expect, test } from "vitest";
import type { AskedQuestion } from "../../src/case/asked-question.ts";
import type { Ask } from "../../src/query/question-field.ts";
import { scratchFolder, smallCase } from "./small-case.ts";

const opened = await smallCase(scratchFolder());

/** Ids of the records of each kind that the part holds. */
function partOf(asked: AskedQuestion, format = "clew-jsonl") {
  const made = opened.exportAs({ format, scope: { kind: "answer", question: opened.question<Ask>(asked) } });
  const lines = [...made.chunks].join("").trim().split("\n");
  const records = lines.map((line) => JSON.parse(line) as { kind?: string; id: string });
  const ids = (kind: string) =>
    records
      .filter((record) => record.kind === kind)
      .map(({ id }) => id)
      .sort();
  return { entities: ids("entity"), claims: ids("claim"), sources: ids("source"), losses: made.losses };
}

test("a path goes out with its links and all claims behind them, those that the question left aside among them", () => {
  expect(partOf({ ask: "path", from: "Ada", to: "Bolt", notSources: ["Ledger"] })).toMatchObject({
    entities: ["ada", "bolt"],
    claims: ["c1", "c2", "c6"],
    sources: ["s1", "s2"],
  });
});

test("a neighbourhood goes out with the links that qualify, and no other between its entities", () => {
  expect(partOf({ ask: "around", center: "Bolt", relations: ["owns"] })).toMatchObject({
    entities: ["ada", "bolt"],
    claims: ["c1", "c2", "c6"],
  });
});

test("a network goes out with the named, what was added, and the links between them", () => {
  expect(partOf({ ask: "connect", entities: ["Registrar", "Bolt"] })).toMatchObject({
    entities: ["ada", "bolt", "registrar"],
    claims: ["c1", "c2", "c3", "c6"],
  });
});

test("what is in common goes out with the named and the links to them", () => {
  expect(partOf({ ask: "common", entities: ["Ada", "Cyr"] })).toMatchObject({
    entities: ["ada", "bolt", "cyr"],
    claims: ["c1", "c2", "c4", "c5", "c6"],
  });
});

test("the matches of a pattern go out with the links of their edges", () => {
  expect(partOf({ ask: "pattern", pattern: "organization -charged-> person" })).toMatchObject({
    entities: ["ada", "registrar"],
    claims: ["c3"],
    sources: ["s1"],
  });
});

test("what bears the weight goes out with the links that do", () => {
  expect(partOf({ ask: "bearing", from: "Registrar", to: "Bolt" })).toMatchObject({
    entities: ["ada", "bolt", "registrar"],
    claims: ["c1", "c2", "c3", "c6"],
  });
});

test("nothing found is an empty part", () => {
  expect(partOf({ ask: "path", from: "Ada", to: "place:Twin" })).toEqual({
    ...{ entities: [], claims: [], sources: [], losses: [] },
  });
});

test("a part of an answer that is not complete says so", () => {
  expect(partOf({ ask: "around", center: "Bolt", limit: 2 }).losses).toEqual([
    "The answer is not complete: the search was ended by its limit.",
  ]);
  expect(partOf({ ask: "around", center: "Bolt" }).losses).toEqual([]);
});
