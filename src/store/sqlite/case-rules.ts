import type { EntityId } from "../../base/ids.ts";
import { builtInOntology, extendOntology } from "../../claims/built-in-ontology.ts";
import type { Judgement } from "../../claims/judgement.ts";
import { representatives } from "../../claims/judgement.ts";
import type { EntityType, Ontology, Property, Relation } from "../../claims/ontology.ts";
import type { LinkRules } from "./derive-links.ts";
import { bodyOf, type Statements } from "./statements.ts";

/** The built-in ontology with the case's own additions. */
export function readOntology(sql: Statements): Ontology {
  const of = <T>(kind: string): T[] =>
    sql.all("SELECT body FROM ontology WHERE kind = ? ORDER BY id", kind).map((row) => bodyOf<T>(row));
  return extendOntology(builtInOntology, {
    types: of<EntityType>("type"),
    relations: of<Relation>("relation"),
    properties: of<Property>("property"),
  });
}

/** Who stands for whom, by the `same` judgements in force. */
export function readMerged(sql: Statements): ReadonlyMap<EntityId, EntityId> {
  const same = sql.all(
    `SELECT a, b, verdict FROM judgement j WHERE verdict = 'same'
     AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'judgement' AND w.id = j.id)`,
  );
  return representatives(same as unknown as Iterable<Pick<Judgement, "a" | "b" | "verdict">>);
}

export function readRules(sql: Statements): LinkRules {
  return { ontology: readOntology(sql), merged: readMerged(sql) };
}

/** Entities of a class by its representative; only classes of two and more. */
export function classesOf(merged: ReadonlyMap<EntityId, EntityId>): ReadonlyMap<EntityId, readonly EntityId[]> {
  const classes = new Map<EntityId, EntityId[]>();
  for (const [id, head] of merged) {
    const members = classes.get(head) ?? [];
    members.push(id);
    classes.set(head, members);
  }
  return classes;
}
