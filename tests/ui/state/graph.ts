import { entityId, relationId } from "../../../src/base/ids.ts";
import { linkIdOf } from "../../../src/claims/link.ts";
import type { Standing } from "../../../src/claims/standing.ts";
import { type GraphIndex, indexGraph } from "../../../src/ui/state/graph-index.ts";

/** A graph drawn as text: `a>b:stated c>a:denied`; all of one type but those given. */
export function graphOf(drawn: string, types: Readonly<Record<string, string>> = {}): GraphIndex {
  const links = drawn.split(" ").map((line) => {
    const [from = "", to = "", standing = "stated"] = line.split(/[>:]/);
    const ends = { from: entityId(from), to: entityId(to), relation: relationId("knows") };
    return { id: linkIdOf(ends.from, ends.relation, ends.to), ...ends, standing: standing as Standing, claims: 1, origins: 1 };
  });
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  const entities = ids.map((id) => ({
    id,
    name: id.toUpperCase(),
    type: Object.hasOwn(types, id) ? (types[id] ?? "person") : "person",
    degree: links.filter(({ from, to }) => from === id || to === id).length,
  }));
  return indexGraph({ revision: 1, whole: true, total: { entities: entities.length, links: links.length }, entities, links });
}
