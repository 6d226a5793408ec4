import type { ImportProgress } from "../../case/import-progress.ts";
import type { Case } from "../../case/open-case.ts";
import { receiveParts } from "../../case/part-port.ts";
import type { HistoryEntry } from "../../claims/change.ts";
import type { Progress } from "../events/case-event.ts";
import type { Change } from "./job.ts";

interface CarriedOut {
  readonly value: unknown;
  /** The revision that it made, or found. */
  readonly revision: number | null;
}

/** Changes the case; answers once the change is on disk. Throws BadInput in one line, and then nothing is changed. */
export async function carryOut(opened: Case, change: Change, tell: (progress: Progress) => void): Promise<CarriedOut> {
  if (change.change === "keep-overview") {
    opened.whole.keep({ revision: change.revision, bytes: new TextEncoder().encode(change.text) });
    return { value: { revision: opened.revision }, revision: null };
  }
  const { terms } = change;
  if (change.change === "take-in") {
    const { name: file, options, operation, read, port } = change;
    let { told } = read;
    const onProgress = ({ step, records }: ImportProgress) => {
      told = true;
      tell({ operation, file, phase: step, done: records });
    };
    const end = () => told && tell({ operation, file, phase: "over", done: 0 });
    const given = { parts: receiveParts(port), sums: read.sums } as const;
    const value = await opened.import(given, { ...options, ...terms, onProgress }).finally(() => {
      port.close();
      end();
    });
    return { value, revision: null };
  }
  const entry = entryOf(opened, change);
  if (entry !== null) return { value: done(entry), revision: entry.seq };
  const revision = opened.revisionAfter(terms);
  return { value: { revision }, revision };
}

function entryOf(opened: Case, change: Exclude<Change, { change: "take-in" | "keep-overview" }>): HistoryEntry | null {
  const { terms } = change;
  switch (change.change) {
    case "record":
      return opened.record(change.claim, terms);
    case "withdraw":
      return opened.withdraw(change.claim, change.reason, terms);
    case "judge": {
      const { change: _, terms: __, ...given } = change;
      return opened.judge(given, terms);
    }
    case "withdraw-judgement":
      return opened.withdrawJudgement(change.judgement, change.reason, terms);
    case "put-chart":
      return opened.putChart(change.chart, terms);
    case "put-question":
      return opened.saveQuestion(change.question, terms);
    case "forget-question":
      return opened.forgetQuestion(change.question, terms);
    case "undo":
      return opened.undo(terms);
    case "redo":
      return opened.redo(terms);
  }
}

/** The new revision, what was done, and the id of what was recorded. */
function done({ seq, label, undoes, changes }: HistoryEntry): unknown {
  const [first] = undoes === null ? changes : [];
  const id =
    first?.kind === "record-claim"
      ? { claim: first.claim.id }
      : first?.kind === "record-judgement"
        ? { judgement: first.judgement.id }
        : first?.kind === "put-question" && first.after !== null
          ? { question: first.after.id }
          : {};
  return { revision: seq, label, ...id };
}
