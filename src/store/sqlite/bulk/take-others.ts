import type { ClaimId } from "../../../base/ids.ts";
import type { Change } from "../../../claims/change.ts";
import type { Judgement } from "../../../claims/judgement.ts";
import type { OtherRecord } from "../../record-batch.ts";
import type { BulkFile, BulkWork } from "./bulk-work.ts";
import { isMissing } from "./settle-claims.ts";
import { knownClaim } from "./take-claims.ts";
import { addSource } from "./take-sources.ts";

/** Records beside entities and claims: what claims name at once, what names claims at the end of the file. */
export function takeOthers(work: BulkWork, file: BulkFile, records: readonly OtherRecord[]): void {
  for (const record of records) {
    if (record.kind === "problem") {
      file.found.reading.add({ ...record.problem, outcome: record.outcome });
    } else if (record.kind === "source") addSource(work, file, record.source);
    else if (record.kind === "type" || record.kind === "relation" || record.kind === "property") addOntology(work, record);
    else file.later.push(record);
  }
}

/** After the claims of the file. */
export function takeLater(work: BulkWork, file: BulkFile): void {
  const of = <Kind extends OtherRecord["kind"]>(kind: Kind) =>
    file.later.filter((record): record is Extract<OtherRecord, { kind: Kind }> => record.kind === kind);
  for (const { claim, reason } of of("withdrawn")) withdraw(work, file, { claim, reason });
  for (const { judgement } of of("judgement")) addJudgement(work, file, judgement);
  for (const { chart } of of("chart"))
    if (isNew(work, "chart", chart.id)) work.otherChanges.push({ kind: "put-chart", before: null, after: chart });
  for (const { question } of of("question"))
    if (isNew(work, "question", question.id)) work.otherChanges.push({ kind: "put-question", before: null, after: question });
}

/** The first to declare a type, relation or property has the word; what the case or Clew itself has stays. */
function addOntology(work: BulkWork, record: Extract<OtherRecord, { kind: "type" | "relation" | "property" }>): void {
  const [id, change]: [string, Change] =
    record.kind === "type"
      ? [record.type.id, { kind: "put-type", before: null, after: record.type }]
      : record.kind === "relation"
        ? [record.relation.id, { kind: "put-relation", before: null, after: record.relation }]
        : [record.property.id, { kind: "put-property", before: null, after: record.property }];
  const words = work.words[record.kind];
  if (words.has(id)) return;
  words.add(id);
  work.ontologyChanges.push(change);
}

function withdraw(work: BulkWork, file: BulkFile, { claim: id, reason }: { claim: ClaimId; reason: string }): void {
  const known = knownClaim(work.sql, id);
  const comesIn =
    known !== undefined &&
    (known.key > work.claimsBefore || work.sql.get("SELECT 1 FROM bulk_restored WHERE key = ?", known.key) !== undefined);
  if (comesIn) work.otherChanges.push({ kind: "withdraw-claim", claim: id, reason });
  if (known !== undefined) return;
  const message = "wanted a claim to withdraw, got an unknown id";
  file.found.rest.add({ file: file.file, where: `claim ${id}`, kind: "unknown-claim", message, outcome: "dropped" });
}

function addJudgement(work: BulkWork, file: BulkFile, judgement: Judgement): void {
  if (work.judgements.has(judgement.id)) return;
  work.judgements.add(judgement.id);
  if (!isNew(work, "judgement", judgement.id)) return;
  const missing = [judgement.a, judgement.b].find((id) => isMissing(work, id));
  if (missing === undefined) {
    work.otherChanges.push({ kind: "record-judgement", judgement });
    return;
  }
  const message = `wanted two entities that are declared, got ${missing.slice(0, 80)}`;
  file.found.rest.add({
    file: file.file,
    where: `judgement ${judgement.id}`,
    kind: "dangling-end",
    message,
    outcome: "dropped",
  });
}

function isNew({ sql }: BulkWork, table: "chart" | "question" | "judgement", id: string): boolean {
  return sql.get(`SELECT 1 FROM ${table} WHERE id = ?`, id) === undefined;
}
