import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { xmlElements } from "../xml-elements.ts";
import { xmlRoot } from "../xml-root.ts";
import { GraphmlGraph } from "./graph.ts";

/**
 * GraphML as networkx, igraph, Gephi, TinkerPop (`labelV`, `labelE`) and yEd write it: keys with defaults, keys that were never
 * declared, graphs within nodes (groups), labels and places that are drawn. Edges between more than two nodes are left out, and said to be.
 */
export const graphmlReader: FormatReader = {
  recognizes: (head) => xmlRoot(head) === "graphml",
  start,
};

function start(context: ReadContext): Reading {
  let found: ReadRecord[] = [];
  const graph = new GraphmlGraph(context, (record) => found.push(record));
  const xml = xmlElements(context.file, graph);
  const take = (): ReadRecord[] => {
    const taken = found;
    found = [];
    return taken;
  };
  return {
    push(chunk) {
      xml.push(chunk);
      return take();
    },
    end() {
      xml.end();
      if (graph.graphs === 0) throw new BadInput(`${context.file}: wanted a graph in the GraphML file, got none`);
      graph.end();
      return take();
    },
  };
}
