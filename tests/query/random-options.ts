import * as fc from "fast-check";
import { families } from "../../src/claims/ontology.ts";
import { reliabilities } from "../../src/claims/source.ts";
import { standings } from "../../src/claims/standing.ts";
import { askedDate, askedInterval, drawnRelations, drawnSources } from "./random-drawings.ts";

/** What a question can name: who is on the sides (or in the middle), who is not, and the claims of the drawing. */
export interface Cast {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Entities that nobody has named yet. */
  readonly rest: readonly string[];
  readonly claims: readonly string[];
}

/** Some fields of a question, given its cast. */
type Fields = (cast: Cast) => Readonly<Record<string, unknown>>;

const field = <T>(name: string, values: fc.Arbitrary<T>): fc.Arbitrary<Fields> =>
  values.map((value) => () => ({ [name]: value }));

const some = (list: readonly string[], most = 2) => fc.shuffledSubarray([...list], { minLength: 1, maxLength: most });

const nth = (list: readonly string[], at: number): readonly string[] => (list.length === 0 ? [] : [list[at % list.length]!]);

const place = fc.nat({ max: 20 });
const kinds = ["person", "organization", "company", "place"];

/** Conditions on claims and links, which every question has. */
export const conditionOptions: Readonly<Record<string, fc.Arbitrary<Fields>>> = {
  forward: field("direction", fc.constant("forward")),
  backward: field("direction", fc.constant("backward")),
  relations: field("relations", some([...drawnRelations, "unheard-of"], 4)),
  notRelations: field("notRelations", some([...drawnRelations, "unheard-of"])),
  families: field("families", some(["other", "support", "affiliation", "family", families[0]], 3)),
  notFamilies: field("notFamilies", some(["other", "support", "affiliation", "family"])),
  standing: field("standing", fc.constantFrom(...standings)),
  includeDenied: field("includeDenied", fc.constant(true)),
  origins: field("origins", fc.constantFrom(1, 1, 2, 3)),
  sources: field("sources", some([...drawnSources, "s9"], 3)),
  notSources: field("notSources", some([...drawnSources, "s9"])),
  speakers: field("speakers", some(["a", "p"])),
  notSpeakers: field("notSpeakers", some(["a", "p"])),
  reliability: field("reliability", fc.constantFrom(...reliabilities)),
  credibility: field("credibility", fc.constantFrom(1, 2, 3, 4, 5, 6)),
  quoted: field("quoted", fc.constant(true)),
  noEchoes: field("noEchoes", fc.constant(true)),
  notClaims: fc.array(place, { minLength: 1, maxLength: 4 }).map((places) => ({ claims }) => ({
    notClaims: claims.length === 0 ? ["no-claim"] : [...new Set(places.flatMap((at) => nth(claims, at)))],
  })),
  said: field("said", askedInterval),
  at: field("at", askedDate),
  during: field("during", askedInterval),
  certain: fc.constantFrom({ during: "2014" }, { said: "2013/2015" }, {}).map((more) => () => ({ ...more, certain: true })),
  undated: fc.constantFrom({ during: "2013/2015" }, { said: "2014/.." }, {}).map((more) => () => ({ ...more, undated: "out" })),
};

/** On the entities inside. */
export const insideOptions: Readonly<Record<string, fc.Arbitrary<Fields>>> = {
  types: field("types", some(kinds, 3)),
  notTypes: field("notTypes", some(kinds)),
  avoid: fc.subarray([-1, -2], { minLength: 1 }).map((places) => ({ rest }) => ({
    avoid: places.flatMap((at) => rest.at(at) ?? []),
  })),
  maxDegree: field("maxDegree", fc.constantFrom(1, 2, 3, 4, 5, 6)),
};

/** On a path as a whole. Must-pass entities are those not named, ends now and then. */
export const alongOptions: Readonly<Record<string, fc.Arbitrary<Fields>>> = {
  maxHops: field("maxHops", fc.constantFrom(1, 2, 2, 3, 4, 5)),
  via: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 })).map(([others, ends]) => (cast) => ({
    via: viaOf(cast, { others, ends }),
  })),
  viaOrdered: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat({ max: 1 })).map(([others, ends]) => (cast) => ({
    ...{ via: viaOf(cast, { others, ends }), viaOrdered: true },
  })),
  oneSource: field("sourcesAlong", fc.constant("same")),
  differentSources: field("sourcesAlong", fc.constant("different")),
  inTime: field("timeOrder", fc.constant("forward")),
  backInTime: field("timeOrder", fc.constant("backward")),
  maxGap: field("maxGap", fc.constantFrom(0, 1, 2, 30, 300, 366)),
};

/** On the sides, beside those that they name. Sides that meet are refused. */
export const sideOptions: Readonly<Record<string, fc.Arbitrary<Fields>>> = {
  fromTypes: fc.tuple(some(["place", "city", "company", "organization"]), fc.boolean()).map(([types, only]) => () => ({
    ...{ fromTypes: types, ...(only ? { from: [] } : {}) },
  })),
  toTypes: fc.tuple(some(["person", "armed-group", "company"]), fc.boolean()).map(([types, only]) => () => ({
    ...{ toTypes: types, ...(only ? { to: [] } : {}) },
  })),
};

export const limitOption: Readonly<Record<string, fc.Arbitrary<Fields>>> = {
  limit: field("limit", fc.constantFrom(1, 1, 2, 3, 5)),
};

/** From the front of the rest, where `avoid` takes from its end: what is asked for and avoided is refused. */
function viaOf({ from, to, rest }: Cast, count: { readonly others: number; readonly ends: number }): string[] {
  return [...rest.slice(0, Math.max(count.others, 1 - count.ends)), ...[...from, ...to].slice(0, count.ends)];
}
