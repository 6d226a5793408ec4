import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { xmlElements } from "../xml-elements.ts";
import { xmlRoot } from "../xml-root.ts";
import { GexfGraph } from "./graph.ts";

/**
 * GEXF 1.1, 1.2 and 1.3 as it is found: edges before nodes or among them, namespaces of three generations, undeclared attributes,
 * ids missing or repeated, nodes within nodes. Spells and values with dates are kept as dates where they are some, else as they are
 * written. Positions become a chart; colours, sizes and shapes are left out, and said to be.
 */
export const gexfReader: FormatReader = {
  recognizes: (head) => xmlRoot(head) === "gexf",
  start,
};

function start(context: ReadContext): Reading {
  let found: ReadRecord[] = [];
  const graph = new GexfGraph(context, (record) => found.push(record));
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
      if (!graph.isGraph) throw new BadInput(`${context.file}: wanted a graph in the GEXF file, got none`);
      graph.end();
      return take();
    },
  };
}
