import type { Case } from "../../case/open-case.ts";
import type { HistoryEntry } from "../../claims/change.ts";
import type { Change } from "./job.ts";

/** Changes the case; answers once the change is on disk. Throws BadInput in one line, and then nothing is changed. */
export async function carryOut(opened: Case, change: Change): Promise<unknown> {
  switch (change.change) {
    case "record":
      return done(opened.record(change.claim));
    case "withdraw":
      return done(opened.withdraw(change.claim, change.reason));
    case "judge": {
      const { change: _, ...given } = change;
      return done(opened.judge(given));
    }
    case "withdraw-judgement":
      return done(opened.withdrawJudgement(change.judgement, change.reason));
    case "put-chart":
      opened.putChart(change.chart);
      return { revision: opened.revision };
    case "put-question": {
      const entry = opened.saveQuestion(change.question);
      return entry === null ? { revision: opened.revision } : done(entry);
    }
    case "forget-question":
      return done(opened.forgetQuestion(change.question));
    case "keep-overview":
      opened.whole.keep({ revision: change.revision, bytes: new TextEncoder().encode(change.text) });
      return { revision: opened.revision };
    case "undo":
      return done(opened.undo());
    case "redo":
      return done(opened.redo());
    case "import":
      return opened.import([{ name: change.name, bytes: change.bytes }], change.options);
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
