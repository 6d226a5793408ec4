import type { EntityTypeId } from "../base/ids.ts";
import { chartId, claimId, entityId, entityTypeId, propertyId, relationId, sourceId } from "../base/ids.ts";
import { NumberTable } from "../base/number-table.ts";
import type { Outcome } from "../base/problem.ts";
import type { ChartNode } from "../claims/chart.ts";
import type { AttributeClaim, LinkClaim, Stance } from "../claims/claim.ts";
import type { Source } from "../claims/source.ts";
import { bareSource } from "./bare-source.ts";
import { contentId, contentNumber } from "./content-id.ts";
import type { ReadContext, ReadRecord } from "./format.ts";
import { kebabOf, relationChooser } from "./relation-chooser.ts";

/** A column, a key, a `data` element: text, number or truth, and when it held. */
export interface GraphAttribute {
  readonly key: string;
  readonly value: string | number | boolean;
  /** Partial interval (EDTF); null for one without dates. */
  readonly during: string | null;
}

/** A node as a file of nodes and edges has it. */
export interface GraphNode {
  readonly id: string;
  /** "" where the file gives none: then an attribute that is called so, else the id, is the name. */
  readonly label: string;
  /** Likewise; `thing` in the end. */
  readonly type: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly attributes: readonly GraphAttribute[];
  /** Partial intervals (EDTF) in which it was there; none where the file does not say. */
  readonly spells: readonly string[];
  /** x to the right, y up. */
  readonly position: { readonly x: number; readonly y: number } | null;
  /** The node, group or cluster that it lies in. */
  readonly parent: string | null;
  /** Only where the file says so: as files of ours do. */
  readonly placeholder: boolean;
  readonly place: GraphPlace;
}

export interface GraphEdge {
  /** Null where the file gives none. */
  readonly id: string | null;
  readonly from: string;
  readonly to: string;
  /** "" where the file names none. */
  readonly relation: string;
  readonly note: string;
  readonly direction: "directed" | "undirected" | null;
  /** `stancesOfStanding` of a file of ours; else one that asserts. */
  readonly stances: readonly Stance[];
  /** `weight` among them. */
  readonly attributes: readonly GraphAttribute[];
  readonly spells: readonly string[];
  /** Addresses of documents that the file names for it: each becomes a source, and the edge a claim of each. */
  readonly urls: readonly string[];
  readonly place: GraphPlace;
}

/** Where something stands. */
export interface GraphPlace {
  /** In words, for a problem: `line 12`, `node "a"`. */
  readonly where: string;
  /** Line or row, for the citation; null where the format counts none. */
  readonly row: number | null;
}

export const plainNode = {
  label: "",
  type: "",
  aliases: [],
  description: "",
  attributes: [],
  spells: [],
  position: null,
  parent: null,
  placeholder: false,
};
export const plainEdge = {
  id: null,
  relation: "",
  note: "",
  direction: null,
  stances: ["asserts"],
  attributes: [],
  spells: [],
  urls: [],
} as const;

/** Attributes that name a node, and that say what it is, where the format itself does not; the first that is there. */
const labelKeys = ["label", "name", "title"];
const typeKeys = ["type", "kind", "category", "class", "labelv", "entity_type", "node_type"];

/**
 * What nodes and edges of any format mean: a node is an entity and a claim for each attribute, an edge a claim for each of its spells,
 * sources and stances, all said by the file unless it names a source. A node that is declared twice has what both say, an edge
 * under a known id that says the same is one claim, one that says something else is kept beside it; both are reported.
 * Positions become a chart. Nothing is held but the ids.
 */
