import { BadInput } from "../base/problem.ts";
import { type Standing, standingRank, standings } from "../claims/standing.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { orderLinks } from "../graph/link-order.ts";
import { ascending } from "./ascending.ts";
import { fewestHops } from "./connect-fewest.ts";
import { type ConnectGround, connectGround } from "./connect-ground.ts";
import { improveNetwork, type Network } from "./connect-improve.ts";
import { type Joined, joinNamed } from "./connect-join.ts";
import { tryAll } from "./connect-try-all.ts";
import { EntityFilter } from "./entity-filter.ts";
import type { FoundLink } from "./found.ts";
import { foundLink } from "./found-links.ts";
import type { FoundConnect } from "./found-networks.ts";
import { linksAmong } from "./links-among.ts";
import { type Budget, Meter } from "./meter.ts";
import { namedNodes } from "./named-nodes.ts";
import type { ConnectQuestion } from "./question.ts";
import { countParts, type SmallWeb, smallWeb } from "./small-web.ts";

/** Entities at most: every two of them may have a bridge. */
const MOST_NAMED = 500;

/**
 * The network that connects the named entities with few others (R43): a shortest spanning tree of their distances
 * (`joinNamed`), then what a local search can spare (`improveNetwork`), then, for few entities or a small case, what an exact search
 * finds, which also knows whether fewer would do. What cannot be joined falls into parts. When time runs out, what was joined so far
 * is joined, by no fewer than was found so far. Throws BadInput for fewer than two entities or more than 500, an unknown one, or one that is avoided, too.
 */
export function runConnect(question: ConnectQuestion, graph: NamedSnapshot, budget: Budget): FoundConnect {
  const started = budget.clock();
  const { named, avoid } = namedNodes(graph, question);
  if (named.length < 2 || named.length > MOST_NAMED)
    throw new BadInput(`connect: wanted 2 to ${MOST_NAMED} different entities, got ${named.length}`);
  const { snapshot } = graph;
  const meter = new Meter(budget, question.budgetMs);
  const filter = new LinkFilter(graph, question);
  const entities = new EntityFilter(graph, question);
  const ground = connectGround({ snapshot, filter, meter, entities, named: named.toSorted((a, b) => a - b) }, avoid);
  const maxHops = question.maxHops ?? Infinity;
  const joined = joinNamed(ground, maxHops);
  const { network, fewest } = fewestAdded(ground, joined, maxHops);
  const nodes = [...named, ...network.added].sort((a, b) => a - b);
  const links = orderLinks(graph, linksAmong(ground, Uint32Array.from(nodes)));
  const found = Array.from(links, (link) => foundLink(snapshot, filter, { link, from: snapshot.linkFrom[link]! }));
  const stop = meter.stopped ?? "exhausted";
  return {
    complete: stop === "exhausted",
    stop,
    visited: { entities: ground.reached, links: meter.links },
    elapsedMs: budget.clock() - started,
    skipped: entities.skipped(),
    fewest: fewest && stop === "exhausted",
    added: network.added,
    fragments: joined.fragments,
    standing: standingOf(ground, network, found),
    nodes,
    links: found,
  };
}

interface Judged {
  readonly network: Network;
  /** Whether fewer are known not to do. */
  readonly fewest: boolean;
}

function fewestAdded(ground: ConnectGround, { fragments, added }: Joined, maxHops: number): Judged {
  const network = improveNetwork(ground, { added, parts: fragments.length, maxHops });
  // Each of the nodes was tried without: a single one is needed.
  if (network.added.length < 2) return { network, fewest: true };
  const exact = exactly(ground, fragments, network);
  if (exact.fewest || ground.meter.stopped !== null) return exact;
  const all = tryAll(ground, exact.network);
  return all === null ? exact : { network: all, fewest: true };
}

/** The network with a tree of the fewest hops for each part, where they can be found and hold to `maxHops`. */
function exactly(ground: ConnectGround, fragments: Joined["fragments"], network: Network): Judged {
  const web = smallWeb(ground, network.added);
  const trees = fragments.map((part) => treeOf(ground, part, ownNodes(web, part)));
  const named = new Set(ground.named);
  const added = ascending(trees.flatMap(({ nodes }) => nodes).filter((node) => !named.has(node)));
  const exact = { ...network, added };
  const proven = trees.every((tree) => tree.proven);
  if (network.maxHops === Infinity) return { network: exact, fewest: proven };
  // Within a bound on hops, parts may share nodes, and a tree may be too long a chain: then nothing is proven.
  if (!holds(ground, exact)) return { network, fewest: false };
  return { network: exact, fewest: proven && trees.filter(({ grown }) => grown).length === 1 };
}

interface Tree {
  readonly nodes: readonly number[];
  /** Whether fewer nodes are known not to do. */
  readonly proven: boolean;
  /** Whether it has nodes that are not named. */
  readonly grown: boolean;
}

/** A tree of the part with fewer nodes than its own network has; that network, when there is none or it would take too long. */
function treeOf(ground: ConnectGround, part: readonly number[], own: readonly number[]): Tree {
  if (own.length === part.length) return { nodes: own, proven: true, grown: false };
  // Of two, the spanning tree of their distances is a shortest path.
  if (part.length === 2) return { nodes: own, proven: true, grown: true };
  const tree = fewestHops(ground, part, own.length - 1);
  if (tree === "unknown" || tree === "none") return { nodes: own, proven: tree === "none", grown: true };
  return { nodes: tree.nodes, proven: true, grown: true };
}

function holds(ground: ConnectGround, { added, parts, maxHops }: Network): boolean {
  const web = smallWeb(ground, added);
  return countParts(web, new Uint8Array(web.nodes.length), maxHops) === parts;
}

/** The nodes of the web that hang together with the part's. */
function ownNodes({ nodes, near }: SmallWeb, part: readonly number[]): number[] {
  const places = [nodes.indexOf(part[0]!)];
  const seen = new Set(places);
  for (const place of places)
    for (const other of near[place]!)
      if (!seen.has(other)) {
        seen.add(other);
        places.push(other);
      }
  return places.map((place) => nodes[place]!);
}

/** The strongest standing such that the links at least so strong join as much; null when nothing is joined. */
function standingOf(ground: ConnectGround, { added, parts, maxHops }: Network, links: readonly FoundLink[]): Standing | null {
  if (parts === ground.named.length) return null;
  const nodes = [...ground.named, ...added];
  const places = new Map(nodes.map((node, place) => [node, place]));
  const { linkFrom, linkTo } = ground.snapshot;
  const joins = (least: Standing): boolean => {
    const near: number[][] = nodes.map(() => []);
    for (const { link, standing } of links) {
      if (standingRank(standing) > standingRank(least)) continue;
      const [from, to] = [places.get(linkFrom[link]!)!, places.get(linkTo[link]!)!];
      near[from]!.push(to);
      near[to]!.push(from);
    }
    return countParts({ nodes, named: ground.named.length, near }, new Uint8Array(nodes.length), maxHops) === parts;
  };
  return standings.find(joins) ?? null;
}
