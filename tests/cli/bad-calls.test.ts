import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { jsonLines, smallLines } from "../case/small-case.ts";
import { clew, workplace } from "./run-clew.ts";

const { folder, path, put } = workplace();
const small = path("small.clew");
put("small.clew.jsonl", jsonLines(smallLines));
clew("stats", small);

const calls: readonly (readonly [what: string, args: readonly string[], says: RegExp])[] = [
  ["an unknown entity", ["show", small, "Nobody Here"], /wanted an id or a name in small, got "Nobody Here"/],
  [
    "two entities of one name",
    ["path", small, "Twin", "Ada"],
    /"Twin" names 2: .*place:"Twin".*person:"Twin"|person:"Twin".*place:"Twin"/,
  ],
  ["a file that is no case", ["stats", put("text.clew", "no case at all")], /text\.clew is no case/],
  ["a case that is not there", ["stats", path("gone.clew")], /gone\.clew: no such case/],
  ["a folder as a case", ["stats", folder], /is no case|folder/],
  [
    "a CSV without its columns",
    ["import", path("new.clew"), put("bad.csv", "lat,lon\n1.5,2.5\n"), "--format", "csv"],
    /source and target of a link, .* got lat, lon/,
  ],
  [
    "a mapping that is a picture",
    ["import", path("new.clew"), put("m.csv", "a,b\n1,2\n"), "--mapping", put("m.json", "\u0089PNG\r\n\u001b[31m")],
    /m\.json: wanted a mapping as JSON, got text that is none$/m,
  ],
  [
    "a report on a preview",
    ["import", path("new.clew"), put("m.csv", "a,b\n1,2\n"), "--preview", "--report", path("r.json")],
    /--report: wanted an import to report on, got --preview/,
  ],
  [
    "a report in a folder that is not there",
    ["import", path("new.clew"), put("m.csv", "source,target\na,b\n"), "--report", path("none/r.json")],
    /--report: wanted a file that can be written, got .*none\/r\.json \(ENOENT\)/,
  ],
  [
    "a folder for a report",
    ["import", path("new.clew"), put("m.csv", "source,target\na,b\n"), "--report", folder],
    /--report: wanted a file that can be written, got .* \(EISDIR\)/,
  ],
  ["a case without a name", ["import", "", put("m.csv", "source,target\na,b\n")], /case: wanted a name for its file, got none/],
  [
    "a new case in a file",
    ["import", `${put("m.csv", "source,target\na,b\n")}/new.clew`, put("m.csv", "source,target\na,b\n")],
    /new\.clew: wanted a folder that is there, got .*m\.csv/,
  ],
  [
    "a name that no disk takes",
    ["import", small, "y".repeat(10_000)],
    /wanted a path that can be used, got "y{200}…": its name is too long$/m,
  ],
  ["a file to import that is not there", ["import", path("new.clew"), path("gone.csv")], /gone\.csv: no such file/],
  ["an unknown standing", ["path", small, "Ada", "Bolt", "--standing", "sure"], /wanted corroborated, stated/],
  ["an unknown relation", ["path", small, "Ada", "Bolt", "--relation", "chraged"], /near: .*charged/],
  ["an unknown source", ["path", small, "Ada", "Bolt", "--not-source", "Leger"], /source: wanted an id or a title/],
  ["a kind of path that is not there", ["path", small, "Ada", "Bolt", "--kind", "longest"], /kind: wanted shortest/],
  ["an option that is not there", ["path", small, "Ada", "Bolt", "--colour", "red"], /unknown option '--colour'/],
  ["a gap without a time order", ["path", small, "Ada", "Bolt", "--max-gap", "30d"], /max gap: wanted a time order/],
  ["days that are none", ["path", small, "Ada", "Bolt", "--time-order", "forward", "--max-gap", "soon"], /max gap: wanted days/],
  ["a date that is none", ["path", small, "Ada", "Bolt", "--at", "2024-02-30"], /at: wanted a date, .* got "2024-02-30"/],
  ["an interval that ends before it starts", ["path", small, "Ada", "Bolt", "--during", "2020/2018"], /during: wanted a date or/],
  [
    "two switches of one field",
    ["path", small, "Ada", "Bolt", "--one-source", "--sources-differ"],
    /--one-source, --sources-differ/,
  ],
  ["one entity on both sides", ["path", small, "Ada", "Cyr", "--to", "Ada"], /wanted two different entities, got "ada" on both/],
  ["an end that is avoided", ["path", small, "Ada", "Cyr", "--avoid", "Cyr"], /avoid: wanted "cyr" in the question or avoided/],
  ["a family that is none", ["path", small, "Ada", "Cyr", "--family", "afiliation"], /family: wanted affiliation/],
  ["an unknown type", ["path", small, "Ada", "Cyr", "--type", "persn"], /type: wanted one that the case knows.*near: person/],
  ["a side of an unknown type", ["path", small, "persn:*", "Cyr"], /type: .*near: person/],
  ["a grade that is none", ["path", small, "Ada", "Cyr", "--credibility", "7"], /credibility: wanted a whole number from 1 to 6/],
  ["a number that is none", ["path", small, "Ada", "Bolt", "--max-hops", "two"], /--max-hops: wanted a whole number, got "two"/],
  ["a negative number", ["around", small, "Ada", "--hops", "-1"], /hops/],
  ["an unknown format", ["export", small, "--format", "xls"], /format: wanted clew-jsonl, [a-z, -]+, got "xls"/],
  ["no format", ["export", small], /wanted --format/],
  [
    "two parts at once",
    ["export", small, "--format", "csv", "--around", "Ada", "--entities", "Ada"],
    /wanted one of --around, --entities/,
  ],
  [
    "an option of a question without one",
    ["export", small, "--format", "csv", "--standing", "stated"],
    /--standing: wanted with a/,
  ],
  [
    "an option of another question",
    ["export", small, "--format", "csv", "--around", "Ada", "--via", "Cyr"],
    /--via: wanted with a question that has it, got a question of kind around/,
  ],
  ["a path with one end", ["export", small, "--format", "csv", "--path", "Ada"], /--path: wanted two entities/],
  ["a folder to write over", ["export", small, "--format", "csv", "--out", folder], /wanted a file, got the folder/],
  ["an unknown command", ["pth", small], /unknown command 'pth'/],
  ["no command", [], /wanted a command/],
  ["too few arguments", ["path", small, "Ada"], /missing required argument 'TO'/],
];

for (const [what, args, says] of calls)
  test(`${what} gives one line and exit code 2`, () => {
    const { code, out, err } = clew(...args);
    expect(err).toMatch(says);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(out).toBe("");
    expect(code).toBe(2);
  });

test("nothing is left of a case whose first import failed, nor of an export that did", () => {
  expect(existsSync(path("new.clew"))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a port in use gives one line and exit code 2", async () => {
  const taken = createServer();
  const port = await new Promise<number>((give) => {
    taken.listen(0, "127.0.0.1", () => give((taken.address() as { port: number }).port));
  });
  const { code, err } = clew("open", small, "--no-open", "--port", String(port));
  taken.close();
  expect(err).toContain(String(port));
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(code).toBe(2);
});

test("a file is not read over the case beside it", () => {
  mkdirSync(path("beside"));
  const { code, err } = clew("open", path("small.clew.jsonl"), "--no-open", "--port", "0");
  expect(err).toContain("small.clew is there");
  expect(code).toBe(2);
});
