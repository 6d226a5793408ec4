import { freeArrays } from "../../base/free-arrays.ts";
import { compareIds } from "../../base/ids.ts";
import { largeArray } from "../../base/large-array.ts";
import { relationOf } from "../../claims/ontology.ts";
import type { Reliability } from "../../claims/source.ts";
import { arrangeClaims } from "../../graph/arrange-claims.ts";
import { IdTable } from "../../graph/id-table.ts";
import type { LinkColumns } from "../../graph/link-columns.ts";
import { linkRanks } from "../../graph/link-ranks.ts";
import { NameIndex } from "../../graph/name-index.ts";
import { namesInOntology } from "../../graph/names-in-ontology.ts";
import { IdPacker, type PackedIds } from "../../graph/packed-ids.ts";
import { NO_SPAN, reliabilityRank } from "../../graph/snapshot.ts";
import type { BufferKind } from "../../graph/snapshot-room.ts";
import { type ClaimColumns, readClaimColumns } from "./claim-columns.ts";
import { type LinkRules, trailOf } from "./derive-links.ts";
import { holdsLongCharacters } from "./in-id-order.ts";
import type { Statements } from "./statements.ts";

/**
 * The case as the columns that `laySnapshot` takes: from the claims themselves, in a pass over each table as it lies, and put in
 * order in memory as numbers. O(entities + claims); no text is made of a link, or kept of a claim.
 */
export function graphColumns(sql: Statements, { ontology, merged }: LinkRules, kind: BufferKind): LinkColumns {
  const entities = readEntities(sql, merged, kind);
  const claims = readClaimColumns(sql, { ontology, nodeOf: entities.nodeOf, trail: trailOf(sql) });
  const ranks = linkRanks(entities.ids, claims.relations);
  const inIdOrder = claimsInIdOrder(sql, claims.keys);
  const { order, claimStart } = arrangeClaims(inIdOrder, claims, ranks);
  freeArrays([ranks.from, ranks.to]);
  const relations = inOrderOfUse(claimStart.subarray(0, -1), (at) => claims.relation[order[at]!]!);
  const listed = { relations: relations.used.map((at) => claims.relations[at]!), types: entities.types };
  const sources = claims.sources.inOrder();
  const links = linksOf(claims, { order, claimStart, relationOf: relations.indexOf });
  freeArrays([claims.from, claims.to, claims.relation]);
  const laid = claimsOf(claims, { order, rankOf: sources.rankOf });
  freeArrays([order]);
  return {
    names: { entities: entities.ids, sources: sources.names, ...listed, ...namesInOntology(ontology, listed) },
    symmetric: Uint8Array.from(listed.relations, (id) => Number(relationOf(ontology, id as never).symmetric)),
    nodeType: entities.nodeType,
    ...links,
    claimStart,
    ...laid,
    sourceReliability: readGrades(sql, sources.names),
  };
}

function readEntities(sql: Statements, merged: LinkRules["merged"], kind: BufferKind) {
  const packer = new IdPacker();
  for (const id of idsInOrder(sql)) if ((merged.get(id as never) ?? id) === id) packer.push(id);
  const ids: PackedIds = packer.packed(kind);
  const nodes = new IdTable(ids);
  const types = new NameIndex();
  const found = new Uint16Array(packer.count);
  for (const [id, type] of sql.eachList("SELECT id, type FROM entity")) {
    const node = nodes.placeOf(String(id));
    if (node !== -1) found[node] = types.of(String(type));
  }
  const nodeOf = (id: string): number => {
    const node = nodes.placeOf(id);
    return node === -1 ? nodes.placeOf(merged.get(id as never) ?? id) : node;
  };
  const { used, indexOf } = inOrderOfUse(found, (type) => type);
  return { ids, nodeOf, nodeType: found.map((type) => indexOf[type]!), types: used.map((type) => types.names[type]!) };
}

/** SQLite compares bytes of UTF-8: the order of code units, unless an id holds a character past U+FFFF. */
function* idsInOrder(sql: Statements): Generator<string> {
  const rows = sql.eachList("SELECT id FROM entity ORDER BY id");
  if (holdsLongCharacters(sql, "entity")) yield* [...rows].map(([id]) => String(id)).sort(compareIds);
  else for (const [id] of rows) yield String(id);
}

/** The places of the claims with these keys, which ascend and are given back, in order of claim id. */
function claimsInIdOrder(sql: Statements, keys: Float64Array): Uint32Array {
  const order = largeArray(Uint32Array, keys.length);
  const { placeOf, held } = placesOf(keys);
  freeArrays([keys]);
  let count = 0;
  for (const key of keysInIdOrder(sql)) {
    const place = placeOf(key);
    if (place !== -1) order[count++] = place;
  }
  freeArrays([held]);
  return order.subarray(0, count);
}

