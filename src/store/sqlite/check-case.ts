import type { ClaimId, EntityId, SourceId } from "../../base/ids.ts";
import type { Problem } from "../../base/problem.ts";
import { checkCitation } from "../../claims/check-citation.ts";
import type { Claim } from "../../claims/claim.ts";
import type { CheckWatch } from "../check-step.ts";
import { checkLinks } from "./check-links.ts";
import { checkNames } from "./check-names.ts";
import type { LinkRules } from "./derive-links.ts";
import { derivedNames, readDerived } from "./derived.ts";
import { claimsInRun, readRuns } from "./history-runs.ts";
import { operationsBeyond } from "./operations.ts";
import { eachClaimInForce, readJudgements } from "./read-records.ts";
import type { Statements } from "./statements.ts";

interface CheckTerms {
  readonly rules: LinkRules;
  /** Its name in what is found. */
  readonly file: string;
  readonly onStep: CheckWatch | undefined;
}

/** What is wrong with a case: the file, ids that lead nowhere, quotes that do not stand, derived tables that are stale. */
export function checkCase(sql: Statements, { rules, file, onStep = () => {} }: CheckTerms): Problem[] {
  const found: Omit<Problem, "file">[] = [];
  onStep("pages");
  found.push(...brokenPages(sql));
  onStep("records");
  found.push(...brokenRecords(sql));
  // What cannot be read cannot be added up.
  if (found.length > 0) return found.map((problem) => ({ file, ...problem }));
  onStep("claims");
  found.push(...danglingInClaims(sql), ...wrongQuotes(sql), ...danglingElsewhere(sql), ...brokenRuns(sql));
  onStep("links");
  found.push(...checkLinks(sql, rules));
  onStep("names");
  found.push(...checkNames(sql), ...damagedDerived(sql), ...strayOperations(sql));
  return found.map((problem) => ({ file, ...problem }));
}

/**
 * FTS5 remembers the parts of an index from one question to the next, and asks whether others have written since only where a question begins.
 * `integrity_check` is none: beside a writer it would look for parts that are gone.
 */
function forgetIndexParts(sql: Statements): void {
  for (const { name } of sql.all("SELECT name FROM main.sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")) {
    try {
      sql.all(`SELECT 1 FROM main.${String(name)} WHERE ${String(name)} MATCH 'a' LIMIT 1`);
    } catch {
      // An index that cannot be asked is told by integrity_check.
    }
  }
}

/** Each row is looked up in each of its indexes: with room for their pages, those of 5 GB take a quarter less time. */
function integrityLines(sql: Statements): string[] {
  sql.db.exec("PRAGMA cache_size = -131072");
  try {
    return sql.all("PRAGMA integrity_check").map((row) => String(row.integrity_check));
  } finally {
    sql.db.exec("PRAGMA cache_size = -2000; PRAGMA shrink_memory");
  }
}

function brokenPages(sql: Statements): Omit<Problem, "file">[] {
  forgetIndexParts(sql);
  const lines = integrityLines(sql);
  return lines
    .filter((line) => line !== "ok")
    .map((message) => ({ where: "file", kind: "integrity", message: `the database is damaged: ${message}` }));
}

/** Rows whose record is no JSON, or another's. */
function brokenRecords(sql: Statements): Omit<Problem, "file">[] {
  // The body of a claim leaves out what stands in a column.
  const isBroken = (id: string) => `CASE WHEN json_valid(body) THEN ${id} IS NOT id ELSE 1 END`;
  const [own, left] = [isBroken("json_extract(body, '$.id')"), isBroken("coalesce(json_extract(body, '$.id'), id)")];
  return ["entity", "source", "claim", "judgement", "chart"].flatMap((table) =>
    sql.all(`SELECT id FROM ${table} WHERE ${table === "claim" ? left : own}`).map(({ id }) => ({
      where: `${table} ${id}`,
      kind: "broken-record",
      message: "wanted its record as JSON, got something else",
    })),
  );
}

