import type { LinkId } from "../base/ids.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { linkIdAt } from "./link-id-at.ts";
import { type ComingLink, LinkPlaces } from "./link-places.ts";
import type { PackedIds } from "./packed-ids.ts";
import { drop, move, newNumber, newRenumbering, type Renumbering, renumberRange } from "./renumbering.ts";
import { NO_NODE, type Snapshot } from "./snapshot.ts";

/** What the links of a snapshot laid anew are made of. */
export interface LinkSources {
  /** That it is laid from. */
  readonly graph: BuiltSnapshot;
  /** Links that were there and do not stay, or come anew. */
  readonly dropped: readonly number[];
  /** Links that come: a snapshot of nothing else. */
  readonly coming: BuiltSnapshot;
  readonly entities: PackedIds;
  readonly relations: readonly string[];
  /** New nodes and relations by old one (NO_NODE for one that is gone), and by the one that it has among those that come. */
  readonly nodes: { readonly newOf: Renumbering; readonly ofComing: Uint32Array };
  readonly relation: { readonly newOf: Uint32Array; readonly ofComing: Uint32Array };
}

/** Their order: what was laid in stretches that stay as they lie, and between them single links. */
export interface LinkOrder {
  /** The ones that are left out: all, and of them those that were laid at first, ascending. */
  readonly dropped: ReadonlySet<number>;
  readonly left: Uint32Array;
  /** Single links, in order, and how many of those that were laid come before each (`left` ones among them). */
  readonly single: Uint32Array;
  readonly before: Uint32Array;
  /** Links laid at first. */
  readonly laid: number;
  /** A single link of this number or more is one that comes: less so much, its index there. */
  readonly bound: number;
  readonly links: number;
}

/** O(log links) for each link that changed. */
export function orderOfLinks({ graph, dropped, coming, ...numbers }: LinkSources): LinkOrder {
  const { tail, links, linkFrom, linkTo, linkRelation } = graph.snapshot;
  const { nodes, relation } = numbers;
  const laid = tail?.laid.links ?? links;
  const bound = linkFrom.length;
  const goes = new Set(dropped);
  for (const link of tail?.gone ?? []) goes.add(link);
  const places = new LinkPlaces(graph, { ...numbers, newNode: nodes.newOf, newRelation: relation.newOf });
  const singles: (ComingLink & { readonly link: number; readonly before: number })[] = [];
  const add = (link: number, ends: ComingLink) => singles.push({ ...ends, link, before: places.placeOf(ends, laid) });
  for (let link = tail?.first.links ?? 0; link < (tail?.next.links ?? 0); link++) {
    if (goes.has(link)) continue;
    const [from, to] = [newNumber(nodes.newOf, linkFrom[link]!), newNumber(nodes.newOf, linkTo[link]!)];
    add(link, { from, to, relation: relation.newOf[linkRelation[link]!]!, id: idOf(graph, link) });
  }
  const its = coming.snapshot;
  for (let link = 0; link < its.links; link++) {
    const [from, to] = [nodes.ofComing[its.linkFrom[link]!]!, nodes.ofComing[its.linkTo[link]!]!];
    add(bound + link, { from, to, relation: relation.ofComing[its.linkRelation[link]!]!, id: idOf(coming, link) });
  }
  singles.sort((a, b) => a.before - b.before || places.compare(a, b));
  const left = Uint32Array.from([...goes].filter((link) => link < laid)).sort();
  return {
    dropped: goes,
    left,
    single: Uint32Array.from(singles, ({ link }) => link),
    before: Uint32Array.from(singles, ({ before }) => before),
    laid,
    bound,
    links: laid - left.length + singles.length,
  };
}

function idOf(graph: BuiltSnapshot, link: number): () => LinkId {
  return () => linkIdAt(graph, link);
}

