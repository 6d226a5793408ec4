import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Format } from "../../src/formats/format.ts";
import { graphmlFormat } from "../../src/formats/graphml/graphml-format.ts";
import { nodeLinkFormat } from "../../src/formats/node-link/node-link-format.ts";
import { hostileContent } from "./hostile-content.ts";

const python = (code: string, ...args: readonly string[]) => spawnSync("python3", ["-c", code, ...args], { encoding: "utf8" });
const present = python("import networkx").status === 0;
if (!present) console.log("networkx: skipped, python3 with networkx is not on this machine");

/** Node ids and edge ends of the file as networkx reads it. */
function readWithNetworkx(format: Format, load: string): { nodes: string[]; edges: [string, string][] } {
  const folder = mkdtempSync(join(tmpdir(), "clew-networkx-"));
  try {
    const file = join(folder, `case${format.extensions[0]}`);
    writeFileSync(file, [...format.writer!.write(hostileContent(), "graph")].join(""));
    const code = `import sys, json, networkx as nx\ng = ${load}\nprint(json.dumps({"nodes": list(g.nodes), "edges": [[a, b] for a, b in g.edges()]}))`;
    const { stdout, stderr, status } = python(code, file);
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!present)("networkx", () => {
  it.each([
    [graphmlFormat, "nx.read_graphml(sys.argv[1], force_multigraph=True)"],
    [nodeLinkFormat, 'nx.node_link_graph(json.load(open(sys.argv[1], encoding="utf-8")), edges="links")'],
  ])("reads what $id writes: the same nodes, the same edges", (format, load) => {
    const { entities, links } = hostileContent();
    const graph = readWithNetworkx(format, load);
    expect(new Set(graph.nodes)).toEqual(new Set(entities.map(({ id }) => id)));
    expect(graph.edges.map(String).sort()).toEqual(links.map(({ from, to }) => String([from, to])).sort());
  });
});
