import type { FormatReader } from "../format.ts";
import { xmlGraphReading } from "../xml-graph-reading.ts";
import { xmlRoot } from "../xml-root.ts";
import { GraphmlGraph } from "./graph.ts";

/**
 * GraphML as networkx, igraph, Gephi, TinkerPop (`labelV`, `labelE`) and yEd write it: keys with defaults, keys that were never
 * declared, graphs within nodes (groups), labels and places that are drawn. Edges between more than two nodes are left out, and said to be.
 */
export const graphmlReader: FormatReader = {
  recognizes: (head) => xmlRoot(head) === "graphml",
  start: (context) => xmlGraphReading(context, "GraphML", (take) => new GraphmlGraph(context, take)),
};
