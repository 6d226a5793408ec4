import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { idAt } from "../graph/packed-ids.ts";
import { ascending } from "./ascending.ts";
import { InsideFilter } from "./inside-filter.ts";
import { idInWords, nodeNamed } from "./node-named.ts";
import type { PathQuestion, TimeOrder } from "./question.ts";
import { sideNodes } from "./sides.ts";

/** A path question in indices, checked. Lists of nodes are in ascending order, each node once. */
export interface Plan {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Less those that every path begins or ends with; where `viaOrdered` in the question's order. */
  readonly via: readonly number[];
  readonly viaOrdered: boolean;
  readonly avoid: readonly number[];
  /** Null when any entity may be inside. */
  readonly inside: InsideFilter | null;
  /** Never more than a path can have: nodes - 1; -1 where the question contradicts itself and no path can answer it. */
  readonly maxHops: number;
  readonly limit: number;
  readonly filter: LinkFilter;
  /** What an answer shows of a hop, and what its weight, windows and sources are taken from: `filter`, unless that asks for more. */
  readonly choices: LinkFilter;
  /** Null when time does not matter. */
  readonly timeOrder: TimeOrder | null;
  /** Days; Infinity for any. */
  readonly maxGap: number;
  /** Whether no two hops may need the same source (R38). */
  readonly sourcesApart: boolean;
}

/** Entities that a path can be asked to pass: the search keeps a table of 2^n entries. */
export const MAX_VIA = 12;

/** Whether a path is judged as a whole: a search must carry what a trail has come to (R7, R35, R38). */
export function isCarried({ via, timeOrder, sourcesApart }: Plan): boolean {
  return via.length > 0 || timeOrder !== null || sourcesApart;
}

/** Throws BadInput for what R13, R36 and R39 refuse. */
export function planPaths(graph: NamedSnapshot, question: PathQuestion): Plan {
  const { from, to } = sideNodes(graph, question);
  const via = [...new Set(question.via.map((id) => nodeNamed(graph.names, id)))];
  const avoid = ascending(question.avoid.map((id) => nodeNamed(graph.names, id)));
  checkEnds(graph, { from, to, via, avoid });
  checkAlong(question, via);
  const most = graph.snapshot.nodes - 1;
  const filter = new LinkFilter(graph, question);
  const passing = question.viaOrdered ? orderedVia({ from, to, via }) : freeVia({ from, to, via });
  return {
    from,
    to,
    via: passing ?? via,
    viaOrdered: question.viaOrdered,
    avoid,
    inside: InsideFilter.of(graph, question, [from, to, ascending(via)]),
    maxHops: passing === null ? -1 : Math.min(question.maxHops ?? most, most),
    limit: question.limit,
    filter,
    choices: filter,
    timeOrder: question.kind === "earliest" ? "forward" : question.timeOrder,
    maxGap: question.maxGap ?? Number.POSITIVE_INFINITY,
    sourcesApart: question.sourcesAlong === "different",
  };
}

function checkEnds({ names }: NamedSnapshot, { from, to, via, avoid }: Pick<Plan, "from" | "to" | "via" | "avoid">): void {
  if (from.length === 0 || to.length === 0) throw new BadInput("path: wanted at least one entity on each side, got none");
  const name = (node: number) => idInWords(idAt(names.entities, node));
  const [others, off] = [new Set(to), new Set(avoid)];
  const shared = from.find((node) => others.has(node));
  if (shared !== undefined) throw new BadInput(`path: wanted two different entities, got ${name(shared)} on both sides`);
  const avoided = off.size === 0 ? undefined : [from, to, via].flatMap((nodes) => nodes.find((node) => off.has(node)) ?? [])[0];
  if (avoided !== undefined) throw new BadInput(`path: wanted ${name(avoided)} on the path or avoided, got both`);
}

function checkAlong({ kind, timeOrder, maxGap }: PathQuestion, via: readonly number[]): void {
  if (via.length > MAX_VIA) throw new BadInput(`path: wanted at most ${MAX_VIA} entities to pass, got ${via.length}`);
  if (maxGap !== null && timeOrder === null && kind !== "earliest")
    throw new BadInput(`path: wanted a time order with a gap of at most ${maxGap} days, got none`);
  if (kind === "earliest" && timeOrder === "backward")
    throw new BadInput("path: wanted a time order forward for the earliest arrival, got backward");
}

type Passing = Pick<Plan, "from" | "to" | "via">;

function freeVia({ from, to, via }: Passing): number[] {
  return ascending(via.filter((node) => !isOnly(from, node) && !isOnly(to, node)));
}

/** Null when a path would have to begin with an entity that is not the first to pass, or end with one that is not the last. */
function orderedVia({ from, to, via }: Passing): number[] | null {
  const misplaced = via.some((node, at) => (isOnly(from, node) && at > 0) || (isOnly(to, node) && at < via.length - 1));
  return misplaced ? null : via.filter((node) => !isOnly(from, node) && !isOnly(to, node));
}

function isOnly(side: readonly number[], node: number): boolean {
  return side.length === 1 && side[0] === node;
}
