import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { disagreements } from "./paths/agreement.ts";
import type { Asked, Engine } from "./paths/engine.ts";
import { buildClew } from "./paths/engines/clew.ts";
import { buildLimit } from "./paths/engines/limit.ts";
import { type BenchGraph, shapes } from "./paths/graph/bench-graph.ts";
import { readGraph, writeGraph } from "./paths/graph/graph-file.ts";
import { randomGraph } from "./paths/graph/random-graph.ts";
import { optionsOf } from "./paths/options.ts";
import { drawPairs } from "./paths/pairs.ts";
import type { AskedOfAll } from "./paths/results.ts";

const size = { nodes: 2000, links: 8000 };
const folder = mkdtempSync(join(tmpdir(), "clew-bench-test-"));

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(shapes)("the bench of paths on a %s graph", (shape) => {
  const graph = randomGraph(shape, size, 7);

  it("draws the same graph from the same seed, and another from another", () => {
    expect(randomGraph(shape, size, 7)).toEqual(graph);
    expect(randomGraph(shape, size, 8).linkFrom).not.toEqual(graph.linkFrom);
  });

  it("draws links between two nodes, no two of them alike, with claims of which one does not deny", () => {
    const { links, linkFrom, linkTo, linkRelation, linkWeight, claims } = graph;
    const alike = new Set<string>();
    for (let link = 0; link < links; link++) {
      expect(linkFrom[link]).not.toBe(linkTo[link]);
      expect(linkWeight[link]).toBeLessThan(Infinity);
      alike.add(`${linkFrom[link]} ${linkTo[link]} ${linkRelation[link]}`);
    }
    expect(alike.size).toBe(links);
    expect(claims / links).toBeCloseTo(1.4, 1);
  });

  it("hands a graph to another process as a file", () => {
    const file = join(folder, "graph");
    writeGraph(file, graph);
    expect(readGraph(file)).toEqual(graph);
  });

  it("has Clew and the limit agree on every kind that both have", async () => {
    const asked = await askBoth(graph);
    expect(asked.length).toBeGreaterThan(100);
    expect(disagreements(asked)).toEqual([]);
  });
});

describe("the bench's check", () => {
  it("tells two engines that do not agree, and the fault of LadybugDB from others", () => {
    const asked: Asked = { kind: "simple", from: 1, to: 2 };
    const answers = (ladybug: number, clew: number, limit: number): AskedOfAll => ({
      asked,
      answers: {
        ladybug: { ms: 1, measures: { sequences: ladybug } },
        clew: { ms: 1, measures: { sequences: clew } },
        limit: { ms: 1, measures: { sequences: limit } },
      },
    });
    expect(disagreements([answers(3, 3, 3)])).toEqual([]);
    expect(disagreements([answers(4, 3, 3)])).toMatchObject([
      { asked, measure: "sequences", known: expect.stringContaining("Ladybug") },
    ]);
    expect(disagreements([answers(2, 3, 3), answers(4, 4, 3)])).toMatchObject([{ known: null }, { known: null }]);
  });

  it("refuses an option that it does not have", () => {
    expect(() => optionsOf(["--size", "huge"])).toThrow(/--size: wanted some of small, medium, large, got "huge"/);
    expect(() => optionsOf(["--pairs", "0"])).toThrow(/wanted a whole number above 0/);
    expect(optionsOf(["--peers", "none"]).engines).toEqual(["clew", "limit"]);
  });
});

async function askBoth(graph: BenchGraph): Promise<AskedOfAll[]> {
  const [clew, limit] = [buildClew(graph, { folder }), buildLimit(graph)];
  const shared = limit.kinds.filter((kind) => clew.kinds.includes(kind));
  const pairs = drawPairs(graph, 20, 3);
  const all: AskedOfAll[] = [];
  for (const asked of shared.flatMap((kind) => pairs[kind]))
    all.push({ asked, answers: { clew: await answer(clew, asked), limit: await answer(limit, asked) } });
  return all;
}

async function answer(engine: Engine, asked: Asked) {
  const reply = await engine.ask(asked);
  return { ms: 0, measures: reply() };
}
