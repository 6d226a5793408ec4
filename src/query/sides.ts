import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { ascending } from "./ascending.ts";
import { typeMarks } from "./entity-filter.ts";
import { nodeNamed } from "./node-named.ts";
import type { Inside, Sides } from "./question.ts";

/** The nodes of each side, in ascending order. */
export interface SideNodes {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * The two sides of a question: those named, and those of the types named, less those that the other side names and those
 * avoided (R39). O(nodes) where types are named. Throws BadInput for an entity that the case lacks.
 */
export function sideNodes(graph: NamedSnapshot, asked: Sides & Pick<Inside, "avoid">): SideNodes {
  const nodes = (ids: readonly string[]) => ascending(ids.map((id) => nodeNamed(graph.names, id)));
  const [from, to, avoid] = [nodes(asked.from), nodes(asked.to), nodes(asked.avoid)];
  return {
    from: withTypes(graph, from, { types: asked.fromTypes, except: [...to, ...avoid] }),
    to: withTypes(graph, to, { types: asked.toTypes, except: [...from, ...avoid] }),
  };
}

interface ByType {
  readonly types: readonly string[];
  readonly except: readonly number[];
}

function withTypes({ snapshot, names }: NamedSnapshot, named: readonly number[], { types, except }: ByType): readonly number[] {
  if (types.length === 0) return named;
  const { nodeType } = snapshot;
  const marks = typeMarks(names, { types })!;
  const [not, also] = [new Set(except), new Set(named)];
  const nodes: number[] = [];
  for (let node = 0; node < nodeType.length; node++)
    if ((marks[nodeType[node]!] === 1 && !not.has(node)) || also.has(node)) nodes.push(node);
  return nodes;
}
