import type { EntityId } from "../../../base/ids.ts";
import type { Problem } from "../../../base/problem.ts";
import { undoneReason } from "../../../claims/change.ts";
import type { Claim } from "../../../claims/claim.ts";
import { saysTheSame } from "../../../claims/says-the-same.ts";
import { firstThatFits } from "../../claim-again.ts";
import { claimColumns, claimValues } from "../../claim-row.ts";
import { danglingMessage, placeholder } from "../../dangling-end.ts";
import { claimOf, columnsOfClaim } from "../claim-of.ts";
import { dropAppendOnly } from "../schema.ts";
import { bodyOf, type Statements } from "../statements.ts";
import type { BulkFile, BulkWork } from "./bulk-work.ts";
import { knownClaim } from "./take-claims.ts";
import { putPlaceholder } from "./take-entities.ts";
import { addSource, isSourceThere } from "./take-sources.ts";

/**
 * At the end of a file: claims whose source or ends nobody declares, and those whose id was taken, one by one in order of reading;
 * all others are in.
 */
export function settleClaims(work: BulkWork, file: BulkFile): void {
  gatherTrouble(work, file);
  if (work.sql.get("SELECT 1 FROM bulk_trouble LIMIT 1") === undefined) return;
  if (!work.isUnguarded) work.sql.db.exec(dropAppendOnly);
  work.isUnguarded = true;
  const rows = work.sql.each(
    `SELECT t.key, d.body AS doubted, ${columnsOfClaim}
     FROM bulk_trouble t LEFT JOIN bulk_doubt d ON d.key = t.key LEFT JOIN claim c ON c.key = t.key ORDER BY t.key`,
  );
  for (const row of rows) {
    const claim = row.doubted === null ? claimOf(row) : bodyOf<Claim>({ body: row.doubted });
    const key = Number(row.key);
    if (row.doubted !== null) settleDoubted(work, file, { key, claim });
    else if (!(addSourceOf(work, file, claim) && addEnds(work, file, claim)))
      work.sql.run("DELETE FROM claim WHERE key = ?", key);
  }
  work.sql.run("DELETE FROM bulk_trouble");
  work.sql.run("DELETE FROM bulk_doubt");
}

function gatherTrouble(work: BulkWork, file: BulkFile): void {
  const { sql } = work;
  const unknown = [...file.named].filter((id) => !isSourceThere(work, file, id));
  if (unknown.length > 0)
    sql.run(
      `INSERT OR IGNORE INTO bulk_trouble SELECT key FROM claim
       WHERE key >= ? AND source IN (SELECT value FROM json_each(?))`,
      file.firstKey,
      JSON.stringify(unknown),
    );
  const nowhere = (column: string) => `${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = c.${column})`;
  if (file.mayDangle)
    sql.run(
      `INSERT OR IGNORE INTO bulk_trouble SELECT key FROM claim c
       WHERE key >= ? AND (${["subject", "object", "speaker", "about"].map(nowhere).join(" OR ")})`,
      file.firstKey,
    );
  sql.run("INSERT OR IGNORE INTO bulk_trouble SELECT key FROM bulk_doubt");
}

function settleDoubted(work: BulkWork, file: BulkFile, { key, claim: given }: { key: number; claim: Claim }): void {
  const { sql } = work;
  const { claim, known } = firstThatFits(given, file, (id) => knownClaim(sql, id));
  if (known === undefined) {
    if (addSourceOf(work, file, claim) && addEnds(work, file, claim)) putClaim(sql, key, claim);
    return;
  }
  if (!saysTheSame(known.claim, claim)) {
    const message = "wanted a new id or the same words, got other words under a known id";
    file.found.rest.add({ ...claimProblem(file, claim, "repeated-id", message), outcome: "dropped" });
    return;
  }
  const isRestored = sql.get("SELECT 1 FROM bulk_restored WHERE key = ?", known.key) !== undefined;
  if (known.key > work.claimsBefore || isRestored) return;
  if (known.withdrawnFor !== undoneReason) work.matched.add(known.key);
  else if (addSourceOf(work, file, claim) && addEnds(work, file, claim))
    sql.run("INSERT INTO bulk_restored (n, key) VALUES (?, ?)", key, known.key);
}

export function putClaim(sql: Statements, key: number, claim: Claim): void {
  const values = claimValues(claim);
  sql.run(`INSERT INTO claim (key, ${claimColumns}) VALUES (?, ${values.map(() => "?").join(", ")})`, key, ...values);
}

function addSourceOf(work: BulkWork, file: BulkFile, claim: Claim): boolean {
  if (claim.source === file.source.id) addSource(work, file, file.source);
  if (isSourceThere(work, file, claim.source)) {
    if (!work.sources.has(claim.source)) work.sources.set(claim.source, false);
    return true;
  }
  const message = `wanted a source that the file declares, got ${claim.source.slice(0, 80)}`;
  file.found.rest.add({ ...claimProblem(file, claim, "unknown-source", message), outcome: "dropped" });
  return false;
}

/** Every entity that the claim names is there, or becomes a placeholder; false when it is dropped. */
function addEnds(work: BulkWork, file: BulkFile, claim: Claim): boolean {
  const named = [claim.subject, claim.kind === "link" ? claim.object : null, claim.speaker, claim.about];
  const missing = named.filter((id) => id !== null).filter((id) => isMissing(work, id));
  if (missing.length === 0) return true;
  const problem = claimProblem(file, claim, "dangling-end", danglingMessage(new Set(missing), file));
  file.found.rest.add({ ...problem, outcome: file.strict ? "dropped" : "repaired" });
  if (file.strict) return false;
  for (const id of new Set(missing)) putPlaceholder(work, placeholder(id, file.ids));
  return true;
}

export function isMissing({ sql }: BulkWork, id: EntityId): boolean {
  return sql.get("SELECT 1 FROM entity WHERE id = ?", id) === undefined;
}

function claimProblem({ file }: BulkFile, { id, origin }: Claim, kind: string, message: string): Problem {
  const row = origin.kind === "imported" && origin.file === file ? origin.row : null;
  return { file, where: row === null ? `claim ${id}` : `line ${row}`, kind, message };
}
