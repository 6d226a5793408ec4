import type { EntityId, EntityTypeId, RelationId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { PatternEdge, PatternNode, PatternQuestion } from "./question.ts";
import { scanPattern, type WrittenChain, type WrittenEdge, type WrittenNode } from "./scan-pattern.ts";

/** What the words of a pattern stand for in a case. */
export interface PatternWords {
  /** Null for what is no type. */
  readonly type: (text: string) => EntityTypeId | null;
  /** Null for what is no relation. */
  readonly relation: (text: string) => RelationId | null;
  /** Throws BadInput for what is no entity, or several (`ambiguous`). */
  readonly entity: (text: string) => EntityId;
}

export type ParsedPattern = Pick<PatternQuestion, "nodes" | "edges">;

/**
 * The nodes and edges of a pattern as people write it: `person -member-of-> organization -perpetrated-> event <-charged- *`.
 * A plain name is a hole that was named, else a type, else an entity; one in quotes is an entity. `p:person` names a
 * hole, so that `p` stands for it anywhere else; `person|company` fits either. An entity that is named twice is one node, a type
 * that is written twice two holes. Nodes come in the order in which they are first written. Throws BadInput with the position.
 */
export function parsePattern(text: string, words: PatternWords): ParsedPattern {
  const { chains } = scanPattern(text);
  const table = new NodeTable(words, chains);
  const edges: PatternEdge[] = [];
  for (const chain of chains) {
    const nodes = chain.nodes.map((node) => table.positionOf(node));
    for (const [at, edge] of chain.edges.entries()) {
      const [from, to] = [nodes[at]!, nodes[at + 1]!];
      if (from === to) throw refusal(edge.at, "wanted an edge between two different nodes, got one from a node to itself");
      edges.push({ from, to, relations: relationsOf(edge, words), direction: edge.direction });
    }
  }
  return { nodes: table.named(), edges };
}

function refusal(at: number, message: string, cause?: BadInput): BadInput {
  const kept = cause === undefined ? {} : { kind: cause.kind, candidates: cause.candidates, cause };
  return new BadInput(`pattern, character ${at}: ${message}`, kept);
}

function relationsOf({ relations }: WrittenEdge, words: PatternWords): RelationId[] {
  return relations.map(({ at, text }) => {
    const relation = words.relation(text);
    if (relation === null) throw refusal(at, `wanted a relation of the case, got ${JSON.stringify(text)}`);
    return relation;
  });
}

type Fit = Omit<PatternNode, "name">;

/** The nodes as they are first met, each once. */
class NodeTable {
  readonly #words: PatternWords;
  /** What fits the holes that are named with a colon, wherever that is written. */
  readonly #holes = new Map<string, Fit>();
  readonly #nodes: { readonly called: string; readonly fit: Fit }[] = [];
  readonly #ofEntity = new Map<EntityId, number>();
  /** Texts with a colon, and whether they are entities as a whole. */
  readonly #wholes = new Map<string, boolean>();
  readonly #ofHole = new Map<string, number>();

  constructor(words: PatternWords, chains: readonly WrittenChain[]) {
    this.#words = words;
    for (const node of chains.flatMap(({ nodes }) => nodes)) if (node.hole !== null) this.#define(node, node.hole);
  }

  positionOf(node: WrittenNode): number {
    const hole = this.#holeOf(node);
    const fit = hole === null ? this.#fitOf(node) : this.#holes.get(hole)!;
    const known = fit.entity === null ? this.#ofHole.get(hole ?? "") : this.#ofEntity.get(fit.entity);
    const position = known ?? this.#nodes.push({ called: this.#written(node), fit }) - 1;
    if (fit.entity !== null) this.#ofEntity.set(fit.entity, position);
    if (hole !== null) this.#ofHole.set(hole, position);
    return position;
  }

  /** All of them, with names unlike one another: the holes' own, else what was written, numbered where that is taken. */
  named(): PatternNode[] {
    const taken = new Set(this.#ofHole.keys());
    const own = new Map([...this.#ofHole].map(([name, position]) => [position, name]));
    return this.#nodes.map(({ called, fit }, position) => ({ name: own.get(position) ?? fresh(called, taken), ...fit }));
  }

  /** What fits a hole is said once, or again in the same words. */
  #define(node: WrittenNode, hole: string): void {
    if (this.#isWhole(node)) return;
    const fit = this.#fitOf(node);
    const before = this.#holes.get(hole) ?? fit;
    if (!isSame(before, fit)) throw refusal(node.at, `wanted ${hole} to stand for one thing, got a second`);
    this.#holes.set(hole, before);
  }

  #holeOf(node: WrittenNode): string | null {
    if (node.hole !== null) return this.#isWhole(node) ? null : node.hole;
    return node.kind === "plain" && this.#holes.has(node.text) ? node.text : null;
  }

  #fitOf(node: WrittenNode): Fit {
    if (node.kind === "any") return { entity: null, types: [] };
    const types = node.kind === "plain" ? this.#types(node.text) : null;
    return types === null ? { entity: this.#entity(node), types: [] } : { entity: null, types };
  }

  #entity(node: WrittenNode): EntityId {
    try {
      return this.#words.entity(this.#written(node));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      throw refusal(node.at, error.message + (node.kind === "plain" ? this.#hintFor(node.text) : ""), error);
    }
  }

  /** What somebody may have meant by a name that is none: a relation, or a node and a relation with no blank between. */
  #hintFor(text: string): string {
    if (this.#words.relation(text) !== null) return `; a relation is written without blanks, as -${text}->`;
    for (const { index } of text.matchAll(/-/g)) {
      const [node, relation] = [text.slice(0, index), text.slice(index + 1)];
      if (this.#words.type(node) !== null && this.#words.relation(relation) !== null)
        return `; an edge stands after a blank, as ${node} -${relation}->`;
    }
    return "";
  }

  #written(node: WrittenNode): string {
    if (node.kind === "any") return "any";
    return this.#isWhole(node) ? `${node.hole}:${node.text}` : node.text;
  }

  /** `person:Hasanov` names an entity by its type, as everywhere, and an id may hold a colon; else `p:Hasanov` names a hole. */
  #isWhole({ hole, kind, text }: WrittenNode): boolean {
    if (hole === null || kind !== "plain" || this.#types(text) !== null) return false;
    return this.#words.type(hole) !== null || this.#isEntity(`${hole}:${text}`);
  }

  #isEntity(text: string): boolean {
    const known = this.#wholes.get(text);
    if (known !== undefined) return known;
    const found = finds(text, this.#words.entity);
    this.#wholes.set(text, found);
    return found;
  }

  #types(text: string): EntityTypeId[] | null {
    const types = text.split("|").map((name) => this.#words.type(name.trim()));
    return types.every((type) => type !== null) ? types : null;
  }
}

/** Whether the text names an entity, or several. */
function finds(text: string, entity: PatternWords["entity"]): boolean {
  try {
    entity(text);
    return true;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return error.kind === "ambiguous";
  }
}

function isSame(a: Fit, b: Fit): boolean {
  return a.entity === b.entity && a.types.length === b.types.length && a.types.every((type, at) => type === b.types[at]);
}

/** The name, or the first numbered one that is free: "person", "person 2". */
function fresh(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
  taken.add(free);
  return free;
}
