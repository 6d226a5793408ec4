import type { EntityTypeId } from "../base/ids.ts";

/** "located in", "militarily involved in", "in tension with": what something is, not what it does. */
const states = /^(part of|in .+|(\w+ )?(located|related|linked|involved|connected|employed|married|based) (in|to|at|by|with))$/i;
/** "member of", but not "warned of" or "said of". */
const nouns = /^(?!\w*(ed|s|said|spoke) )([a-z]+) of$/i;
const singularVerb = /^([a-z]*[^s\W])s( |$)/;

/**
 * A relation's label as the predicate of a sentence: "charged" stays, "member of" becomes "is a member of",
 * "located in" becomes "is located in"; for a group "are members of", "are located in", and "come from" for "comes
 * from". Labels of imported relations that fit no pattern stay as they are.
 */
export function predicateOf(label: string, subjectType: EntityTypeId): string {
  const isMany = subjectType === "group";
  if (states.test(label)) return `${isMany ? "are" : "is"} ${label}`;
  const noun = nouns.exec(label)?.[2];
  if (noun === undefined) return isMany ? label.replace(singularVerb, "$1$2") : label;
  if (isMany) return `are ${noun}s of`;
  return `is ${/^[aeiou]/i.test(noun) ? "an" : "a"} ${label}`;
}
