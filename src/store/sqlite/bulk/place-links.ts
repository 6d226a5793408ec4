import type { ClaimId, LinkId, RelationId, SourceId } from "../../../base/ids.ts";
import { originOf, rootSource } from "../../../claims/origin.ts";
import { readRules } from "../case-rules.ts";
import { type LinkRules, trailOf } from "../derive-links.ts";
import { touchLinksFrom } from "../put-changes.ts";
import type { Statements } from "../statements.ts";
import { placeAnew, type Work } from "../work.ts";
import type { BulkWork } from "./bulk-work.ts";
import { makeIndexes } from "./scratch.ts";

const inForce = "NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)";

/** Puts the claims of the import under their links: every claim of the case when most of it is new. */
export function placeClaims(work: BulkWork): void {
  const { sql, anew, claimsBefore } = work;
  const rules = readRules(sql);
  layRules(sql, rules);
  if (anew) sql.run("DELETE FROM link_claim");
  const ends = endsOf("claim c", { rules, where: `c.kind = 'link' AND ${anew ? inForce : `c.key > ${claimsBefore}`}` });
  sql.run(`INSERT INTO link_claim (claim, link) SELECT key, ${linkId} FROM (${ends}) ORDER BY key`);
  if (!anew) {
    const restored = "bulk_restored r CROSS JOIN claim c ON c.key = r.key";
    const again = endsOf(restored, { rules, where: "c.kind = 'link'" });
    sql.run(`INSERT INTO link_claim (claim, link) SELECT key, ${linkId} FROM (${again})`);
  }
  makeIndexes(sql, "link_claim");
}

/** Links that claims of the import belong to, counted by whether the case had them: before links are computed. */
export function tallyLinks({ sql, claimsBefore, matched }: BulkWork): { readonly added: number; readonly matched: number } {
  if (claimsBefore === 0) return { added: Number(sql.get("SELECT count(DISTINCT link) AS n FROM link_claim")?.n), matched: 0 };
  sql.run("INSERT OR IGNORE INTO bulk_touched SELECT link FROM link_claim WHERE claim > ?", claimsBefore);
  sql.run("INSERT OR IGNORE INTO bulk_touched SELECT link FROM bulk_restored r CROSS JOIN link_claim l ON l.claim = r.key");
  const known = endsOf("claim c", { rules: readRules(sql), where: "c.kind = 'link' AND c.key = ?" });
  for (const key of matched) sql.run(`INSERT OR IGNORE INTO bulk_touched SELECT ${linkId} FROM (${known})`, key);
  const all = Number(sql.get("SELECT count(*) AS n FROM bulk_touched")?.n);
  const there = Number(sql.get("SELECT count(*) AS n FROM bulk_touched t CROSS JOIN link l ON l.id = t.id")?.n);
  return { added: all - there, matched: there };
}

/** Computes links from the claims under them: all of them when most of the case is new, otherwise those that the import touches. */
export function computeLinks(work: BulkWork): void {
  const { sql, anew } = work;
  const rules = readRules(sql);
  if (!anew) touchMore(work, rules);
  fillLinks(sql, { rules, anew });
  makeIndexes(sql, "link");
}

/** Links of a range of claims, as the rules are now. */
export function placeRange(sql: Statements, { rules, keys }: { rules: LinkRules; keys: readonly [number, number] }): void {
  layRules(sql, rules);
  const ends = endsOf("claim c", { rules, where: "c.kind = 'link' AND c.key BETWEEN ? AND ?" });
  sql.run(`INSERT INTO link_claim (claim, link) SELECT key, ${linkId} FROM (${ends})`, ...keys);
}

/** Computes the links in `bulk_touched` anew. */
export function refillTouched(sql: Statements): void {
  const rules = readRules(sql);
  layRules(sql, rules);
  fillLinks(sql, { rules, anew: false });
}

function fillLinks(sql: Statements, { rules, anew }: { rules: LinkRules; anew: boolean }): void {
  traceOrigins(sql, anew);
  if (anew) sql.run("DELETE FROM link");
  else sql.run("DELETE FROM link WHERE id IN (SELECT id FROM bulk_touched)");
  const from = anew ? "claim c" : "bulk_touched t CROSS JOIN link_claim l ON l.link = t.id CROSS JOIN claim c ON c.key = l.claim";
  const ends = endsOf(from, { rules, where: anew ? `c.kind = 'link' AND ${inForce}` : "TRUE" });
  // Whatever fails takes all of the import back: nothing is kept of a statement half done.
  sql.run(
    `INSERT OR ROLLBACK INTO link (id, relation, from_id, to_id, standing, claims, origins)
     SELECT id, relation, f, t, clew_standing(o, a, d), n, o FROM (
       SELECT id, relation, f, t, count(*) AS n, count(DISTINCT iif(own, origin, NULL)) AS o,
         sum(NOT own AND stance <> 'denies') AS a, sum(stance = 'denies') AS d
       FROM (SELECT ${linkId} AS id, * FROM (${ends})) GROUP BY id)`,
  );
}

