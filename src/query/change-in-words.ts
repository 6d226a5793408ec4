import { formatPartialDate } from "../base/format-partial-date.ts";
import type { EntityId } from "../base/ids.ts";
import type { Change } from "./found.ts";
import { countInWords, hopsInWords, listInWords, nameInWords, titleInWords } from "./in-words.ts";
import type { Lookup } from "./lookup.ts";
import type { PathQuestion } from "./question.ts";

/** A constraint that cuts a path off. */
export interface ChangeWords {
  /** What it does, as a sentence without its full stop, true of the question as asked. */
  readonly reason: string;
  /** What to ask instead: "allow contested links". */
  readonly instead: string;
}

/** A loosened constraint in words. */
export function wordsOf(change: Change, asked: PathQuestion, lookup: Lookup): ChangeWords {
  switch (change.kind) {
    case "standing":
      return { reason: `A path needs a link weaker than ${asked.standing}`, instead: `allow ${change.standing} links` };
    case "include-denied":
      return { reason: "A path needs a link that is only denied", instead: "allow links that are only denied" };
    case "max-hops":
      return {
        reason: `A path needs ${hopsInWords(change.hops)}; at most ${asked.maxHops} are allowed`,
        instead: `allow ${hopsInWords(change.hops)}`,
      };
    case "direction":
      return { reason: "A path needs a link walked against its direction", instead: "walk links in both directions" };
    case "origins":
    case "relations":
    case "not-relation":
    case "not-family":
      return linkWords(change, asked, lookup);
    case "types":
    case "not-type":
    case "max-degree":
    case "avoid":
      return insideWords(change, asked, lookup);
    case "via":
    case "via-order":
    case "time-order":
    case "max-gap":
    case "sources-along":
      return alongWords(change, asked, lookup);
    case "said":
    case "at":
    case "during":
    case "certain":
    case "undated":
      return timeWords(change, asked);
    default:
      return claimWords(change, asked, lookup);
  }
}

type Of<K extends Change["kind"]> = Extract<Change, { readonly kind: K }>;

function linkWords(
  change: Of<"origins" | "relations" | "not-relation" | "not-family">,
  { origins }: PathQuestion,
  lookup: Lookup,
): ChangeWords {
  switch (change.kind) {
    case "origins": {
      const reason = `A path needs a link with fewer than ${countInWords(origins ?? 0, "independent origin")}`;
      const instead =
        change.origins === null ? "ask for no number of origins" : `allow ${countInWords(change.origins, "origin")}`;
      return { reason, instead };
    }
    case "relations": {
      if (change.added.length === 0)
        return { reason: "A path needs relations that are not among those allowed", instead: "allow every relation" };
      const added = listInWords(change.added.map((relation) => relationInWords(relation, lookup)));
      const verb = change.added.length === 1 ? "is" : "are";
      return { reason: `A path needs ${added}, which ${verb} not among the relations allowed`, instead: `allow ${added} too` };
    }
    case "not-relation": {
      const relation = relationInWords(change.relation, lookup);
      return { reason: `A path needs ${relation}, which is ruled out`, instead: `allow ${relation}` };
    }
    case "not-family":
      return {
        reason: `A path needs a relation of ${change.family}, which is ruled out`,
        instead: `allow relations of ${change.family}`,
      };
  }
}

function insideWords(
  change: Of<"types" | "not-type" | "max-degree" | "avoid">,
  { maxDegree }: PathQuestion,
  lookup: Lookup,
): ChangeWords {
  switch (change.kind) {
    case "types": {
      if (change.added.length === 0)
        return { reason: "A path passes entities of types that are not allowed", instead: "allow every type" };
      const added = listInWords(change.added.map((type) => `“${typeInWords(type)}”`));
      return { reason: `A path passes entities of type ${added}, which are not allowed`, instead: `allow ${added} inside` };
    }
    case "not-type": {
      const type = `“${typeInWords(change.type)}”`;
      return { reason: `A path passes an entity of type ${type}, which is ruled out`, instead: `allow ${type} inside` };
    }
    case "max-degree":
      return {
        reason: `A path passes a hub with more than ${countInWords(maxDegree ?? 0, "link")}`,
        instead: change.degree === null ? "pass hubs" : `pass entities with up to ${countInWords(change.degree, "link")}`,
      };
    case "avoid": {
      const name = nameOf(change.entity, lookup);
      return { reason: `A path passes ${name}, which is avoided`, instead: `allow ${name}` };
    }
  }
}

