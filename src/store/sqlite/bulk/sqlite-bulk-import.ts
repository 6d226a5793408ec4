import { BadInput } from "../../../base/problem.ts";
import { ProblemTally } from "../../../base/problem-tally.ts";
import type { BulkImport, BulkReport, BulkStep, FileToCome } from "../../bulk-import.ts";
import type { ChangeAuthor } from "../../case-store.ts";
import type { BeforeDisk } from "../../coming-revision.ts";
import type { RecordBatch } from "../../record-batch.ts";
import { applyChanges } from "../apply-changes.ts";
import { readOntology, readRules } from "../case-rules.ts";
import { comingRevision } from "../coming-revision.ts";
import { lastSeq } from "../history.ts";
import { keepOperation } from "../operations.ts";
import { putOntology } from "../put-changes.ts";
import { appendOnlyTriggers } from "../schema.ts";
import type { Statements } from "../statements.ts";
import { storageProblem } from "../storage-problem.ts";
import type { BulkFile, BulkWork } from "./bulk-work.ts";
import { indexNewNames } from "./index-new-names.ts";
import { KeySet } from "./key-set.ts";
import { computeLinks, placeClaims, tallyLinks } from "./place-links.ts";
import { closeScratch, dropIndexes, makeIndexes, openScratch } from "./scratch.ts";
import { settleClaims } from "./settle-claims.ts";
import { takeClaims } from "./take-claims.ts";
import { takeEntities } from "./take-entities.ts";
import { takeLater, takeOthers } from "./take-others.ts";
import { addSource, noteSources } from "./take-sources.ts";
import { writeEntry } from "./write-entry.ts";

/** Pages in memory while rows go in, whose keys come in no order; and while rows are sorted, of which SQLite holds as much again, three times. */
const insertingKiB = 192 * 1024;
/** In a new case they are these at first, and more with the claims, each of which has a key of about so many bytes. */
const firstKiB = 64 * 1024;
const keyBytes = 48;
const stepKiB = 16 * 1024;
const sortingKiB = 32 * 1024;

/** A bulk import into a case in one SQLite file, on a connection that it closes at its end. */
export class SqliteBulkImport implements BulkImport {
  readonly #sql: Statements;
  readonly #work: BulkWork;
  readonly #onEnd: () => void;
  #file: BulkFile | null = null;
  #cacheKiB = insertingKiB;

  constructor(sql: Statements, onEnd: () => void) {
    this.#sql = sql;
    this.#onEnd = onEnd;
    try {
      sql.db.exec(`PRAGMA threads = 2; BEGIN IMMEDIATE; PRAGMA cache_size = -${insertingKiB}`);
      openScratch(sql);
      this.#work = beginWork(sql);
      if (this.#work.anew) {
        takeIndexesAway(sql);
        this.#cache(firstKiB);
      }
    } catch (error) {
      this.abandon();
      throw storageProblem(error, sql.db);
    }
  }

  beginFile(file: FileToCome): void {
    const found = { reading: new ProblemTally(), sources: new ProblemTally(), rest: new ProblemTally() };
    const firstKey = this.#work.nextKey;
    this.#file = { ...file, firstKey, named: new Set(), mayDangle: false, hasEntities: false, found, later: [] };
  }

