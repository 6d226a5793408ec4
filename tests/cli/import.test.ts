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
