import type { ClaimId, EntityId, LinkId, SourceId } from "../base/ids.ts";
import { compareIds } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import { builtInOntology } from "../claims/built-in-ontology.ts";
import type { Change, HistoryEntry } from "../claims/change.ts";
import type { Claim } from "../claims/claim.ts";
import type { Link } from "../claims/link.ts";
import type { Revision } from "../claims/revision.ts";
import type { ExportContent } from "../formats/format.ts";
import { formatById } from "../formats/list.ts";
import type { Answer } from "../query/answer.ts";
import { aroundDefaults, type Question } from "../query/question.ts";
import type { CaseStore } from "../store/case-store.ts";
import { oneOf } from "./one-of.ts";
import { partOfAnswer } from "./part-of-answer.ts";
import type { ExportScope } from "./views.ts";

/** A file on its way out. */
export interface Export {
  /** Suggested: the case's name, the part when it is not the first, the format's extension. */
  readonly filename: string;
  readonly mediaType: string;
  /** One sentence per thing that the format cannot carry. */
  readonly losses: readonly string[];
  readonly chunks: Iterable<string>;
}

/** A scope may ask the case before its content is known. */
export type Asking = (question: Question) => Answer;

export interface ExportOptions {
  /** Id of a format, or an extension without the dot. */
  readonly format: string;
  /** Where a format has a choice; its first when left out. */
  readonly part?: string;
  /** The whole case when left out. */
  readonly scope?: ExportScope;
  /** Of a table, `guarded` when left out: see `WriteOptions`. */
  readonly formulas?: string;
}

/** Throws BadInput for a format, part or scope that is not there. */
export function exportCase(
  store: CaseStore,
  asking: Asking,
  { format: id, part: asked, scope, formulas = "guarded", at }: ExportOptions & { at: string },
): Export {
  const format = formatById(id);
  const { writer } = format;
  if (writer === null) throw new BadInput(`format: wanted one that Clew writes, got ${format.label}, which it only reads`);
  const first = writer.parts[0] ?? "";
  const part = asked === undefined || asked === "" ? first : oneOf("part", asked, writer.parts);
  const options = { formulas: oneOf("formulas", formulas, ["guarded", "exact"] as const) };
  const { content, missing } = contentOf(store, asking, { scope: scope ?? { kind: "case" }, at });
  const name = part === first ? store.name : `${store.name}-${part}`;
  return {
    filename: `${name}${format.extensions[0] ?? ""}`,
    mediaType: format.mediaType,
    losses: [...missing, ...writer.losses],
    chunks: writer.write(content, part, options),
  };
}

/** `missing`: why a part is not all that was asked for. */
interface Content {
  readonly content: ExportContent;
  readonly missing: readonly string[];
}

function contentOf(store: CaseStore, asking: Asking, { scope, at }: { scope: ExportScope; at: string }): Content {
  const whole = (content: ExportContent) => ({ content, missing: [] });
  switch (scope.kind) {
    case "case":
      return whole(wholeCase(store, at));
    case "entities":
      return whole(partOf(store, { entities: scope.entities, at }));
    case "chart": {
      const chart = store.chart(scope.chart);
      if (chart === undefined) throw new BadInput(`chart: wanted one of the case, got ${scope.chart}`, { kind: "not-found" });
      return whole(partOf(store, { entities: chart.nodes.map(({ entity }) => entity), at }));
    }
    case "around": {
      const answer = asking({ ...aroundDefaults, center: scope.entity, hops: scope.hops });
      return { content: partOf(store, { entities: partOfAnswer(answer).entities, at }), missing: missingFrom(answer) };
    }
    case "path":
    case "answer": {
      const answer = asking(scope.question);
      return { content: partOf(store, { ...partOfAnswer(answer), at }), missing: missingFrom(answer) };
    }
  }
}

function missingFrom({ complete, stop }: Answer): string[] {
  return complete ? [] : [`The answer is not complete: the search was ended by its ${stop}.`];
}

function wholeCase(store: CaseStore, at: string): ExportContent {
  const claims = [...store.allClaims()];
  const entities = [...store.entities()];
  return {
    ...frame(store, at),
    entities,
    nodes: entities.filter(({ id }) => store.representative(id) === id),
    sources: store.sources().map(({ id }) => store.source(id)!),
    links: [...store.links()],
    claims: [...store.claims()],
    withdrawn: claims.flatMap(({ withdrawn, ...claim }) =>
      withdrawn === null ? [] : [{ claim: claim as Claim, reason: withdrawn.reason }],
    ),
    judgements: store.judgements(),
    charts: store.charts(),
    questions: store.savedQuestions(),
    history: entriesOf(store),
  };
}

