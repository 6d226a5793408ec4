import { type ClaimId, claimId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import type { Citation, Claim } from "../claims/claim.ts";
import { parseClaim } from "../claims/parse-record.ts";
import type { Source } from "../claims/source.ts";
import type { CaseStore } from "../store/case-store.ts";
import { findEntity, shorten } from "./find-entity.ts";
import { findSource } from "./find-source.ts";
import type { Author } from "./once.ts";

/** A claim as somebody types it: entities and source by id or name, everything that does not apply left out. */
export interface ClaimDraft {
  readonly kind?: "link" | "attribute";
  readonly id?: string;
  readonly subject: string;
  readonly stance: string;
  readonly source: string;
  /** Of a link claim. */
  readonly relation?: string;
  readonly object?: string;
  /** Of an attribute claim. */
  readonly property?: string;
  readonly value?: string | number | boolean;
  readonly approximate?: boolean;
  readonly speaker?: string | null;
  readonly about?: string | null;
  /** A quote alone is looked up in the source's text, where it must stand exactly once. */
  readonly citation?: Citation | { readonly quote: string } | null;
  readonly during?: string | null;
  readonly said?: string | null;
  readonly note?: string;
  readonly credibility?: number | null;
  readonly relays?: string | null;
}

/** The whole claim, names resolved, the quote found in its source. Throws BadInput in one line. */
function claimOfDraft(store: CaseStore, draft: ClaimDraft, made: { id: string; by: string; at: string }): Claim {
  if (typeof draft !== "object" || draft === null) throw new BadInput(`claim: wanted an object, got ${shorten(String(draft))}`);
  const source = findSource(store, text("source", draft.source));
  const orNull = (what: string, name: string | null | undefined) =>
    name == null ? null : findEntity(store, text(what, name)).id;
  const common = {
    id: draft.id ?? made.id,
    subject: findEntity(store, text("subject", draft.subject)).id,
    stance: draft.stance,
    speaker: orNull("speaker", draft.speaker),
    source: source.id,
    citation: draft.citation == null ? null : placed(draft.citation, source),
    during: draft.during ?? null,
    said: draft.said ?? null,
    about: orNull("about", draft.about),
    note: draft.note ?? "",
    credibility: draft.credibility ?? null,
    relays: draft.relays ?? null,
    origin: { kind: "hand" },
    recordedBy: made.by,
    recordedAt: made.at,
  };
  if (draft.kind === "attribute")
    return parseClaim({
      ...common,
      kind: "attribute",
      property: draft.property,
      value: draft.value,
      approximate: draft.approximate ?? false,
    });
  const object = findEntity(store, text("object", draft.object)).id;
  return parseClaim({ ...common, kind: "link", relation: draft.relation, object, attributes: [] });
}

function text(what: string, got: unknown): string {
  if (typeof got !== "string" || got === "") throw new BadInput(`${what}: wanted an id or a name, got ${shorten(String(got))}`);
  return got;
}

function placed(citation: NonNullable<ClaimDraft["citation"]>, source: Source): unknown {
  if (!("quote" in citation) || ("kind" in citation && citation.kind !== "quote")) return citation;
  const { quote } = citation;
  if (typeof quote !== "string" || quote === "") throw new BadInput("citation: wanted the words of the source, got none");
  const within = source.text ?? "";
  const start = "start" in citation ? citation.start : within.indexOf(quote);
  if (start < 0 || within.slice(start, start + quote.length) !== quote)
    throw new BadInput(`citation: wanted words that stand in ${shorten(source.title)}, got ${shorten(quote)}`);
  if (!("start" in citation) && within.includes(quote, start + 1))
    throw new BadInput(
      `citation: wanted words that stand once in ${shorten(source.title)}, got some that stand there again; give their start`,
    );
  return { kind: "quote", quote, start, end: start + quote.length };
}

/** The claim in force under that id. Throws BadInput `not-found`, or `conflict` when it is withdrawn already. */
function claimInForce(store: CaseStore, id: ClaimId): Claim {
  const claim = store.claim(id);
  if (claim === undefined) throw new BadInput(`claim: wanted one of the case, got ${shorten(id)}`, { kind: "not-found" });
  if (claim.withdrawn !== null) throw new BadInput(`claim: ${shorten(id)} is withdrawn already`, { kind: "conflict" });
  return claim;
}

/** Records what somebody typed. Throws BadInput. */
export function recordClaim(
  store: CaseStore,
  draft: ClaimDraft,
  { id, author }: { readonly id: string; readonly author: Author },
): HistoryEntry {
  const claim = claimOfDraft(store, draft, { id, by: author.by, at: author.at });
  return store.apply([{ kind: "record-claim", claim }], { ...author, label: "record claim" });
}

/** Withdraws a claim that is in force, or throws BadInput. */
export function withdrawClaim(
  store: CaseStore,
  { claim, reason }: { readonly claim: string; readonly reason: string },
  author: Author,
): HistoryEntry {
  const { id } = claimInForce(store, claimId(claim));
  return store.apply([{ kind: "withdraw-claim", claim: id, reason }], { ...author, label: "withdraw claim" });
}
