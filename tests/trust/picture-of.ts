import { createHash } from "node:crypto";
import type { CaseStore } from "../../src/store/case-store.ts";

/**
 * A hash of what a case holds: entities, sources, claims in force, links with their standing, judgements, questions.
 * Two cases of one hash show a reader the same; history and withdrawn claims are left out, since undo adds to them.
 */
export function pictureOf(store: CaseStore): string {
  const hash = createHash("sha256");
  const take = (records: Iterable<unknown>) => {
    for (const record of records) hash.update(`${JSON.stringify(record)}\n`);
    hash.update("\u0000");
  };
  take(store.entities());
  take(store.sources());
  take([...store.claims()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  take(store.links());
  take(store.judgements());
  take(store.savedQuestions());
  return hash.digest("hex");
}
