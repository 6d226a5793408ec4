import { entityId, entityTypeId, relationId } from "../../src/base/ids.ts";
import { linkIdOf } from "../../src/claims/link.ts";
import type { Standing } from "../../src/claims/standing.ts";
import type { AnswerPath } from "../../src/query/answer.ts";
import type { GraphPart, PartLink } from "../../src/view/graph-part.ts";

/** A link drawn as text: `a>b`, `a>b:alleged`, `a>b:stated:funds`. */
export function linkOf(drawn: string): PartLink {
  const [ends = "", standing = "", relation = "knows"] = drawn.split(":");
  const [from = "", to = ""] = ends.split(">");
  const parts = { from: entityId(from), to: entityId(to), relation: relationId(relation) };
  return { id: linkIdOf(parts.from, parts.relation, parts.to), ...parts, standing: (standing || "stated") as Standing };
}

/** A part of a case drawn as text: links separated by spaces; entities are the ends, in the order of their ids, people unless `types` says otherwise. */
export function partOf(drawn: string, types: Readonly<Record<string, string>> = {}): GraphPart {
  const links = drawn.split(" ").filter(Boolean).map(linkOf);
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  const entities = ids.map((id) => ({
    id,
    type: Object.hasOwn(types, id) ? (types[id] ?? "person") : "person",
    name: id.toUpperCase(),
    degree: links.filter(({ from, to }) => from === id || to === id).length,
  }));
  return { entities, links };
}

/** The path along those links, one hop per text: `pathAlong("a>b a>b::funds", "b>c")`; of a hop the first is the strongest. */
export function pathAlong(...hops: readonly string[]): Pick<AnswerPath, "entities" | "steps"> {
  const steps = hops.map((hop) => ({
    links: hop.split(" ").map((drawn) => ({ ...linkOf(drawn), along: true, claims: [] })),
  }));
  const ids = new Set(steps.flatMap(({ links }) => links.flatMap(({ from, to }) => [from, to])));
  return { entities: [...ids].map((id) => ({ id, type: entityTypeId("person"), name: id })), steps };
}
