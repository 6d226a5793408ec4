import { foldText } from "../base/fold-text.ts";
import { sourceId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Source } from "../claims/source.ts";
import type { CaseStore } from "../store/case-store.ts";
import { shorten } from "./find-entity.ts";
import { nearest } from "./nearest.ts";

/** The source with that id or exact title (case and accents ignored). Throws BadInput, `ambiguous`, or `not-found` with near ones. */
export function findSource(store: CaseStore, text: string): Source {
  if (text === "" || !text.isWellFormed()) throw new BadInput(`source: wanted an id or a title, got ${shorten(text)}`);
  const byId = store.source(sourceId(text));
  if (byId !== undefined) return byId;
  const sources = store.sources();
  const folded = foldText(text);
  const titled = sources.filter(({ title }) => foldText(title) === folded);
  const [only] = titled;
  if (only === undefined) throw notFound(sources, text);
  if (titled.length > 1)
    throw new BadInput(`source: ${shorten(text)} names ${titled.length}: ${listed(titled)}`, {
      kind: "ambiguous",
      candidates: titled.map(({ id }) => id),
    });
  return store.source(only.id) ?? only;
}

function notFound(sources: readonly Source[], text: string): BadInput {
  const near = nearest(sources, foldText(text), ({ title }) => foldText(title));
  const named = near.length > 0 ? near : sources;
  const hint = named.length === 0 ? "" : `; ${near.length > 0 ? "near" : "for example"}: ${listed(named)}`;
  return new BadInput(`source: wanted an id or a title, got ${shorten(text)}${hint}`, {
    kind: "not-found",
    candidates: near.map(({ id }) => id),
  });
}

function listed(sources: readonly Source[]): string {
  return sources
    .slice(0, 5)
    .map(({ id, title }) => `${shorten(title)} (id ${shorten(id)})`)
    .join(", ");
}
