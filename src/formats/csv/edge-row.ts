import { claimId, entityId } from "../../base/ids.ts";
import type { LinkClaim } from "../../claims/claim.ts";
import type { ReadContext } from "../format.ts";
import type { ChosenRelation, WrittenRelation } from "../relation-chooser.ts";
import { stancesOfStanding } from "../stances-of-standing.ts";
import { numberOrText } from "../values.ts";
import { ownColumn } from "./links-columns.ts";

/** A row of an edge list, cell by meaning; "" where the file says nothing. */
export interface EdgeRow {
  readonly row: number;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly label: string;
  readonly weight: string;
  readonly others: readonly (readonly [name: string, value: string])[];
  /** The columns beyond the first five of a file that Clew wrote; null for all other files. */
  readonly own: ReadonlyMap<string, string> | null;
}

/**
 * What a row names its relation. Where `type` says Directed or Undirected (Gephi), `label` is the relation, otherwise `type` is,
 * and `label` the note.
 */
export function writtenRelation({ type, label }: Pick<EdgeRow, "type" | "label">): WrittenRelation & { readonly note: string } {
  const direction = directionOf(type);
  return direction === null ? { name: type, note: label, direction } : { name: label, note: "", direction };
}

/** What Gephi puts into its column Type; null for the name of a relation. */
function directionOf(type: string): "directed" | "undirected" | null {
  const word = type.toLowerCase();
  if (word === "directed") return "directed";
  return word === "undirected" || word === "mutual" ? "undirected" : null;
}

/**
 * The claims of a row: one, asserted in the source's own voice. A row of our own `links` part keeps
 * what its standing says, so that what was alleged or denied is not asserted on the way back: a
 * contested link gives an allegation and a denial.
 */
export function edgeClaims(
  row: EdgeRow,
  { relation, note }: Pick<ChosenRelation, "relation" | "note">,
  context: ReadContext,
): LinkClaim[] {
  return stancesOfStanding(ownColumn(row.own, "standing")).map((stance, at) => ({
    kind: "link",
    id: claimId(`${context.source.id}#${row.row}${at === 0 ? "" : `-${stance}`}`),
    subject: entityId(row.source),
    relation,
    object: entityId(row.target),
    stance,
    speaker: null,
    source: context.source.id,
    citation: { kind: "row", row: row.row },
    during: null,
    said: null,
    about: null,
    note,
    credibility: null,
    relays: null,
    origin: { kind: "imported", file: context.file, row: row.row },
    recordedBy: context.by,
    recordedAt: context.at,
    attributes: [...(row.weight === "" ? [] : [["weight", numberOrText(row.weight)] as const]), ...row.others],
  }));
}
