import type { EntityId, EntityTypeId } from "../base/ids.ts";
import type { WhyNoPath } from "./answer.ts";
import { nameOf, typeInWords, wordsOf } from "./change-in-words.ts";
import type { Change, FoundWhy } from "./found.ts";
import { listInWords } from "./in-words.ts";
import type { Lookup } from "./lookup.ts";
import type { PathQuestion } from "./question.ts";

/** Why there is no path, in sentences, and each loosening as an instruction ("allow contested links"). */
export function whyInWords(asked: PathQuestion, { cut, loosen }: FoundWhy, lookup: Lookup): WhyNoPath {
  const changes = loosen.flatMap((loosening) => loosening.changes);
  return {
    cut: [...cutInWords(cut, asked, lookup), ...new Set(changes.map((change) => reasonOf(change, asked, lookup)))],
    loosen: loosen.map(({ changes, question, hops }) => ({
      text: listInWords(changes.map((change) => instructionOf(change, asked, lookup))),
      question,
      hops,
    })),
  };
}

function cutInWords(cut: FoundWhy["cut"], question: PathQuestion, lookup: Lookup): string[] {
  switch (cut) {
    case "constraints":
      return [];
    case "together":
      return ["No single constraint cuts it; these together do."];
    case "apart": {
      const { from, to, fromTypes, toTypes } = question;
      const [one, other] = [sideInWords(from, fromTypes, lookup), sideInWords(to, toTypes, lookup)];
      return [`No chain of links joins ${one} and ${other} in this case, whatever is allowed.`];
    }
    case "unknown":
      return ["There was no time to find out which constraint cuts it."];
  }
}

function sideInWords(ends: readonly EntityId[], types: readonly EntityTypeId[], lookup: Lookup): string {
  const named = ends.length === 1 ? nameOf(ends[0]!, lookup) : `any of the ${ends.length} entities`;
  return [...(ends.length === 0 ? [] : [named]), ...types.map((type) => `any ${typeInWords(type)}`)].join(" or ");
}

/** What the constraint does, as a sentence that is true of the question as asked. */
function reasonOf(change: Change, question: PathQuestion, lookup: Lookup): string {
  const words = wordsOf(change, question, lookup);
  return `${words.reason}.`;
}

function instructionOf(change: Change, question: PathQuestion, lookup: Lookup): string {
  return wordsOf(change, question, lookup).instead;
}
