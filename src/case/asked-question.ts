import { BadInput } from "../base/problem.ts";
import type {
  AroundQuestion,
  BearingQuestion,
  CommonQuestion,
  ConnectQuestion,
  PathQuestion,
  PatternQuestion,
  Question,
} from "../query/question.ts";
import { type Ask, asks, type QuestionField } from "../query/question-field.ts";
import { defaultOf, fieldsOf } from "../query/question-fields.ts";
import type { QuestionOf } from "../query/run.ts";
import type { CaseStore } from "../store/case-store.ts";
import { findEntity, shorten } from "./find-entity.ts";
import { knownType } from "./known-names.ts";
import { oneOf, shown } from "./one-of.ts";
import { readField } from "./read-field.ts";
import { readPattern } from "./read-pattern.ts";
import { refuseContradictions } from "./refuse-contradictions.ts";

/** A field as a user gives it: ids or names where the question holds ids, plain texts where it holds one of a few words. */
type GivenValue<T> = T extends readonly unknown[]
  ? readonly string[]
  : T extends boolean
    ? boolean
    : T extends number
      ? number
      : T extends string
        ? string
        : T;

type GivenFields<Q extends Question, Own extends keyof Q = never> = {
  readonly [Field in Exclude<keyof Q, Own | "ask">]?: GivenValue<Q[Field]>;
};

/** One entity or several; `person:*` stands for every entity of a type. May be empty where the side has types. */
export type AskedSide = string | readonly string[];

/** A path question as a user gives it: everything by id or name, all but the two sides may be left out. */
export interface AskedPath extends GivenFields<PathQuestion, "from" | "to" | "maxGap"> {
  readonly ask?: "path";
  readonly from: AskedSide;
  readonly to: AskedSide;
  /** Days, or `30d`, `4w`, `6m`, `1y`. */
  readonly maxGap?: number | string | null;
}

export interface AskedAround extends GivenFields<AroundQuestion, "center"> {
  readonly ask?: "around";
  readonly center: string;
}

export interface AskedConnect extends GivenFields<ConnectQuestion, "entities"> {
  readonly ask?: "connect";
  readonly entities: readonly string[];
}

export interface AskedCommon extends GivenFields<CommonQuestion, "entities"> {
  readonly ask?: "common";
  readonly entities: readonly string[];
}

export interface AskedBearing extends GivenFields<BearingQuestion, "from" | "to" | "maxGap"> {
  readonly ask?: "bearing";
  readonly from: AskedSide;
  readonly to: AskedSide;
  readonly maxGap?: number | string | null;
}

/** A pattern as text, or its nodes and edges, in which entities, types and relations may go by name. */
export interface AskedPattern extends GivenFields<PatternQuestion, "nodes" | "edges"> {
  readonly ask?: "pattern";
  readonly pattern?: string;
  readonly nodes?: readonly AskedNode[];
  readonly edges?: readonly AskedEdge[];
}

export interface AskedNode {
  readonly name: string;
  readonly entity?: string | null;
  readonly types?: readonly string[];
}

export interface AskedEdge {
  readonly from: number;
  readonly to: number;
  readonly relations?: readonly string[];
  readonly direction?: string;
}

/** Any question as a user gives it; `ask` says which. */
export type AskedQuestion =
  | (AskedPath & { readonly ask: "path" })
  | (AskedAround & { readonly ask: "around" })
  | (AskedConnect & { readonly ask: "connect" })
  | (AskedCommon & { readonly ask: "common" })
  | (AskedBearing & { readonly ask: "bearing" })
  | (AskedPattern & { readonly ask: "pattern" });

/**
 * The whole question behind what was asked: names resolved, every field checked, defaults filled in, contradictions refused
 * (R13). A whole question gives itself. Throws BadInput in one line for what the case does not know, for a field that the question
 * does not have, and for whatever a script may have put there.
 */
export function wholeQuestion<A extends Ask>(
  store: CaseStore,
  asked: Extract<AskedQuestion, { readonly ask: A }>,
): QuestionOf<A> {
  const given = fieldsGiven(asked);
  const ask = oneOf("ask", given.get("ask"), asks) as A;
  const known = fieldsOf(ask);
  refuseUnknown(ask, given, known);
  const sides = ask === "path" || ask === "bearing" ? readSides(store, ask, given) : {};
  const read = known
    .filter(({ name }) => name !== "pattern" && !Object.hasOwn(sides, name))
    .map((field) => [field.name, fieldValue(store, { ask, field }, given.get(field.name))]);
  const pattern = ask === "pattern" ? readPattern(store, given) : {};
  const question = { ask, ...sides, ...pattern, ...Object.fromEntries(read) } as QuestionOf<A>;
  refuseContradictions(question);
  return question;
}

/** Own fields only; a field that is there and undefined is one that was left out. */
function fieldsGiven(asked: unknown): Map<string, unknown> {
  if (typeof asked !== "object" || asked === null || Array.isArray(asked))
    throw new BadInput(`question: wanted an object, got ${shown(asked)}`);
  return new Map(Object.entries(asked).filter(([, value]) => value !== undefined));
}

function refuseUnknown(ask: Ask, given: ReadonlyMap<string, unknown>, known: readonly QuestionField[]): void {
  const names = new Set<string>(["ask", ...known.map(({ name }) => name), ...(ask === "pattern" ? ["nodes", "edges"] : [])]);
  for (const name of given.keys())
    if (!names.has(name)) throw new BadInput(`${ask}: wanted only fields of the question, got ${shorten(name)}`);
}

function fieldValue(store: CaseStore, { ask, field }: { ask: Ask; field: QuestionField }, given: unknown): unknown {
  const left = defaultOf(ask, field.name);
  if (given === undefined && left !== undefined) return left;
  return given === null && left === null ? null : readField(store, field, given);
}

const sideFields = [
  ["from", "fromTypes"],
  ["to", "toTypes"],
] as const;

function readSides(store: CaseStore, ask: Ask, given: ReadonlyMap<string, unknown>): Record<string, string[]> {
  const sides: Record<string, string[]> = {};
  for (const [name, types] of sideFields) {
    const side = [given.get(name) ?? []].flat();
    const ofType = side.map((each) => typeOfSide(store, each));
    const read = (field: "from" | "fromTypes" | "to" | "toTypes", is: "entities" | "types", texts: unknown) =>
      readField(store, { name: field, holds: { is } }, texts) as string[];
    const entities = side.filter((_, at) => ofType[at] === null);
    sides[name] = read(name, "entities", entities);
    const named = given.get(types) ?? [];
    sides[types] = [...new Set([...ofType.filter((type) => type !== null), ...read(types, "types", named)])];
    if (sides[name].length + sides[types].length === 0)
      throw new BadInput(`${ask}: wanted at least one entity or type on each side, got none in ${name}`);
  }
  return sides;
}

/** `person:*` names a type, unless an entity is called so. */
function typeOfSide(store: CaseStore, text: unknown): string | null {
  if (typeof text !== "string" || !text.endsWith(":*") || !text.isWellFormed()) return null;
  try {
    findEntity(store, text);
    return null;
  } catch (error) {
    if (!(error instanceof BadInput) || error.kind !== "not-found") return null;
    return knownType(store, text.slice(0, -2));
  }
}
