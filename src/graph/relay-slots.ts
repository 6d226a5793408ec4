import { copyRange } from "./copy-range.ts";
import { hintOfLink, linkHints } from "./link-hints.ts";
import type { LinkMap } from "./relay-links.ts";
import type { RelaidNodes } from "./relay-nodes.ts";
import { NO_NUMBER, newNumber, renumberRange } from "./renumbering.ts";
import { KIND_MASK, LINK_SHIFT, NO_NODE, type Snapshot } from "./snapshot.ts";

interface Relaying {
  readonly from: Snapshot;
  /** Links that come, and their slots. */
  readonly coming: Snapshot;
  readonly links: LinkMap;
  readonly nodes: RelaidNodes;
  /** New nodes by those of the links that come. Ascending. */
  readonly ofComing: Uint32Array;
  /** Old links that are left out. */
  readonly dropped: readonly number[];
  /** Whether the hints of old slots still hold: sources and relations have the numbers that they had. */
  readonly hints: "hold" | "differ";
}

/**
 * Fills the slots: they stay in order, since nodes and links do. Those of nodes at which nothing changed are copied as they lie. The
 * columns of links and claims are there. O(nodes + slots), at the pace of copying.
 */
export function relaySlots(to: Snapshot, relaying: Relaying): void {
  const { from, coming, nodes, ofComing } = relaying;
  const { oldOf } = nodes;
  const copier = new SlotCopier(to, relaying);
  const edited = editedNodes(relaying);
  // Old slots that lie side by side and are still to be copied; `at` is where the next one goes.
  let [first, end, at] = [0, 0, 0];
  const flush = (next: number): void => {
    copier.copy([first, end], at - (end - first));
    first = end = next;
  };
  for (let node = 0, late = 0; node < oldOf.length; node++) {
    const old = oldOf[node]!;
    const [start, stop] = old === NO_NODE ? [end, end] : [from.slotStart[old]!, from.slotEnd[old]!];
    to.slotStart[node] = at;
    if (edited[node] === 0) {
      if (start !== end) flush(start);
      end = stop;
      at += stop - start;
    } else {
      flush(0);
      const its: Range = ofComing[late] === node ? [coming.slotStart[late]!, coming.slotEnd[late++]!] : [0, 0];
      at = copier.merge([start, stop], its, at);
    }
    to.slotEnd[node] = at;
  }
  flush(0);
}

/** 1 for the new nodes at which a link goes or comes. */
function editedNodes({ from, nodes: { oldOf, newOf }, ofComing, dropped }: Relaying): Uint8Array {
  const edited = new Uint8Array(oldOf.length);
  const mark = (node: number) => {
    if (node !== NO_NODE) edited[node] = 1;
  };
  for (const link of dropped) {
    mark(newNumber(newOf, from.linkFrom[link]!));
    mark(newNumber(newOf, from.linkTo[link]!));
  }
  for (const node of ofComing) edited[node] = 1;
  return edited;
}

type Range = readonly [start: number, end: number];

/** Puts slots where they go. */
class SlotCopier {
  readonly #to: Snapshot;
  /** By new link; null where old slots keep theirs. */
  readonly #hints: Uint16Array | null;
  readonly #relaying: Relaying;
  #at = 0;

  constructor(to: Snapshot, relaying: Relaying) {
    this.#to = to;
    this.#relaying = relaying;
    this.#hints = relaying.hints === "hold" ? null : linkHints(to);
  }

  /** Old slots, of which some may go, and coming ones, in order of (other node, link). Gives where they end. */
  merge([old, oldEnd]: Range, [late, lateEnd]: Range, at: number): number {
    const { coming, links, ofComing } = this.#relaying;
    this.#at = at;
    let slot = old;
    for (let next = late; next < lateEnd; next++) {
      const way = coming.slotWay[next]!;
      const [node, link] = [ofComing[coming.slotNode[next]!]!, links.ofComing[way >>> LINK_SHIFT]!];
      slot = this.#takeBefore([slot, oldEnd], node, link);
      this.#put(node, (link << LINK_SHIFT) | (way & KIND_MASK), this.#hints?.[link] ?? hintOfLink(this.#to, link));
    }
    this.#takeBefore([slot, oldEnd], NO_NODE, NO_NUMBER);
    return this.#at;
  }

  /** Old slots that stay, up to the one that comes after a node and a link. Gives its place. */
  #takeBefore([start, end]: Range, node: number, link: number): number {
    const { from, links, nodes } = this.#relaying;
    for (let slot = start; slot < end; slot++) {
      const way = from.slotWay[slot]!;
      const its = newNumber(links.newOf, way >>> LINK_SHIFT);
      if (its === NO_NUMBER) continue;
      const other = newNumber(nodes.newOf, from.slotNode[slot]!);
      if (other > node || (other === node && its > link)) return slot;
      this.#put(other, (its << LINK_SHIFT) | (way & KIND_MASK), this.#hints?.[its] ?? from.slotHint[slot]!);
    }
    return end;
  }

  #put(node: number, way: number, hint: number): void {
    const at = this.#at++;
    this.#to.slotNode[at] = node;
    this.#to.slotWay[at] = way;
    this.#to.slotHint[at] = hint;
  }

  /** Old slots, all of which stay. */
  copy([first, end]: Range, at: number): void {
    const { from, links, nodes } = this.#relaying;
    const { slotNode, slotWay, slotHint } = this.#to;
    const hints = this.#hints;
    renumberRange(from.slotNode, [first, end], { to: slotNode, at, by: nodes.newOf });
    for (let slot = first, next = at; slot < end; slot++, next++) {
      const way = from.slotWay[slot]!;
      slotWay[next] = (newNumber(links.newOf, way >>> LINK_SHIFT) << LINK_SHIFT) | (way & KIND_MASK);
    }
    if (hints === null) copyRange(from.slotHint, [first, end], { to: slotHint, at });
    else for (let next = at; next < at + end - first; next++) slotHint[next] = hints[slotWay[next]! >>> LINK_SHIFT]!;
  }
}
