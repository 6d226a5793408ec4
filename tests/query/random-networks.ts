import * as fc from "fast-check";
import { isKindOf } from "../../src/claims/ontology.ts";
import { standingOf, standings } from "../../src/claims/standing.ts";
import { type Conditions, directions, noConditions } from "../../src/graph/conditions.ts";
import type { Inside } from "../../src/query/question.ts";
import { type DrawnLinkRow, type DrawnRows, rowsOf } from "./drawing.ts";

/** A small graph with types, and conditions on its links and entities. */
export interface AskedNetwork {
  readonly rows: DrawnRows;
  readonly conditions: Conditions;
  readonly inside: Inside;
}

const types = ["person", "company", "organization", "event"];
const sources = ["s1", "s2", "s3"];

const claim = fc
  .tuple(
    fc.constantFrom(...sources),
    fc.constantFrom("", "", "", "?", "!"),
    fc.constantFrom("", "", "@a"),
    fc.constantFrom("", "=s1"),
  )
  .map((parts) => parts.join(""));

/** Graphs of up to `most` entities a, b, c …; links among the first two thirds are likelier, so that some are hubs and some are cut off. */
export function askedNetworks(most: number, densest: number): fc.Arbitrary<AskedNetwork> {
  const names = Array.from({ length: most }, (_, at) => String.fromCharCode(97 + at));
  const end = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...names.slice(0, Math.ceil((most * 2) / 3))));
  const link = fc
    .tuple(
      end,
      end,
      fc.constantFrom(">", ">", ">", "-"),
      fc.constantFrom("", "", ":q", ":t"),
      fc.array(claim, { minLength: 1, maxLength: 3 }),
    )
    .map(([from, to, mark, relation, claims]) => `${from}${mark}${to}${mark === ">" ? relation : ""}(${claims.join(",")})`);
  return fc
    .record({
      typed: fc.array(fc.constantFrom(...types), { minLength: most, maxLength: most }),
      links: fc.array(link, { minLength: Math.floor(densest / 3), maxLength: densest }),
      inside: fc.record({
        types: sometimes(fc.subarray(types, { minLength: 1 }), []),
        notTypes: sometimes(fc.subarray(types, { minLength: 1, maxLength: 1 }), []),
        avoid: sometimes(fc.subarray(names, { minLength: 1, maxLength: 2 }), []),
        maxDegree: sometimes(fc.integer({ min: 0, max: 6 }), null),
      }),
      conditions: fc.record({
        direction: fc.constantFrom(...directions),
        relations: sometimes(fc.subarray(["r", "q", "t", "near"], { minLength: 1 }), []),
        standing: sometimes(fc.constantFrom(...standings), null),
        notSources: sometimes(fc.subarray(sources, { minLength: 1, maxLength: 2 }), []),
        includeDenied: fc.boolean(),
        origins: sometimes(fc.integer({ min: 1, max: 2 }), null),
      }),
    })
    .map(({ typed, links, inside, conditions }) => ({
      rows: rowsOf([...names.map((name, at) => `${name}/${typed[at]}`), ...links]),
      conditions: { ...noConditions, ...conditions } as unknown as Conditions,
      inside: inside as unknown as Inside,
    }));
}

export const askedNetwork = askedNetworks(8, 20);

export function sometimes<T, D>(value: fc.Arbitrary<T>, otherwise: D): fc.Arbitrary<T | D> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: value });
}

export interface QualifyingLink {
  readonly id: string;
  readonly relation: string;
  readonly from: string;
  readonly to: string;
  readonly standing: (typeof standings)[number];
  /** Which ways the question's direction lets it be walked. */
  readonly ways: "both" | "along" | "against";
}

/** The links that are left once the conditions are applied to the lists of claims (R2, R16-R18, R27); self-loops among them. By id. */
export function qualifyingLinks(rows: DrawnRows, conditions: Conditions): QualifyingLink[] {
  return rows.links.flatMap((row) => {
    const standing = standingLeft(row, conditions);
    if (standing === null) return [];
    const symmetric = rows.ontology.relations.get(row.link.relation)?.symmetric === true;
    const ways = symmetric || conditions.direction === "any" ? "both" : conditions.direction === "forward" ? "along" : "against";
    return [{ ...row.link, standing, ways }];
  });
}

function standingLeft(
  { link, claims }: DrawnLinkRow,
  { relations, notSources, notClaims, standing, origins, includeDenied }: Conditions,
) {
  if (relations.length > 0 && !relations.includes(link.relation)) return null;
  const left = claims.filter(({ source, id }) => !notSources.includes(source) && !notClaims.includes(id));
  const own = left.filter(({ stance, speaker }) => stance === "asserts" && speaker === null);
  const attributed = left.filter((each) => each.stance !== "denies" && !own.includes(each));
  const originsOf = (some: typeof left) => new Set(some.map(({ origin }) => origin)).size;
  const found = standingOf({
    ownVoiceOrigins: originsOf(own),
    attributed: attributed.length,
    denials: left.length - own.length - attributed.length,
  });
  if (found === null || (origins !== null && originsOf(own.length > 0 ? own : attributed) < origins)) return null;
  const weakest = standing ?? (includeDenied ? "denied" : "contested");
  return standings.indexOf(found) <= standings.indexOf(weakest) ? found : null;
}

/** The entities that may stand in an answer: those named, and those that fit (R26). */
export function fittingEntities(
  rows: DrawnRows,
  { types: only, notTypes, avoid, maxDegree }: Inside,
  named: readonly string[],
): ReadonlySet<string> {
  return new Set(
    rows.entities.filter((id) => {
      if (avoid.includes(id)) return false;
      if (named.includes(id)) return true;
      const isAny = (kinds: readonly string[]) =>
        kinds.some((kind) => isKindOf(rows.ontology, rows.types.get(id)!, kind as never));
      const degree = rows.links.filter(({ link }) => link.from !== link.to && (link.from === id || link.to === id)).length;
      return (only.length === 0 || isAny(only)) && !isAny(notTypes) && (maxDegree === null || degree <= maxDegree);
    }),
  );
}

/** From where to where the link may be walked. */
export function stepsOf({ from, to, ways }: QualifyingLink): [from: string, to: string][] {
  if (ways === "both")
    return [
      [from, to],
      [to, from],
    ];
  return [ways === "along" ? [from, to] : [to, from]];
}