function alongWords(
  change: Of<"via" | "via-order" | "time-order" | "max-gap" | "sources-along">,
  { kind, timeOrder, maxGap, sourcesAlong }: PathQuestion,
  lookup: Lookup,
): ChangeWords {
  switch (change.kind) {
    case "via": {
      const name = nameOf(change.entity, lookup);
      return { reason: `No path passes ${name} as well`, instead: `do not ask for ${name}` };
    }
    case "via-order":
      return { reason: "A path passes them in another order", instead: "pass them in any order" };
    case "time-order": {
      const way = timeOrder === "backward" ? "backward" : "forward";
      const instead = kind === "earliest" ? "ask for the shortest path, whenever its steps were" : "leave the order in time open";
      return { reason: `The steps of a path do not follow one another ${way} in time`, instead };
    }
    case "max-gap": {
      const days = countInWords(maxGap ?? 0, "day");
      const instead =
        change.days === null ? "allow any time between steps" : `allow ${countInWords(change.days, "day")} between steps`;
      return { reason: `A path needs more than ${days} between two of its steps`, instead };
    }
    case "sources-along":
      return sourcesAlong === "same"
        ? { reason: "No one source carries a whole path", instead: "let each step have its own source" }
        : { reason: "Two steps of a path need the same source", instead: "let steps share a source" };
  }
}

function timeWords(
  change: Of<"said" | "at" | "during" | "certain" | "undated">,
  { said, at, during }: PathQuestion,
): ChangeWords {
  switch (change.kind) {
    case "said":
      return { reason: `A path rests on what was not said in ${dateInWords(said)}`, instead: "accept what was said at any time" };
    case "at":
      return { reason: `A path needs a link that did not hold in ${dateInWords(at)}`, instead: "leave the date open" };
    case "during":
      return { reason: `A path needs a link that did not hold during ${dateInWords(during)}`, instead: "leave the time open" };
    case "certain":
      return { reason: "A path rests on dates that fit possibly, not certainly", instead: "accept dates that may fit" };
    case "undated":
      return { reason: "A path rests on claims without a date", instead: "accept claims without a date" };
  }
}

type ClaimChange = Of<
  "sources" | "source" | "speakers" | "not-speaker" | "reliability" | "credibility" | "quoted" | "no-echoes" | "claim"
>;

function claimWords(change: ClaimChange, { reliability, credibility }: PathQuestion, lookup: Lookup): ChangeWords {
  switch (change.kind) {
    case "sources": {
      if (change.added.length === 0)
        return { reason: "A path rests on sources that are not among those allowed", instead: "accept every source" };
      const added = listInWords(change.added.map((source) => titleInWords(lookup.sourceTitle(source))));
      return { reason: `A path rests on ${added}, not among the sources allowed`, instead: `accept ${added} too` };
    }
    case "source": {
      const title = titleInWords(lookup.sourceTitle(change.source));
      return { reason: `A path rests on ${title}, which is left out`, instead: `accept ${title}` };
    }
    case "speakers":
      return { reason: "A path rests on the words of others", instead: "accept everybody's words" };
    case "not-speaker": {
      const name = nameOf(change.entity, lookup);
      return { reason: `A path rests on the words of ${name}, which are left out`, instead: `accept the words of ${name}` };
    }
    case "reliability":
      return {
        reason: `A path rests on a source that is not graded ${reliability} or better`,
        instead: change.reliability === null ? "accept ungraded sources" : `accept sources graded ${change.reliability}`,
      };
    case "credibility":
      return {
        reason: `A path rests on a claim that is not graded ${credibility} or better`,
        instead: change.credibility === null ? "accept ungraded claims" : `accept claims graded ${change.credibility}`,
      };
    case "quoted":
      return { reason: "A path rests on a claim without a checked quote", instead: "accept claims without a checked quote" };
    case "no-echoes":
      return { reason: "A path rests on a claim that repeats another", instead: "accept claims that repeat others" };
    case "claim": {
      const { quote } = lookup.claim(change.claim);
      const claim = quote === null ? "the claim" : `the claim ${titleInWords(quote)}`;
      return { reason: `A path rests on ${claim} that is left out`, instead: `accept ${claim} that is left out` };
    }
  }
}

export function nameOf(id: EntityId, lookup: Lookup): string {
  return nameInWords(lookup.entity(id).name);
}

export function typeInWords(type: string): string {
  return nameInWords(type.replaceAll("-", " "));
}

function relationInWords(relation: Parameters<Lookup["relationLabel"]>[0], lookup: Lookup): string {
  return `“${nameInWords(lookup.relationLabel(relation))}”`;
}

function dateInWords(date: string | null): string {
  return date === null ? "that time" : formatPartialDate(date);
}
