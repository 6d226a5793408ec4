import type { EntityId } from "../../src/base/ids.ts";
import type { CommonQuestion } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { openTo } from "./oracle-around.ts";
import { type JudgedLink, judgedLinks, leads } from "./oracle-claims.ts";

export interface OracleCommonEntity {
  readonly id: EntityId;
  /** Of each of the named that are a step away, in the question's order, the links by id. */
  readonly ties: readonly { readonly entity: EntityId; readonly links: readonly JudgedLink[] }[];
}

/** R44: all that are common, most reached first, then by id. */
export function oracleCommon(rows: DrawnRows, question: CommonQuestion): OracleCommonEntity[] {
  const named = [...new Set(question.entities)];
  const links = judgedLinks(rows, question);
  const least = question.atLeast ?? named.length;
  return openTo(rows, question, [])
    .filter((id) => !named.includes(id))
    .map((id) => {
      const ties = named.map((entity) => ({
        entity,
        links: links.filter((link) => leads(link, question.direction, [entity, id])),
      }));
      return { id, ties: ties.filter((tie) => tie.links.length > 0) };
    })
    .filter(({ ties }) => ties.length >= least)
    .sort((a, b) => b.ties.length - a.ties.length || (a.id < b.id ? -1 : 1));
}
