import { expect, test } from "vitest";
import { noConditions } from "../../src/graph/conditions.ts";
import {
  aroundDefaults,
  bearingDefaults,
  commonDefaults,
  connectDefaults,
  pathDefaults,
  patternDefaults,
} from "../../src/query/question.ts";
import { type Ask, asks } from "../../src/query/question-field.ts";
import { defaultOf, fieldsOf, questionFields } from "../../src/query/question-fields.ts";

/** Every field of each question: those with a default, and those that must be given. */
const fields: Readonly<Record<Ask, readonly string[]>> = {
  path: [...Object.keys(pathDefaults), "from", "to"],
  around: [...Object.keys(aroundDefaults), "center"],
  connect: [...Object.keys(connectDefaults), "entities"],
  common: [...Object.keys(commonDefaults), "entities"],
  bearing: [...Object.keys(bearingDefaults), "from", "to"],
  pattern: [...Object.keys(patternDefaults), "pattern"],
};

for (const ask of asks) {
  const given = fieldsOf(ask);

  test(`${ask}: the table has every field of the question, each once`, () => {
    const names = given.map(({ name }) => name).sort();
    expect(names).toEqual(fields[ask].filter((name) => name !== "ask").sort());
    for (const name of Object.keys(noConditions)) expect(names).toContain(name);
  });

  test(`${ask}: options and keys of the address are each one field's`, () => {
    const options = given.flatMap(({ option, holds }) => [
      ...(option === null ? [] : [option]),
      ...(holds.is === "choice" ? holds.among.flatMap((choice) => choice.option ?? []) : []),
    ]);
    const keys = given.flatMap(({ key }) => key ?? []);
    expect(new Set(options).size).toBe(options.length);
    expect(new Set(keys).size).toBe(keys.length);
    for (const option of options) expect(option).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const key of keys) expect(key).toMatch(/^[a-z]{1,11}$/);
    // The address bar keeps what is inspected beside the question, and which question it is.
    for (const taken of ["entity", "link", "ask"]) expect(keys).not.toContain(taken);
  });

  test(`${ask}: a default is of the kind that the field holds`, () => {
    for (const { name, holds } of given) {
      const value = defaultOf(ask, name);
      if (holds.is === "flag") expect(value, name).toBe(false);
      else if (holds.is === "whole" && value !== null && value !== undefined) {
        expect(value, name).toBeGreaterThanOrEqual(holds.least);
        expect(value, name).toBeLessThanOrEqual(holds.served ?? holds.most);
      } else if (holds.is === "choice" && value !== null) expect(holds.among.map((choice) => choice.value)).toContain(value);
      else if (value !== null && value !== undefined) expect(value, name).toEqual([]);
    }
  });
}

test("a row that several questions share has one default", () => {
  for (const { name, of } of questionFields)
    expect(new Set(of.map((ask) => defaultOf(ask, name) === null)).size, `${name} of ${of.join(", ")}`).toBe(1);
});

test("every row has words: a label, a line of help, a phrase with a place for the value", () => {
  for (const { name, holds, label, help, phrase } of questionFields) {
    expect(label, name).not.toBe("");
    expect(help, name).toMatch(/^[a-zA-Z].*[^.]$/);
    expect(phrase.includes("…"), name).toBe(holds.is !== "flag");
    if (holds.is === "choice") for (const { words } of holds.among) expect(words, name).not.toBe("");
  }
});

test("the keys that addresses had before stay as they were", () => {
  const keys = Object.fromEntries(fieldsOf("path").map(({ name, key }) => [name, key]));
  expect(keys).toMatchObject({
    ...{ from: "from", to: "to", standing: "standing", maxHops: "hops", direction: "direction" },
    ...{ relations: "relation", via: "via", avoid: "avoid", notSources: "without", includeDenied: "denied" },
  });
});