/** Calls `stretch` with each run of old links that stay side by side, and `one` with each single one, in the new order. */
export function walkLinks(
  { left, single, before, laid }: LinkOrder,
  { stretch, one }: { readonly stretch: (from: number, end: number) => void; readonly one: (link: number) => void },
): void {
  let [at, out] = [0, 0];
  const until = (end: number): void => {
    for (; out < left.length && left[out]! < end; out++) {
      if (at < left[out]!) stretch(at, left[out]!);
      at = left[out]! + 1;
    }
    if (at < end) stretch(at, end);
    at = Math.max(at, end);
  };
  for (let next = 0; next < single.length; next++) {
    until(before[next]!);
    one(single[next]!);
  }
  until(laid);
}

/** The new index by old one, none for one that is left out, and by the one that it has among those that come. */
export interface LinkMap {
  readonly newOf: Renumbering;
  readonly ofComing: Uint32Array;
}

/** Fills the ends and relations of links. O(links), at the pace of copying. */
export function relayLinks(to: Snapshot, order: LinkOrder, { graph, coming, nodes, relation }: LinkSources): LinkMap {
  const from = graph.snapshot;
  const its = coming.snapshot;
  const newOf = newRenumbering(order.bound);
  const ofComing = new Uint32Array(its.links);
  let next = 0;
  const stretch = (first: number, end: number) => {
    move(newOf, [first, end], next);
    copyLinks(from, [first, end], { to, at: next, node: nodes.newOf, relation: relation.newOf });
    next += end - first;
  };
  for (const link of order.dropped) drop(newOf, link);
  walkLinks(order, {
    stretch,
    one: (link) => {
      if (link < order.bound) stretch(link, link + 1);
      else {
        const at = link - order.bound;
        ofComing[at] = next;
        to.linkFrom[next] = nodes.ofComing[its.linkFrom[at]!]!;
        to.linkTo[next] = nodes.ofComing[its.linkTo[at]!]!;
        to.linkRelation[next++] = relation.ofComing[its.linkRelation[at]!]!;
      }
    },
  });
  return { newOf, ofComing };
}

interface Into {
  readonly to: Snapshot;
  readonly at: number;
  readonly node: Renumbering;
  readonly relation: Uint32Array;
}

function copyLinks(from: Snapshot, [first, end]: readonly [number, number], { to, at, node, relation }: Into): void {
  renumberRange(from.linkFrom, [first, end], { to: to.linkFrom, at, by: node });
  renumberRange(from.linkTo, [first, end], { to: to.linkTo, at, by: node });
  for (let link = first, next = at; link < end; link++, next++) to.linkRelation[next] = relation[from.linkRelation[link]!]!;
}

/** Relations that are left, and those that come behind them; per old one and per one that comes its number, NO_NODE for none. O(links). */
export function relationsAfter(
  { snapshot, names }: BuiltSnapshot,
  dropped: readonly number[],
  coming: BuiltSnapshot,
): { readonly names: readonly string[]; readonly newOf: Uint32Array; readonly ofComing: Uint32Array } {
  const { linkRelation, tail, links } = snapshot;
  const counts = new Int32Array(names.relations.length);
  for (const [first, end] of tail === null
    ? [[0, links] as const]
    : ([
        [0, tail.laid.links],
        [tail.first.links, tail.next.links],
      ] as const))
    for (let link = first; link < end; link++) counts[linkRelation[link]!]!++;
  for (const link of [...dropped, ...(tail?.gone ?? [])]) counts[linkRelation[link]!]!--;
  const comes = new Set(coming.names.relations);
  const kept: string[] = [];
  const newOf = Uint32Array.from(names.relations, (id, at) => (counts[at] === 0 && !comes.has(id) ? NO_NODE : kept.push(id) - 1));
  const indices = new Map(kept.map((id, at) => [id, at]));
  const ofComing = Uint32Array.from(coming.names.relations, (id) => indices.get(id) ?? kept.push(id) - 1);
  return { names: kept, newOf, ofComing };
}