/** Changes that one line of a file holds at most: a line can be read only up to some length. */
const changesALine = 500;

/** The history; an entry of many changes comes in several pieces, one after the other, each with its number. */
function entriesOf(store: CaseStore): Iterable<HistoryEntry> {
  const last = store.revision();
  return {
    *[Symbol.iterator]() {
      for (let seq = 1; seq <= last; seq++) {
        const [revision] = store.revisions({ after: seq - 1, limit: 1 });
        if (revision !== undefined) yield* piecesOf(store, revision);
      }
    },
  };
}

function* piecesOf(store: CaseStore, { revision: seq, what: _, ...entry }: Revision): Generator<HistoryEntry> {
  let changes: Change[] = [];
  for (const change of store.changesOf(seq)) {
    if (changes.length === changesALine) {
      yield { seq, ...entry, changes };
      changes = [];
    }
    changes.push(change);
  }
  yield { seq, ...entry, changes };
}

/**
 * The part of a case around some entities: they, what is merged into them, the links between them (or
 * only `links`), and everything that the claims behind those name: speakers, events, sources, and the
 * claims that they relay.
 */
function partOf(
  store: CaseStore,
  { entities: asked, links: only, at }: { entities: readonly EntityId[]; links?: readonly LinkId[]; at: string },
): ExportContent {
  const chosen = new Set(asked.map((id) => store.representative(id)));
  const links =
    only === undefined ? linksBetween(store, chosen) : [...new Set(only)].map((id) => store.link(id)!).filter(Boolean);
  const claims = claimsBehind(store, links, chosen);
  const entities = new Set<EntityId>([...chosen].flatMap((id) => [id, ...store.mergedInto(id)]));
  const sources = new Set<SourceId>();
  for (const claim of claims.values()) {
    for (const id of [claim.subject, claim.kind === "link" ? claim.object : null, claim.speaker, claim.about])
      if (id !== null) entities.add(id);
    addSource(store, sources, claim.source);
  }
  const judgements = store.judgements().filter(({ a, b }) => entities.has(a) && entities.has(b));
  return {
    ...frame(store, at),
    entities: [...entities].sort(compareIds).flatMap((id) => store.entity(id) ?? []),
    nodes: [...chosen].sort(compareIds).flatMap((id) => store.entity(id) ?? []),
    sources: [...sources].sort(compareIds).flatMap((id) => store.source(id) ?? []),
    links: links.sort((a, b) => compareIds(a.id, b.id)),
    claims: [...claims.values()],
    withdrawn: [],
    judgements,
    charts: [],
    questions: [],
    history: [],
  };
}

function claimsBehind(store: CaseStore, links: readonly Link[], chosen: ReadonlySet<EntityId>): Map<ClaimId, Claim> {
  const found = [...links.flatMap(({ id }) => store.claimsOfLink(id)), ...[...chosen].flatMap((id) => store.attributesOf(id))];
  const claims = new Map(found.map((claim) => [claim.id, claim]));
  addRelayed(store, claims);
  return claims;
}

function linksBetween(store: CaseStore, chosen: ReadonlySet<EntityId>): Link[] {
  const found = new Map<LinkId, Link>();
  for (const id of chosen)
    for (const link of store.linksOf(id)) if (chosen.has(link.from) && chosen.has(link.to)) found.set(link.id, link);
  return [...found.values()];
}

function addRelayed(store: CaseStore, claims: Map<ClaimId, Claim>): void {
  for (const claim of claims.values()) {
    const relayed = claim.relays === null || claims.has(claim.relays) ? undefined : store.claim(claim.relays);
    if (relayed === undefined) continue;
    const { withdrawn, ...bare } = relayed;
    if (withdrawn === null) claims.set(relayed.id, bare as Claim);
  }
}

function addSource(store: CaseStore, sources: Set<SourceId>, id: SourceId): void {
  for (let at: SourceId | null = id; at !== null && !sources.has(at); at = store.source(at)?.derivedFrom ?? null) sources.add(at);
}

function frame(store: CaseStore, at: string): Pick<ExportContent, "name" | "at" | "ontology" | "added"> {
  const ontology = store.ontology();
  const own = <T extends { readonly id: string }>(all: ReadonlyMap<T["id"], T>, builtIn: ReadonlyMap<T["id"], T>) =>
    [...all.values()].filter((each) => !builtIn.has(each.id));
  return {
    name: store.name,
    at,
    ontology,
    added: {
      types: own(ontology.types, builtInOntology.types),
      relations: own(ontology.relations, builtInOntology.relations),
      properties: own(ontology.properties, builtInOntology.properties),
    },
  };
}
