import type { EntityTypeId } from "../base/ids.ts";

/**
 * A relation's label as the predicate of a sentence: "charged" stays ("comes from" becomes "come from" for a group), "member of" becomes "is a member of"
 * ("are members of" for a group), "located in" becomes "is located in". Labels of imported relations that
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
  if (noun === undefined || /(ed|s|said|spoke)$/i.test(noun))
    return be === "are" ? label.replace(/^([a-z]*[^s\W])s( |$)/, "$1$2") : label;
  if (be === "are") return `are ${noun}s of`;
  return `is ${/^[aeiou]/i.test(noun) ? "an" : "a"} ${label}`;
}