/** SQLite finds them, so that no claim that is in order is taken apart for it. */
function* danglingInClaims(sql: Statements): Generator<Omit<Problem, "file">> {
  const gone = (column: string, table: string) =>
    `c.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.id = c.${column})`;
  const entities = ["subject", "object", "speaker", "about"].map((column) => gone(column, "entity"));
  const where = [...entities, gone("source", "source"), gone("relays", "claim")].join(" OR ");
  for (const claim of eachClaimInForce(sql, where)) yield* danglingIn(sql, claim);
}

function danglingIn(sql: Statements, claim: Claim): Omit<Problem, "file">[] {
  const where = `claim ${claim.id}`;
  const named = [claim.subject, claim.kind === "link" ? claim.object : null, claim.speaker, claim.about];
  const found = named
    .filter((id) => id !== null)
    .filter((id) => !isThere(sql, "entity", id))
    .map((id) => ({ where, kind: "dangling-entity", message: `wanted an entity of the case, got ${id}` }));
  if (!isThere(sql, "source", claim.source))
    found.push({ where, kind: "dangling-source", message: `wanted a source of the case, got ${claim.source}` });
  if (claim.relays !== null && !isThere(sql, "claim", claim.relays))
    found.push({ where, kind: "dangling-claim", message: `wanted a claim of the case to relay, got ${claim.relays}` });
  return found;
}

function danglingElsewhere(sql: Statements): Omit<Problem, "file">[] {
  const sources = sql
    .all(
      "SELECT id, derived_from FROM source s WHERE derived_from IS NOT NULL AND NOT EXISTS (SELECT 1 FROM source o WHERE o.id = s.derived_from)",
    )
    .map((row) => ({
      where: `source ${row.id}`,
      kind: "dangling-source",
      message: `wanted a source of the case that it repeats, got ${row.derived_from}`,
    }));
  const judgements = readJudgements(sql)
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap(({ id, a, b }) =>
      [a, b]
        .filter((end) => !isThere(sql, "entity", end))
        .map((end) => ({
          where: `judgement ${id}`,
          kind: "dangling-entity",
          message: `wanted an entity of the case, got ${end}`,
        })),
    );
  return [...sources, ...judgements];
}

function isThere(sql: Statements, table: "entity" | "source" | "claim", id: EntityId | SourceId | ClaimId): boolean {
  return sql.get(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined;
}

function* wrongQuotes(sql: Statements): Generator<Omit<Problem, "file">> {
  const quotes = quoteCheck(sql);
  for (const claim of eachClaimInForce(sql, "coalesce(json_extract(c.body, '$.citation.kind'), 'row') <> 'row'")) {
    const wrong = quotes(claim);
    if (wrong !== null) yield { where: `claim ${claim.id}`, kind: "quote-not-found", message: wrong };
  }
}

/** Checks citations; the text of the last source is kept, since claims of one source come together. */
function quoteCheck(sql: Statements): (claim: Claim) => string | null {
  let last: { source: SourceId; text: string | null } | null = null;
  return ({ source, citation }) => {
    if (citation === null || citation.kind === "row") return null;
    if (last?.source !== source) {
      const row = sql.get("SELECT text FROM source_text WHERE source = ?", source);
      last = { source, text: row === undefined ? null : String(row.text) };
    }
    return checkCitation(citation, last.text);
  };
}

/** Runs of the history that tell of more claims, or fewer, than are there. */
function brokenRuns(sql: Statements): Omit<Problem, "file">[] {
  return readRuns(sql)
    .filter((run) => claimsInRun(sql, run) !== run.claims)
    .map((run) => ({
      where: `entry ${run.seq}`,
      kind: "broken-record",
      message: `wanted ${run.claims} claims, as the history says, got ${claimsInRun(sql, run)}`,
    }));
}

function damagedDerived(sql: Statements): Omit<Problem, "file">[] {
  return derivedNames(sql)
    .filter((name) => readDerived(sql, name) === null)
    .map((name) => ({
      where: `derived ${name}`,
      kind: "damaged-derived",
      message: "wanted the bytes that its sum is of, got others; it is made anew when it is needed",
    }));
}

function strayOperations(sql: Statements): Omit<Problem, "file">[] {
  return operationsBeyond(sql).map((id) => ({
    where: `operation ${id}`,
    kind: "stray-operation",
    message: "wanted an entry of the history that it made, got none",
  }));
}
