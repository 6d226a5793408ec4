import type { EntityId, LinkId } from "../base/ids.ts";
import type { Answer, AnswerStep, PlainLink } from "../query/answer.ts";

/** The entities and links that an answer names, each as often as it does. */
export interface AnswerPart {
  readonly entities: readonly EntityId[];
  readonly links: readonly LinkId[];
}

/** What of the case an answer is made of: entities and links of all its paths, of the network, of the matches. */
export function partOfAnswer(answer: Answer): AnswerPart {
  if ("paths" in answer)
    return { entities: answer.paths.flatMap(({ entities }) => idsOf(entities)), links: answer.paths.flatMap(linksOf) };
  if ("matches" in answer)
    return { entities: answer.matches.flatMap(({ entities }) => idsOf(entities)), links: answer.matches.flatMap(linksOf) };
  if ("common" in answer) {
    const links = answer.common.flatMap(({ ties }) => ties.flatMap((tie) => tie.links));
    return { entities: [...answer.question.entities, ...idsOf(answer.common)], links: idsOf(links) };
  }
  const links = "linked" in answer ? [...answer.links, ...answer.claims.map(({ link }) => link)] : answer.links;
  return { entities: [...idsOf(answer.entities), ...links.flatMap(endsOf)], links: idsOf(links) };
}

function linksOf({ steps }: { readonly steps: readonly AnswerStep[] }): LinkId[] {
  return steps.flatMap(({ links }) => idsOf(links));
}

function idsOf<Id extends string>(things: readonly { readonly id: Id }[]): Id[] {
  return things.map(({ id }) => id);
}

function endsOf({ from, to }: Pick<PlainLink, "from" | "to">): EntityId[] {
  return [from, to];
}
