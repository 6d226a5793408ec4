import { SaxesParser } from "saxes";

/** Node ids and edge ends of a GEXF text, by a parser that is not the one that wrote it. Throws on XML that is not well-formed. */
export function readGexf(text: string): { nodes: string[]; edges: { source: string; target: string; label: string }[] } {
  const nodes: string[] = [];
  const edges: { source: string; target: string; label: string }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "node") nodes.push(attributes.id ?? "");
    if (name === "edge") {
      edges.push({ source: attributes.source ?? "", target: attributes.target ?? "", label: attributes.label ?? "" });
    }
  });
  parser.write(text).close();
  return { nodes, edges };
}
