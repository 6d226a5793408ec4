import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entityId, sourceId } from "../../../src/base/ids.ts";
import type { PathQuestion } from "../../../src/query/question.ts";
import { pathDefaults } from "../../../src/query/question.ts";
import {
  addCondition,
  askedPath,
  conditions,
  emptyForm,
  formOf,
  parseArrow,
  removeCondition,
} from "../../../src/ui/state/path-form.ts";

describe("two names with an arrow between them", () => {
  test.each(["ISIS-K → Ukraine", "ISIS-K -> Ukraine", "ISIS-K->Ukraine", "  ISIS-K  =>  Ukraine "])(
    "%s asks for a path",
    (text) => {
      expect(parseArrow(text)).toEqual({ from: "ISIS-K", to: "Ukraine" });
    },
  );

  test.each(["ISIS-K", "ISIS-K - Ukraine", "→ Ukraine", "ISIS-K →", "a → b → c", ""])("%s does not", (text) => {
    expect(parseArrow(text)).toBeNull();
  });
});

describe("the question that a form asks", () => {
  const ends = { from: { text: "ISIS-K", id: "e1" }, to: { text: " Ukraine ", id: null } };

  test("an entity that was chosen goes by its id, one that was only typed by its name", () => {
    expect(askedPath({ ...emptyForm, ...ends })).toEqual({ from: ["e1"], to: ["Ukraine"] });
  });

  test("nothing is asked while an end is missing", () => {
    expect(askedPath({ ...emptyForm, from: ends.from })).toBeNull();
    expect(askedPath({ ...emptyForm, ...ends, to: { text: "  ", id: null } })).toBeNull();
  });

  test("a condition that is shown and not filled in asks nothing", () => {
    const form = addCondition(addCondition({ ...emptyForm, ...ends }, "via"), "notSource");
    expect(askedPath(form)).toEqual({ from: ["e1"], to: ["Ukraine"] });
  });

  test("a dropped condition takes its value with it", () => {
    const form = addCondition({ ...emptyForm, ...ends }, "maxHops");
    expect(askedPath(form)).toMatchObject({ maxHops: 4 });
    expect(removeCondition(form, "maxHops")).toEqual({ ...emptyForm, ...ends });
  });

  test("a form made from an answered question asks the same question again", () => {
    const id = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.isWellFormed());
    const question = fc.record({
      from: fc.tuple(id.map(entityId)),
      to: fc.tuple(id.map(entityId)),
      standing: fc.constantFrom(null, "stated" as const, "contested" as const),
      maxHops: fc.option(fc.nat(9)),
      direction: fc.constantFrom("any" as const, "forward" as const, "backward" as const),
      via: fc.array(id.map(entityId), { maxLength: 1 }),
      avoid: fc.array(id.map(entityId), { maxLength: 1 }),
      notSources: fc.array(id.map(sourceId), { maxLength: 1 }),
      includeDenied: fc.boolean(),
    });
    fc.assert(
      fc.property(question, (asked) => {
        const whole: PathQuestion = { ...pathDefaults, ...asked };
        const again = { ...pathDefaults, ...askedPath(formOf(whole, (name) => `the name of ${name}`)) };
        expect(again).toEqual(whole);
      }),
      { seed: 20240324 },
    );
  });

  test("each condition of an answered question is shown", () => {
    const question: PathQuestion = {
      ...pathDefaults,
      from: [entityId("a")],
      to: [entityId("b")],
      maxHops: 3,
      direction: "forward",
      via: [entityId("__proto__")],
      includeDenied: true,
    };
    expect(formOf(question, String).conditions).toEqual(["maxHops", "direction", "via", "includeDenied"]);
    expect(conditions).toHaveLength(7);
  });
});
