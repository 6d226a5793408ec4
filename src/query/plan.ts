import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { ascending } from "./ascending.ts";
import { idInWords, nodeNamed } from "./node-named.ts";
import type { PathQuestion } from "./question.ts";

/** A path question in indices, checked. Lists are in ascending order, each node once. */
export interface Plan {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Less those that every path begins or ends with. */
  readonly via: readonly number[];
  readonly avoid: readonly number[];
  /** Never more than a path can have: nodes - 1. */
  readonly maxHops: number;
  readonly limit: number;
  readonly filter: LinkFilter;
}

/** Entities that a path can be asked to pass: the search keeps a table of 2^n entries. */
export const MAX_VIA = 12;

/** Throws BadInput for an entity that the snapshot lacks, an end on both sides, an end or a `via` that is avoided, or too many `via`. */
export function planPaths(graph: NamedSnapshot, question: PathQuestion): Plan {
  const nodes = (ids: readonly string[]) => ascending(ids.map((id) => nodeNamed(graph.names, id)));
  const [from, to, via, avoid] = [nodes(question.from), nodes(question.to), nodes(question.via), nodes(question.avoid)];
  if (from.length === 0 || to.length === 0) throw new BadInput("path: wanted at least one entity on each side, got none");
  const name = (node: number) => idInWords(graph.names.entities[node]!);
  const [others, off] = [new Set(to), new Set(avoid)];
  const shared = from.find((node) => others.has(node));
  if (shared !== undefined) throw new BadInput(`path: wanted two different entities, got ${name(shared)} on both sides`);
  const avoided = [...from, ...to, ...via].find((node) => off.has(node));
  if (avoided !== undefined) throw new BadInput(`path: wanted ${name(avoided)} on the path or avoided, got both`);
  if (via.length > MAX_VIA) throw new BadInput(`path: wanted at most ${MAX_VIA} entities to pass, got ${via.length}`);
  const most = graph.snapshot.nodes - 1;
  const single = (side: readonly number[], node: number) => side.length === 1 && side[0] === node;
  return {
    from,
    to,
    via: via.filter((node) => !single(from, node) && !single(to, node)),
    avoid,
    maxHops: Math.min(question.maxHops ?? most, most),
    limit: question.limit,
    filter: new LinkFilter(graph, question),
  };
}
