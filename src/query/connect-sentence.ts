import type { ConnectAnswer } from "./answer.ts";

type Network = Pick<ConnectAnswer, "complete" | "fewest" | "added" | "fragments" | "standing">;

/** How many entities are joined, by how many added, in how many parts, and as strong as which link. */
export function connectSentence({ complete, fewest, added, fragments, standing }: Network): string {
  const named = fragments.reduce((sum, part) => sum + part.length, 0);
  const late = complete ? "" : " Time ran out: more may be joined, or by fewer.";
  if (standing === null) return `None of the ${named} entities is joined to another.${late}`;
  const strength = `as strong as the weakest link needed: ${standing}`;
  const apart =
    fragments.length === 1 ? `${named} entities joined` : `${named} entities in ${fragments.length} parts, joined within`;
  const how =
    added.length === 0 ? "with none added" : `by ${added.length} more${complete && !fewest ? ", perhaps not the fewest" : ""}`;
  return `${apart} ${how}, ${strength}.${late}`;
}