export class GraphRecords {
  readonly #context: ReadContext;
  readonly #relations: ReturnType<typeof relationChooser>;
  /** Of each node where its last position begins, -1 for one without. */
  readonly #nodes = new Map<string, number>();
  /** x and y, one after the other. */
  readonly #positions: number[] = [];
  /**
   * By a number for the id of each edge that has one, a number for what it says. Two ids of one number (one in 10,000 files of a million
   * edges has such) are told as one id, and both edges are kept.
   */
  readonly #edges = new NumberTable();
  readonly #sources = new Set<string>();
  readonly #properties = new Set<string>();
  #unnamed = 0;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#relations = relationChooser(context.ontology);
  }

  *node(node: GraphNode): Generator<ReadRecord> {
    const broken = brokenText([node.id, node.label, node.type, ...node.aliases, node.description, ...texts(node.attributes)]);
    if (node.id === "" || broken) {
      yield this.#problem(
        node.place,
        broken ? brokenProblem : { kind: "empty-id", message: "wanted an id, got none" },
        "dropped",
      );
      return;
    }
    if (this.#nodes.has(node.id))
      yield this.#problem(
        node.place,
        {
          kind: "repeated-id",
          message: `wanted a new id, got ${short(node.id)} again; what both say is kept`,
        },
        "merged",
      );
    else this.#nodes.set(node.id, -1);
    const label = firstOf(node.label, node.attributes, labelKeys);
    const type = firstOf(node.type, node.attributes, typeKeys);
    yield {
      kind: "entity",
      entity: {
        id: entityId(node.id),
        type: this.#typeOf(type.text),
        name: label.text || node.id,
        aliases: node.aliases.filter((alias) => alias !== "" && alias !== label.text),
        description: node.description,
        placeholder: node.placeholder,
      },
    };
    const taken = [label.taken, type.taken];
    for (const attribute of node.attributes)
      if (!taken.includes(attribute) && attribute.value !== "") yield* this.#attribute(node, attribute);
    for (const during of node.spells) yield* this.#attribute(node, { key: "present", value: true, during });
    if (node.parent !== null && node.parent !== "") yield* this.#partOf(node, node.parent);
    if (node.position !== null) this.#place(node.id, node.position);
  }

  *edge(edge: GraphEdge): Generator<ReadRecord> {
    const ordinal = this.#unnamed++;
    const broken = brokenText([
      edge.id ?? "",
      edge.from,
      edge.to,
      edge.relation,
      edge.note,
      ...edge.urls,
      ...texts(edge.attributes),
    ]);
    const missing = [edge.from === "" ? "source" : "", edge.to === "" ? "target" : ""].filter((end) => end !== "");
    if (broken || missing.length > 0) {
      const empty = { kind: "empty-end", message: `wanted an id at both ends, got none at the ${missing.join(" and the ")}` };
      yield this.#problem(edge.place, broken ? brokenProblem : empty, "dropped");
      return;
    }
    const key = yield* this.#keyOf(edge, ordinal);
    if (key === null) return;
    const { relation, note, undirected, trouble } = this.#relations.choose({ name: edge.relation, direction: edge.direction });
    if (undirected !== null) yield { kind: "relation", relation: undirected };
    if (trouble !== null) yield this.#problem(edge.place, { kind: "mixed-direction", message: trouble }, "repaired");
    yield* this.#claimsOf(edge, { key, relation, note: note || edge.note });
  }

  /** The chart of all positions, where there are any. */
  *end(): Generator<ReadRecord> {
    const positions = this.#positions;
    if (positions.length === 0) return;
    const nodes: ChartNode[] = [];
    for (const [id, at] of this.#nodes)
      if (at >= 0) nodes.push({ entity: entityId(id), x: positions[at]!, y: positions[at + 1]!, pinned: false });
    const { file, source } = this.#context;
    yield { kind: "chart", chart: { id: chartId(`${source.id}-layout`), name: `Layout of ${file}`, nodes } };
  }

  /** What tells this edge's claims from others'; null for one that has been read. */
  *#keyOf(edge: GraphEdge, ordinal: number): Generator<ReadRecord, string | null> {
    if (edge.id === null || edge.id === "") return `edge ${ordinal + 1}`;
    const said = contentNumber([edge.id, edge.from, edge.to, edge.relation, edge.attributes, edge.spells, edge.urls]);
    const id = contentNumber(edge.id);
    const before = this.#edges.get(id);
    if (before === undefined) {
      this.#edges.set(id, said);
      return edge.id;
    }
    if (before === said) {
      yield this.#problem(
        edge.place,
        {
          kind: "repeated-id",
          message: `wanted a new id, got ${short(edge.id)} again in the same words; it is one link`,
        },
        "merged",
      );
      return null;
    }
    yield this.#problem(
      edge.place,
      {
        kind: "repeated-id",
        message: `wanted a new id, got ${short(edge.id)} again in other words; both are kept`,
      },
      "kept",
    );
    return `${edge.id} ${ordinal + 1}`;
  }

  *#claimsOf(
    edge: GraphEdge,
    { key, relation, note }: { key: string; relation: LinkClaim["relation"]; note: string },
  ): Generator<ReadRecord> {
    const sources = yield* this.#sourcesOf(edge.urls);
    const spells = edge.spells.length === 0 ? [null] : edge.spells;
    let count = 0;
    for (const stance of edge.stances)
      for (const source of sources)
        for (const during of spells) {
          const suffix = count++ === 0 ? "" : `~${count}`;
          const claim: LinkClaim = {
            ...this.#said(source, edge.place),
            kind: "link",
            id: claimId(`${this.#context.source.id}#${key}${suffix}`),
            subject: entityId(edge.from),
            relation,
            object: entityId(edge.to),
            stance,
            during,
            note,
            attributes: edge.attributes.map(
              ({ key: name, value, during: when }) => [when === null ? name : `${name} ${when}`, value] as const,
            ),
          };
          yield { kind: "claim", claim };
        }
  }

  *#attribute(node: GraphNode, { key, value, during }: GraphAttribute): Generator<ReadRecord> {
    if (key === "") return;
    const property = propertyId(key);
    if (!this.#properties.has(key) && !this.#context.ontology.properties.has(property))
      yield { kind: "property", property: { id: property, label: key.replaceAll(/[-_]+/g, " ").trim() || key, unit: "" } };
    this.#properties.add(key);
    const claim: AttributeClaim = {
      ...this.#said(this.#context.source, node.place),
      kind: "attribute",
      id: claimId(contentId(this.#context.source.id, [node.id, key, value, during])),
      subject: entityId(node.id),
      stance: "asserts",
      property,
      value,
      approximate: false,
      during,
      note: "",
    };
    yield { kind: "claim", claim };
  }

  *#partOf(node: GraphNode, parent: string): Generator<ReadRecord> {
    const claim: LinkClaim = {
      ...this.#said(this.#context.source, node.place),
      kind: "link",
      id: claimId(`${this.#context.source.id}#part ${node.id}`),
      subject: entityId(node.id),
      relation: relationId("part-of"),
      object: entityId(parent),
      stance: "asserts",
      during: null,
      note: "",
      attributes: [],
    };
    yield { kind: "claim", claim };
  }

  /** What every claim of the file has alike. */
  #said(source: Source, { row }: GraphPlace) {
    const { file, by, at } = this.#context;
    return {
      speaker: null,
      source: source.id,
      citation: row === null ? null : ({ kind: "row", row } as const),
      said: null,
      about: null,
      credibility: null,
      relays: null,
      origin: { kind: "imported", file, row } as const,
      recordedBy: by,
      recordedAt: at,
    };
  }

  /** The documents at the addresses, each declared once; the file itself where there are none. */
  *#sourcesOf(urls: readonly string[]): Generator<ReadRecord, readonly Source[]> {
    if (urls.length === 0) return [this.#context.source];
    const found: Source[] = [];
    for (const url of new Set(urls)) {
      const source = sourceAt(url, this.#context);
      found.push(source);
      if (!this.#sources.has(url)) yield { kind: "source", source };
      this.#sources.add(url);
    }
    return found;
  }

  #place(id: string, { x, y }: { readonly x: number; readonly y: number }): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    this.#nodes.set(id, this.#positions.length);
    this.#positions.push(x, y);
  }

  #typeOf(text: string): EntityTypeId {
    if (text === "") return entityTypeId("thing");
    const [exact, kebab] = [entityTypeId(text), kebabOf(text)];
    const { types } = this.#context.ontology;
    return !types.has(exact) && kebab !== "" && types.has(entityTypeId(kebab)) ? entityTypeId(kebab) : exact;
  }

  #problem(place: GraphPlace, problem: { readonly kind: string; readonly message: string }, outcome: Outcome): ReadRecord {
    return {
      kind: "problem",
      problem: { file: this.#context.file, where: place.where, ...problem },
      outcome,
    };
  }
}

