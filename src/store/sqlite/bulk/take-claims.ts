import type { ClaimId, SourceId } from "../../../base/ids.ts";
import type { Claim } from "../../../claims/claim.ts";
import { saysTheSame } from "../../../claims/says-the-same.ts";
import { claimColumns, claimOfValues, claimWidth } from "../../claim-row.ts";
import type { RecordBatch } from "../../record-batch.ts";
import { claimOf, columnsOfClaim } from "../claim-of.ts";
import type { Statements } from "../statements.ts";
import type { BulkFile, BulkWork } from "./bulk-work.ts";

/** A row a statement: for one of several rows SQLite keeps what it has changed in case the last one fails, which costs as much again. */
const insert = `INSERT INTO claim (key, ${claimColumns}) VALUES (?${", ?".repeat(claimWidth)}) ON CONFLICT DO NOTHING`;

/**
 * Claims as they come, straight into the table, each under its key. One whose id is taken is looked at: what the case has word for
 * word is matched, the rest waits for the end of the file.
 */
export function takeClaims(work: BulkWork, file: BulkFile, { claims, declared }: RecordBatch): void {
  if (!declared) file.mayDangle = true;
  for (let at = 0; at < claims.length; at += claimWidth) {
    const values = claims.slice(at, at + claimWidth);
    const key = work.nextKey++;
    if (work.sql.change(insert, key, ...values) === 1) {
      work.inserted++;
      file.named.add(values[sourceAt] as SourceId);
    } else takeTaken(work, key, claimOfValues(values));
  }
}

const sourceAt = claimColumns.split(", ").indexOf("source");

function takeTaken(work: BulkWork, key: number, claim: Claim): void {
  const known = knownClaim(work.sql, claim.id);
  const isMatched =
    known !== undefined && known.key <= work.claimsBefore && known.withdrawnFor === null && saysTheSame(known.claim, claim);
  if (isMatched) work.matched.add(known.key);
  else work.sql.run("INSERT INTO bulk_doubt (key, body) VALUES (?, ?)", key, JSON.stringify(claim));
}

interface KnownClaim {
  readonly key: number;
  readonly claim: Claim;
  readonly withdrawnFor: string | null;
}

export function knownClaim(sql: Statements, id: ClaimId): KnownClaim | undefined {
  const row = sql.get(
    `SELECT c.key, ${columnsOfClaim}, w.reason FROM claim c LEFT JOIN withdrawn w ON w.kind = 'claim' AND w.id = c.id WHERE c.id = ?`,
    id,
  );
  if (row === undefined) return undefined;
  return { key: Number(row.key), claim: claimOf(row), withdrawnFor: row.reason === null ? null : String(row.reason) };
}
