import type { FormatReader } from "../format.ts";
import { xmlGraphReading } from "../xml-graph-reading.ts";
import { xmlRoot } from "../xml-root.ts";
import { GexfGraph } from "./graph.ts";

/**
 * GEXF 1.1, 1.2 and 1.3 as it is found: edges before nodes or among them, namespaces of three generations, undeclared attributes,
 * ids missing or repeated, nodes within nodes. Spells and values with dates are kept as dates where they are some, else as they are
 * written. Positions become a chart; colours, sizes and shapes are left out, and said to be.
 */
export const gexfReader: FormatReader = {
  recognizes: (head) => xmlRoot(head) === "gexf",
  start: (context) => xmlGraphReading(context, "GEXF", (take) => new GexfGraph(context, take)),
};
