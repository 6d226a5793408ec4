import {
  claimId,
  type EntityId,
  type EntityTypeId,
  entityId,
  entityTypeId,
  linkId,
  relationId,
  type SourceId,
  sourceId,
} from "../../src/base/ids.ts";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import type { Credibility, Stance } from "../../src/claims/claim.ts";
import { linkIdOf } from "../../src/claims/link.ts";
import { type Ontology, type Relation, relationOf } from "../../src/claims/ontology.ts";
import type { Reliability } from "../../src/claims/source.ts";
import type { GraphClaimRow, GraphLinkRow, GraphRows } from "../../src/graph/build-snapshot.ts";

/** The rows that a drawing stands for. */
export interface DrawnRows extends Omit<GraphRows, "entities"> {
  readonly entities: readonly EntityId[];
  /** The type of every entity. */
  readonly types: ReadonlyMap<EntityId, EntityTypeId>;
  readonly links: readonly DrawnLinkRow[];
  /** Every source that a claim has or an origin names. */
  readonly sources: readonly DrawnSource[];
  readonly ontology: Ontology;
}

export interface DrawnLinkRow extends GraphLinkRow {
  readonly claims: readonly DrawnClaim[];
}

export interface DrawnClaim extends GraphClaimRow {
  readonly during: string | null;
  readonly said: string | null;
  readonly credibility: Credibility | null;
  /** It has a quote with its place in the source's text. */
  readonly quoted: boolean;
  /** It relays another claim, or its source derives from another. */
  readonly echo: boolean;
  /** As the file gives it, sound or not; null when it gives none. */
  readonly weight: number | null;
}

export interface DrawnSource {
  readonly id: SourceId;
  readonly reliability: Reliability | null;
}

/**
 * A drawing is words apart by blanks:
 *
 *     a              an entity, a person; `a/company` one of that type (the built-in tree of types)
 *     a>b            a link from a to b, of relation r; `a>b:funds` of that one
 *     a-b            a link of a symmetric relation, near; `a-b:kin` of that one
 *     a>b(s1,s2?)    with its claims; without brackets one source, s, asserts it
 *     #s1:B          a source graded B
 *
 * A claim is its source and then, in any order: `?` alleges, `!` denies (else it asserts), `@p` in the words of p,
 * `=s1` its words began in s1 (an echo; of its own source: it relays another claim of that source), `*2.5` weighs so
 * much, `%2` credibility, `"` has a checked quote, `[2014/2016]` when it held, `{2019-03}` when it was said. Claims
 * are called `a>r>b#0`, `a>r>b#1`, … A link drawn twice has the claims of both.
 */
export function rowsOf(words: readonly string[]): DrawnRows {
  const sheet: Sheet = { links: new Map(), types: new Map(), grades: new Map(), relations: new Map() };
  for (const word of words) draw(sheet, drawnWord(word));
  for (const { claims } of sheet.links.values()) for (const claim of claims) drawNames(sheet, claim);
  return {
    entities: [...sheet.types.keys()].sort().map(entityId),
    types: new Map([...sheet.types].map(([id, type]) => [entityId(id), entityTypeId(type)])),
    links: [...sheet.links.values()].sort((a, b) => (a.link.id < b.link.id ? -1 : 1)),
    sources: [...sheet.grades]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, grade]) => ({ id: sourceId(id), reliability: grade === "" ? null : (grade as Reliability) })),
    ontology: ontologyOf(sheet.relations),
  };
}

/** The drawing as a snapshot is built from it: each entity with its type. */
export function graphRows({ entities, types, links, sources }: DrawnRows): GraphRows {
  return { entities: entities.map((id) => ({ id, type: types.get(id)! })), links, sources };
}

/** What the words drawn so far add up to; of a source that no word grades the grade is "". */
interface Sheet {
  readonly links: Links;
  readonly types: Map<string, string>;
  readonly grades: Map<string, string>;
  /** Whether each is symmetric. */
  readonly relations: Map<string, boolean>;
}

type Links = Map<string, { link: GraphLinkRow["link"]; claims: DrawnClaim[] }>;

type Word =
  | { readonly is: "source"; readonly id: string; readonly reliability: string }
  | { readonly is: "entity"; readonly id: string; readonly type: string | undefined }
  | LinkWord;

interface LinkWord {
  readonly is: "link";
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly symmetric: boolean;
  readonly claims: readonly string[];
}

