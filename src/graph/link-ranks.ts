import { compareIds } from "../base/ids.ts";
import { escapePart } from "../claims/link.ts";
import { countIds, idAt, type PackedIds } from "./packed-ids.ts";

/**
 * Numbers by which links come in order of their ids (`from>relation>to`, code units) without any such id being made: by the rank of
 * the subject, then of the relation, then of the object.
 */
export interface LinkRanks {
  /** Per node its place among subjects: in order of its id, escaped, with `>` behind it. */
  readonly from: Uint32Array;
  /** Per relation likewise. */
  readonly relation: Uint32Array;
  /** Per node its place among objects: in order of its id, escaped. */
  readonly to: Uint32Array;
}

const MARK = ">".charCodeAt(0);

/** O(bytes of the ids); where one holds `>`, O(ids · log ids). */
export function linkRanks(entities: PackedIds, relations: readonly string[]): LinkRanks {
  const relation = relationRanks(relations);
  if (holdsMark(entities)) {
    const parts = Array.from({ length: countIds(entities) }, (_, node) => escapePart(idAt(entities, node)));
    return { from: ranksOf(parts.map((part) => `${part}>`)), relation, to: ranksOf(parts) };
  }
  return { from: ranksBeforeMark(entities), relation, to: Uint32Array.from({ length: countIds(entities) }, (_, node) => node) };
}

/** Per relation its place in order of its id, escaped, with `>` behind it. */
export function relationRanks(relations: readonly string[]): Uint32Array {
  return ranksOf(relations.map((id) => `${escapePart(id)}>`));
}

/** Whether an id holds `>`, which is written otherwise in the id of a link: then order of ids is not that of what is written. */
export function holdsMark({ bytes }: PackedIds): boolean {
  return bytes.includes(MARK);
}

function ranksOf(texts: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  const order = texts.map((_, at) => at).sort((a, b) => compareIds(texts[a]!, texts[b]!));
  for (const [rank, at] of order.entries()) ranks[at] = rank;
  return ranks;
}

/**
 * With `>` behind each, an id comes after those that it begins and that go on with a byte below `>`. Ids in order are a walk down
 * a tree of beginnings; an id waits, on a stack, until those are through.
 */
function ranksBeforeMark(ids: PackedIds): Uint32Array {
  const ranks = new Uint32Array(countIds(ids));
  const waiting: number[] = [];
  let rank = 0;
  for (let node = 0; node < ranks.length; node++) {
    while (waiting.length > 0 && !endsBelowMark(ids, waiting.at(-1)!, node)) ranks[waiting.pop()!] = rank++;
    waiting.push(node);
  }
  while (waiting.length > 0) ranks[waiting.pop()!] = rank++;
  return ranks;
}

/** Whether an id begins the second, which goes on with a byte below `>`: with `>` behind it, it comes after that one. */
export function endsBelowMark({ bytes, starts }: PackedIds, first: number, second: number): boolean {
  const [a, b] = [starts[first]!, starts[second]!];
  const length = starts[first + 1]! - a;
  if (starts[second + 1]! - b <= length || bytes[b + length]! > MARK) return false;
  for (let at = 0; at < length; at++) if (bytes[a + at] !== bytes[b + at]) return false;
  return true;
}
