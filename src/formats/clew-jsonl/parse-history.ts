import { claimId, judgementId } from "../../base/ids.ts";
import { BadInput } from "../../base/problem.ts";
import type { Change, HistoryEntry, Redaction } from "../../claims/change.ts";
import {
  parseChart,
  parseClaim,
  parseEntity,
  parseJudgement,
  parseSavedQuestion,
  parseSource,
} from "../../claims/parse-record.ts";
import { parseProperty, parseRelation, parseType } from "./parse-ontology.ts";

type Fields = Readonly<Record<string, unknown>>;

/** An entry of the history, its changes checked like the records they hold. Throws BadInput. */
export function parseHistoryEntry(fields: Fields): HistoryEntry {
  const { seq, at, by, label, undoes = null, changes } = fields;
  if (typeof seq !== "number" || !Number.isSafeInteger(seq) || seq < 1) throw new BadInput("seq: wanted 1, 2, 3 …");
  if (typeof at !== "string" || typeof by !== "string" || typeof label !== "string") {
    throw new BadInput("history: wanted the texts at, by and label");
  }
  if (undoes !== null && typeof undoes !== "number") throw new BadInput("undoes: wanted a number or null");
  if (!Array.isArray(changes)) throw new BadInput("changes: wanted a list");
  return { seq, at, by, label, undoes, changes: changes.map(parseChange) };
}

function parseChange(value: unknown): Change {
  const change = typeof value === "object" && value !== null ? (value as Fields) : {};
  const { kind, claim, judgement, before, after } = change;
  const reason = typeof change.reason === "string" ? change.reason : "";
  switch (kind) {
    case "put-entity":
      return { kind, before: orNull(before, parseEntity), after: orNull(after, parseEntity) };
    case "put-source":
      return { kind, before: orNull(before, parseSource), after: orNull(after, parseSource) };
    case "put-chart":
      return { kind, before: orNull(before, parseChart), after: orNull(after, parseChart) };
    case "put-question":
      return { kind, before: orNull(before, parseSavedQuestion), after: orNull(after, parseSavedQuestion) };
    case "put-type":
      return { kind, before: orNull(before, ofFields(parseType)), after: orNull(after, ofFields(parseType)) };
    case "put-relation":
      return { kind, before: orNull(before, ofFields(parseRelation)), after: orNull(after, ofFields(parseRelation)) };
    case "put-property":
      return { kind, before: orNull(before, ofFields(parseProperty)), after: orNull(after, ofFields(parseProperty)) };
    case "record-claim":
      return { kind, claim: parseClaim(claim) };
    case "record-judgement":
      return { kind, judgement: parseJudgement(judgement) };
    case "withdraw-claim":
    case "restore-claim":
      return { kind, claim: claimId(idText(claim)), reason };
    case "withdraw-judgement":
    case "restore-judgement":
      return { kind, judgement: judgementId(idText(judgement)), reason };
    case "redact":
      return { kind, ...redactedCounts(change), reason };
    default:
      throw new BadInput(`changes: wanted a kind of change, got ${String(JSON.stringify(kind)).slice(0, 80)}`);
  }
}

function redactedCounts(change: Fields): Pick<Redaction, "entities" | "sources" | "claims" | "judgements"> {
  const count = (name: "entities" | "sources" | "claims" | "judgements"): number => {
    const value = change[name] ?? 0;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
      throw new BadInput(`redact: wanted a count of ${name}, got ${String(JSON.stringify(value)).slice(0, 80)}`);
    return value;
  };
  return { entities: count("entities"), sources: count("sources"), claims: count("claims"), judgements: count("judgements") };
}

function orNull<T>(value: unknown, parse: (value: unknown) => T): T | null {
  return value === null || value === undefined ? null : parse(value);
}

function ofFields<T>(parse: (fields: Fields) => T): (value: unknown) => T {
  return (value) => {
    if (typeof value !== "object" || value === null) throw new BadInput("changes: wanted a record before and after");
    return parse(value as Fields);
  };
}

/** A text that the doors of ids let through. */
export function idText(value: unknown): string {
  if (typeof value !== "string" || value === "" || !value.isWellFormed()) throw new BadInput("wanted an id");
  return value;
}
