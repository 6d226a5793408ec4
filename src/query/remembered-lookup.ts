import type { Lookup } from "./lookup.ts";

/** The same lookup, asked once per id: ten thousand paths share their entities and claims, and an answer is of one revision. */
export function rememberedLookup(lookup: Lookup): Lookup {
  return {
    entity: remembered((id) => lookup.entity(id)),
    relationLabel: remembered((id) => lookup.relationLabel(id)),
    sourceTitle: remembered((id) => lookup.sourceTitle(id)),
    claim: remembered((id) => lookup.claim(id)),
  };
}

function remembered<Id, T>(look: (id: Id) => T): (id: Id) => T {
  const known = new Map<Id, T>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined || known.has(id)) return before as T;
    const found = look(id);
    known.set(id, found);
    return found;
  };
}
