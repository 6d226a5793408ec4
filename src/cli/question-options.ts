import type { AskedConstraints, AskedPath } from "../case/path-question.ts";
import type { CallOptions, CommandOption } from "./command.ts";

/** Constraints that `path` and `around` share. */
export const constraintOptions: readonly CommandOption[] = [
  { name: "limit", value: "N", takes: "number", about: "at most N paths or entities" },
  { name: "direction", value: "D", about: "any (default), forward, backward" },
  { name: "relation", value: "A,B", takes: "list", about: "only these relations" },
  { name: "standing", value: "S", about: "at least: corroborated, stated, alleged, contested, denied" },
  { name: "avoid", value: "E", takes: "many", about: "not through this entity; may be repeated" },
  { name: "not-source", value: "T", takes: "many", about: "without the claims of this source; may be repeated" },
  { name: "include-denied", about: "walk links that are only denied, too" },
  { name: "budget", value: "MS", takes: "number", about: "milliseconds at most" },
];

export const pathOptions: readonly CommandOption[] = [
  { name: "kind", value: "K", about: "shortest" },
  { name: "max-hops", value: "N", takes: "number", about: "at most N hops" },
  { name: "via", value: "E", takes: "many", about: "through this entity; may be repeated" },
  ...constraintOptions,
];

/** What the options leave out is left out of the question. */
export function askedConstraints(options: CallOptions): AskedConstraints {
  return {
    ...given("limit", options.number("limit")),
    ...given("direction", options.text("direction")),
    ...given("relations", options.list("relation")),
    ...given("standing", options.text("standing")),
    ...given("avoid", options.list("avoid")),
    ...given("notSources", options.list("not-source")),
    ...given("includeDenied", options.flag("include-denied") ? true : undefined),
    ...given("budgetMs", options.number("budget")),
  };
}

export function askedPath(from: string, to: string, options: CallOptions): AskedPath {
  return {
    from,
    to,
    ...given("kind", options.text("kind")),
    ...given("maxHops", options.number("max-hops")),
    ...given("via", options.list("via")),
    ...askedConstraints(options),
  };
}

function given<Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: T });
}
