import { MultiGraph } from "graphology";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { graphologyFormat } from "../../../src/formats/graphology/graphology-format.ts";
import { hostileContent } from "../hostile-content.ts";
import { ofKind, readAll } from "../read-all.ts";

test("graphology takes what is written: the same nodes, the same edges", () => {
  // Keys of Object.prototype break graphology 0.26 itself.
  const content = hostileContent(["a", "🧶", '"quoted"', "line\nbreak", "=1+1", "null", "0"]);
  const graph = MultiGraph.from(JSON.parse([...graphologyFormat.writer!.write(content, "graph")].join("")));
  expect(graph.nodes()).toEqual(content.entities.map(({ id }) => id));
  expect(graph.mapEdges((_, __, from, to) => [from, to])).toEqual(content.links.map(({ from, to }) => [from, to]));
  expect(graph.getNodeAttribute("a", "label")).toBe("a");
});

test("links of symmetric relations are undirected, there and back", async () => {
  const content = hostileContent(["a", "b"]);
  const links = content.links.map((link) => ({ ...link, relation: "relative-of" as typeof link.relation }));
  const text = [...graphologyFormat.writer!.write({ ...content, ontology: builtInOntology, links }, "graph")].join("");
  expect(MultiGraph.from(JSON.parse(text)).undirectedSize).toBe(2);
  const records = await readAll(graphologyFormat, text, { ontology: builtInOntology });
  expect(ofKind(records, "problem")).toEqual([]);
  expect(ofKind(records, "claim").map(({ claim }) => claim.kind === "link" && claim.relation)).toContain("relative-of");
});
