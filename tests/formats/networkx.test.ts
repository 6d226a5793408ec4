import { describe, expect, it } from "vitest";
import type { Format } from "../../src/formats/format.ts";
import { gexfFormat } from "../../src/formats/gexf/gexf-format.ts";
import { graphmlFormat } from "../../src/formats/graphml/graphml-format.ts";
import { nodeLinkFormat } from "../../src/formats/node-link/node-link-format.ts";
import { hostileContent, hostileNames } from "./hostile-content.ts";
import { pythonHas, pythonSays } from "./python.ts";

const present = pythonHas("networkx");

function readWithNetworkx(format: Format, load: string, content: ReturnType<typeof hostileContent>) {
  const text = [...format.writer!.write(content, "graph")].join("");
  const code = `import networkx as nx
g = ${load}
print(json.dumps({"nodes": list(g.nodes), "edges": [[a, b] for a, b in g.edges()]}))`;
  return pythonSays(code, { [`case${format.extensions[0]}`]: text }) as { nodes: string[]; edges: [string, string][] };
}

describe.skipIf(!present)("networkx", () => {
  it.each([
    [graphmlFormat, "nx.read_graphml(sys.argv[1], force_multigraph=True)"],
    [nodeLinkFormat, 'nx.node_link_graph(json.load(open(sys.argv[1], encoding="utf-8")), edges="links")'],
    [gexfFormat, "nx.read_gexf(sys.argv[1])"],
  ])("reads what $id writes: the same nodes, the same edges", (format, load) => {
    const content = hostileContent(hostileNames);
    const graph = readWithNetworkx(format, load, content);
    expect(new Set(graph.nodes)).toEqual(new Set(content.entities.map(({ id }) => id)));
    expect(graph.edges.map(String).sort()).toEqual(content.links.map(({ from, to }) => String([from, to])).sort());
  });
});
