import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createCase } from "../../src/case/create-case.ts";
import { writeEdgeList, writeGexf, writeGraphml } from "./files/write-samples.ts";

const folder = mkdtempSync(join(tmpdir(), "clew-bench-files-test-"));
const at = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true }));

test("an edge list names every entity, has the rows that the peer is given, and is read without a problem", async () => {
  const files = { edges: at("edges.csv"), peerNodes: at("nodes.csv"), peerLinks: at("links.csv") };
  const { entities } = await writeEdgeList(files, 500, 3);
  const lines = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");
  expect(lines(files.peerLinks)).toEqual(
    lines(files.edges)
      .slice(1)
      .map((line) => `${line},1`),
  );
  expect(lines(files.peerNodes)).toHaveLength(entities);
  const report = await createCase(at("edges.clew"), [files.edges]);
  expect(report).toMatchObject({ entities: { added: entities }, claims: { added: 500 }, problems: [] });
});

test("GEXF and GraphML are what the readers take for whole", async () => {
  const size = { nodes: 40, edges: 90 };
  await writeGexf(at("graph.gexf"), size, 3);
  await writeGraphml(at("graph.graphml"), size, 3);
  for (const name of ["gexf", "graphml"]) {
    const report = await createCase(at(`${name}.clew`), [at(`graph.${name}`)]);
    expect(report?.entities.added).toBe(size.nodes);
  }
});
