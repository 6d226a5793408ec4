import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import type { FoundHubs } from "./found.ts";
import type { Inside } from "./question.ts";

/** Hubs that an answer names. */
const HUBS_NAMED = 20;

/** Which entities fit a question that does not name them (R26), compiled against one snapshot. */
export class EntityFilter {
  /** Whether any entity may fail: otherwise all fit. */
  readonly binding: boolean;
  readonly #nodeType: Uint16Array;
  readonly #slotStart: Uint32Array;
  readonly #slotEnd: Uint32Array;
  /** 1 for each type that fits; null for all. */
  readonly #types: Uint8Array | null;
  readonly #maxDegree: number | null;
  readonly #hubs: number[] = [];

  /** Types that the snapshot does not know match nothing. O(types). */
  constructor({ snapshot, names }: NamedSnapshot, { types, notTypes, maxDegree }: Omit<Inside, "avoid">) {
    this.#nodeType = snapshot.nodeType;
    this.#slotStart = snapshot.slotStart;
    this.#slotEnd = snapshot.slotEnd;
    this.#types = typeMarks(names, { types, notTypes });
    this.#maxDegree = maxDegree;
    this.binding = this.#types !== null || maxDegree !== null;
  }

  fits(node: number): boolean {
    if (this.#types !== null && this.#types[this.#nodeType[node]!] === 0) return false;
    return this.#maxDegree === null || this.#slotEnd[node]! - this.#slotStart[node]! <= this.#maxDegree;
  }

  /** Remembers a node that a search reached, if it does not fit for its degree alone. Each node once. */
  pass(node: number): void {
    if (this.#types === null || this.#types[this.#nodeType[node]!] === 1) this.#hubs.push(node);
  }

  /** The hubs passed over so far; null without a bound on the degree. */
  skipped(): FoundHubs | null {
    if (this.#maxDegree === null) return null;
    const nodes = this.#hubs.toSorted((a, b) => a - b);
    return { count: nodes.length, nodes: nodes.slice(0, HUBS_NAMED) };
  }
}

/** 1 for each type of the snapshot that is one of `types` or a kind of one, and of none of `notTypes`; null when all are. */
export function typeMarks(
  { kinds }: Pick<NamedSnapshot["names"], "kinds">,
  { types, notTypes = [] }: { readonly types: readonly string[]; readonly notTypes?: readonly string[] },
): Uint8Array | null {
  if (types.length === 0 && notTypes.length === 0) return null;
  const [wanted, refused] = [new Set(types), new Set(notTypes)];
  return Uint8Array.from(kinds, (kind) => {
    const isWanted = types.length === 0 || kind.some((each) => wanted.has(each));
    return Number(isWanted && !kind.some((each) => refused.has(each)));
  });
}
