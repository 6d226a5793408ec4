import type { ChartId, ClaimId, EntityId, EntityTypeId, LinkId, QuestionId, RelationId, SourceId } from "../base/ids.ts";
import type { Problem } from "../base/problem.ts";
import type { Change, HistoryEntry } from "../claims/change.ts";
import type { Chart } from "../claims/chart.ts";
import type { Claim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import type { Judgement } from "../claims/judgement.ts";
import type { Link } from "../claims/link.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { Revision } from "../claims/revision.ts";
import type { SavedQuestion } from "../claims/saved-question.ts";
import type { Source } from "../claims/source.ts";
import type { GraphLinkRow, GraphRows } from "../graph/build-snapshot.ts";
import type { LinkColumns } from "../graph/link-columns.ts";
import type { GraphPatch } from "../graph/patch.ts";
import type { BufferKind } from "../graph/snapshot-room.ts";
import type { BulkImport } from "./bulk-import.ts";
import type { CheckWatch } from "./check-step.ts";
import type { BeforeDisk } from "./coming-revision.ts";
import type { NeighbourReader } from "./neighbour-reader.ts";

/**
 * What keeps a case. One engine per folder (`sqlite/` first); `tests/store/case-store-contract.ts`
 * is the suite that every engine passes. All calls are synchronous: a case is a local file.
 * Unknown ids give `undefined` or an empty list, never a throw. Lists come in a stable order
 * (by id, code units) unless said otherwise.
 */
export interface CaseStore {
  /** Name without `.clew`. */
  readonly name: string;
  /** Everything read inside `use` is of one revision, whatever other programs write meanwhile. May nest. */
  reading<T>(use: () => T): T;
  /** Begins a reading that lasts until `letGo`: all that is read meanwhile is of one revision. Outside any other. */
  hold(): void;
  letGo(): void;
  /** Sequence number of the last history entry; 0 for an empty case. */
  revision(): number;
  /** Whether an entry after `revision` changed more than charts and saved questions: if not, a snapshot of then is current. */
  graphChangedSince(revision: number): boolean;
  /** The built-in ontology with the case's own additions. */
  ontology(): Ontology;
  /** Relations that claims name, withdrawn ones among them, and types that entities have: in the ontology or not. */
  wordsUsed(): { readonly relations: readonly RelationId[]; readonly types: readonly EntityTypeId[] };

  entity(id: EntityId): Entity | undefined;
  entities(): Iterable<Entity>;
  /** Entities whose name or alias folds (`foldText`) to the same text as `name`. */
  entitiesNamed(name: string): Entity[];
  /**
   * Entities whose names or aliases match, best first: the whole name; each word asked for; each the beginning of a word; each part of
   * one; then those that match but for slips of the pen, marked `similar`: one in a word of four letters and more, two from eight on,
   * letters swapped with their neighbours being one, none in words with digits, and none where a name is the very text. Among equals the shorter name first, then the older.
   */
  search(text: string, options?: SearchOptions): SearchHit[];
  /** The entity that stands for `id` after `same` judgements in force; `id` itself when none names it. */
  representative(id: EntityId): EntityId;
  /** Every entity that `id` stands for, itself included. */
  mergedInto(id: EntityId): EntityId[];

  source(id: SourceId): Source | undefined;
  /** Without their texts (`text: null`): a list of sources stays small. */
  sources(): Source[];

  claim(id: ClaimId): StoredClaim | undefined;
  /** All claims in force, by order of recording. */
  claims(): Iterable<Claim>;
  /** All claims, withdrawn ones too, by order of recording. */
  allClaims(): Iterable<StoredClaim>;
  /** At most `limit` of them, in order of recording. */
  claimsOfLink(id: LinkId, limit?: number): Claim[];
  /** Of the claims in force behind a link the ids, ascending. */
  claimIdsOfLink(id: LinkId): ClaimId[];
  /** The link that a claim in force stands behind. */
  linkOfClaim(id: ClaimId): Link | undefined;
  /** Attribute claims in force about an entity or those merged into it. */
  attributesOf(id: EntityId): Claim[];
  /** Claims in force that name the entity as speaker or in `about`. */
  claimsMentioning(id: EntityId): Claim[];
  /** By order of recording, at most so many. */
  claimsOfSource(id: SourceId, limit?: number): Claim[];
  countClaimsOfSource(id: SourceId): number;

  link(id: LinkId): Link | undefined;
  links(): Iterable<Link>;
  /** Links that start or end at the entity (its representative). */
  linksOf(id: EntityId): Link[];
  /** The surroundings of an entity, a page at a time. */
  readonly near: NeighbourReader;

  /** Link claims that were withdrawn, from one entity to another or those merged into them, by order of recording. */
  withdrawnBetween(subject: EntityId, object: EntityId): StoredClaim[];

  /** Judgements in force. */
  judgements(): Judgement[];
  /** Those that name one of the entities, by id. */
  judgementsOn(ids: readonly EntityId[]): Judgement[];
  allJudgements(): StoredJudgement[];

  chart(id: ChartId): Chart | undefined;
  charts(): Chart[];

  savedQuestion(id: QuestionId): SavedQuestion | undefined;
  savedQuestions(): SavedQuestion[];

  /** Entries after `after` (default 0), oldest first. */
  history(options?: { after?: number; limit?: number }): HistoryEntry[];
  /** Changes of one entry, in order, one by one: an import has millions. Read inside `reading`, to the end or not. */
  changesOf(seq: number): Iterable<Change>;
  /** The same without what the entries hold, however much that is. */
  revisions(options: { readonly after: number; readonly limit: number }): Revision[];
  /** An entry as a step, without what it holds, however much that is; null for one that is not there. */
  step(seq: number): HistoryStep | null;

  /**
   * Applies all changes in one transaction, appends them to the history, keeps links, standing and
   * search current, and returns the entry once it is on disk. Throws BadInput (kind `conflict`) and
   * changes nothing when one of them does not fit what the store holds: a `before` that differs, an
   * id recorded twice, a claim that names an entity or source that is not there. An empty list is a
   * programmer mistake and throws.
   */
  apply(changes: readonly Change[], by: ChangeAuthor, beforeDisk?: BeforeDisk): HistoryEntry;

  /** Applies the inverses of an entry's changes, last first, as another entry; however many they are. Throws like `apply`. */
  takeBack(seq: number, by: ChangeAuthor, beforeDisk?: BeforeDisk): HistoryEntry;

  /** Begins an import of any size. Until it is ended nothing else can change the case: such a call throws BadInput `conflict`. */
  bulkImport(): BulkImport;

  /** Changes of these kinds after a revision, in the order in which they were made. Goes through every change since. */
  changesSince(revision: number, kinds: readonly Change["kind"][]): { readonly revision: number; readonly change: Change }[];

  /** An operation that was done: kept in the transaction of its entry. The newest 10,000 are. */
  operation(id: string): KeptOperation | undefined;
  /** Keeps one that had nothing to do. */
  keepOperation(operation: Operation): void;

  /**
   * Takes records out of the file for good, with everything that speaks of them, out of the history too; blots out their names
   * in what stays; and rewrites the file, so that no byte of them is left. One transaction; the history says that it happened
   * (`by.label` is the reason). `plan` counts, and leaves everything as it is. Cannot be undone.
   */
  redact(targets: RedactionTargets, by: ChangeAuthor, mode: "plan" | "carry-out"): RedactionReport;

  /**
   * What has changed since a revision, for a snapshot of then; null where it takes a new one: after merges, after relations that turned
   * symmetric, after a redaction, after more than `most` changes.
   */
  graphPatchSince(revision: number, most: number): GraphPatch | null;
  /** What a snapshot is built from, read in one go and in the order of its arrays. */
  forSnapshot(): SnapshotRows;
  /** The same as columns, whose ids are in memory of that kind. Fast: what a large case is built from. */
  graphColumns(kind: BufferKind): LinkColumns;

  /** Entities and claims, withdrawn ones too, without counting them: no fewer, and rarely many more. */
  sizeAtMost(): number;
  /** What was made from the case and is kept with it under a name; null for none, and for one that is damaged. */
  derived(name: string): Derived | null;
  /**
   * Keeps it, in place of what was kept under the name, once all steps are taken: each is a short transaction of its own, and
   * others may write between two. Redaction takes away all that is kept, and what is on its way.
   */
  keepDerived(name: string, derived: DerivedToKeep): Iterable<void>;
  /** How many changes, `most` at most, were made since what is kept under the name; null where nothing is. */
  changesSinceDerived(name: string, most: number): number | null;

  /** A copy of the case as it is at one moment, in a new file, whole or absent, while others may write. Throws BadInput. */
  backup(target: string): Promise<BackupReport>;
  /** Gives back the room of what was removed: bytes of the file and its log, before and after. */
  compact(): { readonly before: number; readonly after: number };
  /** What the case holds, as sums that do not depend on its file. Reads all of it. */
  hash(): CaseHash;

  stats(): CaseStats;
  /** Of `stats` what a snapshot does not hold, counted at once. */
  countBeside(): Pick<CaseStats, "attributes" | "sources">;
  /** Claims in force of each source that has any, by id. */
  claimsPerSource(): Map<SourceId, number>;
  /** Attribute claims in force, by order of recording. */
  attributes(): Iterable<Claim>;
  /** File integrity, dangling ids, quotes that no longer stand in their source, derived tables that differ from a fresh computation. */
  check(onStep?: CheckWatch): Problem[];
  close(): void;
}

export interface Derived {
  /** Of the case as these bytes show it. */
  readonly revision: number;
  readonly bytes: Uint8Array;
}

/** What an entry of the history is to undo and redo. */
export interface HistoryStep extends Pick<HistoryEntry, "seq" | "at" | "label" | "undoes"> {
  /** `moves-charts`: nothing else. */
  readonly does: "changes" | "moves-charts" | "redacts";
}

export interface DerivedToKeep {
  readonly revision: number;
  /** In one piece or in several, which lie one after the other. */
  readonly bytes: Uint8Array | readonly Uint8Array[];
}

export interface RedactionTargets {
  readonly entities: readonly EntityId[];
  readonly sources: readonly SourceId[];
  readonly claims: readonly ClaimId[];
}

/** What goes, counted. */
export interface RedactionReport {
  /** With those merged into them. */
  readonly entities: number;
  readonly sources: number;
  /** That speak of the entities or in their words, come from the sources, or repeat one that does. */
  readonly claims: number;
  readonly judgements: number;
  /** Charts that lose a node or a word; saved questions that go or lose a word. */
  readonly charts: number;
  readonly questions: number;
  /** Names that are looked for in what stays, and those that are left: others are called so, or they are too short to tell. */
  readonly names: number;
  readonly namesKept: number;
  /** Sources whose text, and other records in which, a name was blotted out. */
  readonly texts: number;
  readonly records: number;
  /** Changes of the history that go or lose something. */
  readonly changes: number;
  /** Records that stay and whose id holds a name: ids are not changed. At most 100. */
  readonly idsLeft: readonly string[];
  /** What the history says about it. */
  readonly entry: HistoryEntry;
}

/** SHA-256, lower-case hex. */
export interface CaseHash {
  /** Of every record. A copy that went through Clew JSON lines has the same. */
  readonly records: string;
  /** Of every entry of the history. A backup has the same; an import is an entry of its own. */
  readonly history: string;
}

export interface BackupReport {
  readonly bytes: number;
  readonly revision: number;
  readonly hash: CaseHash;
}

export interface ChangeAuthor {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly label: string;
  readonly undoes?: number;
  /** Kept with the entry; an id that is kept already refuses it (`conflict`). */
  readonly operation?: Operation;
}

/** A change that may be sent again. */
export interface Operation {
  readonly id: string;
  /** A sum of what was asked. */
  readonly asked: string;
  /** What it gave, where the entry does not say; JSON. */
  readonly answer: string | null;
}

export interface KeptOperation extends Operation {
  /** Of the entry that it made; of the case when it had nothing to do. */
  readonly revision: number;
  readonly wrote: boolean;
}

/**
 * Entities and links in order of id, `same` judgements applied: merged entities appear once, under
 * their representative, and speakers are representatives too. Read to the end before the next `apply`.
 */
export interface SnapshotRows extends GraphRows {
  /** A link that a merge turned on itself is among them: `from === to`. */
  readonly links: Iterable<SnapshotLink>;
}

export interface SnapshotLink extends GraphLinkRow {
  readonly link: Link;
}

export interface SearchOptions {
  readonly type?: EntityTypeId;
  /** Default 20. */
  readonly limit?: number;
}

export interface SearchHit {
  readonly entity: Entity;
  /** The name or alias that matched. */
  readonly matched: string;
  /** It matches but for slips of the pen; what matches as it was typed comes before. */
  readonly similar: boolean;
}

export type StoredClaim = Claim & { readonly withdrawn: { readonly reason: string; readonly seq: number } | null };
export type StoredJudgement = Judgement & { readonly withdrawn: { readonly reason: string; readonly seq: number } | null };

/** `links` counts lines as a user sees them; `claims` what stands behind links; `attributes` attribute claims. */
export interface CaseStats {
  readonly entities: number;
  readonly links: number;
  readonly claims: number;
  readonly attributes: number;
  readonly sources: number;
  readonly entityTypes: Readonly<Record<string, number>>;
  readonly relations: Readonly<Record<string, number>>;
  readonly standings: Readonly<Record<string, number>>;
  readonly components: number;
  readonly largestComponent: number;
  readonly isolated: number;
}
