import type { ClaimId, SourceId } from "../../../base/ids.ts";
import type { Claim } from "../../../claims/claim.ts";
import { saysTheSame } from "../../../claims/says-the-same.ts";
import { claimColumns, claimOfValues, claimWidth } from "../../claim-row.ts";
import type { RecordBatch } from "../../record-batch.ts";
import { claimOf, columnsOfClaim } from "../claim-of.ts";
import type { Statements } from "../statements.ts";
import type { BulkFile, BulkWork } from "./bulk-work.ts";

const groupRows = 20;

const many = insertOf(groupRows);
const one = insertOf(1);

/** Rows under keys that count up from the first parameter; those whose id is taken are left out. */
function insertOf(rows: number): string {
  const row = (_: unknown, at: number) =>
    `(?1 + ${at}, ${Array.from({ length: claimWidth }, (_, column) => `?${2 + at * claimWidth + column}`).join(", ")})`;
  return `INSERT INTO claim (key, ${claimColumns}) VALUES ${Array.from({ length: rows }, row).join(", ")} ON CONFLICT DO NOTHING`;
}

/**
 * Claims as they come, straight into the table, each under its key. One whose id is taken is looked at: what the case has word for
 * word is matched, the rest waits for the end of the file.
 */
export function takeClaims(work: BulkWork, file: BulkFile, { claims, sources, declared }: RecordBatch): void {
  const { sql } = work;
  if (!declared) file.mayDangle = true;
  let whole = true;
  for (let at = 0; at < claims.length; ) {
    const rows = claims.length - at >= groupRows * claimWidth ? groupRows : 1;
    const values = claims.slice(at, at + rows * claimWidth);
    const inserted = sql.change(rows === 1 ? one : many, work.nextKey, ...values);
    work.inserted += inserted;
    if (inserted < rows) {
      whole = false;
      takeMixed(work, values);
    }
    work.nextKey += rows;
    at += rows * claimWidth;
  }
  if (whole) for (const source of sources) file.named.add(source);
  else nameThose(work, file, claims);
}

/** Sources of the claims of a batch that are in the table: needed only where some are not. */
function nameThose({ sql, nextKey }: BulkWork, file: BulkFile, claims: RecordBatch["claims"]): void {
  const rows = sql.all(
    "SELECT DISTINCT source FROM claim WHERE key >= ? AND key < ?",
    nextKey - claims.length / claimWidth,
    nextKey,
  );
  for (const { source } of rows) file.named.add(source as SourceId);
}

function takeMixed(work: BulkWork, values: RecordBatch["claims"]): void {
  const { sql, nextKey } = work;
  const rows = values.length / claimWidth;
  const there = new Set(
    sql.all("SELECT key FROM claim WHERE key >= ? AND key < ?", nextKey, nextKey + rows).map(({ key }) => Number(key)),
  );
  for (let row = 0; row < rows; row++)
    if (!there.has(nextKey + row))
      takeTaken(work, nextKey + row, claimOfValues(values.slice(row * claimWidth, (row + 1) * claimWidth)));
}

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