/** Relations and merged entities as the statements below find them. */
function layRules(sql: Statements, { ontology, merged }: LinkRules): void {
  for (const table of ["bulk_symmetric", "bulk_merged"]) sql.run(`DELETE FROM ${table}`);
  for (const { id, symmetric } of ontology.relations.values())
    if (symmetric) sql.run("INSERT INTO bulk_symmetric VALUES (?)", id);
  for (const [id, head] of merged) if (id !== head) sql.run("INSERT INTO bulk_merged VALUES (?, ?)", id, head);
}

/** `linkOfClaim` and what standing counts, as a query over claims: key, relation, f(rom), t(o), stance, own (voice), origin. */
function endsOf(from: string, { rules, where }: { rules: LinkRules; where: string }): string {
  const head = (end: string) =>
    rules.merged.size === 0 ? end : `coalesce((SELECT head FROM bulk_merged m WHERE m.id = ${end}), ${end})`;
  const origin = `CASE WHEN c.relays IS NULL THEN coalesce((SELECT root FROM bulk_root r WHERE r.source = c.source), c.source)
    ELSE (SELECT origin FROM bulk_origin o WHERE o.key = c.key) END`;
  const named = `SELECT c.key AS key, c.relation AS relation, ${head("c.subject")} AS s, ${head("c.object")} AS o, c.stance AS stance,
    c.stance = 'asserts' AND c.speaker IS NULL AS own, ${origin} AS origin FROM ${from} WHERE ${where}`;
  const turned = "CASE WHEN relation IN (SELECT id FROM bulk_symmetric) THEN clew_less(o, s) ELSE 0 END";
  return `SELECT key, relation, iif(turned, o, s) AS f, iif(turned, s, o) AS t, stance, own, origin
    FROM (SELECT *, ${turned} AS turned FROM (${named}))`;
}

const escaped = (part: string) => `replace(replace(${part}, '%', '%25'), '>', '%3E')`;
/** As `linkIdOf` writes it. */
const linkId = `${escaped("f")} || '>' || ${escaped("relation")} || '>' || ${escaped("t")}`;

/** Links of other claims whose standing the import changes: by a relation, by a source, by a claim that they relay. */
function touchMore({ sql, seq, claimsBefore, sources, ontologyChanges }: BulkWork, rules: LinkRules): void {
  const work: Work = { sql, seq, touched: new Set<LinkId>(), named: new Set(), rules };
  for (const change of ontologyChanges)
    if (change.kind === "put-relation") placeAnew(work, "c.relation = ?", change.after?.id as RelationId);
  for (const [id, isNew] of sources) {
    if (isNew && sql.get("SELECT derived_from AS d FROM source WHERE id = ?", id)?.d !== null) touchLinksFrom(work, id);
  }
  for (const id of work.touched) sql.run("INSERT OR IGNORE INTO bulk_touched VALUES (?)", id);
  sql.run(
    `WITH RECURSIVE echo (id) AS (
       SELECT c.id FROM claim r CROSS JOIN claim c ON c.relays = r.id WHERE r.key > ?1 AND c.key <= ?1
       UNION SELECT c.id FROM echo CROSS JOIN claim c ON c.relays = echo.id)
     INSERT OR IGNORE INTO bulk_touched
     SELECT l.link FROM echo CROSS JOIN claim c ON c.id = echo.id CROSS JOIN link_claim l ON l.claim = c.key`,
    claimsBefore,
  );
}

/** Where words began, for sources that repeat others and claims that relay others: all others are their own origin. */
function traceOrigins(sql: Statements, anew: boolean): void {
  const trail = trailOf(sql);
  for (const table of ["bulk_root", "bulk_origin"]) sql.run(`DELETE FROM ${table}`);
  for (const { id } of sql.all("SELECT id FROM source WHERE derived_from IS NOT NULL"))
    sql.run("INSERT INTO bulk_root VALUES (?, ?)", String(id), rootSource(id as SourceId, trail));
  const from = anew ? "claim c" : "bulk_touched t CROSS JOIN link_claim l ON l.link = t.id CROSS JOIN claim c ON c.key = l.claim";
  const relaying = sql.each(`SELECT c.key, c.source, c.relays FROM ${from} WHERE c.kind = 'link' AND c.relays IS NOT NULL`);
  for (const { key, source, relays } of relaying)
    sql.run(
      "INSERT INTO bulk_origin VALUES (?, ?)",
      Number(key),
      originOf({ source: source as SourceId, relays: relays as ClaimId }, trail),
    );
}
