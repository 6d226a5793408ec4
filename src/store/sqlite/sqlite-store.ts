import { basename } from "node:path";
import type { ChartId, ClaimId, EntityId, LinkId, QuestionId, SourceId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import { BadInput, type Problem } from "../../base/problem.ts";
import { type Change, type HistoryEntry, inverseOfAll } from "../../claims/change.ts";
import type { Chart } from "../../claims/chart.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Entity } from "../../claims/entity.ts";
import type { Judgement } from "../../claims/judgement.ts";
import type { Link } from "../../claims/link.ts";
import type { Ontology } from "../../claims/ontology.ts";
import type { Revision } from "../../claims/revision.ts";
import type { SavedQuestion } from "../../claims/saved-question.ts";
import type { Source } from "../../claims/source.ts";
import type { LinkColumns } from "../../graph/link-columns.ts";
import type { GraphPatch } from "../../graph/patch.ts";
import type { BufferKind } from "../../graph/snapshot-room.ts";
import type { BulkImport } from "../bulk-import.ts";
import type {
  BackupReport,
  CaseHash,
  CaseStats,
  CaseStore,
  ChangeAuthor,
  Derived,
  DerivedToKeep,
  HistoryStep,
  KeptOperation,
  Operation,
  RedactionReport,
  RedactionTargets,
  SearchHit,
  SearchOptions,
  SnapshotRows,
  StoredClaim,
  StoredJudgement,
} from "../case-store.ts";
import type { BeforeDisk } from "../coming-revision.ts";
import type { NeighbourReader } from "../neighbour-reader.ts";
import { applyChanges } from "./apply-changes.ts";
import { backupCase } from "./backup-case.ts";
import { SqliteBulkImport } from "./bulk/sqlite-bulk-import.ts";
import { takeBackRuns } from "./bulk/take-back.ts";
import { caseHash } from "./case-hash.ts";
import { CaseMemory } from "./case-memory.ts";
import { readRules } from "./case-rules.ts";
import { caseStats, claimsPerSource, countBeside, countClaimsOfSource, sizeAtMost } from "./case-stats.ts";
import { checkCase } from "./check-case.ts";
import { comingRevision } from "./coming-revision.ts";
import { changesSinceDerived, keepDerived, readDerived } from "./derived.ts";
import { graphColumns } from "./graph-columns.ts";
import { graphPatchSince } from "./graph-patch.ts";
import {
  appendHistory,
  changesGraphAfter,
  readChanges,
  readChangesSince,
  readHistory,
  readRevisions,
  readStep,
} from "./history.ts";
import { readRuns } from "./history-runs.ts";
import { inIdOrder } from "./in-id-order.ts";
import { LogKeeper } from "./log-keeper.ts";
import { entitiesUnderName } from "./name-index.ts";
import { openDatabase } from "./open-database.ts";
import { keepOperation, readOperation } from "./operations.ts";
import * as links from "./read-links.ts";
import { neighbourReader } from "./read-neighbours.ts";
import * as records from "./read-records.ts";
import { redactRecords } from "./redact.ts";
import { compactFile, rewriteFile } from "./rewrite-file.ts";
import { searchHits } from "./search-hits.ts";
import { SearchTables } from "./search-tables.ts";
import { snapshotRows } from "./snapshot-rows.ts";
import { bodyOf, Statements } from "./statements.ts";
import { storageProblem } from "./storage-problem.ts";
import { inOneWriting } from "./transactions.ts";

/** A case in one SQLite file. Owns the connection, and the lock when it may write, until `close`. */
export class SqliteStore implements CaseStore {
  readonly name: string;
  readonly near: NeighbourReader;
  readonly #path: string;
  readonly #sql: Statements;
  readonly #release: () => void;
  readonly #readOnly: boolean;
  readonly #memory: CaseMemory;
  readonly #names: SearchTables;
  readonly #log: LogKeeper;
  #isImporting = false;

  constructor(path: string, sql: Statements, { readOnly, release }: { readOnly: boolean; release: () => void }) {
    this.name = basename(path).replace(/\.clew$/, "");
    this.#path = path;
    this.#sql = sql;
    this.#names = new SearchTables(sql);
    this.#log = new LogKeeper(sql, path);
    this.#memory = new CaseMemory(sql);
    this.near = neighbourReader(sql, this.#memory);
    this.#readOnly = readOnly;
    this.#release = release;
  }

  reading<T>(use: () => T): T {
    return this.#memory.reading(use);
  }

  hold(): void {
    this.#memory.hold();
  }

  letGo(): void {
    this.#memory.letGo();
  }

  revision(): number {
    return this.#memory.revision();
  }

  graphChangedSince(revision: number): boolean {
    return changesGraphAfter(this.#sql, revision);
  }

  wordsUsed(): ReturnType<CaseStore["wordsUsed"]> {
    return this.#memory.words();
  }

  ontology(): Ontology {
    return this.#memory.rules().ontology;
  }

  entity(id: EntityId): Entity | undefined {
    return records.readEntity(this.#sql, id);
  }

  *entities(): Generator<Entity> {
    for (const row of inIdOrder(this.#sql, "entity", "SELECT id, body FROM entity")) yield bodyOf<Entity>(row);
  }

  entitiesNamed(name: string): Entity[] {
    const ids = entitiesUnderName(this.#sql, name).sort(compareIds);
    return ids.flatMap((id) => this.entity(id) ?? []);
  }

  search(text: string, options: SearchOptions = {}): SearchHit[] {
    const within = () => ({ names: this.#names, rules: this.#memory.rules(), entity: (id: EntityId) => this.entity(id) });
    return this.reading(() => searchHits(within(), text, options));
  }

  representative(id: EntityId): EntityId {
    return this.#memory.rules().merged.get(id) ?? id;
  }

  mergedInto(id: EntityId): EntityId[] {
    return [...(this.#memory.rules().classes.get(id) ?? [id])].sort(compareIds);
  }

  source(id: SourceId): Source | undefined {
    return records.readSource(this.#sql, id);
  }

  sources(): Source[] {
    return records.readSourceHeads(this.#sql);
  }

  claim(id: ClaimId): StoredClaim | undefined {
    return records.readClaim(this.#sql, id);
  }

  claims(): Iterable<Claim> {
    return records.eachClaimInForce(this.#sql);
  }

  allClaims(): Iterable<StoredClaim> {
    return records.readAllClaims(this.#sql);
  }

  claimsOfLink(id: LinkId, limit?: number): Claim[] {
    return records.readClaimsOfLink(this.#sql, id, limit);
  }

  claimIdsOfLink(id: LinkId): ClaimId[] {
    return links.readClaimIdsOfLink(this.#sql, id);
  }

  linkOfClaim(id: ClaimId): Link | undefined {
    return links.readLinkOfClaim(this.#sql, id);
  }

  attributesOf(id: EntityId): Claim[] {
    return this.mergedInto(id).flatMap((one) => records.readAttributesOf(this.#sql, one));
  }

  claimsMentioning(id: EntityId): Claim[] {
    return this.near.mentions(this.representative(id), Number.MAX_SAFE_INTEGER);
  }

  claimsOfSource(id: SourceId, limit = -1): Claim[] {
    return records.firstClaims(this.#sql, "c.source = ?1", [id, limit]);
  }

  countClaimsOfSource(id: SourceId): number {
    return countClaimsOfSource(this.#sql, id);
  }

  link(id: LinkId): Link | undefined {
    return links.readLink(this.#sql, id);
  }

  links(): Iterable<Link> {
    return links.eachLink(this.#sql);
  }

  linksOf(id: EntityId): Link[] {
    return records.readLinksOf(this.#sql, this.representative(id));
  }

  withdrawnBetween(subject: EntityId, object: EntityId): StoredClaim[] {
    return records.readWithdrawnBetween(this.#sql, [this.mergedInto(subject), this.mergedInto(object)]);
  }

  judgementsOn(ids: readonly EntityId[]): Judgement[] {
    return records.readJudgementsOn(this.#sql, ids);
  }

  judgements(): Judgement[] {
    return this.allJudgements().flatMap(({ withdrawn, ...judgement }) => (withdrawn === null ? [judgement] : []));
  }

  allJudgements(): StoredJudgement[] {
    return records.readJudgements(this.#sql).sort((a, b) => compareIds(a.id, b.id));
  }

  chart(id: ChartId): Chart | undefined {
    return links.readChart(this.#sql, id);
  }

  charts(): Chart[] {
    return links.readCharts(this.#sql);
  }

  savedQuestion(id: QuestionId): SavedQuestion | undefined {
    return this.savedQuestions().find((question) => question.id === id);
  }

  savedQuestions(): SavedQuestion[] {
    return records.readQuestions(this.#sql).sort((a, b) => compareIds(a.id, b.id));
  }

  history(options: { after?: number; limit?: number } = {}): HistoryEntry[] {
    return readHistory(this.#sql, options);
  }

  changesOf(seq: number): Iterable<Change> {
    return readChanges(this.#sql, seq);
  }

  revisions(options: { readonly after: number; readonly limit: number }): Revision[] {
    return this.reading(() => readRevisions(this.#sql, options));
  }

  step(seq: number): HistoryStep | null {
    return readStep(this.#sql, seq);
  }

  apply(changes: readonly Change[], by: ChangeAuthor, beforeDisk?: BeforeDisk): HistoryEntry {
    if (changes.length === 0) throw new Error("apply: wanted at least one change, got none");
    this.#refuseToWrite();
    let onDisk: (() => void) | undefined;
    const written = inOneWriting(this.#sql, "carry-out", () => {
      const rules = this.#memory.rules();
      const entry = appendHistory(this.#sql, changes, by);
      applyChanges(this.#sql, changes, { seq: entry.seq, rules });
      onDisk = beforeDisk?.(comingRevision(this.#sql));
      return entry;
    });
    onDisk?.();
    this.#log.tend();
    return written;
  }

  takeBack(seq: number, by: ChangeAuthor, beforeDisk?: BeforeDisk): HistoryEntry {
    const [entry] = this.history({ after: seq - 1, limit: 1 });
    if (readRuns(this.#sql, seq).length === 0)
      return this.apply(inverseOfAll(entry?.changes ?? []), { ...by, undoes: seq }, beforeDisk);
    this.#refuseToWrite();
    const taken = takeBackRuns(this.#sql, seq, { ...by, beforeDisk });
    return this.history({ after: taken - 1, limit: 1 })[0]!;
  }

  bulkImport(): BulkImport {
    this.#refuseToWrite();
    const begun = new SqliteBulkImport(new Statements(openDatabase(this.#path, false)), () => {
      this.#isImporting = false;
      this.#log.tend();
    });
    this.#isImporting = true;
    return begun;
  }

  changesSince(revision: number, kinds: readonly Change["kind"][]): ReturnType<CaseStore["changesSince"]> {
    return readChangesSince(this.#sql, revision, kinds);
  }

  operation(id: string): KeptOperation | undefined {
    return readOperation(this.#sql, id);
  }

  keepOperation(operation: Operation): void {
    this.#refuseToWrite();
    keepOperation(this.#sql, operation, { seq: this.revision(), wrote: false });
  }

  redact(targets: RedactionTargets, by: ChangeAuthor, mode: "plan" | "carry-out"): RedactionReport {
    this.#refuseToWrite();
    try {
      const report = inOneWriting(this.#sql, mode, () => redactRecords(this.#sql, targets, by));
      if (mode === "carry-out") rewriteFile(this.#sql, this.name);
      return report;
    } catch (error) {
      throw storageProblem(error, this.#sql.db);
    } finally {
      this.#memory.forget();
    }
  }

  graphColumns(kind: BufferKind): LinkColumns {
    return graphColumns(this.#sql, this.#memory.rules(), kind);
  }

  graphPatchSince(since: number, most: number): GraphPatch | null {
    return this.reading(() => graphPatchSince(this.#sql, this.#memory.rules(), { since, most }));
  }

  forSnapshot(): SnapshotRows {
    return snapshotRows(this.#sql, this.#memory.rules());
  }

  sizeAtMost(): number {
    return sizeAtMost(this.#sql);
  }

  derived(name: string): Derived | null {
    return readDerived(this.#sql, name);
  }

  keepDerived(name: string, derived: DerivedToKeep): Iterable<void> {
    this.#refuseToWrite();
    return keepDerived(this.#sql, name, derived);
  }

  changesSinceDerived(name: string, most: number): number | null {
    return changesSinceDerived(this.#sql, name, most);
  }

  backup(target: string): Promise<BackupReport> {
    return backupCase(this.#sql, target);
  }

  compact(): { readonly before: number; readonly after: number } {
    this.#refuseToWrite();
    return compactFile(this.#sql, this.#path, this.name);
  }

  hash(): CaseHash {
    return this.reading(() => caseHash(this.#sql));
  }

  stats(): CaseStats {
    return this.reading(() => caseStats(this.#sql, this.#memory.rules()));
  }

  countBeside(): Pick<CaseStats, "attributes" | "sources"> {
    return countBeside(this.#sql);
  }

  claimsPerSource(): Map<SourceId, number> {
    return claimsPerSource(this.#sql);
  }

  attributes(): Iterable<Claim> {
    return records.eachAttribute(this.#sql);
  }

  check(onStep?: Parameters<CaseStore["check"]>[0]): Problem[] {
    return this.reading(() => checkCase(this.#sql, { rules: readRules(this.#sql), file: this.name, onStep }));
  }

  close(): void {
    if (!this.#sql.db.isOpen) return;
    this.#sql.db.close();
    this.#release();
  }

  #refuseToWrite(): void {
    if (this.#readOnly) throw new BadInput(`${this.name} is open for reading only`, { kind: "conflict" });
    if (this.#isImporting) throw new BadInput(`${this.name}: an import is under way`, { kind: "conflict" });
  }
}