function* keysInIdOrder(sql: Statements): Generator<number> {
  if (!holdsLongCharacters(sql, "claim"))
    for (const [key] of sql.eachList("SELECT key FROM claim ORDER BY id")) yield Number(key);
  else {
    const rows = [...sql.eachList("SELECT key, id FROM claim")].map(([key, id]) => ({ key: Number(key), id: String(id) }));
    for (const { key } of rows.sort((a, b) => compareIds(a.id, b.id))) yield key;
  }
}

/** Keys lie close together, but in a file from elsewhere. */
function placesOf(keys: Float64Array): { readonly placeOf: (key: number) => number; readonly held: Int32Array | null } {
  const [first, last] = [keys[0] ?? 0, keys.at(-1) ?? 0];
  if (last - first > 4 * keys.length + 1000) {
    const places = new Map(Array.from(keys, (key, place) => [key, place]));
    return { placeOf: (key) => places.get(key) ?? -1, held: null };
  }
  const places = largeArray(Int32Array, last - first + 1).fill(-1);
  for (let place = 0; place < keys.length; place++) places[keys[place]! - first] = place;
  return { placeOf: (key) => places[key - first] ?? -1, held: places };
}

/** Values that are met, in the order in which they are first, and per value its place among them. */
function inOrderOfUse(items: ArrayLike<number>, numberOf: (item: number) => number) {
  const used: number[] = [];
  const indexOf: number[] = [];
  for (let at = 0; at < items.length; at++) {
    const value = numberOf(items[at]!);
    indexOf[value] ??= used.push(value) - 1;
  }
  return { used, indexOf };
}

interface Arranged {
  readonly order: Uint32Array;
  readonly claimStart: Uint32Array;
  readonly relationOf: readonly number[];
}

function linksOf({ from, to, relation }: ClaimColumns, { order, claimStart, relationOf: indexOf }: Arranged) {
  const links = claimStart.length - 1;
  const [linkFrom, linkTo] = [largeArray(Uint32Array, links), largeArray(Uint32Array, links)];
  const linkRelation = largeArray(Uint16Array, links);
  for (let link = 0; link < links; link++) {
    const claim = order[claimStart[link]!]!;
    linkFrom[link] = from[claim]!;
    linkTo[link] = to[claim]!;
    linkRelation[link] = indexOf[relation[claim]!]!;
  }
  return { linkFrom, linkTo, linkRelation };
}

/** Column by column, each of which is given back once it is read: with all of them at once a build would hold most. */
function claimsOf({ source, origin, speaker, bits, during, said, weight, dates }: ClaimColumns, arranged: Ordered) {
  const { order, rankOf } = arranged;
  const claimSource = inOrder(source, largeArray(Uint32Array, order.length), order);
  const claimOrigin = inOrder(origin, largeArray(Uint32Array, order.length), order);
  for (const column of [claimSource, claimOrigin]) for (let at = 0; at < column.length; at++) column[at] = rankOf[column[at]!]!;
  const claimSpeaker = inOrder(speaker, largeArray(Uint32Array, order.length), order);
  const claimBits = inOrder(bits, largeArray(Uint8Array, order.length), order);
  const claimDuring = inOrder(during, largeArray(Uint32Array, order.length), order);
  const claimSaid = inOrder(said, largeArray(Uint32Array, order.length), order);
  const dated = new DatesInUse(dates);
  for (let at = 0; at < order.length; at++) {
    claimDuring[at] = dated.of(claimDuring[at]!);
    claimSaid[at] = dated.of(claimSaid[at]!);
  }
  const weights = weight === null ? {} : { claimWeight: inOrder(weight, largeArray(Float64Array, order.length), order) };
  return { claimSource, claimOrigin, claimSpeaker, claimBits, claimDuring, claimSaid, dates: dated.texts, ...weights };
}

interface Ordered {
  readonly order: Uint32Array;
  readonly rankOf: Uint32Array;
}

function inOrder<Column extends Uint8Array | Uint32Array | Float64Array>(
  given: Column,
  made: Column,
  order: Uint32Array,
): Column {
  for (let at = 0; at < order.length; at++) made[at] = given[order[at]!]!;
  freeArrays([given]);
  return made;
}

/** Dates in the order in which claims have them. */
class DatesInUse {
  readonly texts: string[] = [];
  readonly #dates: readonly string[];
  readonly #indexOf: Int32Array;

  constructor(dates: readonly string[]) {
    this.#dates = dates;
    this.#indexOf = new Int32Array(dates.length).fill(-1);
  }

  of(date: number): number {
    if (date === NO_SPAN) return NO_SPAN;
    if (this.#indexOf[date] === -1) this.#indexOf[date] = this.texts.push(this.#dates[date]!) - 1;
    return this.#indexOf[date]!;
  }
}

function readGrades(sql: Statements, sources: readonly string[]): Uint8Array {
  const grades = new Map<string, Reliability | null>();
  for (const [id, grade] of sql.eachList("SELECT id, json_extract(body, '$.reliability') FROM source"))
    grades.set(String(id), grade as Reliability | null);
  return Uint8Array.from(sources, (id) => reliabilityRank(grades.get(id) ?? null));
}
