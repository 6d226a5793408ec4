import type { ClaimId, EntityId, PropertyId, RelationId, SourceId } from "../base/ids.ts";

/** What every claim carries: who says it, where, in which words, when. */
interface ClaimBase {
  readonly id: ClaimId;
  readonly subject: EntityId;
  readonly stance: Stance;
  /** The entity whose words the claim reports; null when the source speaks in its own voice. */
  readonly speaker: EntityId | null;
  readonly source: SourceId;
  readonly citation: Citation | null;
  /** Partial interval (EDTF): when it held. */
  readonly during: string | null;
  /** Partial date (EDTF): when it was said. */
  readonly said: string | null;
  /** Event or entity the claim concerns ("accused … of …" needs its event). */
  readonly about: EntityId | null;
  /** In what, free text: "terrorism"; "" when there is none. */
  readonly note: string;
  /** Admiralty code, information side: 1 (confirmed) to 6 (cannot be judged). */
  readonly credibility: Credibility | null;
  /** The claim that this one only repeats. */
  readonly relays: ClaimId | null;
  readonly origin: ClaimOrigin;
  readonly recordedBy: string;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
}

/** "Subject relation object", asserted, alleged or denied. Never edited: withdrawn, and another added. */
export interface LinkClaim extends ClaimBase {
  readonly kind: "link";
  readonly relation: RelationId;
  readonly object: EntityId;
  /** Columns of an imported row that have no place of their own; weight is `weight`. */
  readonly attributes: ClaimAttributes;
}

/** "Subject has this value": 133 casualties; about 10,000 fighters. */
export interface AttributeClaim extends ClaimBase {
  readonly kind: "attribute";
  readonly property: PropertyId;
  readonly value: string | number | boolean;
  /** True for "about 10,000". */
  readonly approximate: boolean;
}

export type Claim = LinkClaim | AttributeClaim;

/** A list of pairs, not an object: keys come from files and may be `__proto__`. */
export type ClaimAttributes = readonly (readonly [key: string, value: string | number | boolean])[];

export const stances = ["asserts", "alleges", "denies"] as const;
export type Stance = (typeof stances)[number];

export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** Where in the source. A quote is checked: it stands in the source's text at `start`. */
export type Citation =
  | { readonly kind: "quote"; readonly quote: string; readonly start: number; readonly end: number }
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "page"; readonly page: string; readonly quote: string };

/** How the claim came into the case. */
export type ClaimOrigin =
  | { readonly kind: "hand" }
  | { readonly kind: "imported"; readonly file: string; readonly row: number | null }
  | { readonly kind: "suggested" };
