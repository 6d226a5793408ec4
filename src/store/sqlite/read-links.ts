import type { ChartId, ClaimId, LinkId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import type { Chart } from "../../claims/chart.ts";
import type { Link } from "../../claims/link.ts";
import { inIdOrder } from "./in-id-order.ts";
import { linkColumns, linkOf } from "./read-records.ts";
import { bodyOf, type Statements } from "./statements.ts";

export function readLink(sql: Statements, id: LinkId): Link | undefined {
  const row = sql.get(`SELECT ${linkColumns} FROM link WHERE id = ?`, id);
  return row && linkOf(row);
}

export function* eachLink(sql: Statements): Generator<Link> {
  for (const row of inIdOrder(sql, "link", `SELECT ${linkColumns} FROM link`)) yield linkOf(row);
}

/** The link behind which the claim stands. */
export function readLinkOfClaim(sql: Statements, id: ClaimId): Link | undefined {
  const query = `SELECT ${linkColumns} FROM link WHERE id = (
    SELECT k.link FROM claim c JOIN link_claim k ON k.claim = c.key WHERE c.id = ?)`;
  const row = sql.get(query, id);
  return row && linkOf(row);
}

export function readClaimIdsOfLink(sql: Statements, id: LinkId): ClaimId[] {
  const rows = sql.all("SELECT c.id FROM link_claim k JOIN claim c ON c.key = k.claim WHERE k.link = ?", id);
  return rows.map((row) => row.id as ClaimId).sort(compareIds);
}

export function readChart(sql: Statements, id: ChartId): Chart | undefined {
  const row = sql.get("SELECT body FROM chart WHERE id = ?", id);
  return row && bodyOf<Chart>(row);
}

/** All of them, by id. */
export function readCharts(sql: Statements): Chart[] {
  const rows = sql.all("SELECT body FROM chart");
  return rows.map((row) => bodyOf<Chart>(row)).sort((a, b) => compareIds(a.id, b.id));
}
