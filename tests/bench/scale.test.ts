import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createCase } from "../../src/case/create-case.ts";
import { openCase } from "../../src/case/open-case.ts";
import { Draws } from "./scale/data/draws.ts";
import { drawCase } from "./scale/data/reckoning.ts";
import { entityIdOf } from "./scale/data/record-ids.ts";
import { writeCaseFile, writeTables } from "./scale/data/write-case.ts";
import { Figures, type SizeResults } from "./scale/figures.ts";
import { breadthFirst } from "./scale/measure/breadth-first.ts";
import { searchClasses } from "./scale/measure/search-classes.ts";
import { scaleOptionsOf } from "./scale/options.ts";
import { printedGrowth, printedSize } from "./scale/print-scale.ts";

const folder = mkdtempSync(join(tmpdir(), "clew-scale-test-"));
const drawn = drawCase({ entities: 1000, seed: 7 });
const { facts } = drawn;

afterAll(() => rmSync(folder, { recursive: true }));

describe("generated investigation data", () => {
  it("are the same bytes from the same seed, and others from another", async () => {
    const written = async (seed: number) => {
      const file = join(folder, `seed-${seed}.jsonl`);
      await writeCaseFile(file, drawCase({ entities: 1000, seed }));
      return createHash("sha256").update(readFileSync(file)).digest("hex");
    };
    const once = await written(7);
    expect(await written(7)).toBe(once);
    expect(await written(8)).not.toBe(once);
  });

  it("hold five links and seven claims to an entity, every standing, and a hub with just so many neighbours", () => {
    expect(facts).toMatchObject({ entities: 1000, linksDrawn: 5000, claims: 7000, hub: { neighbours: 50 } });
    expect(Object.keys(facts.standings).sort()).toEqual(["alleged", "contested", "corroborated", "denied", "stated"]);
    expect(Object.keys(facts.relations).length).toBeGreaterThan(8);
    expect(facts.derivedSources).toBeGreaterThan(0);
    expect(facts.withdrawn).toBeGreaterThan(0);
    expect(facts.entitiesApart).toBeLessThan(facts.entities);
  });

  it("are read without a problem, and counted by Clew as the generator counts them", async () => {
    const file = join(folder, "case.clew.jsonl.gz");
    await writeCaseFile(file, drawn);
    const path = join(folder, "case.clew");
    const report = await createCase(path, [file]);
    expect(report?.problems).toEqual([]);
    const opened = openCase(path, { mode: "read" });
    expect(opened.stats()).toMatchObject({
      entities: facts.entitiesApart,
      links: facts.links,
      claims: facts.claims - facts.withdrawn,
      attributes: facts.attributes,
      sources: facts.sources,
      entityTypes: facts.entityTypes,
      relations: facts.relations,
      standings: facts.standings,
    });
    expect(opened.around({ center: facts.hub.id, hops: 1, limit: 1000, includeDenied: true }).perHop[1]).toBe(
      facts.hub.neighbours,
    );
    expect(opened.check()).toEqual([]);
    const hopsOf = breadthFirst(drawn);
    const draws = new Draws(3).key(0, 0);
    for (let pair = 0; pair < 60; pair++) {
      const [from, to] = [draws.below(drawn.size.entities), draws.below(drawn.size.entities)];
      if (from === to || drawn.merged.has(from) || drawn.merged.has(to)) continue;
      const { paths } = opened.path({ from: entityIdOf(from), to: entityIdOf(to), limit: 1 });
      expect(paths[0]?.hops ?? -1, `${from} to ${to}`).toBe(hopsOf(from, to));
    }
    opened.close();
  });

  it("are tables of the same entities and links", async () => {
    const tables = { nodes: join(folder, "nodes.csv"), links: join(folder, "links.csv") };
    await writeTables(tables, drawn);
    const lines = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");
    expect(lines(tables.nodes)).toHaveLength(facts.entities);
    expect(lines(tables.links)).toHaveLength(facts.linksDrawn);
    const ids = new Set(lines(tables.nodes).map((line) => line.split(",", 1)[0]));
    expect(ids.size).toBe(facts.entities);
    expect(lines(tables.links).every((line) => ids.has(line.split(",")[0]) && ids.has(line.split(",")[1]))).toBe(true);
  });
});

describe("the bench of scale", () => {
  it("refuses an option that it does not have", () => {
    expect(() => scaleOptionsOf(["--size", "huge"])).toThrow(/--size: wanted some of small, medium, large, got "huge"/);
    expect(() => scaleOptionsOf(["--questions", "0"])).toThrow(/--questions: wanted a whole number from 1/);
    expect(() => scaleOptionsOf(["--peers", "neo4j"])).toThrow(/--peers: wanted ladybug or none/);
    expect(scaleOptionsOf(["--size", "all"]).sizes).toEqual(["small", "medium", "large"]);
  });

  it("types names in each of the ways that it measures", () => {
    const draws = new Draws(1).key(0, 0);
    const typed = searchClasses.map(({ query }) => query("Łukasz Dąbrowski", draws));
    expect(typed).not.toContain(null);
    expect(new Set(typed).size).toBe(searchClasses.length);
  });

  it("says whether a goal is met, what is wrong, and how figures grow", () => {
    const results = (entities: number, p99: number): SizeResults => {
      const figures = new Figures();
      figures.times("shortest path", [1, p99]);
      figures.expect("hops", 3, 4);
      return { size: "small", facts: { ...facts, entities }, figures: figures.list, wrong: figures.wrong };
    };
    const [one, other] = [results(1000, 4), results(100_000, 40)];
    expect(printedSize(one)).toMatch(/✓ \| shortest path, p99/);
    expect(printedSize(other)).toMatch(/✗ \| shortest path, p99/);
    expect(printedSize(one)).toContain("- hops: wanted 3, got 4");
    expect(printedGrowth([one, other])).toMatch(/shortest path, p99 .*\| 9\.98 ×/);
    expect(printedGrowth([one])).toBe("");
  });
});
