import type { WhyNoPath } from "./answer.ts";
import type { Change, FoundWhy } from "./found.ts";
import { hopsInWords, listInWords, nameInWords, titleInWords } from "./in-words.ts";
import type { Lookup } from "./lookup.ts";
import type { PathQuestion } from "./question.ts";

/** Why there is no path, in sentences, and each loosening as an instruction ("allow contested links"). */
export function whyInWords(question: PathQuestion, { cut, loosen }: FoundWhy, lookup: Lookup): WhyNoPath {
  const changes = loosen.flatMap((loosening) => loosening.changes);
  return {
    cut: [...cutInWords(cut, question, lookup), ...new Set(changes.map((change) => reasonOf(change, question, lookup)))],
    loosen: loosen.map(({ changes, question, hops }) => ({
      text: listInWords(changes.map((change) => instructionOf(change, lookup))),
      question,
      hops,
    })),
  };
}

function cutInWords(cut: FoundWhy["cut"], { from, to }: PathQuestion, lookup: Lookup): string[] {
  switch (cut) {
    case "constraints":
      return [];
    case "together":
      return ["No single constraint cuts it; these together do."];
    case "apart": {
      const sides = [from, to].map((ends) =>
        ends.length === 1 ? nameOf(ends[0]!, lookup) : `any of the ${ends.length} entities`,
      );
      return [`No chain of links joins ${sides[0]} and ${sides[1]} in this case, whatever is allowed.`];
    }
    case "unknown":
      return ["There was no time to find out which constraint cuts it."];
  }
}

function nameOf(id: PathQuestion["from"][number], lookup: Lookup): string {
  return nameInWords(lookup.entity(id).name);
}

function relationsInWords(added: readonly Parameters<Lookup["relationLabel"]>[0][], lookup: Lookup): string {
  return listInWords(added.map((relation) => `“${nameInWords(lookup.relationLabel(relation))}”`));
}

/** What the constraint does, as a sentence that is true of the question as asked. */
function reasonOf(change: Change, { standing, maxHops }: PathQuestion, lookup: Lookup): string {
  switch (change.kind) {
    case "standing":
      return `A path needs a link weaker than ${standing}.`;
    case "include-denied":
      return "A path needs a link that is only denied.";
    case "max-hops":
      return `A path needs ${hopsInWords(change.hops)}; at most ${maxHops} are allowed.`;
    case "relations":
      return `A path needs ${relationsInWords(change.added, lookup)}, which is not among the relations allowed.`;
    case "direction":
      return "A path needs a link walked against its direction.";
    case "source":
      return `A path rests on ${titleInWords(lookup.sourceTitle(change.source))}, which is left out.`;
    case "avoid":
      return `A path passes ${nameOf(change.entity, lookup)}, which is avoided.`;
    case "via":
      return `No path passes ${nameOf(change.entity, lookup)} as well.`;
  }
}

function instructionOf(change: Change, lookup: Lookup): string {
  switch (change.kind) {
    case "standing":
      return `allow ${change.standing} links`;
    case "include-denied":
      return "allow links that are only denied";
    case "max-hops":
      return `allow ${hopsInWords(change.hops)}`;
    case "relations":
      return `allow ${relationsInWords(change.added, lookup)} too`;
    case "direction":
      return "walk links in both directions";
    case "source":
      return `accept ${titleInWords(lookup.sourceTitle(change.source))}`;
    case "avoid":
      return `allow ${nameOf(change.entity, lookup)}`;
    case "via":
      return `do not ask for ${nameOf(change.entity, lookup)}`;
  }
}
