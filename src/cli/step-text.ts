import type { Case } from "../case/open-case.ts";
import { relationOf } from "../claims/ontology.ts";
import type { AnswerClaim, AnswerEntity, AnswerLink, PlainLink } from "../query/answer.ts";
import { claimText } from "./link-text.ts";
import { colored, lineForms, shown } from "./terminal.ts";

/** One step between two entities, as it is walked: each link with its line, its standing, and who says it in which words. */
export function* stepLines(
  opened: Case,
  [from, to]: readonly [AnswerEntity | undefined, AnswerEntity | undefined],
  links: readonly AnswerLink[],
): Iterable<string> {
  for (const link of links) {
    yield `  ${shown(from?.name ?? "")} ${arrow(opened, link)} ${shown(to?.name ?? "")}  ${colored(link.standing)}`;
    yield* claimLines(opened, link.claims);
  }
}

/** Links from subject to object, with who says them. `nameOf` gives what an id is called. */
export function* linkLines(opened: Case, links: readonly PlainLink[], nameOf: (id: string) => string): Iterable<string> {
  for (const link of links) {
    yield `  ${linkLine(opened, link, nameOf)}`;
    yield* claimLines(opened, link.claims);
  }
}

/** "Ada —— owns ——▶ Bolt  stated". */
export function linkLine(opened: Case, link: PlainLink, nameOf: (id: string) => string): string {
  return `${nameOf(link.from)} ${arrow(opened, { ...link, along: true })} ${nameOf(link.to)}  ${colored(link.standing)}`;
}

function* claimLines(opened: Case, claims: readonly AnswerClaim[]): Iterable<string> {
  for (const claim of claims) yield `      ${claimText(named(opened, claim))}`;
}

/** A claim with the names that its line shows. */
export function named(opened: Case, claim: AnswerClaim) {
  const { title, published } = opened.sourceLine(claim.source);
  const speakerName = claim.speaker === null ? null : opened.find(claim.speaker).name;
  return { ...claim, sourceTitle: title, sourcePublished: published, speakerName };
}

function arrow(opened: Case, { relation, along, standing }: AnswerLink): string {
  const { label, symmetric } = relationOf(opened.ontology, relation);
  const line = lineForms[standing];
  if (symmetric) return `${line} ${shown(label)} ${line}`;
  return along ? `${line} ${shown(label)} ${line}▶` : `◀${line} ${shown(label)} ${line}`;
}

/** What entities of an answer are called, by id. */
export function namesOf(opened: Case, entities: readonly AnswerEntity[]): (id: string) => string {
  const names = new Map<string, string>(entities.map(({ id, name }) => [id, name]));
  return (id) => shown(names.get(id) ?? opened.find(id).name);
}
