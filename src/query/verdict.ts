import type { Standing } from "../claims/standing.ts";
import type { AnswerClaim, AnswerLink } from "./answer.ts";
import { countInWords, hopsInWords, listInWords, nameInWords, titleInWords } from "./in-words.ts";
import type { Lookup } from "./lookup.ts";
import { predicateOf } from "./predicate-of.ts";

/** A hop as the verdict sees it: its strongest link that qualifies. */
export interface VerdictHop {
  readonly link: AnswerLink;
  /** Independent origins of what the link's standing rests on. */
  readonly origins: number;
  /** Further links of the same hop that qualify. */
  readonly others: number;
}

/** What a verdict opens with. */
export interface VerdictOpening {
  readonly weakest: Standing;
  /** What else the question asks about, in parts of a sentence: "weight 4.5". */
  readonly asked: readonly string[];
}

/**
 * The verdict on a path: how many hops, as strong as which, what else was asked about, then each hop in order, from its subject to
 * its object whichever way the path walks. A hop that somebody stands behind gives its origins; one that is
 * alleged, contested or denied says who says it and who denies it, and is never put as a fact.
 */
export function verdict(hops: readonly VerdictHop[], { weakest, asked }: VerdictOpening, lookup: Lookup): string {
  const strength = hops.length === 1 ? `1 hop: ${weakest}` : `${hopsInWords(hops.length)}, as strong as its weakest: ${weakest}`;
  return [`${[strength, ...asked].join("; ")}.`, ...hops.map((hop) => sentenceOf(hop, lookup))].join(" ");
}

function sentenceOf({ link, origins, others }: VerdictHop, lookup: Lookup): string {
  const subject = lookup.entity(link.from);
  const predicate = predicateOf(lookup.relationLabel(link.relation), subject.type);
  const fact = `${nameInWords(subject.name)} ${nameInWords(predicate)} ${nameInWords(lookup.entity(link.to).name)}`;
  const more = others === 0 ? "" : countInWords(others, "more link");
  if (link.standing === "corroborated" || link.standing === "stated") {
    const details = [countInWords(origins, "origin"), more].filter((text) => text !== "").join("; ");
    return `${opened(fact)} (${details}).`;
  }
  const state = link.standing === "denied" ? "only denied" : link.standing;
  return `That ${fact} is ${state}: ${voices(link.claims, lookup).join(", ")}${more === "" ? "" : ` (${more})`}.`;
}

/** "The attack …": an article that begins a sentence is written large; names keep their own case. */
function opened(fact: string): string {
  return fact.replace(/^(the|a|an) /, (article) => article[0]!.toUpperCase() + article.slice(1));
}

const verbs = {
  states: { one: "states it", many: "state it" },
  says: { one: "says it", many: "say it" },
  alleges: { one: "alleges it", many: "allege it" },
  denies: { one: "denies it", many: "deny it" },
} as const;

/** Who says it and who denies it, each once per verb: speakers by name, sources that speak in their own voice by title. */
function voices(claims: readonly AnswerClaim[], lookup: Lookup): string[] {
  return (["states", "says", "alleges", "denies"] as const).flatMap((verb) => {
    const whose = new Set(claims.filter((claim) => verbOf(claim) === verb).map((claim) => voiceOf(claim, lookup)));
    return whose.size === 0 ? [] : [`${atMostThree([...whose])} ${verbs[verb][whose.size === 1 ? "one" : "many"]}`];
  });
}

function verbOf({ stance, speaker }: AnswerClaim): keyof typeof verbs {
  if (stance !== "asserts") return stance;
  return speaker === null ? "states" : "says";
}

function voiceOf({ speaker, source }: AnswerClaim, lookup: Lookup): string {
  return speaker === null ? titleInWords(lookup.sourceTitle(source)) : nameInWords(lookup.entity(speaker).name);
}

function atMostThree(names: readonly string[]): string {
  return names.length <= 3 ? listInWords(names) : listInWords([...names.slice(0, 3), countInWords(names.length - 3, "other")]);
}
