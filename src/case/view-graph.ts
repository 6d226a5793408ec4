import type { EntityId } from "../base/ids.ts";
import { compareIds } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { CaseStore } from "../store/case-store.ts";
import { namedEntity } from "./claim-view.ts";
import type { GraphView } from "./views.ts";

/** What goes on the canvas: the whole case, or its `limit` most linked entities (ties by id) with the links between them. */
export function viewGraph(store: CaseStore, limit: number): GraphView {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new BadInput(`limit: wanted a whole number from 1, got ${limit}`);
  const links = [...store.links()];
  const degrees = new Map<EntityId, number>();
  for (const { id } of store.entities()) if (store.representative(id) === id) degrees.set(id, 0);
  for (const { from, to } of links) {
    if (from === to) continue;
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  const whole = degrees.size <= limit;
  const chosen = whole ? [...degrees] : [...degrees].sort((a, b) => b[1] - a[1] || compareIds(a[0], b[0])).slice(0, limit);
  const ids = new Set(chosen.map(([id]) => id));
  return {
    revision: store.revision(),
    whole,
    total: { entities: degrees.size, links: links.length },
    entities: chosen.map(([id, degree]) => ({ ...namedEntity(store, id), degree })).sort((a, b) => compareIds(a.id, b.id)),
    links: whole ? links : links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}
