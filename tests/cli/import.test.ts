import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonLines, smallLines } from "../case/small-case.ts";
import { clew, workplace } from "./run-clew.ts";

const { path, put } = workplace();

test("the text beside a case that is not there yet is read once when it is named, and before others when it is not", () => {
  put("named.clew.jsonl", jsonLines(smallLines));
  const named = clew("import", path("named.clew"), path("named.clew.jsonl"), "--json");
  expect(named.code).toBe(0);
  expect(JSON.parse(named.out)).toMatchObject({ claims: { matched: 0 } });
  put("beside.clew.jsonl", jsonLines(smallLines));
  put("more.csv", "source,target\nada,bolt\n");
  const beside = JSON.parse(clew("import", path("beside.clew"), path("more.csv"), "--json").out);
  expect(beside).toMatchObject({ claims: { added: 1, matched: 0 } });
  const stats = JSON.parse(clew("stats", path("beside.clew"), "--json").out);
  const alone = JSON.parse(clew("stats", path("named.clew"), "--json").out);
  expect(stats.claims).toBe(alone.claims + 1);
});

test("a preview says what the files would give, and makes no case; its mapping goes back edited; the report is kept", () => {
  const table = put("table.csv", "source;target\nada;bolt\n");
  const shown = clew("import", path("none.clew"), table, "--preview");
  expect([shown.code, shown.out]).toEqual([0, expect.stringMatching(/table\.csv {2}CSV.*2 entities, 1 link,/s)]);
  expect(existsSync(path("none.clew"))).toBe(false);
  const { files } = JSON.parse(clew("import", path("none.clew"), table, "--preview", "--json").out);
  const mapping = put("mapping.json", JSON.stringify({ ...files[0].table.mapping, relation: "funds" }));
  const options = ["--mapping", mapping, "--ids", "register", "--report", path("report.txt"), "--json"];
  const report = JSON.parse(clew("import", path("made.clew"), table, ...options).out);
  expect(report).toMatchObject({ entities: { added: 2 }, links: { added: 1 } });
  expect(readFileSync(path("report.txt"), "utf8")).toMatch(/^entities +2 added\n/);
  expect(clew("show", path("made.clew"), "ada").out).toMatch(/funds|Funds/);
  put("more.csv", "id,name\nada,Other\n");
  expect(clew("import", path("made.clew"), path("more.csv")).out).toContain("they are kept apart");
  const both = clew("show", path("made.clew"), "ada");
  expect([both.code, both.err]).toEqual([2, expect.stringMatching(/names 2: .*ada@register.*ada@more-/)]);
  expect(clew("show", path("made.clew"), "ada@register").code).toBe(0);
  expect(clew("import", path("made.clew"), path("more.csv"), "--encoding", "klingon").code).toBe(2);
});
