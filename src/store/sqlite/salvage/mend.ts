import { type EntityId, entityId, entityTypeId, type SourceId, sourceId } from "../../../base/ids.ts";
import type { Entity } from "../../../claims/entity.ts";
import type { Source } from "../../../claims/source.ts";
import { keysOfRun } from "../history-runs.ts";
import type { Salvage } from "./salvage.ts";

/** What other records name and nothing holds any more. */
export interface Lost {
  /** Placeholders stand for them. */
  readonly entities: readonly EntityId[];
  /** Sources that bear their id alone stand for them. */
  readonly sources: readonly SourceId[];
  /** Sources whose text is lost, though claims cite it. */
  readonly texts: readonly string[];
  /** Claims that others repeat: those stand for themselves now. */
  readonly claims: readonly string[];
  /** Claims that an import recorded and nothing holds any more: how many. */
  readonly imported: number;
  /** Numbers of entries of the history; empty ones stand for them. */
  readonly entries: readonly number[];
}

/** Makes what could be read hold together, and says what could not be. */
export function mend(found: Salvage): Lost {
  for (const id of found.texts.keys()) if (!found.sources.has(id)) found.texts.delete(id);
  const claims = freeEchoes(found);
  const texts = textsLost(found);
  const entities = new Set([...entitiesNamed(found)].filter((id) => !found.entities.has(id)));
  const sources = new Set([...sourcesNamed(found)].filter((id) => !found.sources.has(id)));
  for (const id of entities) found.entities.set(id, placeholder(id));
  for (const id of sources) found.sources.set(id, bareSource(id));
  return {
    entities: [...entities],
    sources: [...sources],
    texts,
    claims,
    imported: shortRuns(found),
    entries: fillEntries(found),
  };
}

/** Runs of the history as long as what is left of them; gives the number of claims that they have lost. */
function shortRuns({ claims, runs }: Salvage): number {
  const keys = Float64Array.from([...claims.values()].map(({ key }) => key)).sort();
  let lost = 0;
  for (const [at, run] of runs) {
    const [low, high] = keysOfRun(run);
    const there = countBelow(keys, high + 1) - countBelow(keys, low);
    if (run.kind === "record-claim") lost += Math.max(0, run.claims - there);
    if (there === 0) runs.delete(at);
    else runs.set(at, { ...run, claims: there });
  }
  return lost;
}

function countBelow(sorted: Float64Array, bound: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A claim whose model is lost says its words itself from now on. */
function freeEchoes({ claims }: Salvage): string[] {
  const lost = new Set<string>();
  for (const [id, { key, claim }] of claims) {
    if (claim.relays === null || claims.has(claim.relays)) continue;
    lost.add(claim.relays);
    claims.set(id, { key, claim: { ...claim, relays: null } });
  }
  return [...lost];
}

function textsLost({ claims, texts }: Salvage): string[] {
  const cited = [...claims.values()].flatMap(({ claim }) => (claim.citation?.kind === "quote" ? [claim.source] : []));
  return [...new Set(cited)].filter((id) => !texts.has(id));
}

function* entitiesNamed({ claims, judgements }: Salvage): Iterable<EntityId> {
  for (const { claim } of claims.values())
    for (const id of [claim.subject, claim.kind === "link" ? claim.object : null, claim.speaker, claim.about])
      if (id !== null) yield id;
  for (const { a, b } of judgements.values()) yield* [a, b];
}

function* sourcesNamed({ claims, sources }: Salvage): Iterable<SourceId> {
  for (const { claim } of claims.values()) yield claim.source;
  for (const { derivedFrom } of sources.values()) if (derivedFrom !== null) yield derivedFrom;
}

/** Numbers without a gap, so that undo finds each entry where it looks for it. */
function fillEntries({ history, changes, runs }: Salvage): number[] {
  let last = 0;
  for (const { seq } of [...history.values(), ...changes.values(), ...runs.values()]) last = Math.max(last, seq);
  const lost: number[] = [];
  let at = [...history.values()][0]?.at ?? new Date(0).toISOString();
  for (let seq = 1; seq <= last; seq++) {
    const entry = history.get(seq);
    if (entry !== undefined) at = entry.at;
    else {
      history.set(seq, { seq, at, by: "", label: "lost entry", undoes: null });
      lost.push(seq);
    }
  }
  return lost;
}

function placeholder(id: EntityId): Entity {
  return { id: entityId(id), type: entityTypeId("thing"), name: id, aliases: [], description: "", placeholder: true };
}

function bareSource(id: SourceId): Source {
  const nothing = { publisher: null, author: null, url: null, published: null, retrieved: null, text: null, sha256: null };
  return { id: sourceId(id), title: id, ...nothing, reliability: null, derivedFrom: null };
}
