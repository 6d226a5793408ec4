import { judgementId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import { type Judgement, verdicts } from "../claims/judgement.ts";
import type { CaseStore } from "../store/case-store.ts";
import { findEntity, shorten } from "./find-entity.ts";
import { refuseAnotherWord } from "./meanwhile.ts";
import type { Author } from "./once.ts";
import { oneOf } from "./one-of.ts";

/** What somebody says of two entities, each by id or name. */
export interface JudgementDraft {
  readonly a: string;
  readonly b: string;
  readonly verdict: string;
  readonly reason?: string;
}

/** Records the judgement. Throws BadInput `stale` when the two were judged since `seen`. */
export function judge(
  store: CaseStore,
  given: JudgementDraft,
  { id, author, seen }: { readonly id: string; readonly author: Author; readonly seen: number | undefined },
): HistoryEntry {
  const [a, b] = [findEntity(store, given.a).id, findEntity(store, given.b).id];
  if (a === b) throw new BadInput(`judgement: wanted two entities, got ${shorten(given.a)} twice`);
  const verdict = oneOf("verdict", given.verdict, verdicts);
  const about = `judgement: ${shorten(given.a)} and ${shorten(given.b)} were judged`;
  refuseAnotherWord(
    store,
    { seen, what: about, kinds: ["record-judgement"] },
    (change) =>
      change.kind === "record-judgement" && [a, b].every((end) => [change.judgement.a, change.judgement.b].includes(end)),
  );
  const judgement: Judgement = { id: judgementId(id), a, b, verdict, reason: given.reason ?? "", by: author.by, at: author.at };
  return store.apply([{ kind: "record-judgement", judgement }], { ...author, label: `judge ${verdict}` });
}

/** Throws BadInput `not-found` for one that is not in force. */
export function withdrawJudgement(store: CaseStore, { judgement, reason }: Withdrawal, author: Author): HistoryEntry {
  const known = store.judgements().find(({ id }) => id === judgement);
  if (known === undefined) throw new BadInput(`judgement: wanted one in force, got ${shorten(judgement)}`, { kind: "not-found" });
  const change = { kind: "withdraw-judgement", judgement: known.id, reason } as const;
  return store.apply([change], { ...author, label: "withdraw judgement" });
}

interface Withdrawal {
  readonly judgement: string;
  readonly reason: string;
}
