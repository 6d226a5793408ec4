import { stances } from "../claims/claim.ts";
import type { LinkColumns } from "./link-columns.ts";
import { countIds } from "./packed-ids.ts";
import { CREDIBILITY_SHIFT, MAX_LINKS, NO_NODE, NO_SPAN, STANCE_MASK, VOICE_SHIFT } from "./snapshot.ts";

/** Relations and types at most, each: a number of 16 bits. */
const MAX_KINDS = 2 ** 16;

type Column = readonly [name: keyof LinkColumns, length: number, below: number, none?: number];

/** Throws on columns that break their contract, and names the first place. O(nodes + links + claims). */
export function checkColumns(columns: LinkColumns & { readonly claimStart: Uint32Array }): void {
  const { names, linkFrom, claimSource, dates } = columns;
  const [nodes, links, claims, sources] = [countIds(names.entities), linkFrom.length, claimSource.length, names.sources.length];
  for (const [what, count, most] of [
    ["links", links, MAX_LINKS],
    ["relations", names.relations.length, MAX_KINDS],
    ["entity types", names.types.length, MAX_KINDS],
  ] as const)
    if (count > most) throw new RangeError(`snapshot: wanted at most ${most} ${what}, got ${count}`);
  checkAscending("sources", names.sources);
  const indices: readonly Column[] = [
    ["nodeType", nodes, names.types.length],
    ["linkFrom", links, nodes],
    ["linkTo", links, nodes],
    ["linkRelation", links, names.relations.length],
    ["claimSource", claims, sources],
    ["claimOrigin", claims, sources],
    ["claimSpeaker", claims, nodes, NO_NODE],
    ["claimDuring", claims, dates?.length ?? 0, NO_SPAN],
    ["claimSaid", claims, dates?.length ?? 0, NO_SPAN],
    ["claimWeight", claims, Infinity],
    ["sourceReliability", sources, Infinity],
    ["claimBits", claims, Infinity],
  ];
  for (const column of indices) checkColumn(columns, column);
  checkStarts(columns.claimStart, links, claims);
  checkBits(columns.claimBits ?? new Uint8Array(0));
}

/** Throws where a list of ids is not in order, each once. */
export function checkAscending(what: string, ids: readonly string[]): void {
  for (let at = 1; at < ids.length; at++) if (!(ids[at - 1]! < ids[at]!)) throw outOfOrder(what, ids[at]!, ids[at - 1]!);
}

export function outOfOrder(what: string, id: string, last: string): Error {
  return new Error(`snapshot: wanted ${what} in order of id, each once, got ${JSON.stringify(id)} after ${JSON.stringify(last)}`);
}

function checkColumn(columns: LinkColumns, [name, length, below, none]: Column): void {
  const column = columns[name] as ArrayLike<number> | undefined;
  if (column === undefined) return;
  if (column.length !== length) throw new RangeError(`snapshot: wanted ${length} values in ${name}, got ${column.length}`);
  if (below === Infinity) return;
  for (let at = 0; at < length; at++)
    if (column[at]! >= below && column[at] !== none)
      throw new RangeError(`snapshot: wanted ${name} below ${below}, got ${column[at]} at ${at}`);
}

function checkStarts(starts: Uint32Array, links: number, claims: number): void {
  if (starts.length !== links + 1 || starts[0] !== 0 || starts[links] !== claims)
    throw new RangeError(`snapshot: wanted ${links + 1} values from 0 to ${claims} in claimStart, got others`);
  for (let link = 0; link < links; link++)
    if (starts[link]! >= starts[link + 1]!) throw new RangeError(`snapshot: wanted a claim behind link ${link}, got none`);
}

function checkBits(bits: Uint8Array): void {
  for (let claim = 0; claim < bits.length; claim++)
    if (!isSound(bits[claim]!))
      throw new RangeError(`snapshot: wanted a stance and marks in claimBits, got ${bits[claim]} at ${claim}`);
}

function isSound(bits: number): boolean {
  return (bits & STANCE_MASK) < stances.length && ((bits >>> CREDIBILITY_SHIFT) & 7) < 7 && bits < 1 << VOICE_SHIFT;
}
