import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { asks } from "../../src/query/question-field.ts";
import { fieldsOf, questionFields } from "../../src/query/question-fields.ts";
import { kindsTable, optionsTable } from "./options-table.ts";

const page = readFileSync("docs/command-line.md", "utf8");
const optionsOf = (name: string) => commands.find((command) => command.name === name)?.options ?? [];

test("docs/command-line.md has the options of the questions as the table of fields gives them", () => {
  const [, tables] = /<!-- options -->\n([\s\S]*?)<!-- end of options -->/.exec(page) ?? [];
  expect(tables?.trim()).toBe(optionsTable().trim());
});

test("it has the kinds of paths with what each gives", () => {
  expect(page).toContain(`\n\n${kindsTable()}\n\n`);
});

test("every command has a line in it, and every line of its list a command", () => {
  const [, list = ""] = /```\n(clew open[\s\S]*?)```/.exec(page) ?? [];
  const named = list
    .trim()
    .split("\n")
    .map((line) => line.split(" ")[1]);
  expect(named).toEqual(commands.map(({ name }) => name));
});

/** What scripts rely on: these names never go, and never mean something else. */
const stable = [
  ...["kind", "k", "max-hops", "limit", "direction", "relation", "not-relation", "family", "not-family", "type", "not-type"],
  ...["via", "via-ordered", "avoid", "max-degree", "standing", "source", "not-source", "speaker", "not-speaker", "origins"],
  ...["reliability", "credibility", "quoted", "no-echoes", "one-source", "sources-differ", "at", "during", "said", "certain"],
  ...["time-order", "max-gap", "undated", "include-denied", "budget", "by", "apart"],
];

test("the options of path are those that are promised", () => {
  const names = optionsOf("path").map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(stable));
  expect(new Set(names).size).toBe(names.length);
});

for (const ask of asks)
  test(`every field of a ${ask} question has its option, is an argument, or is for scripts alone`, () => {
    const names = new Set(optionsOf(ask).map(({ name }) => name));
    const lacking = fieldsOf(ask).filter(({ option, holds }) => {
      const switches = holds.is === "choice" ? holds.among.flatMap((choice) => choice.option ?? []) : [];
      return [option ?? [], ...switches].flat().length === 0;
    });
    const argument = {
      path: [],
      bearing: [],
      around: ["center"],
      connect: ["entities"],
      common: ["entities"],
      pattern: ["pattern"],
    };
    const unheeded = ask === "connect" ? ["direction"] : [];
    expect(lacking.map(({ name }) => name).sort()).toEqual(["notClaims", ...argument[ask], ...unheeded].sort());
    for (const { option } of fieldsOf(ask)) if (option !== null) expect(names, option).toContain(option);
  });

test("the options of an export are those of the questions that it takes parts by", () => {
  const names = optionsOf("export").map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { option, of } of questionFields)
    if (option !== null && of.some((ask) => ask === "path" || ask === "around")) expect(names).toContain(option);
});
