import type { LinkId } from "../../../base/ids.ts";
import { claimColumns, claimValues } from "../../claim-row.ts";
import { readRules } from "../case-rules.ts";
import { placeClaim, refreshLinks } from "../derive-links.ts";
import { writeRun } from "../history-runs.ts";
import { fillNames } from "../name-index.ts";
import type { Statements } from "../statements.ts";
import type { Salvage } from "./salvage.ts";

/** Puts all of it into an empty case, as it was, in one transaction; derived tables are built anew. */
export function writeSalvage(sql: Statements, found: Salvage): void {
  sql.db.exec("BEGIN IMMEDIATE");
  for (const { kind, id, record } of found.ontology.values())
    sql.run("INSERT INTO ontology (kind, id, body) VALUES (?, ?, ?)", kind, id, JSON.stringify(record));
  for (const { text: _, ...source } of found.sources.values())
    sql.run(
      "INSERT INTO source (id, derived_from, body) VALUES (?, ?, ?)",
      source.id,
      source.derivedFrom,
      JSON.stringify(source),
    );
  for (const [source, text] of found.texts) sql.run("INSERT INTO source_text (source, text) VALUES (?, ?)", source, text);
  for (const entity of found.entities.values())
    sql.run("INSERT INTO entity (id, type, body) VALUES (?, ?, ?)", entity.id, entity.type, JSON.stringify(entity));
  for (const table of ["chart", "question"] as const)
    for (const record of (table === "chart" ? found.charts : found.questions).values())
      sql.run(`INSERT INTO ${table} (id, body) VALUES (?, ?)`, record.id, JSON.stringify(record));
  for (const { id, a, b, verdict, ...rest } of found.judgements.values())
    sql.run(
      "INSERT INTO judgement (id, a, b, verdict, body) VALUES (?, ?, ?, ?, ?)",
      ...[id, a, b, verdict, JSON.stringify({ id, a, b, verdict, ...rest })],
    );
  writeHistory(sql, found);
  writeClaims(sql, found);
  fillNames(sql);
  sql.db.exec("COMMIT");
}

function writeHistory(sql: Statements, { history, changes, runs, withdrawn }: Salvage): void {
  for (const { seq, at, by, label, undoes } of history.values())
    sql.run("INSERT INTO history (seq, at, by, label, undoes) VALUES (?, ?, ?, ?, ?)", seq, at, by, label, undoes);
  for (const { seq, n, change } of changes.values())
    sql.run("INSERT INTO history_change (seq, n, body) VALUES (?, ?, ?)", seq, n, JSON.stringify(change));
  for (const run of runs.values()) writeRun(sql, run);
  for (const { kind, id, seq, reason } of withdrawn.values())
    sql.run("INSERT INTO withdrawn (kind, id, seq, reason) VALUES (?, ?, ?, ?)", kind, id, seq, reason);
}

function writeClaims(sql: Statements, { claims, withdrawn }: Salvage): void {
  const rules = readRules(sql);
  const touched = new Set<LinkId>();
  for (const { key, claim } of claims.values()) {
    const values = claimValues(claim);
    sql.run(`INSERT INTO claim (key, ${claimColumns}) VALUES (?, ${values.map(() => "?").join(", ")})`, key, ...values);
    if (claim.kind === "link" && !withdrawn.has(`claim/${claim.id}`)) placeClaim(sql, { key, claim }, rules, touched);
  }
  refreshLinks(sql, touched, rules);
}
