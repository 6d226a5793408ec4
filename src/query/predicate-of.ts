import type { EntityTypeId } from "../base/ids.ts";

/**
 * A relation's label as the predicate of a sentence: "charged" stays, "member of" becomes "is a member of"
 * ("are member of" for a group), "located in" becomes "is located in". Labels of imported relations that
 * fit no pattern stay as they are.
 */
export function predicateOf(label: string, subjectType: EntityTypeId): string {
  const be = subjectType === "group" ? "are" : "is";
  if (
    /^(\w+ )?(located|related|linked|involved|connected|employed|married|based) (in|to|at|by|with)$/i.test(label) ||
    /^in /i.test(label)
  )
    return `${be} ${label}`;
  const noun = /^(?!part )([a-z]+) of$/i.exec(label)?.[1];
  if (/^part of$/i.test(label)) return `${be} ${label}`;
  if (noun === undefined || /(ed|s|said|spoke)$/i.test(noun)) return label;
  if (be === "are") return `are ${label}`;
  return `is ${/^[aeiou]/i.test(noun) ? "an" : "a"} ${label}`;
}
