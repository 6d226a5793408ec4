import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathDefaults } from "../../../src/query/question.ts";
import { asks } from "../../../src/query/question-field.ts";
import { askedOf } from "../../../src/ui/state/asked.ts";
import { formOf } from "../../../src/ui/state/form-of.ts";
import { heldPicks } from "../../../src/ui/state/held.ts";
import {
  addChip,
  emptyForm,
  offeredFields,
  type QuestionForm,
  removeChip,
  setChip,
  setKind,
  shownChips,
  switchAsk,
} from "../../../src/ui/state/question-form.ts";
import { anyQuestion } from "./any-question.ts";

const typed = (text: string, id: string | null = null) => ({ picked: [], typed: { text, id } });
const entity = (id: string) => ({ is: "entity", id, text: id.toUpperCase() }) as const;
const ends: QuestionForm = { ...emptyForm, from: typed("ISIS-K", "e1"), to: typed(" Ukraine ") };

const called = (text: string) => `the name of ${text}`;
const names = { entity: called, source: called, type: called, relation: called };

describe("the question that a form asks", () => {
  test("an entity that was chosen goes by its id, one that was only typed by its name", () => {
    expect(askedOf(ends)).toEqual({ ask: "path", from: ["e1"], to: ["Ukraine"] });
  });

  test("nothing is asked while an end is missing", () => {
    expect(askedOf({ ...emptyForm, from: ends.from })).toBeNull();
    expect(askedOf({ ...ends, to: typed("  ") })).toBeNull();
    expect(askedOf({ ...emptyForm, ask: "around" })).toBeNull();
    expect(askedOf({ ...emptyForm, ask: "common", entities: heldPicks([entity("a")]) })).toBeNull();
  });

  test("a side takes several entities, and types", () => {
    const from = {
      picked: [entity("a"), { is: "type", id: "person", text: "any person" } as const],
      typed: { text: "B", id: "b" },
    };
    expect(askedOf({ ...ends, from })).toMatchObject({ from: ["a", "b"], fromTypes: ["person"] });
    const any = { picked: [], typed: { text: "any person", id: "person", is: "type" } as const };
    expect(askedOf({ ...ends, from: any })).toMatchObject({ from: [], fromTypes: ["person"] });
  });

  test("a condition that is shown and not filled in asks nothing", () => {
    const form = addChip(addChip(ends, "via"), "notSources");
    expect(shownChips(form)).toHaveLength(2);
    expect(askedOf(form)).toEqual(askedOf(ends));
  });

  test("conditions go in the order in which they were added", () => {
    const form = setChip(addChip(addChip(ends, "said"), "maxHops"), "said", { text: "2024" });
    expect(Object.keys(askedOf(form) ?? {})).toEqual(["ask", "from", "to", "said", "maxHops"]);
  });

  test("a number that is none asks nothing", () => {
    const form = setChip(addChip(ends, "maxHops"), "maxHops", { text: "four" });
    expect(askedOf(form)).not.toHaveProperty("maxHops");
  });

  test.each(asks)("%s: every field of the table that is offered can be added, and none twice", (ask) => {
    const all = offeredFields({ ...emptyForm, ask }).map(({ name }) => name);
    const form = all.reduce(addChip, { ...emptyForm, ask });
    expect(new Set(form.chips.map(({ name }) => name))).toEqual(new Set(all));
    expect(offeredFields(form)).toEqual([]);
  });
});

describe("chips", () => {
  test("a dropped condition takes its value with it", () => {
    const form = addChip(ends, "maxHops");
    expect(askedOf(form)).toMatchObject({ maxHops: 4 });
    expect(removeChip(form, "maxHops")).toEqual(ends);
  });

  test("a condition brings the one it needs, and goes when that goes", () => {
    const form = addChip(ends, "maxGap");
    expect(form.chips.map(({ name }) => name)).toEqual(["timeOrder", "maxGap"]);
    expect(removeChip(form, "timeOrder").chips).toEqual([]);
    expect(addChip(setKind(ends, "earliest"), "maxGap").chips.map(({ name }) => name)).toEqual(["maxGap"]);
  });

  test("a kind of path brings what it says little without, and hides it when another is chosen", () => {
    const several = setKind(ends, "k-shortest");
    expect(askedOf(several)).toMatchObject({ kind: "k-shortest", k: 5 });
    expect(askedOf(setKind(several, "shortest"))).toEqual(askedOf(ends));
    expect(askedOf(setKind(ends, "simple"))).toMatchObject({ kind: "simple", maxHops: 4 });
  });

  test("another question keeps its conditions where it takes them, and gives them back", () => {
    const form = setChip(addChip(ends, "via"), "via", { held: heldPicks([entity("v")]) });
    const around = switchAsk(form, "around");
    expect(askedOf(around)).toEqual({ ask: "around", center: "e1", hops: 1 });
    expect(askedOf(switchAsk(around, "path"))).toEqual(askedOf(form));
  });
});

test("another question of the same entities takes them over", () => {
  expect(askedOf(switchAsk(ends, "connect"))).toEqual({ ask: "connect", entities: ["e1", "Ukraine"] });
  const several: QuestionForm = { ...emptyForm, ask: "common", entities: heldPicks([entity("a"), entity("b"), entity("c")]) };
  expect(askedOf(switchAsk(several, "path"))).toEqual({ ask: "path", from: ["a"], to: ["b"] });
  expect(askedOf(switchAsk(several, "around"))).toEqual({ ask: "around", center: "a", hops: 1 });
});

test("a form made from an answered question asks the same question again, whatever it says", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const again = askedOf(formOf(question, names));
      expect({ ...question, ...again }).toEqual(question);
      const given = Object.keys(again ?? {});
      for (const [name, value] of Object.entries(question))
        if (!given.includes(name)) expect([name, value]).toEqual([name, leftOut(question, name)]);
    }),
    { seed: 20240324 },
  );
});

/** What a field must be where the form says nothing of it: its default, or anything where the kind of path does not heed it. */
function leftOut(question: Readonly<Record<string, unknown>>, name: string): unknown {
  const unheeded = { k: "k-shortest", by: "k-shortest", apart: "disjoint" } as const;
  if (name in unheeded && question.kind !== unheeded[name as keyof typeof unheeded]) return question[name];
  const plain: Readonly<Record<string, unknown>> = { ...pathDefaults, atLeast: null, hops: 1 };
  if (name === "limit") return { around: 10_000, common: 1000, pattern: 1000 }[String(question.ask)] ?? plain[name];
  return plain[name];
}

test("the chips of an answered question stand in the order in which they were given", () => {
  const question = { ...pathDefaults, from: ["a"], to: ["b"], maxHops: 3, via: ["v"], includeDenied: true } as const;
  const form = formOf(question, names, ["ask", "from", "to", "includeDenied", "via"]);
  expect(form.chips.map(({ name }) => name)).toEqual(["includeDenied", "via", "maxHops"]);
  expect(form.chips[1]?.held.picked).toEqual([{ is: "entity", id: "v", text: "the name of v" }]);
});
