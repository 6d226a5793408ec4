import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import type { AskedQuestion } from "../../src/case/asked-question.ts";
import type { Case } from "../../src/case/open-case.ts";
import { bytes, jsonLines, newCase, scratchFolder, smallCase, smallLines } from "./small-case.ts";

const path = { ask: "path", from: "Cyr", to: "Bolt", notSources: ["Ledger"], limit: 100 } as const;

async function withCase(use: (opened: Case) => void | Promise<void>): Promise<void> {
  const opened = await smallCase(scratchFolder());
  try {
    await use(opened);
  } finally {
    opened.close();
  }
}

test("a question is kept with ids and without what it left out, and asked again by name", () =>
  withCase((opened) => {
    opened.saveQuestion({ name: "Who funds Bolt", asked: path });
    expect(opened.questions()).toEqual([
      {
        id: "made-1",
        name: "Who funds Bolt",
        ask: "path",
        asked: { from: ["cyr"], to: ["bolt"], notSources: ["s2"] },
        words: "Shortest paths from Cyr to Bolt, without the claims of “Ledger”",
        refused: null,
      },
    ]);
    expect(opened.savedQuestion("who funds bolt")).toEqual(opened.question(path));
    const [again, first] = [opened.askSaved("made-1"), opened.path(path)];
    expect({ ...again, elapsedMs: 0 }).toEqual({ ...first, elapsedMs: 0 });
  }));

test("saving under a name that is there takes its place; saving the same again writes nothing", () =>
  withCase((opened) => {
    opened.saveQuestion({ name: "One", asked: path });
    const { revision } = opened;
    expect(opened.saveQuestion({ name: "One", asked: path })).toBeNull();
    expect(opened.revision).toBe(revision);
    opened.saveQuestion({ name: "ONE", asked: { ask: "around", center: "Ada", hops: 2 } });
    expect(opened.questions()).toMatchObject([{ id: "made-1", name: "ONE", ask: "around", asked: { center: "ada", hops: 2 } }]);
    opened.saveQuestion({ id: "made-1", name: "Two", asked: path });
    expect(opened.questions().map(({ name }) => name)).toEqual(["Two"]);
    opened.saveQuestion({ id: "other", name: "Two", asked: path });
    expect(() => opened.savedQuestion("Two")).toThrow('question: "Two" names 2: "made-1", "other"');
    expect(opened.savedQuestion("other")).toEqual(opened.question(path));
  }));

test("it is forgotten, and undo brings it back", () =>
  withCase((opened) => {
    opened.saveQuestion({ name: "One", asked: path });
    opened.forgetQuestion("one");
    expect(opened.questions()).toEqual([]);
    expect(opened.undo().label).toBe("forget question One");
    expect(opened.questions().map(({ name }) => name)).toEqual(["One"]);
    opened.undo();
    expect(opened.questions()).toEqual([]);
    opened.redo();
    expect(opened.view().questions.map(({ name }) => name)).toEqual(["One"]);
  }));

test("a question that makes no sense is not kept, and a name must be one", () =>
  withCase((opened) => {
    const save = (name: unknown, asked: unknown) => () =>
      opened.saveQuestion({ name: name as string, asked: asked as AskedQuestion });
    expect(save("x", { ...path, to: "Nobody" })).toThrow(/^entity: wanted an id or a name/);
    expect(save("x", { ...path, to: "Cyr" })).toThrow(/two different entities/);
    expect(save("", path)).toThrow('name: wanted a name for the question, got ""');
    expect(save(7, path)).toThrow("name: wanted a name for the question, got 7");
    expect(save("\ud800", path)).toThrow(/^question.name: wanted well-formed Unicode/);
    expect(opened.questions()).toEqual([]);
    expect(opened.revision).toBe(1);
    expect(() => opened.askSaved("Who pays")).toThrow(/^question: wanted the id or name of a saved one, got "Who pays"$/);
    opened.saveQuestion({ name: "Who paid", asked: path });
    expect(() => opened.askSaved("Who pays")).toThrow(/; near: "Who paid"$/);
  }));

