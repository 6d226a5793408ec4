import { compareIds } from "../base/ids.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { NameIndex } from "./name-index.ts";
import { countIds, type PackedIds, seekId, spliceIds } from "./packed-ids.ts";
import type { TouchedEntity } from "./patch.ts";
import { drop, move, newNumber, newRenumbering, type Renumbering } from "./renumbering.ts";
import { NO_NODE } from "./snapshot.ts";
import type { BufferKind } from "./snapshot-room.ts";

/** The nodes of a snapshot with some that came, went, or changed their type. */
export interface RelaidNodes {
  readonly entities: PackedIds;
  readonly types: readonly string[];
  readonly nodeType: Uint16Array;
  /** Old nodes by new one, NO_NODE for none, and new by old. Both ascend. */
  readonly oldOf: Uint32Array;
  readonly newOf: Renumbering;
  /** How many of the old ones are no more. */
  readonly gone: number;
}

/** O(nodes). */
export function relayNodes({ snapshot, names }: BuiltSnapshot, touched: readonly TouchedEntity[], kind: BufferKind): RelaidNodes {
  const placed = touched.map(({ id, type }) => ({ id, type, node: seekId(names.entities, id) }));
  const gone = placed.filter(({ node, type }) => node >= 0 && type === null).map(({ node }) => node);
  const added = placed
    .filter(({ node, type }) => node < 0 && type !== null)
    .map(({ id, type, node }) => ({ id, type: type!, place: -1 - node }))
    .sort((a, b) => a.place - b.place || compareIds(a.id, b.id));
  const isSame = gone.length === 0 && added.length === 0;
  const entities = isSame ? names.entities : spliceIds(names.entities, { gone, added }, kind);
  const oldOf = new Uint32Array(countIds(entities)).fill(NO_NODE);
  const newOf = newRenumbering(snapshot.nodes);
  let [from, node] = [0, 0];
  const until = (end: number): void => {
    move(newOf, [from, end], node);
    for (; from < end; from++) oldOf[node++] = from;
  };
  const cuts = [...gone.map((place) => ({ place, id: null })), ...added].sort((a, b) => a.place - b.place);
  for (const { place, id } of cuts) {
    until(place);
    if (id !== null) node++;
    else drop(newOf, from++);
  }
  until(snapshot.nodes);
  const given = placed.flatMap(({ node, type }) => (node >= 0 && type !== null ? [{ node: newNumber(newOf, node), type }] : []));
  const types = typesOf({ snapshot, names }, oldOf, { given, added: added.map(({ type }) => type) });
  return { entities, oldOf, newOf, gone: gone.length, ...types };
}

interface Typing {
  /** Nodes that were there and may be of another type. */
  readonly given: readonly { readonly node: number; readonly type: string }[];
  /** Of nodes that are new, in order. */
  readonly added: readonly string[];
}

/** Types that nodes have, in order of first use. */
function typesOf(
  { snapshot, names }: BuiltSnapshot,
  oldOf: Uint32Array,
  { given, added }: Typing,
): Pick<RelaidNodes, "types" | "nodeType"> {
  const met = new NameIndex();
  for (const type of names.types) met.of(type);
  const nodeType = new Uint16Array(oldOf.length);
  for (let node = 0, next = 0; node < oldOf.length; node++) {
    const old = oldOf[node]!;
    nodeType[node] = old === NO_NODE ? met.of(added[next++]!) : snapshot.nodeType[old]!;
  }
  for (const { node, type } of given) nodeType[node] = met.of(type);
  const indices = new Int32Array(met.names.length).fill(-1);
  const types: string[] = [];
  for (let node = 0; node < nodeType.length; node++) {
    const type = nodeType[node]!;
    if (indices[type] === -1) indices[type] = types.push(met.names[type]!) - 1;
    nodeType[node] = indices[type]!;
  }
  return { types, nodeType };
}