function drawnWord(word: string): Word {
  const [, source, reliability = ""] = /^#([^:]+)(?::([A-F]))?$/.exec(word) ?? [];
  if (source !== undefined) return { is: "source", id: source, reliability };
  const [, id, type] = /^([^>(:/-]+)(?:\/([^>(:/]+))?$/.exec(word) ?? [];
  if (id !== undefined) return { is: "entity", id, type };
  const [, from, mark, to, named, claims = "s"] = /^([^>(:/-]+)([>-])([^>(:/]+)(?::([^(]+))?(?:\((.*)\))?$/.exec(word) ?? [];
  if (from === undefined || to === undefined) throw new Error(`drawing: wanted a, a/type, a>b, a-b or #s:B, got ${word}`);
  const symmetric = mark === "-";
  const [subject, object] = symmetric && to < from ? [to, from] : [from, to];
  const relation = named ?? (symmetric ? "near" : "r");
  return { is: "link", subject, relation, object, symmetric, claims: claims.match(/(?:\[[^\]]*\]|\{[^}]*\}|[^,])+/g) ?? [] };
}

function draw({ links, types, grades, relations }: Sheet, word: Word): void {
  if (word.is === "source") grades.set(word.id, word.reliability);
  else if (word.is === "entity") types.set(word.id, word.type ?? types.get(word.id) ?? "person");
  else {
    for (const end of [word.subject, word.object]) if (!types.has(end)) types.set(end, "person");
    relations.set(word.relation, word.symmetric);
    addLink(links, word);
  }
}

/** Speakers are entities, origins sources, though no word of their own draws them. */
function drawNames({ types, grades }: Sheet, { speaker, source, origin }: DrawnClaim): void {
  if (speaker !== null && !types.has(speaker)) types.set(speaker, "person");
  for (const id of [source, origin]) if (!grades.has(id)) grades.set(id, "");
}

function addLink(links: Links, { subject, relation, object, claims }: LinkWord): void {
  const [from, to] = [entityId(subject), entityId(object)];
  const id = linkId(linkIdOf(from, relationId(relation), to));
  const entry = links.get(id) ?? { link: { id, relation: relationId(relation), from, to }, claims: [] };
  links.set(id, entry);
  for (const text of claims) entry.claims.push(drawnClaim(text, `${id}#${entry.claims.length}`));
}

const markPattern = /([?!"])|@([^?!"@=*%[{]+)|=([^?!"@=*%[{]+)|\*(-?[\d.]+)|%([1-6])|\[([^\]]+)\]|\{([^}]+)\}/g;

function drawnClaim(text: string, id: string): DrawnClaim {
  const source = /^[^?!"@=*%[{]+/.exec(text)?.[0];
  const marks = text.slice(source?.length ?? 0);
  if (source === undefined || marks.replaceAll(markPattern, "") !== "")
    throw new Error(`drawing: wanted a claim such as s1, s1?, s1!@p or s1=s2*3%2[2014]{2019}, got ${text}`);
  const found = [...marks.matchAll(markPattern)];
  const nth = (group: number): string | undefined => found.find((match) => match[group] !== undefined)?.[group];
  const has = (sign: string): boolean => found.some(([whole]) => whole === sign);
  const stance: Stance = has("?") ? "alleges" : has("!") ? "denies" : "asserts";
  const [speaker, origin, weight, credibility] = [nth(2), nth(3), nth(4), nth(5)];
  return {
    id: claimId(id),
    source: sourceId(source),
    origin: sourceId(origin ?? source),
    speaker: speaker === undefined ? null : entityId(speaker),
    stance,
    during: nth(6) ?? null,
    said: nth(7) ?? null,
    credibility: credibility === undefined ? null : (Number(credibility) as Credibility),
    quoted: has('"'),
    echo: origin !== undefined,
    weight: weight === undefined ? null : Number(weight),
  };
}

/** Built-in types and the relations drawn: built-in ones with their families, symmetric as the drawing has them. */
function ontologyOf(drawn: ReadonlyMap<string, boolean>): Ontology {
  const relations = [...drawn].map(
    ([id, symmetric]): Relation => ({ ...relationOf(builtInOntology, relationId(id)), symmetric }),
  );
  return {
    types: builtInOntology.types,
    relations: new Map(relations.map((relation) => [relation.id, relation])),
    properties: new Map(),
  };
}
