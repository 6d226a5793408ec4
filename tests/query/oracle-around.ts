import type { EntityId } from "../../src/base/ids.ts";
import type { AroundQuestion, Inside } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { type JudgedLink, judgedLinks, leads } from "./oracle-claims.ts";
import { mayBeInside } from "./oracle-sides.ts";

export interface OracleAround {
  readonly perHop: readonly number[];
  readonly entities: readonly EntityId[];
  readonly links: readonly JudgedLink[];
  readonly stop: "exhausted" | "limit";
}

/** R21, R22: hop by hop, each time looking through all entities. */
export function oracleAround(rows: DrawnRows, question: AroundQuestion): OracleAround {
  const { center, hops, limit } = question;
  const links = judgedLinks(rows, question);
  const open = openTo(rows, question, [center]);
  const levels: EntityId[][] = [[center]];
  let reached = [center];
  let stop: OracleAround["stop"] = "exhausted";
  while (levels.length <= hops && stop === "exhausted") {
    const last = levels.at(-1)!;
    const level = open.filter(
      (id) => !reached.includes(id) && last.some((from) => links.some((link) => leads(link, question.direction, [from, id]))),
    );
    if (level.length === 0) break;
    const room = limit - reached.length;
    if (level.length > room) stop = "limit";
    if (room > 0) levels.push(level.slice(0, room));
    reached = levels.flat();
  }
  return { perHop: levels.map((level) => level.length), entities: reached, links: linksAmong(links, reached), stop };
}

/** R26: those named, and those that conditions on entities allow; in order of id. */
export function openTo({ entities, ...rows }: DrawnRows, question: Inside, named: readonly EntityId[]): EntityId[] {
  return entities.filter((id) => named.includes(id) || mayBeInside({ entities, ...rows }, question, id));
}

/** Those between two of the entities, whichever way they point. */
export function linksAmong(links: readonly JudgedLink[], entities: readonly EntityId[]): JudgedLink[] {
  return links.filter(({ link: { from, to } }) => from !== to && entities.includes(from) && entities.includes(to));
}
