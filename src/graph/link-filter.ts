import { type Standing, standingOf, standingRank, standings } from "../claims/standing.ts";
import { countStances, type StanceCounts } from "./count-stances.ts";
import { AGAINST, ALONG, KIND_MASK, LINK_SHIFT, type Snapshot, type SnapshotNames, STANDING_SHIFT } from "./snapshot.ts";

/** What a question says about links and the claims behind them. */
export interface LinkConstraints {
  /** `forward`: each step goes from subject to object; symmetric relations go both ways whatever is asked. */
  readonly direction: "any" | "forward" | "backward";
  /** Only these; empty for all. */
  readonly relations: readonly string[];
  /** Weakest standing that is walked; null for any but denied. */
  readonly standing: Standing | null;
  /** Sources whose claims are taken away before standing is computed. */
  readonly notSources: readonly string[];
  /** Without a standing asked for: walk links that are only denied, too. */
  readonly includeDenied: boolean;
}

/** The weakest standing that the constraints let through: a standing that is asked for rules alone. */
export function weakestWalked({ standing, includeDenied }: Pick<LinkConstraints, "standing" | "includeDenied">): Standing {
  return standing ?? (includeDenied ? "denied" : "contested");
}

/**
 * Constraints compiled against one snapshot. A slot is asked in two steps: its low bits against `leaving`
 * (or `arriving`, when a search walks from the path's end), and, only where `judging`, its link by
 * `admits`, which judges a link when it is first reached and remembers.
 */
export class LinkFilter {
  /** Bit `slotWay & KIND_MASK` is set when the step from the node to the other end may be on a path. */
  readonly leaving: number;
  /** Likewise for the step from the other end to the node. */
  readonly arriving: number;
  /** Likewise for either. */
  readonly either: number;
  /** Whether the low bits leave the matter open, so that `admits` must be asked. */
  readonly judging: boolean;
  readonly #snapshot: Snapshot;
  readonly #weakest: number;
  /** 1 for each relation that is walked; null for all. */
  readonly #relations: Uint8Array | null;
  /** 1 for each source whose claims are taken away; null for none. */
  readonly #notSources: Uint8Array | null;
  readonly #counter: (link: number) => StanceCounts;
  readonly #memo: Uint8Array;
  readonly #epoch: number;

  /** Relations and sources that the snapshot does not know match nothing. O(relations + sources), and O(links) once per snapshot. */
  constructor({ snapshot, names }: { snapshot: Snapshot; names: SnapshotNames }, constraints: LinkConstraints) {
    const { direction, relations, notSources } = constraints;
    this.#snapshot = snapshot;
    this.#weakest = standingRank(weakestWalked(constraints));
    this.#relations = relations.length === 0 ? null : marked(names.relations, relations);
    this.#notSources = notSources.length === 0 ? null : marked(names.sources, notSources);
    this.judging = this.#relations !== null || this.#notSources !== null;
    const weakest = this.#notSources === null ? this.#weakest : standings.length - 1;
    this.leaving = kindsWalked(weakest, direction === "any" ? ALONG | AGAINST : direction === "forward" ? ALONG : AGAINST);
    this.arriving = kindsWalked(weakest, direction === "any" ? ALONG | AGAINST : direction === "forward" ? AGAINST : ALONG);
    this.either = kindsWalked(weakest, ALONG | AGAINST);
    this.#counter = countStances(snapshot, names.sources.length, (claim) => this.leavesOut(claim));
    const memory = this.judging ? nextEpoch(snapshot) : { memo: new Uint8Array(0), epoch: 0 };
    this.#memo = memory.memo;
    this.#epoch = memory.epoch;
  }

  /** Whether a slot is walked: `kinds` is one of the masks above, `way` the slot's. */
  walks(kinds: number, way: number): boolean {
    return ((kinds >>> (way & KIND_MASK)) & 1) === 1 && (!this.judging || this.admits(way >>> LINK_SHIFT));
  }

  /** Whether the link's relation is walked and what stands behind it, after claims are taken away, is strong enough. */
  admits(link: number): boolean {
    const known = this.#memo[link]!;
    return known >>> 1 === this.#epoch ? (known & 1) === 1 : this.#judge(link);
  }

  #judge(link: number): boolean {
    const good = this.#isRelationWalked(link) && (this.#notSources === null || this.#isStrongEnough(link));
    this.#memo[link] = (this.#epoch << 1) | Number(good);
    return good;
  }

  #isRelationWalked(link: number): boolean {
    return this.#relations === null || this.#relations[this.#snapshot.linkRelation[link]!] === 1;
  }

  #isStrongEnough(link: number): boolean {
    const standing = standingOf(this.#counter(link));
    return standing !== null && standingRank(standing) <= this.#weakest;
  }

  /** Counts over the claims that the question leaves. The object is overwritten by the next call. */
  countsOf(link: number): StanceCounts {
    return this.#counter(link);
  }

  /** Whether the question takes the claim away. */
  leavesOut(claim: number): boolean {
    return this.#notSources !== null && this.#notSources[this.#snapshot.claimSource[claim]!] === 1;
  }
}

/** One bit per (standing, ways): set when the standing is at least the weakest and one of the ways is walked. */
function kindsWalked(weakest: number, ways: number): number {
  let kinds = 0;
  for (let standing = 0; standing <= weakest; standing++)
    for (let way = 1; way <= 3; way++) if ((way & ways) !== 0) kinds |= 1 << ((standing << STANDING_SHIFT) | way);
  return kinds;
}

function marked(names: readonly string[], chosen: readonly string[]): Uint8Array {
  const wanted = new Set(chosen);
  return Uint8Array.from(names, (name) => Number(wanted.has(name)));
}

/** Verdicts of one filter are told from those of another by an epoch of 7 bits, beside the verdict's one. */
const EPOCHS = 127;
const memories = new WeakMap<Snapshot, { memo: Uint8Array; epoch: number }>();

function nextEpoch(snapshot: Snapshot): { memo: Uint8Array; epoch: number } {
  const last = memories.get(snapshot);
  const next =
    last === undefined || last.epoch === EPOCHS
      ? { memo: new Uint8Array(snapshot.links), epoch: 1 }
      : { memo: last.memo, epoch: last.epoch + 1 };
  memories.set(snapshot, next);
  return next;
}
