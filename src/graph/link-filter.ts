import type { SourceId } from "../base/ids.ts";
import { type Standing, standingOf, standingRank, standings } from "../claims/standing.ts";
import type { NamedSnapshot } from "./build-snapshot.ts";
import { ClaimFilter } from "./claim-filter.ts";
import type { Conditions } from "./conditions.ts";
import { type HintTables, OPEN, relationTable, signatureTable } from "./hint-tables.ts";
import { relationMarks } from "./relation-marks.ts";
import { AGAINST, ALONG, KIND_MASK, LINK_SHIFT, STANDING_SHIFT, sourceOfClaim } from "./snapshot.ts";
import { isDenial, originsOf, StanceCounter, type StanceCounts } from "./stance-counter.ts";
import { type VerdictMemory, verdictMemory } from "./verdict-memory.ts";
import { WindowCollector, type Windows } from "./window-collector.ts";

/** The weakest standing that the conditions let through: a standing that is asked for rules alone (R16). */
export function weakestWalked({ standing, includeDenied }: Pick<Conditions, "standing" | "includeDenied">): Standing {
  return standing ?? (includeDenied ? "denied" : "contested");
}

const UNKNOWN = -1;
const nothingToRemember: VerdictMemory = { memo: new Uint8Array(0), epoch: 0 };

