import { BadInput } from "../base/problem.ts";
import type { ReadContext, Reading, ReadRecord } from "./format.ts";
import { type XmlHandler, xmlElements } from "./xml-elements.ts";

/** The elements of one file of a format of nodes and edges in XML, which become records as they close. */
export interface XmlGraph extends XmlHandler {
  /** Whether the file has held a graph. */
  readonly hasGraph: boolean;
  /** What the end of the file makes whole. */
  end(): void;
}

/** A reading of such a file; `graphOf` makes its graph, which gives its records to `take`. Throws BadInput where the file holds none. */
export function xmlGraphReading(
  context: ReadContext,
  label: string,
  graphOf: (take: (record: ReadRecord) => void) => XmlGraph,
): Reading {
  let found: ReadRecord[] = [];
  const graph = graphOf((record) => found.push(record));
  const xml = xmlElements(context.file, graph);
  const taken = (): ReadRecord[] => {
    const records = found;
    found = [];
    return records;
  };
  return {
    push(chunk) {
      xml.push(chunk);
      return taken();
    },
    end() {
      xml.end();
      if (!graph.hasGraph) throw new BadInput(`${context.file}: wanted a graph in the ${label} file, got none`);
      graph.end();
      return taken();
    },
  };
}
