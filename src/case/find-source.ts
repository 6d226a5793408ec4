import { foldText } from "../base/fold-text.ts";
import { sourceId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Source } from "../claims/source.ts";
import type { CaseStore } from "../store/case-store.ts";
import { shorten } from "./find-entity.ts";

/** The source with that id or exact title (case and accents ignored). Throws BadInput, `not-found` or `ambiguous`. */
export function findSource(store: CaseStore, text: string): Source {
  if (text === "" || !text.isWellFormed()) throw new BadInput(`source: wanted an id or a title, got ${shorten(text)}`);
  const byId = store.source(sourceId(text));
  if (byId !== undefined) return byId;
  const sources = store.sources();
  const titled = sources.filter(({ title }) => foldText(title) === foldText(text));
  const [only] = titled;
  if (only !== undefined && titled.length === 1) return store.source(only.id) ?? only;
  const listed = (titled.length > 0 ? titled : sources)
    .slice(0, 5)
    .map(({ id, title }) => `${shorten(title)} (id ${shorten(id)})`);
  const message =
    titled.length > 1
      ? `source: ${shorten(text)} names ${titled.length}`
      : `source: wanted an id or a title, got ${shorten(text)}`;
  throw new BadInput(listed.length === 0 ? message : `${message}; there: ${listed.join(", ")}`, {
    kind: titled.length > 1 ? "ambiguous" : "not-found",
    candidates: titled.map(({ id }) => id),
  });
}
