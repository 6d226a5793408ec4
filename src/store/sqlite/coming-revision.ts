import type { ComingRevision } from "../coming-revision.ts";
import { readRules } from "./case-rules.ts";
import { graphPatchSince } from "./graph-patch.ts";
import { lastSeq } from "./history.ts";
import { readRuns } from "./history-runs.ts";
import type { Statements } from "./statements.ts";

/** What the transaction that is open comes to, once its entry of the history is written. */
export function comingRevision(sql: Statements): ComingRevision {
  const revision = lastSeq(sql);
  const rows = Number(sql.get("SELECT count(*) AS n FROM history_change WHERE seq = ?", revision)?.n);
  return {
    revision,
    changes: readRuns(sql, revision).reduce((sum, { claims }) => sum + claims, rows),
    ontology: () => readRules(sql).ontology,
    patchSince: (since, most) => graphPatchSince(sql, readRules(sql), { since, most }),
  };
}