test("one that names what is gone is refused in one line, and check says so", async () => {
  const gone = { kind: "question", id: "q1", name: "Gone", ask: "path", asked: { from: ["nobody"], to: ["bolt"] } };
  const unknown = { kind: "question", id: "q2", name: "Newer", ask: "dream", asked: {} };
  const sound = { kind: "question", id: "q3", name: "Sound", ask: "around", asked: { center: "bolt" } };
  const opened = newCase(scratchFolder());
  const report = await opened.import([{ name: "x.clew.jsonl", bytes: bytes(jsonLines([...smallLines, gone, unknown, sound])) }]);
  expect(report.problems).toEqual([]);
  const refusal = /^question "Gone": entity: wanted an id or a name in [^\n]*"nobody"[^\n]*$/;
  expect(() => opened.askSaved("Gone")).toThrow(refusal);
  expect(() => opened.askSaved("Newer")).toThrow(/^question "Newer": wanted path, around, .*, got "dream"$/);
  expect(opened.questions()).toMatchObject([
    { id: "q1", words: null, refused: expect.stringMatching(refusal) },
    { id: "q2", words: null, refused: expect.stringMatching(/dream/) },
    { id: "q3", words: "What lies within 1 hop of Bolt", refused: null },
  ]);
  expect(opened.check().map(({ where, kind }) => [where, kind])).toEqual([
    ["question q1", "dangling-question"],
    ["question q2", "dangling-question"],
  ]);
  opened.close();
});

test("what a file may hold as a question is checked: plain JSON, no deeper than a question", async () => {
  const lines = [
    { kind: "question", id: "q1", name: "Deep", ask: "path", asked: { from: [{ a: [[1]] }] } },
    { kind: "question", id: "q2", name: "", ask: "path", asked: {} },
    { kind: "question", id: "q3", name: "List", ask: "path", asked: [] },
    { kind: "question", id: "q4", name: "More", ask: "path", asked: {}, colour: "red" },
  ];
  const opened = newCase(scratchFolder());
  const text = jsonLines([{ clew: 1, name: "x" }, ...lines]);
  const report = await opened.import([{ name: "x.clew.jsonl", bytes: bytes(text) }]);
  expect(report.problems.map(({ kind }) => kind)).toEqual(Array(4).fill("invalid-record"));
  for (const { message } of report.problems) expect(message).toMatch(/^question[^\n]*$/);
  expect(opened.questions()).toEqual([]);
  opened.close();
});

test("saved questions go out with the case and come in again, and a second import leaves what is there", () =>
  withCase(async (opened) => {
    opened.saveQuestion({ name: "Who funds Bolt", asked: path });
    opened.saveQuestion({ name: "Pattern", asked: { ask: "pattern", pattern: "person -owns-> Bolt" } });
    const text = [...opened.exportAs({ format: "clew-jsonl" }).chunks].join("");
    const copy = newCase(scratchFolder());
    const file = { name: "copy.clew.jsonl", bytes: bytes(text) };
    await copy.import([file]);
    expect(copy.questions()).toEqual(opened.questions());
    copy.saveQuestion({ id: "made-1", name: "Mine", asked: path });
    await copy.import([file]);
    expect(copy.questions().map(({ name }) => name)).toEqual(["Mine", "Pattern"]);
    copy.close();
  }));

test("a merge leads a saved question to the entity that stands for the one it names", () =>
  withCase((opened) => {
    opened.saveQuestion({ name: "Twin", asked: { ask: "around", center: "twin" } });
    opened.judge({ a: "cyr", b: "twin", verdict: "same" });
    expect(opened.savedQuestion("Twin")).toMatchObject({ ask: "around", center: "cyr" });
  }));

test("refusals keep their kind and candidates", () =>
  withCase(async (opened) => {
    await opened.import([
      {
        name: "q.clew.jsonl",
        bytes: bytes(
          jsonLines([{ clew: 1 }, { kind: "question", id: "q", name: "Q", ask: "around", asked: { center: "Twin" } }]),
        ),
      },
    ]);
    try {
      opened.askSaved("Q");
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput);
      expect(error).toMatchObject({ kind: "ambiguous", candidates: ["bolt-town", "twin"] });
      return;
    }
    throw new Error("wanted a refusal, got none");
  }));

test("an answer after a question was saved is that of the case as it stands", () =>
  withCase((opened) => {
    expect(opened.around({ center: "place:Twin" }).links).toEqual([]);
    opened.saveQuestion({ name: "Twin", asked: { ask: "around", center: "place:Twin" } });
    expect(opened.askSaved("Twin")).toMatchObject({ links: [] });
    opened.record({ subject: "Ada", relation: "owns", object: "place:Twin", stance: "asserts", source: "Ledger" });
    opened.saveQuestion({ name: "Again", asked: { ask: "around", center: "place:Twin" } });
    expect(opened.askSaved("Twin")).toMatchObject({ perHop: [1, 1] });
    opened.undo();
    opened.undo();
    expect(opened.askSaved("Twin")).toMatchObject({ perHop: [1] });
  }));
