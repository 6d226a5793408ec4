import { copyRange } from "./copy-range.ts";
import { hintOfLink, linkHints } from "./link-hints.ts";
import { type LinkMap, NO_LINK } from "./relay-links.ts";
import type { RelaidNodes } from "./relay-nodes.ts";
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
  for (let node = 0, late = 0; node < oldOf.length; node++) {
    const old = oldOf[node]!;
    const [start, end] = old === NO_NODE ? [0, 0] : [from.slotStart[old]!, from.slotEnd[old]!];
    if (edited[node] === 0) {
      to.slotStart[node] = copier.takeAll(start, end);
      to.slotEnd[node] = to.slotStart[node]! + end - start;
      continue;
    }
    to.slotStart[node] = copier.next();
    const isLate = ofComing[late] === node;
    copier.merge([start, end], isLate ? [coming.slotStart[late]!, coming.slotEnd[late]!] : [0, 0]);
    late += Number(isLate);
    to.slotEnd[node] = copier.next();
  }
  copier.next();
}

/** 1 for the new nodes at which a link goes or comes. */
function editedNodes({ from, nodes: { oldOf, newOf }, ofComing, dropped }: Relaying): Uint8Array {
  const edited = new Uint8Array(oldOf.length);
  for (const link of dropped)
    for (const node of [newOf[from.linkFrom[link]!]!, newOf[from.linkTo[link]!]!]) if (node !== NO_NODE) edited[node] = 1;
  for (const node of ofComing) edited[node] = 1;
  return edited;
}

type Range = readonly [start: number, end: number];

/** Copies slots one after the other; a run of them that lie side by side and stay at once. */
class SlotCopier {
  readonly #to: Snapshot;
  /** By new link; null where old slots keep theirs. */
  readonly #hints: Uint16Array | null;
  readonly #relaying: Relaying;
  #at = 0;
  /** Old slots that are still to be copied, to before `#at`. */
  #from = 0;
  #end = 0;

  constructor(to: Snapshot, relaying: Relaying) {
    this.#to = to;
    this.#relaying = relaying;
    this.#hints = relaying.hints === "hold" ? null : linkHints(to);
  }

  /** Where the next slot goes, when those before are copied. */
  next(): number {
    const count = this.#end - this.#from;
    if (count > 0) this.#copy(this.#from, this.#end, this.#at - count);
    this.#from = this.#end = 0;
    return this.#at;
  }

  /** Old slots, all of which stay. Gives where they go. */
  takeAll(start: number, end: number): number {
    const at = this.#at;
    if (start === end) return at;
    if (start !== this.#end || this.#from === this.#end) {
      this.next();
      this.#from = start;
    }
    this.#end = end;
    this.#at += end - start;
    return at;
  }

  /** Old slots, of which some may go, and coming ones, in order of (other node, link). */
  merge([old, oldEnd]: Range, [late, lateEnd]: Range): void {
    const { coming, links, ofComing } = this.#relaying;
    this.next();
    let slot = old;
    for (let next = late; next < lateEnd; next++) {
      const way = coming.slotWay[next]!;
      const [node, link] = [ofComing[coming.slotNode[next]!]!, links.ofComing[way >>> LINK_SHIFT]!];
      slot = this.#takeBefore([slot, oldEnd], node, link);
      this.#put(node, (link << LINK_SHIFT) | (way & KIND_MASK), this.#hints?.[link] ?? hintOfLink(this.#to, link));
    }
    this.#takeBefore([slot, oldEnd], NO_NODE, NO_LINK);
  }

  /** Old slots that stay, up to the one that comes after a node and a link. Gives its place. */
  #takeBefore([start, end]: Range, node: number, link: number): number {
    const { from, links, nodes } = this.#relaying;
    for (let slot = start; slot < end; slot++) {
      const way = from.slotWay[slot]!;
      const its = links.newOf[way >>> LINK_SHIFT]!;
      if (its === NO_LINK) continue;
      const other = nodes.newOf[from.slotNode[slot]!]!;
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

  #copy(first: number, end: number, at: number): void {
    const { from, links, nodes } = this.#relaying;
    const hints = this.#hints;
    const { slotNode, slotWay, slotHint } = this.#to;
    if (nodes.moves === "none") copyRange(from.slotNode, [first, end], { to: slotNode, at });
    else for (let slot = first, next = at; slot < end; slot++, next++) slotNode[next] = nodes.newOf[from.slotNode[slot]!]!;
    for (let slot = first, next = at; slot < end; slot++, next++) {
      const way = from.slotWay[slot]!;
      slotWay[next] = (links.newOf[way >>> LINK_SHIFT]! << LINK_SHIFT) | (way & KIND_MASK);
    }
    if (hints === null) copyRange(from.slotHint, [first, end], { to: slotHint, at });
    else for (let next = at; next < at + end - first; next++) slotHint[next] = hints[slotWay[next]! >>> LINK_SHIFT]!;
  }
}
