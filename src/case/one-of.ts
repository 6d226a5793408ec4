import { BadInput } from "../base/problem.ts";
import { shorten } from "./find-entity.ts";

/** The value among those allowed. Throws BadInput that lists them. */
export function oneOf<T extends string>(what: string, got: unknown, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === got);
  if (found === undefined)
    throw new BadInput(`${what}: wanted ${allowed.join(", ")}, got ${shown(got)}`, { candidates: allowed });
  return found;
}

/** A value of any kind in a message: texts quoted and cut, lists and objects not written out. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return shorten(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
