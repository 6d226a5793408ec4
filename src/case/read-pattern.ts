import { BadInput } from "../base/problem.ts";
import { directions } from "../graph/conditions.ts";
import { type PatternWords, parsePattern } from "../query/parse-pattern.ts";
import type { PatternEdge, PatternNode } from "../query/question.ts";
import type { CaseStore } from "../store/case-store.ts";
import { findEntity, shorten } from "./find-entity.ts";
import { relationWords, typeWords } from "./known-names.ts";
import { oneOf, shown } from "./one-of.ts";
import { readField } from "./read-field.ts";

const longestText = 10_000;

/** Nodes and edges of a pattern, as given or out of its text, every name in them resolved. Throws BadInput in one line. */
export function readPattern(
  store: CaseStore,
  given: ReadonlyMap<string, unknown>,
): { readonly nodes: readonly PatternNode[]; readonly edges: readonly PatternEdge[] } {
  const text = given.get("pattern");
  if (text !== undefined) {
    if (given.has("nodes") || given.has("edges")) throw new BadInput("pattern: wanted a text, or nodes and edges, got both");
    return parsePattern(patternText(text), wordsOf(store));
  }
  const nodes = recordsOf("nodes", given.get("nodes")).map((node) => nodeOf(store, node));
  const edges = recordsOf("edges", given.get("edges")).map((edge) => edgeOf(store, edge, nodes.length));
  return { nodes, edges };
}

function patternText(given: unknown): string {
  if (typeof given === "string" && given.length <= longestText) return given;
  throw new BadInput(`pattern: wanted a text of at most ${longestText} characters, got ${shown(given)}`);
}

function wordsOf(store: CaseStore): PatternWords {
  const [types, relations] = [typeWords(store), relationWords(store)];
  return { type: types.find, relation: relations.find, entity: (text) => findEntity(store, text).id };
}

type Fields = Readonly<Record<string, unknown>>;

function recordsOf(what: string, given: unknown): Fields[] {
  if (!Array.isArray(given)) throw new BadInput(`${what}: wanted a list, got ${shown(given)}`);
  return given.map((each: unknown) => {
    if (typeof each !== "object" || each === null || Array.isArray(each))
      throw new BadInput(`${what}: wanted objects, got ${shown(each)}`);
    return each as Fields;
  });
}

function onlyFields(what: string, fields: Fields, known: readonly string[]): void {
  const other = Object.keys(fields).find((name) => !known.includes(name));
  if (other !== undefined) throw new BadInput(`${what}: wanted only ${known.join(", ")}, got ${shorten(other)}`);
}

function nodeOf(store: CaseStore, fields: Fields): PatternNode {
  onlyFields("nodes", fields, ["name", "entity", "types"]);
  const { name, entity = null, types = [] } = fields;
  if (typeof name !== "string" || name === "" || !name.isWellFormed())
    throw new BadInput(`nodes: wanted a name for each, got ${shown(name)}`);
  const id = entity === null ? null : readField(store, { name: "center", holds: { is: "entity" } }, entity);
  return {
    name,
    entity: id as PatternNode["entity"],
    types: readField(store, { name: "types", holds: { is: "types" } }, types) as PatternNode["types"],
  };
}

function edgeOf(store: CaseStore, fields: Fields, nodes: number): PatternEdge {
  onlyFields("edges", fields, ["from", "to", "relations", "direction"]);
  const { from, to, relations = [], direction = "forward" } = fields;
  return {
    from: place("from", from, nodes),
    to: place("to", to, nodes),
    relations: readField(store, { name: "relations", holds: { is: "relations" } }, relations) as PatternEdge["relations"],
    direction: oneOf("direction", direction, directions),
  };
}

function place(what: string, given: unknown, nodes: number): number {
  if (typeof given === "number" && Number.isSafeInteger(given) && given >= 0 && given < nodes) return given;
  throw new BadInput(`edges: wanted in ${what} the place of a node, from 0 to ${nodes - 1}, got ${shown(given)}`);
}
