import { claimId, entityId, entityTypeId, linkId, relationId, sourceId } from "../../src/base/ids.ts";
import type { Stance } from "../../src/claims/claim.ts";
import { linkIdOf } from "../../src/claims/link.ts";
import type { Ontology, Relation } from "../../src/claims/ontology.ts";
import { relationOf } from "../../src/claims/ontology.ts";
import {
  buildSnapshot,
  type GraphClaimRow,
  type GraphLinkRow,
  type GraphRows,
  type NamedSnapshot,
} from "../../src/graph/build-snapshot.ts";
import type { AroundAnswer, PathAnswer } from "../../src/query/answer.ts";
import { type AnswerByAsk, dressAnswer } from "../../src/query/dress-answer.ts";
import type { Lookup } from "../../src/query/lookup.ts";
import type { Budget } from "../../src/query/meter.ts";
import { type AroundQuestion, aroundDefaults, type PathQuestion, pathDefaults } from "../../src/query/question.ts";
import { type Ask, type QuestionOf, run } from "../../src/query/run.ts";

/** A small graph drawn as text, with what asks it. */
export interface DrawnGraph {
  readonly rows: DrawnRows;
  readonly graph: NamedSnapshot;
  /** `path("a", "c", {maxHops: 2})`; several ends as "a b". */
  path(from: string, to: string, more?: Loose<PathQuestion>, budget?: Budget): PathAnswer;
  around(center: string, more?: Loose<AroundQuestion>, budget?: Budget): AroundAnswer;
  ask<A extends Ask>(question: QuestionOf<A>, budget?: Budget): AnswerByAsk[A];
}

export interface DrawnRows extends GraphRows {
  readonly entities: readonly GraphLinkRow["link"]["from"][];
  readonly links: readonly GraphLinkRow[];
  readonly ontology: Ontology;
}

/** Ids as plain text, everything optional. */
type Loose<Q> = { readonly [K in keyof Q]?: Q[K] extends readonly string[] ? readonly string[] : Q[K] };

const clockThatStands: Budget = { clock: () => 0 };

/**
 * Draws a graph: words apart by blanks, each an entity (`a`) or a link (`a>b`, or `a-b` for a symmetric
 * relation), with a relation (`a>b:funds`) and with claims in brackets: `a>b(s1,s2?,s3!@p,s4=s1)` is asserted
 * by s1, alleged by s2, denied by s3 in the words of p, and asserted by s4, whose words began in s1. Without
 * brackets one source, `s`, asserts it. The same link drawn twice has the claims of both.
 */
export function graphOf(drawing: string): DrawnGraph {
  const rows = rowsOf(drawing.trim().split(/\s+/).filter(Boolean));
  return drawnGraph(rows);
}

export function drawnGraph(rows: DrawnRows): DrawnGraph {
  const graph = buildSnapshot(rows, rows.ontology);
  const ask = <A extends Ask>(question: QuestionOf<A>, budget: Budget = clockThatStands): AnswerByAsk[A] =>
    dressAnswer(question, run(question, graph, budget), { graph, lookup });
  return {
    rows,
    graph,
    ask,
    path: (from, to, more = {}, budget = clockThatStands) => {
      const question = { ...pathDefaults, from: from.split(" "), to: to.split(" "), ...more } as unknown as PathQuestion;
      return ask(question, budget);
    },
    around: (center, more = {}, budget = clockThatStands) => {
      const question = { ...aroundDefaults, center, ...more } as unknown as AroundQuestion;
      return ask(question, budget);
    },
  };
}

/** Names are ids in capitals, quotes the claim's id. */
export const lookup: Lookup = {
  entity: (id) => ({ type: entityTypeId("person"), name: id.toUpperCase() }),
  relationLabel: (id) => id,
  sourceTitle: (id) => `Source ${id}`,
  claim: (id) => ({ quote: `words of ${id}`, said: null, during: null }),
};

/** The entities of each path, as "a b c". */
export function walks({ paths }: PathAnswer): string[] {
  return paths.map(({ entities }) => entities.map(({ id }) => id).join(" "));
}

/** The rows that the words of a drawing stand for. */
export function rowsOf(words: readonly string[]): DrawnRows {
  const links: DrawnLinks = new Map();
  const drawn = words.map(drawnWord);
  const entities = new Set(drawn.flatMap(({ ends }) => ends));
  for (const { link, claims } of drawn) if (link !== null) addLink(links, link, claims);
  for (const { claims } of links.values()) for (const { speaker } of claims) if (speaker !== null) entities.add(speaker);
  const symmetric = drawn.flatMap(({ link }) => (link?.symmetric === true ? [link.relation] : []));
  return {
    entities: [...entities].sort().map(entityId),
    links: [...links.values()].sort((a, b) => (a.link.id < b.link.id ? -1 : 1)),
    ontology: ontologyOf(symmetric),
  };
}

type DrawnLinks = Map<string, { link: GraphLinkRow["link"]; claims: GraphClaimRow[] }>;

interface DrawnLink {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly symmetric: boolean;
}

function drawnWord(word: string): { ends: string[]; link: DrawnLink | null; claims: string[] } {
  const [, from, mark, to, relation, claims = "s"] =
    /^([^>(:-]+)(?:([>-])([^>(:]+)(?::([^(]+))?(?:\((.*)\))?)?$/.exec(word) ?? [];
  if (from === undefined) throw new Error(`drawing: wanted a, a>b or a-b, got ${word}`);
  if (to === undefined) return { ends: [from], link: null, claims: [] };
  const symmetric = mark === "-";
  const [subject, object] = symmetric && to < from ? [to, from] : [from, to];
  const link = { subject, relation: relation ?? (symmetric ? "near" : "r"), object, symmetric };
  return { ends: [from, to], link, claims: claims.split(",") };
}

function addLink(links: DrawnLinks, { subject, relation, object }: DrawnLink, claims: readonly string[]): void {
  const [from, to] = [entityId(subject), entityId(object)];
  const id = linkId(linkIdOf(from, relationId(relation), to));
  const entry = links.get(id) ?? { link: { id, relation: relationId(relation), from, to }, claims: [] };
  links.set(id, entry);
  for (const text of claims) entry.claims.push(claimOf(text, `${id}#${entry.claims.length}`));
}

function claimOf(text: string, id: string): GraphClaimRow {
  const [, source, mark, speaker, origin] = /^([^?!@=]+)([?!])?(?:@([^=]+))?(?:=(.+))?$/.exec(text) ?? [];
  if (source === undefined) throw new Error(`drawing: wanted a claim such as s1, s1? or s1!@p, got ${text}`);
  const stance: Stance = mark === "?" ? "alleges" : mark === "!" ? "denies" : "asserts";
  return {
    id: claimId(id),
    source: sourceId(source),
    origin: sourceId(origin ?? source),
    speaker: speaker === undefined ? null : entityId(speaker),
    stance,
  };
}

function ontologyOf(symmetric: Iterable<string>): Ontology {
  const bare: Ontology = { types: new Map(), relations: new Map(), properties: new Map() };
  const relations = [...symmetric].map((id): Relation => ({ ...relationOf(bare, relationId(id)), symmetric: true }));
  return { ...bare, relations: new Map(relations.map((relation) => [relation.id, relation])) };
}
