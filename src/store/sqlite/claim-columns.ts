import type { ClaimId, SourceId } from "../../base/ids.ts";
import { largeArray } from "../../base/large-array.ts";
import { BadInput } from "../../base/problem.ts";
import { stances } from "../../claims/claim.ts";
import type { Ontology } from "../../claims/ontology.ts";
import { relationOf } from "../../claims/ontology.ts";
import { type OriginTrail, originOf, rootSource } from "../../claims/origin.ts";
import type { ClaimEnds } from "../../graph/arrange-claims.ts";
import { NameIndex } from "../../graph/name-index.ts";
import { CREDIBILITY_SHIFT, ECHO, NO_NODE, NO_SPAN, QUOTED } from "../../graph/snapshot.ts";
import type { Statements } from "./statements.ts";
import { weightOf } from "./weight-of.ts";

/** Claims in force that stand behind links, by order of recording: what a snapshot holds of each, as numbers. */
export interface ClaimColumns extends ClaimEnds {
  /** Per claim its key in the file. */
  readonly keys: Float64Array;
  /** Indices into `sources`. */
  readonly source: Uint32Array;
  readonly origin: Uint32Array;
  /** Nodes, or NO_NODE. */
  readonly speaker: Uint32Array;
  /** Stance, credibility and marks, as in `LinkColumns`. */
  readonly bits: Uint8Array;
  /** Indices into `dates`, or NO_SPAN. */
  readonly during: Uint32Array;
  readonly said: Uint32Array;
  /** Null where none weighs other than 1. */
  readonly weight: Float64Array | null;
  readonly relations: readonly string[];
  readonly sources: NameIndex;
  readonly dates: readonly string[];
}

/** Rows at once: few enough that they are gone again before the collector takes them for what stays. */
const ROWS = 1_000;
const query = `SELECT key, subject, relation, object, source, speaker, stance, relays,
    json_extract(body, '$.citation.kind') = 'quote', json_extract(body, '$.credibility'),
    json_extract(body, '$.during'), json_extract(body, '$.said'),
    CASE WHEN instr(body, '"weight"') > 0 THEN json_extract(body, '$.attributes') END
  FROM claim WHERE kind = 'link' AND key > ? ORDER BY key LIMIT ${ROWS}`;

type ClaimRow = readonly [
  key: number,
  subject: string,
  relation: string,
  object: string,
  source: SourceId,
  speaker: string | null,
  stance: string,
  relays: ClaimId | null,
  quoted: number | null,
  credibility: number | null,
  during: unknown,
  said: unknown,
  attributes: string | null,
];

export interface ClaimRules {
  readonly ontology: Ontology;
  /** Of each entity, merged ones too, its node; -1 for what is none. */
  readonly nodeOf: (id: string) => number;
  readonly trail: OriginTrail;
}

/** A pass over the claims in the order in which they lie. O(claims). Throws BadInput where the file holds what is no claim. */
export function readClaimColumns(sql: Statements, rules: ClaimRules): ClaimColumns {
  const size = Number(sql.get("SELECT count(*) AS n FROM claim")?.n);
  const reader = new ClaimReader(size, rules);
  const withdrawn = new Set(
    sql.all("SELECT c.key FROM withdrawn w JOIN claim c ON c.id = w.id WHERE w.kind = 'claim'").map(({ key }) => Number(key)),
  );
  try {
    for (let after = Number.MIN_SAFE_INTEGER; ; ) {
      const rows = sql.lists(query, after) as unknown as ClaimRow[];
      for (const row of rows) if (!withdrawn.has(row[0])) reader.add(row);
      if (rows.length < ROWS) break;
      after = rows.at(-1)![0];
    }
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    throw new BadInput("the case is damaged: wanted a record as JSON, got something else", { kind: "storage", cause });
  }
  return reader.columns();
}

/** Owns the columns while they grow. */
class ClaimReader {
  readonly #rules: ClaimRules;
  readonly #keys: Float64Array;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  readonly #relation: Uint16Array;
  readonly #source: Uint32Array;
  readonly #origin: Uint32Array;
  readonly #speaker: Uint32Array;
  readonly #bits: Uint8Array;
  readonly #during: Uint32Array;
  readonly #said: Uint32Array;
  #weight: Float64Array | null = null;
  #count = 0;
  readonly #relations = new NameIndex();
  readonly #symmetric: boolean[] = [];
  readonly #sources = new NameIndex();
  /** Per source where its words began, and whether it repeats another. */
  readonly #roots: { readonly origin: number; readonly repeats: boolean }[] = [];
  readonly #dates = new NameIndex();