/** A document known by its address alone: its title is the address without what every address has. */
export function sourceAt(url: string, { at }: Pick<ReadContext, "at">): Source {
  return {
    id: sourceId(url),
    title: url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "") || url,
    ...bareSource,
    url,
    retrieved: at.slice(0, 10),
  };
}

const brokenProblem = { kind: "broken-text", message: "wanted well-formed Unicode, got half of a surrogate pair" };

function brokenText(values: readonly string[]): boolean {
  return !values.every((text) => text.isWellFormed());
}

function texts(attributes: readonly GraphAttribute[]): string[] {
  return attributes.flatMap(({ key, value }) => (typeof value === "string" ? [key, value] : [key]));
}

/** The text given, else that of the first attribute called so, which then is no attribute any more; others of that name stay. */
function firstOf(
  given: string,
  attributes: readonly GraphAttribute[],
  keys: readonly string[],
): { text: string; taken: GraphAttribute | null } {
  if (given !== "") return { text: given, taken: null };
  for (const key of keys) {
    const found = attributes.find(
      (each) => each.key.toLowerCase() === key && typeof each.value === "string" && each.value !== "" && each.during === null,
    );
    if (found !== undefined) return { text: String(found.value), taken: found };
  }
  return { text: "", taken: null };
}

function short(id: string): string {
  return JSON.stringify(id.length > 60 ? `${id.slice(0, 60)}…` : id);
}
