import type { EntityId, EntityTypeId } from "../../src/base/ids.ts";
import { parsePartialDate } from "../../src/base/partial-date.ts";
import { parsePartialInterval } from "../../src/base/partial-interval.ts";
import { isKindOf } from "../../src/claims/ontology.ts";
import type { Conditions } from "../../src/graph/conditions.ts";
import type { BearingQuestion, Inside, PathQuestion, Sides } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";

export interface SideMembers {
  readonly from: readonly EntityId[];
  readonly to: readonly EntityId[];
}

/** R39: those named, and those of the types less those that the other side names and those avoided. In order of id. */
export function sidesOf(rows: DrawnRows, { from, to, fromTypes, toTypes, avoid }: Sides & Pick<Inside, "avoid">): SideMembers {
  const members = (named: readonly EntityId[], types: readonly EntityTypeId[], others: readonly EntityId[]) =>
    rows.entities.filter(
      (id) => named.includes(id) || (isOfTypes(rows, id, types) && !others.includes(id) && !avoid.includes(id)),
    );
  return { from: members(from, fromTypes, to), to: members(to, toTypes, from) };
}

function isOfTypes({ types, ontology }: DrawnRows, id: EntityId, wanted: readonly EntityTypeId[]): boolean {
  return wanted.some((type) => isKindOf(ontology, types.get(id)!, type));
}

/** R26: whether an entity that the question does not name may be inside. */
export function mayBeInside(rows: DrawnRows, { types, notTypes, avoid, maxDegree }: Inside, id: EntityId): boolean {
  if (avoid.includes(id) || isOfTypes(rows, id, notTypes)) return false;
  if (types.length > 0 && !isOfTypes(rows, id, types)) return false;
  return maxDegree === null || degreeOf(rows, id) <= maxDegree;
}

export function degreeOf({ links }: DrawnRows, id: EntityId): number {
  return links.filter(({ link: { from, to } }) => from !== to && (from === id || to === id)).length;
}

/** R13, R36: why the question is refused; null when it is sound. */
export function contradictionOf(rows: DrawnRows, question: PathQuestion | BearingQuestion): string | null {
  const { from, to } = sidesOf(rows, question);
  const named = [...question.from, ...question.to, ...question.via];
  const lacking = [...named, ...question.avoid].find((id) => !rows.entities.includes(id));
  const timed = question.timeOrder !== null || ("kind" in question && question.kind === "earliest");
  if (lacking !== undefined) return `no ${lacking} in the case`;
  if (from.length === 0 || to.length === 0) return "a side with nobody on it";
  if (from.some((id) => to.includes(id))) return "an entity on both sides";
  if (named.some((id) => question.avoid.includes(id))) return "an entity named and avoided";
  if (new Set(question.via).size > 12) return "too many to pass";
  if (question.maxGap !== null && !timed) return "a gap without an order";
  if ("kind" in question && question.kind === "earliest" && question.timeOrder === "backward") return "earliest backward";
  return badDateOf(question);
}

export function badDateOf({ at, during, said }: Conditions): string | null {
  if (at !== null && parsePartialDate(at) === undefined) return "at no date";
  const interval = [during, said].find((date) => date !== null && parsePartialInterval(date) === undefined);
  return interval === undefined ? null : "no interval";
}
