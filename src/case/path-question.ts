import type { RelationId } from "../base/ids.ts";
import { relationId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Standing } from "../claims/standing.ts";
import { standings } from "../claims/standing.ts";
import { type Direction, directions } from "../graph/conditions.ts";
import type { AroundQuestion, PathKind, PathQuestion } from "../query/question.ts";
import { aroundDefaults, pathDefaults, pathKinds } from "../query/question.ts";
import type { CaseStore } from "../store/case-store.ts";
import { findEntity, shorten } from "./find-entity.ts";
import { findSource } from "./find-source.ts";

/** Constraints as a user gives them: ids or names; all may be left out. */
export interface AskedConstraints {
  readonly direction?: string;
  readonly relations?: readonly string[];
  /** At least this standing; null for any but denied. */
  readonly standing?: string | null;
  readonly avoid?: readonly string[];
  readonly notSources?: readonly string[];
  readonly includeDenied?: boolean;
  readonly limit?: number;
  readonly budgetMs?: number;
}

/** A path question as a user gives it: ends by id or name, one or several. */
export interface AskedPath extends AskedConstraints {
  readonly from: string | readonly string[];
  readonly to: string | readonly string[];
  readonly kind?: string;
  readonly maxHops?: number | null;
  readonly via?: readonly string[];
}

export interface AskedAround extends AskedConstraints {
  readonly center: string;
  readonly hops?: number;
}

/** The whole question, names resolved and everything checked. Throws BadInput in one line. */
export function pathQuestion(store: CaseStore, asked: AskedPath): PathQuestion {
  const ids = (names: readonly string[]) => names.map((name) => findEntity(store, name).id);
  const [from, to] = [asked.from, asked.to].map((end) => (typeof end === "string" ? [end] : end));
  if (from!.length === 0 || to!.length === 0) throw new BadInput("path: wanted at least one entity on each side, got none");
  const maxHops = asked.maxHops ?? pathDefaults.maxHops;
  return {
    ...pathDefaults,
    from: ids(from!),
    to: ids(to!),
    kind: oneOf<PathKind>("kind", asked.kind ?? pathDefaults.kind, pathKinds),
    maxHops: maxHops === null ? null : whole("max hops", maxHops, 0),
    ...constraints(store, asked, pathDefaults),
    via: ids(asked.via ?? []),
  };
}

/** Likewise for a neighbourhood. */
export function aroundQuestion(store: CaseStore, asked: AskedAround): AroundQuestion {
  return {
    ...aroundDefaults,
    center: findEntity(store, asked.center).id,
    hops: whole("hops", asked.hops ?? aroundDefaults.hops, 0),
    ...constraints(store, asked, aroundDefaults),
  };
}

function constraints(store: CaseStore, asked: AskedConstraints, defaults: typeof pathDefaults | typeof aroundDefaults) {
  return {
    limit: whole("limit", asked.limit ?? defaults.limit, 1),
    budgetMs: whole("budget in milliseconds", asked.budgetMs ?? defaults.budgetMs, 1),
    direction: oneOf<Direction>("direction", asked.direction ?? defaults.direction, directions),
    relations: (asked.relations ?? []).map((relation) => knownRelation(store, relation)),
    standing: asked.standing == null ? null : knownStanding(asked.standing),
    avoid: (asked.avoid ?? []).map((name) => findEntity(store, name).id),
    notSources: (asked.notSources ?? []).map((name) => findSource(store, name).id),
    includeDenied: asked.includeDenied ?? defaults.includeDenied,
  };
}

/** Throws BadInput that lists the scale. */
export function knownStanding(text: string): Standing {
  return oneOf<Standing>("standing", text, standings);
}

/** A relation of the ontology or of the case, by id or label. Throws BadInput that lists near ones. */
export function knownRelation(store: CaseStore, text: string): RelationId {
  const { relations } = store.ontology();
  const wanted = plain(text);
  const ids = new Set([...relations.keys(), ...Object.keys(store.stats().relations).map((id) => relationId(id))]);
  for (const id of ids) if (id === text) return id;
  for (const id of ids) if (plain(id) === wanted || plain(relations.get(id)?.label ?? id) === wanted) return id;
  const near = nearest([...ids], wanted);
  const listed = near.length > 0 ? near : [...ids].slice(0, 5);
  const message = `relation: wanted one that the case knows, got ${shorten(text)}; ${near.length > 0 ? "near" : "for example"}: ${listed.join(", ")}`;
  throw new BadInput(message, { candidates: listed });
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/g, "-");
}

/** At most five, nearest first: those that share their beginning, and half of their pairs of letters (Dice 1945). */
function nearest(ids: readonly RelationId[], wanted: string): RelationId[] {
  const ranked = ids.map((id) => ({ id, nearness: nearness(plain(id), wanted.slice(0, 100)) }));
  return ranked
    .filter((each) => each.nearness >= 0.5)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, 5)
    .map(({ id }) => id);
}

function nearness(id: string, wanted: string): number {
  const begins = wanted.length >= 3 && (id.includes(wanted.slice(0, 4)) || wanted.includes(id));
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [a, b] = [pairs(id), pairs(wanted)];
  const shared = a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
  return begins ? Math.max(0.5, shared) : shared;
}

/** The value among those allowed. Throws BadInput that lists them. */
export function oneOf<T extends string>(what: string, got: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === got);
  if (found === undefined)
    throw new BadInput(`${what}: wanted ${allowed.join(", ")}, got ${shorten(got)}`, { candidates: allowed });
  return found;
}

function whole(what: string, got: number, least: number): number {
  if (!Number.isSafeInteger(got) || got < least) throw new BadInput(`${what}: wanted a whole number from ${least}, got ${got}`);
  return got;
}
