import { claimId } from "../base/ids.ts";
import { parsePartialDate } from "../base/partial-date.ts";
import { parsePartialInterval } from "../base/partial-interval.ts";
import { BadInput } from "../base/problem.ts";
import type { FieldHolds, QuestionField } from "../query/question-field.ts";
import type { CaseStore } from "../store/case-store.ts";
import { daysOf } from "./days-of.ts";
import { findEntity, shorten } from "./find-entity.ts";
import { findSource } from "./find-source.ts";
import { knownFamily, knownRelation, knownType } from "./known-names.ts";
import { oneOf, shown } from "./one-of.ts";

/** What was given for a field as the question holds it: names resolved, bounds and dates checked. Throws BadInput in one line. */
export function readField(store: CaseStore, { name, holds }: Pick<QuestionField, "name" | "holds">, given: unknown): unknown {
  const what = nameInWords(name);
  switch (holds.is) {
    case "whole":
      return wholeNumber(what, given, holds);
    case "choice":
      return oneOf(
        what,
        given,
        holds.among.map(({ value }) => value),
      );
    case "flag":
      if (typeof given !== "boolean") throw new BadInput(`${what}: wanted true or false, got ${shown(given)}`);
      return given;
    case "date":
      return dateText(what, given);
    case "interval":
      return intervalText(what, given);
    case "days":
      return daysOf(what, given);
    case "entity":
      return findEntity(store, oneText(what, given)).id;
    case "pattern":
      return oneText(what, given);
    default:
      return readList(store, { what, is: holds.is }, given);
  }
}

/** `maxHops` as "max hops": the same words on the command line, over HTTP and on the page. */
function nameInWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

type ListOf = Extract<FieldHolds["is"], "entities" | "sources" | "claims" | "relations" | "families" | "types">;

function readList(store: CaseStore, { what, is }: { what: string; is: ListOf }, given: unknown): string[] {
  if (!Array.isArray(given)) throw new BadInput(`${what}: wanted a list of texts, got ${shown(given)}`);
  const read = readerOf(store, is);
  return [...new Set(given.map((each: unknown) => read(oneText(what, each))))];
}

function readerOf(store: CaseStore, is: ListOf): (text: string) => string {
  switch (is) {
    case "entities":
      return (text) => findEntity(store, text).id;
    case "sources":
      return (text) => findSource(store, text).id;
    case "claims":
      return (text) => knownClaim(store, text);
    case "relations":
      return (text) => knownRelation(store, text);
    case "families":
      return knownFamily;
    case "types":
      return (text) => knownType(store, text);
  }
}

function knownClaim(store: CaseStore, text: string): string {
  const claim = text === "" || !text.isWellFormed() ? undefined : store.claim(claimId(text));
  if (claim === undefined) throw new BadInput(`claim: wanted one of the case, got ${shorten(text)}`, { kind: "not-found" });
  return claim.id;
}

function oneText(what: string, given: unknown): string {
  if (typeof given !== "string") throw new BadInput(`${what}: wanted a text, got ${shown(given)}`);
  return given;
}

function wholeNumber(what: string, given: unknown, { least, most }: { readonly least: number; readonly most: number }): number {
  if (typeof given === "number" && Number.isSafeInteger(given) && given >= least && given <= most) return given;
  throw new BadInput(`${what}: wanted a whole number from ${least} to ${most}, got ${shown(given)}`);
}

function dateText(what: string, given: unknown): string {
  const text = oneText(what, given);
  if (parsePartialDate(text) !== undefined) return text;
  throw new BadInput(`${what}: wanted a date, as 2024, 2024-03 or 2024-03-24, got ${shorten(text)}`);
}

function intervalText(what: string, given: unknown): string {
  const text = oneText(what, given);
  if (parsePartialInterval(text) !== undefined) return text;
  throw new BadInput(`${what}: wanted a date or FROM/TO, as 2024-03, 2018/2020, 2019/.. or ../2020, got ${shorten(text)}`);
}