/**
 * Conditions compiled against one snapshot. A slot is asked in two steps: its low bits against `leaving`
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
  /** Whether claims are taken away: otherwise links weigh as the snapshot has them. */
  readonly losesClaims: boolean;
  readonly #graph: NamedSnapshot;
  readonly #asked: Conditions;
  readonly #weakest: number;
  readonly #leastOrigins: number;
  /** 1 for each relation that is walked; null for all. */
  readonly #relations: Uint8Array | null;
  /** Null when no claim is taken away. */
  readonly #claims: ClaimFilter | null;
  /** Whether claims have to be counted, beyond what the slot says of all of them. */
  readonly #counting: boolean;
  readonly #hints: HintTables;
  /** 1 for each standing that will do where no claim is taken away. */
  readonly #strong: Uint8Array;
  readonly #counter: StanceCounter;
  readonly #memo: Uint8Array;
  readonly #epoch: number;
  #windows: WindowCollector | null = null;

  /**
   * Relations and sources that the snapshot does not know match nothing (R19). O(relations + sources + what is named), and
   * O(links) once per snapshot and thread. Throws BadInput on a date that is none, and on a speaker that the case lacks.
   */
  constructor(graph: NamedSnapshot, asked: Conditions) {
    const { direction } = asked;
    this.#graph = graph;
    this.#asked = asked;
    this.#weakest = standingRank(weakestWalked(asked));
    this.#leastOrigins = asked.origins ?? 0;
    this.#relations = relationMarks(graph.names, asked);
    this.#claims = ClaimFilter.of(graph, asked);
    this.losesClaims = this.#claims !== null;
    this.#counting = this.losesClaims || this.#leastOrigins > 0;
    this.judging = this.#relations !== null || this.#counting;
    this.#strong = Uint8Array.from(standings, (_, rank) => Number(rank <= this.#weakest));
    this.#hints = {
      relations: relationTable(this.#relations),
      signatures: this.#counting ? this.#signatures() : null,
    };
    const strong = standingsWithin(this.#weakest, this.losesClaims);
    this.leaving = kindsWalked(strong, direction === "any" ? ALONG | AGAINST : direction === "forward" ? ALONG : AGAINST);
    this.arriving = kindsWalked(strong, direction === "any" ? ALONG | AGAINST : direction === "forward" ? AGAINST : ALONG);
    this.either = kindsWalked(strong, ALONG | AGAINST);
    this.#counter = new StanceCounter(graph.snapshot);
    const { memo, epoch } = this.#counting ? verdictMemory(graph.snapshot) : nothingToRemember;
    this.#memo = memo;
    this.#epoch = epoch;
  }

  /** Whether a slot is walked: `kinds` is one of the masks above, `way` the slot's. */
  walks(kinds: number, way: number): boolean {
    return ((kinds >>> (way & KIND_MASK)) & 1) === 1 && (!this.judging || this.admits(way >>> LINK_SHIFT));
  }

  /** Whether the link's relation is walked and what stands behind it, after claims are taken away, is strong enough. Asked of links that a mask lets through. */
  admits(link: number): boolean {
    return this.#walksRelation(link) && (!this.#counting || this.#isGood(link, UNKNOWN));
  }

  #walksRelation(link: number): boolean {
    return this.#relations === null || this.#relations[this.#graph.snapshot.linkRelation[link]!] === 1;
  }

  /** By the lower half of a slot's hint: 0 where its relation is not walked. Null: all are. */
  get relationHints(): Uint8Array | null {
    return this.#hints.relations;
  }

  /** Whether `admitsSlot` may say no of a slot whose relation's hint is not 0. */
  get asksBeyondRelation(): boolean {
    return this.#counting || this.#hints.relations?.includes(OPEN) === true;
  }

  /**
   * `admits` of a slot's link, by way of its hint where that settles it: for relations, and for links none of whose claims, or all
   * of whose claims, a question on sources takes away.
   */
  admitsSlot(slot: number): boolean {
    const { slotHint, slotWay } = this.#graph.snapshot;
    const { relations, signatures } = this.#hints;
    const hint = slotHint[slot]!;
    const relation = relations === null ? 1 : relations[hint & 255]!;
    if (relation === 0) return false;
    const claims = signatures === null ? 1 : signatures[hint >>> 8]!;
    if (claims === 0) return false;
    const way = slotWay[slot]!;
    const link = way >>> LINK_SHIFT;
    if (relation === OPEN && !this.#walksRelation(link)) return false;
    const standing = (way & KIND_MASK) >>> STANDING_SHIFT;
    return claims === OPEN ? this.#isGood(link, standing) : this.#strong[standing] === 1;
  }

  /** `walks` of a slot: cheaper where its number is at hand. */
  walksSlot(kinds: number, slot: number): boolean {
    if (((kinds >>> (this.#graph.snapshot.slotWay[slot]! & KIND_MASK)) & 1) === 0) return false;
    return !this.judging || this.admitsSlot(slot);
  }

  #signatures(): Uint8Array {
    const decisive = this.#leastOrigins === 0 && this.#claims?.onlySources !== false;
    return signatureTable(this.#graph.snapshot.sources, this.#claims?.sourcesGone ?? null, { decisive });
  }

  /** Whether the claims that remain are enough; `standing` is that by all of them, or UNKNOWN. */
  #isGood(link: number, standing: number): boolean {
    const known = this.#memo[link]!;
    if (known >>> 1 === this.#epoch) return (known & 1) === 1;
    const good = this.#judge(link, standing);
    this.#memo[link] = (this.#epoch << 1) | Number(good);
    return good;
  }

  #judge(link: number, standing: number): boolean {
    const { claimStart } = this.#graph.snapshot;
    const start = claimStart[link]!;
    const end = claimStart[link + 1]!;
    if (end - start < this.#leastOrigins) return false;
    if (this.#claims !== null && standing !== UNKNOWN && this.#leastOrigins === 0) {
      const left = this.#claims.countLeft(start, end);
      if (left === 0) return false;
      if (left === end - start) return this.#strong[standing] === 1;
    }
    return this.#isEnough(this.countsOf(link));
  }

  #isEnough(counts: StanceCounts): boolean {
    const standing = standingOf(counts);
    if (standing === null || standingRank(standing) > this.#weakest) return false;
    return this.#leastOrigins === 0 || originsOf(counts) >= this.#leastOrigins;
  }

  /** Counts over the claims that the question leaves. The object is overwritten by the next call of this filter. */
  countsOf(link: number): StanceCounts {
    const { claimStart } = this.#graph.snapshot;
    const end = claimStart[link + 1]!;
    this.#counter.begin();
    for (let claim = claimStart[link]!; claim < end; claim++) if (!this.leavesOut(claim)) this.#counter.add(claim);
    return this.#counter.counts;
  }

  /** Whether the question takes the claim away. */
  leavesOut(claim: number): boolean {
    return this.#claims?.takesAway(claim) === true;
  }

  /** What the link weighs on the claims that remain (R29); Infinity when none does. */
  weightOf(link: number): number {
    const { claimStart, claimWeight, weighing } = this.#graph.snapshot;
    const onlyDenied = this.#isOnlyDenied(link);
    let least = Infinity;
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) {
      if (isDenial(this.#graph.snapshot, claim) !== onlyDenied || this.leavesOut(claim)) continue;
      least = Math.min(least, weighing[claimWeight[claim]!]!);
    }
    return least;
  }

  /** When the link holds on the claims that remain (R35). The object is overwritten by the next call of this filter. */
  windowsOf(link: number): Windows {
    const { claimStart } = this.#graph.snapshot;
    this.#windows ??= new WindowCollector(this.#graph.snapshot, this.#asked);
    const windows = this.#windows;
    const onlyDenied = this.#isOnlyDenied(link);
    windows.begin();
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++)
      if (isDenial(this.#graph.snapshot, claim) === onlyDenied && !this.leavesOut(claim)) windows.add(claim);
    windows.end();
    return windows;
  }

  #isOnlyDenied(link: number): boolean {
    const { claimStart } = this.#graph.snapshot;
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++)
      if (!isDenial(this.#graph.snapshot, claim) && !this.leavesOut(claim)) return false;
    return true;
  }

  /** The sources, in order of id, on whose claims alone the link qualifies (R37, R38). O(claims of the link · log of them). */
  sourcesOf(link: number): readonly number[] {
    if (!this.#walksRelation(link)) return [];
    const { claimStart } = this.#graph.snapshot;
    const left: (readonly [source: number, claim: number])[] = [];
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++)
      if (!this.leavesOut(claim)) left.push([sourceOfClaim(this.#graph.snapshot, claim), claim]);
    left.sort((a, b) => a[0] - b[0]);
    const sources: number[] = [];
    for (let at = 0; at < left.length; ) {
      const source = left[at]![0];
      this.#counter.begin();
      for (; at < left.length && left[at]![0] === source; at++) this.#counter.add(left[at]![1]);
      if (this.#isEnough(this.#counter.counts)) sources.push(source);
    }
    return sources;
  }

  /** The same question, asked of the claims of one source alone (an index into `names.sources`). */
  onlySource(source: number): LinkFilter {
    const id = this.#graph.names.sources[source] as SourceId;
    const { notSources } = this.#asked;
    const isGone = this.#claims?.sourcesGone?.[source] === 1;
    return new LinkFilter(this.#graph, { ...this.#asked, sources: [id], notSources: isGone ? [...notSources, id] : notSources });
  }
}

/**
 * Which standings, by all claims of a link, can be at least the weakest by the claims that remain. Taking claims away makes a
 * link weaker, but for a contested one, which may lose its denials.
 */
function standingsWithin(weakest: number, losesClaims: boolean): readonly boolean[] {
  return standings.map((standing, rank) => rank <= weakest || (losesClaims && standing === "contested"));
}

/** One bit per (standing, ways): set when the standing will do and one of the ways is walked. */
function kindsWalked(strong: readonly boolean[], ways: number): number {
  let kinds = 0;
  for (const [standing, will] of strong.entries())
    for (let way = 1; way <= 3; way++) if (will && (way & ways) !== 0) kinds |= 1 << ((standing << STANDING_SHIFT) | way);
  return kinds;
}
