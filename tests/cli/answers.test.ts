import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { commands } from "../../src/cli/commands.ts";
import type { PathAnswer } from "../../src/query/answer.ts";
import type { Ask } from "../../src/query/question-field.ts";
import { questionAnswers } from "../../src/server/schemas/question-answers.ts";
import { jsonLines, smallLines } from "../case/small-case.ts";
import { clew, launcher, workplace } from "./run-clew.ts";

const { folder, path, put } = workplace();
const small = path("small.clew");
put("small.clew.jsonl", jsonLines(smallLines));

/** One object of the shape that the description of the interface gives. */
function answerOf<T>(ask: Ask, out: string): T {
  return questionAnswers[ask].parse(JSON.parse(out)) as T;
}

const tally = z.strictObject({ added: z.number(), matched: z.number() });

test("path --json is one object of the documented shape", () => {
  const { code, out } = clew("path", small, "Cyr", "Ada", "--json");
  const answer = answerOf<PathAnswer>("path", out);
  expect(code).toBe(0);
  expect(answer.paths[0]?.hops).toBe(2);
  expect(answer.paths[0]?.standing).toBe("contested");
});

test("no path is exit code 1, with an object that says why", () => {
  const { code, out } = clew("path", small, "Cyr", "Bolt", "--standing", "stated", "--json");
  const answer = answerOf<PathAnswer>("path", out);
  expect(code).toBe(1);
  expect(answer).toMatchObject({ count: 0, paths: [], complete: true, stop: "exhausted" });
  expect(answer.why?.loosen.length).toBeGreaterThan(0);
});

test("a path to read begins with the verdict and gives the words of both sides", () => {
  const { code, out } = clew("path", small, "Cyr", "Bolt");
  expect(code).toBe(0);
  expect(out.split("\n")[0]).toMatch(/contested/);
  expect(out).toMatch(/Ada Löw alleges: “Cyr funds Bolt”.*Briefing, 2024-03-25/);
  expect(out).toMatch(/Cyr denies: “Cyr denies it”/);
  expect(out).not.toContain("\u001b");
});

test("around, stats, search, show, links, check and formats give one object each", () => {
  const around = JSON.parse(clew("around", small, "Ada", "--hops", "2", "--json").out);
  expect(around).toMatchObject({ center: "ada", hops: 2, complete: true, perHop: [1, 2, 1] });
  const stats = JSON.parse(clew("stats", small, "--json").out);
  expect(stats).toMatchObject({
    entities: 6,
    links: 3,
    claims: 5,
    attributes: 1,
    sources: 2,
    components: 3,
    largestComponent: 4,
    isolated: 2,
  });
  expect(JSON.parse(clew("search", small, "lo", "--json").out).hits[0].entity.id).toBe("ada");
  expect(JSON.parse(clew("show", small, "Bolt", "--json").out).attributes).toHaveLength(1);
  expect(JSON.parse(clew("links", small, "--stance", "denies", "--json").out).count).toBe(1);
  expect(JSON.parse(clew("check", small, "--json").out)).toMatchObject({ sound: true, problems: [] });
  expect(JSON.parse(clew("formats", "--json").out).formats.map(({ id }: { id: string }) => id)).toContain("gexf");
});

test("nothing found is exit code 1", () => {
  expect(clew("search", small, "zzzz").code).toBe(1);
  expect(clew("links", small, "--standing-is", "denied").code).toBe(1);
  expect(clew("around", small, "place:Twin").code).toBe(1);
});

test("import --json reports what was added and what was there", () => {
  const csv = put("edges.csv", "target,SOURCE,type\nx,y,owns\nx,,owns\n");
  const report = JSON.parse(clew("import", path("fresh.clew"), csv, "--source", "A list", "--json").out);
  const shape = z.strictObject({
    entities: tally,
    links: tally,
    claims: tally,
    sources: tally,
    problems: z.array(
      z.strictObject({ file: z.string(), where: z.string(), kind: z.string(), message: z.string(), outcome: z.string() }),
    ),
    kinds: z.array(z.strictObject({ kind: z.string(), outcome: z.string(), count: z.number(), told: z.number() })),
    outcomes: z.strictObject({ kept: z.number(), repaired: z.number(), merged: z.number(), dropped: z.number() }),
  });
  expect(shape.parse(report)).toMatchObject({
    entities: { added: 2 },
    claims: { added: 1 },
    sources: { added: 1 },
    outcomes: { dropped: 1 },
  });
  expect(clew("show", path("fresh.clew"), "y").out).toContain("A list");
});

test("links show what came with each claim", () => {
  const [csv, mine] = [
    put("amounts.csv", "source,target,type,weight,paid in\nx,y,pays,3,EUR\nx,z,pays,,\n"),
    path("amounts.clew"),
  ];
  expect(clew("import", mine, csv).code).toBe(0);
  expect(clew("links", mine).out.match(/^ {6}\S.*$/gm)).toEqual(["      weight: 3, paid in: EUR"]);
  const { links } = JSON.parse(clew("links", mine, "--json").out);
  expect(links[0].claims[0].attributes).toEqual([
    ["weight", 3],
    ["paid in", "EUR"],
  ]);
});

test("an export to a file replaces it whole; to a pipe it names its losses beside", () => {
  const out = put("out.gexf", "old");
  const { code, out: nothing, err } = clew("export", small, "--format", "gexf", "--out", out);
  expect([code, nothing]).toEqual([0, ""]);
  expect(err).toContain("not carried:");
  expect(readFileSync(out, "utf8")).toMatch(/^<\?xml[\s\S]*<\/gexf>\s*$/);
  expect(clew("export", small, "--format", "gexf").out).toBe(readFileSync(out, "utf8"));
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a path goes out under the options of the question", () => {
  const links = (...more: string[]) =>
    clew("export", small, "--format", "csv", "--part", "links", "--path", "Cyr", "Bolt", ...more)
      .out.trim()
      .split("\n").length - 1;
  expect(links()).toBe(1);
  expect(links("--standing", "stated")).toBe(0);
});

test("a reader that goes away is no fault", () => {
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", `"${process.execPath}" "${launcher}" export "${small}" --format clew-jsonl | head -c 10 >/dev/null`],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
});

test("two first calls at once build the case once", async () => {
  mkdirSync(path("race"));
  put("race/r.clew.jsonl", jsonLines(smallLines));
  const run = () =>
    new Promise<number | null>((done) => {
      spawn(process.execPath, [launcher, "stats", path("race/r.clew")], { stdio: "ignore" }).once("exit", done);
    });
  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
  expect(readdirSync(path("race")).filter((name) => name.startsWith("."))).toEqual([]);
});

test("help names every command", () => {
  const { code, out } = clew("--help");
  expect(code).toBe(0);
  for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
});

test("help loads the tables of commands and fields and nothing else, so that it is there at once", () => {
  const coverage = path("coverage");
  const env = { ...process.env, NODE_V8_COVERAGE: coverage };
  expect(spawnSync(process.execPath, [launcher, "path", "--help"], { env }).status).toBe(0);
  const reports = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), "utf8"));
  const loaded = reports.flatMap((report) => (JSON.parse(report) as { result: { url: string }[] }).result.map(({ url }) => url));
  const ours = loaded.filter((url) => url.startsWith("file:"));
  expect(ours.some((url) => url.endsWith("/src/cli/main.ts"))).toBe(true);
  const strange = /\/src\/(store|server|formats|case|ui)\/|\/node_modules\/(?!commander\/)/;
  expect(ours.filter((url) => strange.test(url))).toEqual([]);
  expect(ours.length).toBeLessThan(60);
});