  constructor(size: number, rules: ClaimRules) {
    this.#rules = rules;
    this.#keys = largeArray(Float64Array, size);
    this.#from = largeArray(Uint32Array, size);
    this.#to = largeArray(Uint32Array, size);
    this.#relation = largeArray(Uint16Array, size);
    this.#source = largeArray(Uint32Array, size);
    this.#origin = largeArray(Uint32Array, size);
    this.#speaker = largeArray(Uint32Array, size);
    this.#bits = largeArray(Uint8Array, size);
    this.#during = largeArray(Uint32Array, size);
    this.#said = largeArray(Uint32Array, size);
  }

  add(row: ClaimRow): void {
    const [key, subject, relationId, object, sourceId, speaker, stance, relays, quoted, credibility, during, said, attributes] =
      row;
    const at = this.#count++;
    const relation = this.#relationOf(relationId);
    const [from, to] = [this.#nodeOf(subject, "subject"), this.#nodeOf(object, "object")];
    const turned = this.#symmetric[relation] === true && to < from;
    const source = this.#sources.of(sourceId);
    const { origin, repeats } = this.#rootOf(source, sourceId);
    this.#keys[at] = key;
    this.#relation[at] = relation;
    this.#from[at] = turned ? to : from;
    this.#to[at] = turned ? from : to;
    this.#source[at] = source;
    this.#origin[at] = relays === null ? origin : this.#sources.of(originOf({ source: sourceId, relays }, this.#rules.trail));
    this.#speaker[at] = speaker === null ? NO_NODE : this.#nodeOf(speaker, "speaker");
    const marks = (quoted === 1 ? QUOTED : 0) | (relays !== null || repeats ? ECHO : 0);
    this.#bits[at] = stances.indexOf(stance as (typeof stances)[number]) | (Number(credibility) << CREDIBILITY_SHIFT) | marks;
    this.#during[at] = this.#dateOf(during);
    this.#said[at] = this.#dateOf(said);
    if (attributes !== null) this.#weigh(at, weightOf(JSON.parse(attributes)));
  }

  columns(): ClaimColumns {
    const count = this.#count;
    return {
      keys: this.#keys.subarray(0, count),
      from: this.#from.subarray(0, count),
      to: this.#to.subarray(0, count),
      relation: this.#relation.subarray(0, count),
      source: this.#source.subarray(0, count),
      origin: this.#origin.subarray(0, count),
      speaker: this.#speaker.subarray(0, count),
      bits: this.#bits.subarray(0, count),
      during: this.#during.subarray(0, count),
      said: this.#said.subarray(0, count),
      weight: this.#weight?.subarray(0, count) ?? null,
      relations: this.#relations.names,
      sources: this.#sources,
      dates: this.#dates.names,
    };
  }

  #nodeOf(id: string, what: string): number {
    const node = this.#rules.nodeOf(id);
    if (node === -1)
      throw new BadInput(`the case is damaged: wanted an entity of the case as ${what} of a claim, got none`, {
        kind: "storage",
      });
    return node;
  }

  #relationOf(id: string): number {
    const relation = this.#relations.of(id);
    this.#symmetric[relation] ??= relationOf(this.#rules.ontology, id as Parameters<typeof relationOf>[1]).symmetric;
    return relation;
  }

  #rootOf(source: number, id: SourceId): { readonly origin: number; readonly repeats: boolean } {
    const known = this.#roots[source];
    if (known !== undefined) return known;
    const { trail } = this.#rules;
    const root = { origin: this.#sources.of(rootSource(id, trail)), repeats: (trail.source(id)?.derivedFrom ?? null) !== null };
    this.#roots[source] = root;
    return root;
  }

  #dateOf(date: unknown): number {
    return typeof date === "string" ? this.#dates.of(date) : NO_SPAN;
  }

  #weigh(at: number, weight: number | null): void {
    if (weight === null || weight === 1) return;
    this.#weight ??= largeArray(Float64Array, this.#keys.length).fill(1);
    this.#weight[at] = weight;
  }
}