  take(batch: RecordBatch): void {
    const [work, file] = [this.#work, this.#file!];
    takeOthers(work, file, batch.others);
    if (batch.entities.length > 0) file.hasEntities = true;
    takeEntities(work, batch.entities);
    takeClaims(work, file, batch);
    const wantedKiB = Math.min(insertingKiB, firstKiB + Math.floor((work.inserted * keyBytes) / 1024));
    if (wantedKiB >= this.#cacheKiB + stepKiB) this.#cache(wantedKiB);
    if (work.anew || work.inserted <= work.claimsBefore / 2) return;
    work.anew = true;
    takeIndexesAway(this.#sql);
  }

  endFile(): void {
    const [work, file] = [this.#work, this.#file!];
    noteSources(work, file);
    settleClaims(work, file);
    if (file.hasEntities && file.source.ids !== undefined && !work.sources.has(file.source.id))
      addSource(work, file, file.source);
    takeLater(work, file);
    for (const found of [file.found.reading, file.found.sources, file.found.rest]) work.problems.addAll(found);
    this.#file = null;
  }

  finish(author: ChangeAuthor, onStep: (step: BulkStep) => void = () => {}, beforeDisk?: BeforeDisk): BulkReport {
    const [work, sql] = [this.#work, this.#sql];
    try {
      onStep("indexes");
      sql.db.exec(`PRAGMA cache_size = -${sortingKiB}`);
      makeIndexes(sql, "claim");
      sql.run(
        "DELETE FROM withdrawn WHERE kind = 'claim' AND id IN (SELECT c.id FROM bulk_restored r CROSS JOIN claim c ON c.key = r.key)",
      );
      putWords(work);
      onStep("links");
      placeClaims(work);
      const links = tallyLinks(work);
      computeLinks(work);
      onStep("names");
      indexNewNames(work);
      onStep("history");
      const report = { ...tallies(work), links, ...work.problems.told() };
      if (hasChanges(work, report)) {
        writeEntry(work, author);
        const { operation } = author;
        if (operation !== undefined)
          keepOperation(sql, { ...operation, answer: JSON.stringify(report) }, { seq: work.seq, wrote: true });
        applyChanges(sql, work.otherChanges, { seq: work.seq });
        closeScratch(sql);
        if (work.isUnguarded) sql.db.exec(appendOnlyTriggers);
        onStep("disk");
        const onDisk = beforeDisk?.(comingRevision(sql));
        sql.db.exec("COMMIT");
        onDisk?.();
      }
      return report;
    } catch (error) {
      throw storageProblem(error, sql.db);
    } finally {
      this.abandon();
    }
  }

  #cache(kiB: number): void {
    this.#cacheKiB = kiB;
    this.#sql.db.exec(`PRAGMA cache_size = -${kiB}`);
  }

  abandon(): void {
    const { db } = this.#sql;
    if (!db.isOpen) return;
    if (db.isTransaction) db.exec("ROLLBACK");
    db.close();
    this.#onEnd();
  }
}

function beginWork(sql: Statements): BulkWork {
  const claimsBefore = Number(sql.get("SELECT max(key) AS last FROM claim")?.last ?? 0);
  if (claimsBefore > 2 ** 31)
    throw new BadInput("the case is damaged: wanted claims that count 1, 2, 3, got another", { kind: "storage" });
  const { types, relations, properties } = readOntology(sql);
  const ids = (all: ReadonlyMap<string, unknown>) => new Set(all.keys());
  return {
    sql,
    seq: lastSeq(sql) + 1,
    claimsBefore,
    entitiesBefore: Number(sql.get("SELECT max(rowid) AS last FROM entity")?.last ?? 0),
    nextKey: claimsBefore + 1,
    met: 0,
    inserted: 0,
    anew: claimsBefore === 0,
    isUnguarded: false,
    sources: new Map(),
    matched: new KeySet(claimsBefore),
    words: { type: ids(types), relation: ids(relations), property: ids(properties) },
    ontologyChanges: [],
    otherChanges: [],
    judgements: new Set(),
    problems: new ProblemTally(),
  };
}

function takeIndexesAway(sql: Statements): void {
  dropIndexes(sql, ["claim", "link", "link_claim"]);
}

function putWords({ sql, seq, ontologyChanges }: BulkWork): void {
  const work = { sql, seq, touched: new Set<never>(), named: new Set<never>(), rules: readRules(sql) };
  for (const change of ontologyChanges) {
    if (change.kind === "put-type") putOntology(work, change, "type");
    else if (change.kind === "put-relation") putOntology(work, change, "relation");
    else if (change.kind === "put-property") putOntology(work, change, "property");
  }
}

function tallies({
  sql,
  sources,
  claimsBefore,
  entitiesBefore,
  matched,
}: BulkWork): Pick<BulkReport, "entities" | "claims" | "sources"> {
  const count = (query: string, ...values: readonly number[]) => Number(sql.get(query, ...values)?.n ?? 0);
  const isNew = [...sources.values()].filter(Boolean).length;
  const restored = count("SELECT count(*) AS n FROM bulk_restored");
  return {
    entities: {
      added: count("SELECT count(*) AS n FROM entity WHERE rowid > ?", entitiesBefore),
      matched: count("SELECT count(*) AS n FROM bulk_met"),
    },
    claims: { added: count("SELECT count(*) AS n FROM claim WHERE key > ?", claimsBefore) + restored, matched: matched.size },
    sources: { added: isNew, matched: sources.size - isNew },
  };
}

function hasChanges(
  { sql, ontologyChanges, otherChanges }: BulkWork,
  report: Pick<BulkReport, "entities" | "claims" | "sources">,
): boolean {
  const { entities, claims, sources } = report;
  if (ontologyChanges.length + otherChanges.length + entities.added + claims.added + sources.added > 0) return true;
  return sql.get("SELECT 1 FROM bulk_met WHERE changed LIMIT 1") !== undefined;
}
