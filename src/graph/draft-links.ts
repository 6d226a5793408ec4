import type { LinkId, RelationId, SourceId } from "../base/ids.ts";
import { type Ontology, relationOf } from "../claims/ontology.ts";
import { standingOf, standingRank } from "../claims/standing.ts";
import type { BuiltSnapshot, GraphClaimRow } from "./build-snapshot.ts";
import { ClaimDrafts, type DraftVoice, weightOrOne } from "./claim-drafts.ts";
import { indexOfId } from "./index-of-id.ts";
import type { EndsAndRelation } from "./link-between.ts";
import { signatureOf } from "./link-hints.ts";
import { liveLink } from "./live-link.ts";
import { placeOfId } from "./packed-ids.ts";
import type { TouchedLink } from "./patch.ts";
import { AGAINST, ALONG, NO_NODE, STANDING_SHIFT } from "./snapshot.ts";
import type { SnapshotTail } from "./snapshot-tail.ts";

/** A touched link on its way into the tail. */
export interface LinkDraft {
  readonly id: LinkId;
  readonly ends: EndsAndRelation;
  /** Its index until now; -1 where it is new. */
  readonly old: number;
  /** Claims in force; 0 where it goes. */
  readonly claims: number;
  /** The low bits of its slot at the subject's end, and its hint. */
  readonly kind: number;
  readonly hint: number;
}

/** A graph whose snapshot has a tail. */
export interface TailedGraph extends BuiltSnapshot {
  readonly tail: SnapshotTail;
}

export interface LinkDrafts {
  readonly links: readonly LinkDraft[];
  readonly claims: ClaimDrafts;
}

/**
 * Touched links in indices of the snapshot, which has not been written to yet. Null where one has an end, a speaker or a source
 * that the snapshot lacks. Relations that it lacks stand behind those that it has, in `relations`.
 */
export function draftLinks(
  graph: TailedGraph,
  touched: readonly TouchedLink[],
  { relations, ontology }: { readonly relations: readonly string[]; readonly ontology: Ontology },
): LinkDrafts | null {
  const claims = new ClaimDrafts(graph.tail);
  const indices = new Map(relations.map((id, at) => [id, at]));
  const sources = new Map<SourceId, number>();
  const links: LinkDraft[] = [];
  for (const { ends, claims: rows } of touched) {
    const [from, to] = [placeOfId(graph.names.entities, ends.from), placeOfId(graph.names.entities, ends.to)];
    const relation = indices.get(ends.relation) ?? -1;
    const isThere = from !== -1 && to !== -1 && relation !== -1;
    const old = isThere ? liveLink(graph, ends.id, { from, to, relation }) : -1;
    if (rows.length === 0 && old === -1) continue;
    const first = claims.count;
    if (!isThere || !rows.every((row) => addClaim(graph, { claims, sources }, row))) return null;
    const kind = rows.length === 0 ? 0 : (standingOfRows(rows) << STANDING_SHIFT) | waysOf(ontology, ends.relation);
    const hint = (signatureOfRows(rows, sources) << 8) | (relation & 255);
    links.push({ id: ends.id, ends: { from, to, relation }, old, claims: claims.count - first, kind, hint });
  }
  return { links, claims };
}

/** The names of a snapshot's relations, then those that touched links have beside them. */
export function relationsWith(relations: readonly string[], touched: readonly TouchedLink[]): readonly string[] {
  const known = new Set<string>(relations);
  const added: RelationId[] = [];
  for (const { ends, claims } of touched) {
    if (claims.length === 0 || known.has(ends.relation)) continue;
    known.add(ends.relation);
    added.push(ends.relation);
  }
  return added.length === 0 ? relations : [...relations, ...added];
}

function waysOf(ontology: Ontology, relation: RelationId): number {
  return relationOf(ontology, relation).symmetric ? ALONG | AGAINST : ALONG;
}

function addClaim(
  { names }: TailedGraph,
  { claims, sources }: { readonly claims: ClaimDrafts; readonly sources: Map<SourceId, number> },
  row: GraphClaimRow,
): boolean {
  const sourceOf = (id: SourceId): number => {
    const known = sources.get(id) ?? indexOfId(names.sources, id);
    sources.set(id, known);
    return known;
  };
  const voice: DraftVoice = {
    source: sourceOf(row.source),
    origin: sourceOf(row.origin),
    speaker: row.speaker === null ? NO_NODE : placeOfId(names.entities, row.speaker),
  };
  if (Math.min(voice.source, voice.origin, voice.speaker) === -1) return false;
  claims.add(row, voice);
  return true;
}

function standingOfRows(rows: readonly GraphClaimRow[]): number {
  const origins = new Set<SourceId>();
  let [attributed, denials] = [0, 0];
  for (const { stance, speaker, origin } of rows) {
    if (stance === "denies") denials++;
    else if (stance === "asserts" && speaker === null) origins.add(origin);
    else attributed++;
  }
  return standingRank(standingOf({ ownVoiceOrigins: origins.size, attributed, denials })!);
}

function signatureOfRows(rows: readonly GraphClaimRow[], sources: ReadonlyMap<SourceId, number>): number {
  return rows.reduce((signature, { source }) => signature | signatureOf(sources.get(source)!), 0);
}

/** A weight no larger than the one, of so many decimal places at most, makes no difference to how those are added up that are no larger than the other. */
const HARMLESS_WEIGHT = 1000;
const HARMLESS_SCALE = 10_000;
const HARMLESS_AMONG = 2 ** 40 / HARMLESS_SCALE;

function isHarmless({ snapshot, tail }: TailedGraph, weight: number): boolean {
  if (weight > HARMLESS_WEIGHT || Math.round(weight * HARMLESS_SCALE) / HARMLESS_SCALE !== weight) return false;
  const isSmall = (other: number) => other <= HARMLESS_AMONG;
  return (
    Number.isInteger(weight) ||
    (snapshot.weighing.subarray(0, tail.laid.weighings).every(isSmall) && [...tail.weighings.keys()].every(isSmall))
  );
}

/** Whether a weight is gone with which sums might be added up in another way than without it. */
export function losesWeight(graph: TailedGraph, old: number, rows: readonly GraphClaimRow[]): boolean {
  const { claimStart, claimWeight, weighing } = graph.snapshot;
  for (let claim = claimStart[old]!; claim < claimStart[old + 1]!; claim++) {
    const weight = weighing[claimWeight[claim]!]!;
    if (rows.some((row) => weightOrOne(row.weight) === weight)) continue;
    if (!isHarmless(graph, weight)) return true;
  }
  return false;
}
