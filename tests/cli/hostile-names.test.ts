import { expect, test } from "vitest";
import { clew, workplace } from "./run-clew.ts";

const { path, put } = workplace();
const names = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  "🕸️ 👩‍👩‍👧",
  "'; DROP TABLE entity; --",
  'a "quoted", comma',
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "\u001b[31mred",
  "x".repeat(10_000),
];
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const rows = names.map((name, at) => `${cell(name)},${cell(names[(at + 1) % names.length] ?? "")},owns`);
const csv = put("hostile.csv", `source,target,type\n${rows.join("\n")}\n,empty,owns\n`);
const hostile = path("hostile.clew");
const report = JSON.parse(clew("import", hostile, csv, "--json").out);

test("hostile ids are read as they are, and the empty one is refused with its row", () => {
  expect(report).toMatchObject({ entities: { added: names.length }, links: { added: names.length }, outcomes: { dropped: 1 } });
  expect(report.problems).toHaveLength(1);
});

for (const name of names)
  test(`${JSON.stringify(name.slice(0, 30))} goes through show, search and path unharmed`, () => {
    expect(JSON.parse(clew("show", hostile, "--json", "--", name).out).entity.id).toBe(name);
    expect(JSON.parse(clew("search", hostile, "--json", "--", name).out).hits[0].entity.id).toBe(name);
    const next = names[(names.indexOf(name) + 1) % names.length] ?? "";
    const answer = JSON.parse(clew("path", hostile, "--json", "--", name, next).out);
    expect(answer.paths[0].entities.map(({ id }: { id: string }) => id)).toEqual([name, next]);
  });

test("networks, patterns and saved questions take them too", () => {
  const asked = (...args: readonly string[]) => JSON.parse(clew(...args).out);
  expect(asked("connect", hostile, "--json", "--", ...names).entities).toHaveLength(names.length);
  expect(asked("common", hostile, "--json", "--", names[0]!, names[2]!).common).toMatchObject([{ id: names[1] }]);
  expect(asked("bearing", hostile, "--max-hops", "1", "--json", "--", names[0]!, names[1]!).linked).toBe(true);
  for (const name of [names[0]!, names[5]!, names[6]!, names[8]!, names[10]!]) {
    const pattern = `"${name.replaceAll(/["\\]/g, "\\$&")}" -owns-> *`;
    expect(asked("pattern", hostile, "--json", "--", pattern).matches).toMatchObject([{ entities: [{ id: name }, {}] }]);
    const saved = clew("path", hostile, "--save", `to ${name}`, "--json", "--", names[1]!, name);
    expect([saved.code, saved.err]).toEqual([0, ""]);
    expect(asked("ask", hostile, "--json", "--", `to ${name}`).question.to).toEqual([name]);
  }
  expect(clew("questions", hostile).out).not.toContain("\u001b");
  expect(clew("connect", hostile, ...names.slice(0, 4)).out).not.toContain("\u001b");
});

test("every id comes out of an export and in again", () => {
  const lines = clew("export", hostile, "--format", "clew-jsonl").out.trim().split("\n");
  const ids = lines
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === "entity")
    .map(({ id }) => id);
  expect(ids.sort()).toEqual([...names].sort());
  const copy = JSON.parse(clew("import", path("copy.clew"), put("copied.jsonl", `${lines.join("\n")}\n`), "--json").out);
  expect(copy).toMatchObject({ entities: { added: names.length }, problems: [] });
});

test("what is shown on a terminal holds no control characters of theirs", () => {
  expect(clew("around", hostile, "constructor", "--hops", "9").out).not.toContain("\u001b");
});
