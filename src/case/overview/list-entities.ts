import type { EntityId } from "../../base/ids.ts";
import { BadInput } from "../../base/problem.ts";
import type { BuiltSnapshot } from "../../graph/build-snapshot.ts";
import { linksAt, nodesByLinks } from "../../graph/nodes-by-links.ts";
import { idAt } from "../../graph/packed-ids.ts";
import type { CaseStore } from "../../store/case-store.ts";
import { namedEntity } from "../claim-view.ts";
import { shorten } from "../find-entity.ts";
import type { EntityList } from "./overview-views.ts";

/** Which entities of the list. */
export interface AskedList {
  /** Only those of exactly this type, by id; left out or empty, of any. */
  readonly type?: string;
  /** How many are passed over, default 0. */
  readonly from?: number;
  /** Default 100, at most 1,000. */
  readonly limit?: number;
}

const most = 1_000;

/** A page of the entities, the most linked first. O(entities), and what is shown. Throws BadInput. */
export function listEntities(store: CaseStore, { snapshot, names }: BuiltSnapshot, asked: AskedList): EntityList {
  const { type = "", from = 0, limit = 100 } = asked;
  if (!Number.isSafeInteger(from) || from < 0) throw new BadInput(`from: wanted a whole number from 0, got ${from}`);
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > most)
    throw new BadInput(`limit: wanted a whole number from 1 to ${most}, got ${limit}`);
  const wanted = type === "" ? -1 : names.types.indexOf(type);
  if (type !== "" && wanted < 0)
    throw new BadInput(`type: wanted one that entities of the case have, got ${shorten(type)}`, { kind: "not-found" });
  const nodes = nodesByLinks(snapshot);
  const all = wanted < 0 ? nodes : nodes.filter((node) => snapshot.nodeType[node] === wanted);
  return {
    revision: store.revision(),
    total: all.length,
    entities: [...all.subarray(from, from + limit)].map((node) => ({
      ...namedEntity(store, idAt(names.entities, node) as EntityId),
      degree: linksAt(snapshot, node),
    })),
  };
}
