import { foldText } from "../../base/fold-text.ts";
import type { ClaimId, EntityId, JudgementId, SourceId } from "../../base/ids.ts";
import { isTellingName, maskNames } from "../../base/mask-names.ts";
import type { Change } from "../../claims/change.ts";
import type { Entity } from "../../claims/entity.ts";
import type { Redacted } from "../../claims/redact-record.ts";
import type { Source } from "../../claims/source.ts";
import type { RedactionTargets } from "../case-store.ts";
import { classesOf, readMerged } from "./case-rules.ts";
import { readEntity, readSource } from "./read-records.ts";
import { bodyOf, type Statements } from "./statements.ts";

export interface ClosedRedaction {
  readonly redacted: Redacted;
  /** Every name that the entities, and title that the sources, ever had, and that is looked for in what stays. */
  readonly names: readonly string[];
  /** Names that are left where they stand: others are called so too, or they are too short to tell. */
  readonly namesKept: number;
}

/**
 * What goes with what is named: entities that were merged with one; claims that speak of one of the entities or in its words,
 * or come from one of the sources; claims that only repeat one of those; judgements about one of the entities.
 */
export function closeRedaction(sql: Statements, targets: RedactionTargets): ClosedRedaction {
  const classes = classesOf(readMerged(sql));
  const heads = readMerged(sql);
  const entities = new Set(targets.entities.flatMap((id) => classes.get(heads.get(id) ?? id) ?? [id]));
  const sources = new Set(targets.sources);
  const claims = claimsGoing(sql, { entities, sources, claims: targets.claims });
  const judgements = new Set<JudgementId>();
  for (const id of entities)
    for (const row of sql.all("SELECT id FROM judgement WHERE ? IN (a, b)", id)) judgements.add(row.id as JudgementId);
  const all = namesEverOf(sql, entities, sources);
  const names = all.filter((name) => isTellingName(name) && !isCalledSo(sql, name, entities));
  return {
    redacted: { entities, sources, claims, judgements, mask: maskNames(names) },
    names,
    namesKept: all.length - names.length,
  };
}

function claimsGoing(
  sql: Statements,
  { entities, sources, claims }: { entities: ReadonlySet<EntityId>; sources: ReadonlySet<SourceId>; claims: readonly ClaimId[] },
): Set<ClaimId> {
  const found = new Set(claims);
  const add = (query: string, id: string) => {
    for (const row of sql.all(query, id)) found.add(row.id as ClaimId);
  };
  for (const id of entities)
    for (const column of ["subject", "object", "speaker", "about"]) add(`SELECT id FROM claim WHERE ${column} = ?`, id);
  for (const id of sources) add("SELECT id FROM claim WHERE source = ?", id);
  for (const id of found) add("SELECT id FROM claim WHERE relays = ?", id);
  return found;
}

/** As the tables have them and as the history ever had them. */
function namesEverOf(sql: Statements, entities: ReadonlySet<EntityId>, sources: ReadonlySet<SourceId>): string[] {
  const names = new Set<string>();
  const add = (record: Entity | Source | null | undefined) => {
    for (const name of record ? namesOf(record) : []) names.add(name);
  };
  for (const id of entities) add(readEntity(sql, id));
  for (const id of sources) add(readSource(sql, id));
  const puts = "SELECT body FROM history_change WHERE json_extract(body, '$.kind') IN ('put-entity', 'put-source')";
  for (const row of sql.each(puts)) {
    const change = bodyOf<Extract<Change, { kind: "put-entity" | "put-source" }>>(row);
    const goes = (change.kind === "put-entity" ? entities : sources) as ReadonlySet<string>;
    for (const record of [change.before, change.after]) if (record !== null && goes.has(record.id)) add(record);
  }
  names.delete("");
  return [...names];
}

function namesOf(record: Entity | Source): readonly string[] {
  return "aliases" in record ? [record.name, ...record.aliases] : [record.title];
}

/** Whether an entity that stays has the name, too. */
function isCalledSo(sql: Statements, name: string, entities: ReadonlySet<EntityId>): boolean {
  return sql
    .all("SELECT entity FROM name WHERE folded = ?", foldText(name))
    .some(({ entity }) => !entities.has(entity as EntityId));
}
