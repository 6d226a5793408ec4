import type { EntityId } from "../../base/ids.ts";
import type { Answer, AnswerEntity, AnswerStep, PlainLink } from "../../query/answer.ts";
import { byAsk } from "./by-ask.ts";

/** The piece of the graph that an answer speaks of. */
export interface AnswerPart {
  /** Named ends first; each once. Of an entity that the answer names by id alone, the name is the id and the type empty. */
  readonly entities: readonly PartEntity[];
  readonly links: readonly PlainLink[];
  /** Entities that the question names. */
  readonly anchors: readonly EntityId[];
}

export interface PartEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly type: string;
}

const known = new WeakMap<Answer, AnswerPart>();

/** Everything in the answer. Worked out once per answer: each hop on the page asks for names in it. */
export function wholePart(answer: Answer): AnswerPart {
  const part = known.get(answer) ?? gathered(answer);
  known.set(answer, part);
  return part;
}

function gathered(answer: Answer): AnswerPart {
  return byAsk(answer, {
    path: ({ question, paths }) =>
      partOf(
        [...question.from, ...question.to].filter((id) => paths.some(({ entities }) => entities.some((one) => one.id === id))),
        paths.flatMap(({ entities }) => entities),
        paths.flatMap(({ steps }) => linksOf(steps)),
      ),
    around: ({ center, entities, links }) => partOf([center], entities, links),
    connect: ({ question, entities, links }) => partOf(question.entities, entities, links),
    common: ({ question, common }) =>
      partOf(
        question.entities,
        common.flatMap((one) => [one, ...one.ties.map(({ entity }) => entity)]),
        common.flatMap(({ ties }) => ties.flatMap(({ links }) => links)),
      ),
    bearing: ({ question, entities, links, claims }) =>
      partOf([...question.from, ...question.to], entities, [...links, ...claims.map(({ link }) => link)]),
    pattern: ({ question, matches }) =>
      partOf(
        question.nodes.flatMap(({ entity }) => entity ?? []),
        matches.flatMap(({ entities }) => entities),
        matches.flatMap(({ steps }) => linksOf(steps)),
      ),
  });
}

/** What of an answer is in front: the path, the match or the entity that is open; else everything. */
export function shownPart(answer: Answer, shown: number): AnswerPart {
  return byAsk(answer, {
    path: (paths) => wholePart({ ...paths, paths: paths.paths.slice(shown, shown + 1) }),
    common: (found) => wholePart(shown < 0 ? found : { ...found, common: found.common.slice(shown, shown + 1) }),
    pattern: (found) => wholePart(shown < 0 ? found : { ...found, matches: found.matches.slice(shown, shown + 1) }),
    around: wholePart,
    connect: wholePart,
    bearing: wholePart,
  });
}

/** Sources of the path, the match or the entity that is open, whose words the page shows; none while none is. Each once, in order. */
export function sourcesInFront(answer: Answer, shown: number): ReadonlySet<string> {
  if (shown < 0 || walkOf(answer).length === 0) return new Set();
  return new Set(shownPart(answer, shown).links.flatMap(({ claims }) => claims.map(({ source }) => source)));
}

/** How many things of the answer can be walked one by one, and where the walk begins: -1 for nowhere yet. */
export function walkOf(answer: Answer): { readonly length: number; readonly start: number } {
  return byAsk(answer, {
    path: ({ paths }) => ({ length: paths.length, start: 0 }),
    common: ({ common }) => ({ length: common.length, start: 0 }),
    pattern: ({ matches }) => ({ length: matches.length, start: 0 }),
    around: () => ({ length: 0, start: -1 }),
    connect: () => ({ length: 0, start: -1 }),
    bearing: () => ({ length: 0, start: -1 }),
  });
}

/** Whether the answer holds anything that could be drawn or taken along. */
export function isEmptyAnswer(answer: Answer): boolean {
  return byAsk(answer, {
    path: ({ paths }) => paths.length === 0,
    around: ({ entities }) => entities.length === 0,
    connect: ({ links }) => links.length === 0,
    common: ({ common }) => common.length === 0,
    bearing: ({ links, claims, entities }) => links.length + claims.length + entities.length === 0,
    pattern: ({ matches }) => matches.length === 0,
  });
}

function linksOf(steps: readonly AnswerStep[]): readonly PlainLink[] {
  return steps.flatMap(({ links }) => links);
}

function partOf(anchors: readonly EntityId[], entities: readonly AnswerEntity[], links: readonly PlainLink[]): AnswerPart {
  const found = new Map<EntityId, PartEntity>();
  const named = new Map(entities.map((entity) => [entity.id, entity]));
  const ends = links.flatMap(({ from, to }) => [from, to]);
  for (const id of [...anchors, ...named.keys(), ...ends]) found.set(id, named.get(id) ?? { id, name: id, type: "" });
  return { entities: [...found.values()], links: [...new Map(links.map((link) => [link.id, link])).values()], anchors };
}
