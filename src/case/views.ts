import type { EntityId, LinkId, SourceId } from "../base/ids.ts";
import type { ToldProblems } from "../base/problem-tally.ts";
import type { Chart } from "../claims/chart.ts";
import type { AttributeClaim, Claim, LinkClaim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import type { Judgement } from "../claims/judgement.ts";
import type { Link } from "../claims/link.ts";
import type { EntityType, Property, Relation } from "../claims/ontology.ts";
import type { SavedQuestion } from "../claims/saved-question.ts";
import type { Source } from "../claims/source.ts";
import type { PathQuestion, Question } from "../query/question.ts";
import type { CaseStats } from "../store/case-store.ts";

/** The plain-JSON shapes in which a case answers: the same on the command line, over HTTP and from the library. */

/** A name that a reader sees beside an id. */
export interface NamedEntity {
  readonly id: EntityId;
  readonly type: string;
  readonly name: string;
}

/** `clew show CASE ENTITY --json`. */
export interface EntityView {
  readonly entity: Entity;
  /** Entities merged into it by judgement. */
  readonly mergedFrom: readonly NamedEntity[];
  readonly attributes: readonly ClaimView<AttributeClaim>[];
  /** Links grouped by relation and side, in the order of the ontology's families; of many, those that each group begins with. */
  readonly groups: readonly LinkGroup[];
  /** Claims that name it as speaker ("says") or in `about`, on links between others. */
  readonly mentions: readonly {
    readonly role: "speaker" | "about";
    readonly link: LinkLine;
    readonly claim: ClaimView<LinkClaim>;
  }[];
  /** Whether there are further claims that name it. */
  readonly moreMentions: boolean;
  readonly judgements: readonly (Judgement & { readonly other: NamedEntity })[];
  /** Sources of all the claims above, with how many claims each gives. */
  readonly sources: readonly { readonly id: SourceId; readonly title: string; readonly claims: number }[];
  /** How many of its links are above, and how many it has. */
  readonly links: { readonly shown: number; readonly total: number };
}

export interface LinkGroup {
  readonly relation: string;
  /** `out`: the entity is the subject; label is the relation's. `in`: the object; label is the inverse. */
  readonly side: "out" | "in";
  /** "charged", "charged by". */
  readonly label: string;
  /** All its links, also those that are not below. */
  readonly count: number;
  /** In order of the other end's id. */
  readonly links: readonly LinkLine[];
}

/** Further links of a group: those whose other end comes after the one that was named. */
export interface LinkGroupPage {
  readonly links: readonly LinkLine[];
  readonly more: boolean;
}

/** A link as one line: both ends by name, its standing, and what the words add ("terrorism"). */
export interface LinkLine extends Link {
  readonly label: string;
  readonly inverse: string;
  readonly symmetric: boolean;
  readonly fromEntity: NamedEntity;
  readonly toEntity: NamedEntity;
  /** Distinct notes of its claims. */
  readonly notes: readonly string[];
  /** Count or other attribute claims of the other end worth a line ("about 10,000"): `property: value`. */
  readonly figures: readonly string[];
}

/** A link with everything behind it. */
export interface LinkView {
  readonly link: LinkLine;
  /** "Contested: Vladimir Putin alleges it (Briefing A); Ukraine denies it (Briefing A)." */
  readonly reason: string;
  /** In force, those that assert or allege first, then denials; by date said, then id. */
  readonly claims: readonly ClaimView<LinkClaim>[];
  readonly withdrawn: readonly (ClaimView<LinkClaim> & { readonly withdrawal: string })[];
}

/** `clew links CASE --json`: links with who says what. */
export interface LinkList {
  /** All that match, also those past the limit; by stance, or of one entity by standing, 100,000 stands for as many and more. */
  readonly count: number;
  readonly complete: boolean;
  readonly links: readonly { readonly link: LinkLine; readonly claims: readonly ClaimView<LinkClaim>[] }[];
}

/** A claim with its names resolved. */
export type ClaimView<C extends Claim = Claim> = C & {
  readonly sourceTitle: string;
  readonly sourcePublished: string | null;
  readonly speakerName: string | null;
  readonly aboutName: string | null;
  /** The source whose words it repeats, when that is another one. */
  readonly originTitle: string | null;
};

/** A source with the claims that quote it, in order of their place. */
export interface SourceView {
  readonly source: Source;
  readonly claims: readonly (ClaimView & { readonly sentence: string })[];
  /** Claims that cite it, also those that are not above. */
  readonly total: number;
}

/** A saved question as a list shows it. */
export interface SavedQuestionView extends SavedQuestion {
  /** "Shortest paths from Ada to Bolt, at most 4 hops"; null when it names what the case no longer has. */
  readonly words: string | null;
  /** Then: why it cannot be asked, in one line. */
  readonly refused: string | null;
}

/** `GET /api/case`: what the page needs before it draws. */
export interface CaseView {
  readonly name: string;
  readonly revision: number;
  readonly stats: CaseStats;
  readonly types: readonly EntityType[];
  readonly relations: readonly Relation[];
  readonly properties: readonly Property[];
  readonly sources: readonly (Source & { readonly claims: number })[];
  readonly charts: readonly { readonly id: string; readonly name: string; readonly nodes: number }[];
  readonly questions: readonly SavedQuestionView[];
  /** What deserves a look: contested links, suggestions of sameness, figures that differ. */
  readonly toLookAt: readonly LookAt[];
  readonly canUndo: string | null;
  readonly canRedo: string | null;
}

export type LookAt =
  | { readonly kind: "contested"; readonly text: string; readonly link: LinkId }
  | { readonly kind: "same"; readonly text: string; readonly a: EntityId; readonly b: EntityId; readonly judgement: string }
  | { readonly kind: "figures"; readonly text: string; readonly entities: readonly EntityId[] };

/** `GET /api/graph`: what goes on the canvas. Merged entities appear once. */
export interface GraphView {
  readonly revision: number;
  /** False when the case is larger than `limit` and only its most linked entities are here. */
  readonly whole: boolean;
  readonly total: { readonly entities: number; readonly links: number };
  readonly entities: readonly (NamedEntity & { readonly degree: number })[];
  readonly links: readonly Link[];
}

export interface ImportReport extends ToldProblems {
  readonly entities: Tally;
  readonly links: Tally;
  readonly claims: Tally;
  readonly sources: Tally;
}

/** `matched`: was there already, and the import found it. */
export interface Tally {
  readonly added: number;
  readonly matched: number;
}

/** What to export. */
export type ExportScope =
  | { readonly kind: "case" }
  | { readonly kind: "entities"; readonly entities: readonly EntityId[] }
  | { readonly kind: "around"; readonly entity: EntityId; readonly hops: number }
  | { readonly kind: "path"; readonly question: PathQuestion }
  /** The entities and links of the answer to any question. */
  | { readonly kind: "answer"; readonly question: Question }
  | { readonly kind: "chart"; readonly chart: Chart["id"] };
