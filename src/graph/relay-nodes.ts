import { compareIds } from "../base/ids.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { NameIndex } from "./name-index.ts";
import { countIds, type PackedIds, placeAfter, placeOfId, spliceIds } from "./packed-ids.ts";
import type { TouchedEntity } from "./patch.ts";
import { NO_NODE } from "./snapshot.ts";
import type { BufferKind } from "./snapshot-room.ts";

/** The nodes of a snapshot with some that came, went, or changed their type. */
export interface RelaidNodes {
  readonly entities: PackedIds;
  readonly types: readonly string[];
  readonly nodeType: Uint16Array;
  /** Old nodes by new one, and new by old; NO_NODE for none. */
  readonly oldOf: Uint32Array;
  readonly newOf: Uint32Array;
}

/** O(nodes). */
export function relayNodes({ snapshot, names }: BuiltSnapshot, touched: readonly TouchedEntity[], kind: BufferKind): RelaidNodes {
  const placed = touched.map((entity) => ({ ...entity, node: placeOfId(names.entities, entity.id) }));
  const gone = placed.filter(({ node, type }) => node !== -1 && type === null).map(({ node }) => node);
  const added = placed.filter(({ node, type }) => node === -1 && type !== null).sort((a, b) => compareIds(a.id, b.id));
  const entities = spliceIds(names.entities, { gone, added: added.map(({ id }) => id) }, kind);
  const oldOf = new Uint32Array(countIds(entities)).fill(NO_NODE);
  const newOf = new Uint32Array(snapshot.nodes).fill(NO_NODE);
  const goes = new Set(gone);
  const before = added.map(({ id }) => placeAfter(names.entities, id));
  for (let old = 0, next = 0, node = 0; old < snapshot.nodes; old++) {
    while (next < before.length && before[next]! <= old) {
      next++;
      node++;
    }
    if (goes.has(old)) continue;
    oldOf[node] = old;
    newOf[old] = node++;
  }
  const given = new Map(placed.flatMap(({ node, type }) => (node !== -1 && type !== null ? [[node, type] as const] : [])));
  return { entities, oldOf, newOf, ...typesOf({ snapshot, names }, { oldOf, given, added: added.map(({ type }) => type!) }) };
}

interface Typing {
  readonly oldOf: Uint32Array;
  /** By old node, where it may be another. */
  readonly given: ReadonlyMap<number, string>;
  /** Of nodes that are new, in order. */
  readonly added: readonly string[];
}

/** Types in order of first use. */
function typesOf({ snapshot, names }: BuiltSnapshot, { oldOf, given, added }: Typing): Pick<RelaidNodes, "types" | "nodeType"> {
  const types = new NameIndex();
  const indices = names.types.map(() => -1);
  const nodeType = new Uint16Array(oldOf.length);
  const ofOld = (old: number): number => {
    const type = snapshot.nodeType[old]!;
    if (indices[type] === -1) indices[type] = types.of(names.types[type]!);
    return indices[type]!;
  };
  for (let node = 0, next = 0; node < oldOf.length; node++) {
    const old = oldOf[node]!;
    const another = old === NO_NODE ? added[next++] : given.get(old);
    nodeType[node] = another === undefined ? ofOld(old) : types.of(another);
  }
  return { types: types.names, nodeType };
}
