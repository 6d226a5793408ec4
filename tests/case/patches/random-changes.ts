import { claimId, entityId, entityTypeId, judgementId, relationId, type SourceId, sourceId } from "../../../src/base/ids.ts";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import type { Change } from "../../../src/claims/change.ts";
import { type LinkClaim, stances } from "../../../src/claims/claim.ts";
import { families, relationOf, typeOf } from "../../../src/claims/ontology.ts";
import { reliabilities } from "../../../src/claims/source.ts";
import type { CaseStore } from "../../../src/store/case-store.ts";
import { randomFrom } from "../../formats/random-from.ts";
import { drawnRelations, drawnSources } from "../../query/random-drawings.ts";
import { attributeClaim, entityOf, judgementOf, linkClaim, putting, recording, sourceOf } from "../../store/records.ts";

/** Draws from a list, and a whole number below another. */
export interface Dice {
  below(bound: number): number;
  of<T>(list: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  const random = randomFrom(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  return { below, of: (list) => list[below(list.length)]! };
}

/** Questions name the first eight; the others come and go, before, between and after them. */
export const firstEntities = [..."abcdefgp"];
const laterEntities = [..."AZhijklmn", "a>r>b", "b1", "b%", "c>", "ä", "zz", "\u{1f600}", "\uffee"];
const sources = [...drawnSources, "s0", "s2b", "s5", "s9"];
const types = ["person", "person", "organization", "company", "armed-group", "place", "city", "thing-of-old"];
const relations = [...drawnRelations, "r", "funds", "owns", "seldom", "knows"];
const dates = [null, null, "2013", "2014-03", "2014-03-05", "2015-01-01", "~2014", "2014?", "2013/2015", "2014/..", "soon"];
const weights = [null, null, null, "0.5", "2", "3", "4.25", "0.1", "1000", "5000", "0", "-1", "0.1234567891"];

/** With a claim of every relation and source that one after another may lose. */
export function firstChanges(dice: Dice): Change[] {
  const words = relations.flatMap((relation, at) => drawnSources.map((source) => [relation, source, at] as const));
  const claims = words.map(([relation, source, at], n) =>
    linkClaim(`f${n}`, `${dice.of(firstEntities)} ${relation} ${dice.of(firstEntities)}`, {
      source: sourceId(source),
      during: dates[at % dates.length]!,
    }),
  );
  return [
    ...putting(...firstEntities.map((id) => entityOf(id)), ...drawnSources.map((id) => sourceOf(id))),
    { kind: "put-relation", before: null, after: { ...relationOf(builtInOntology, relationId("near")), symmetric: true } },
    ...recording(...claims),
  ];
}

/** Changes of one entry, by the number of the step; the case may refuse them. */
export function randomChanges(store: CaseStore, dice: Dice, step: number): readonly Change[] {
  const kinds: readonly (readonly [weight: number, make: () => Change[]])[] = [
    [30, () => recording(...randomClaims(store, dice, step))],
    [12, () => [{ kind: "withdraw-claim", claim: claimId(someClaim(store, dice)), reason: "r" }]],
    [4, () => [{ kind: "restore-claim", claim: claimId(someClaim(store, dice)), reason: "r" }]],
    [4, () => newEntity(dice, step)],
    [3, () => newSource(dice, step)],
    [2, () => putEntity(store, dice)],
    [2, () => putSource(store, dice)],
    [2, () => ontologyChange(store, dice)],
    [1, () => [{ kind: "record-judgement", judgement: judgementOf(`j${step}`, dice.of(laterEntities), dice.of(firstEntities)) }]],
    [1, () => [{ kind: "record-judgement", judgement: judgementOf(`j${step}`, "a", dice.of("bcd".split("")), "different") }]],
    [1, () => withdrawnJudgement(store, dice)],
    [1, () => [{ kind: "put-chart", before: null, after: { id: `ch${step}` as never, name: "x", nodes: [] } as never }]],
    [1, () => recording(attributeClaim(`c${step}-0`, dice.of(firstEntities), 7))],
  ];
  return dice.of(kinds.flatMap(([weight, make]) => Array<typeof make>(weight).fill(make)))();
}

function randomClaims(store: CaseStore, dice: Dice, step: number): LinkClaim[] {
  // All may have been undone.
  const known = { entities: ["a", ...namesOf(store.entities())], sources: ["s1", ...namesOf(store.sources())] };
  return Array.from({ length: 1 + dice.below(3) }, (_, at) => randomClaim(known, dice, `c${step}-${at}`));
}

/** What an import in bulk holds: entities that may be new, a source that may be, and claims between them and others. */
export function randomImport(store: CaseStore, dice: Dice, step: number) {
  const ids = new Set(
    Array.from({ length: 1 + dice.below(3) }, () => dice.of([...firstEntities, ...laterEntities, ...laterEntities])),
  );
  const source = dice.of(sources);
  const known = { entities: [...ids, ...namesOf(store.entities())], sources: [source] };
  return {
    entities: Array.from(ids, (id) => entityOf(id, { type: entityTypeId(dice.of(types)) })),
    source: sourceOf(source, { reliability: dice.of([null, ...reliabilities]) }),
    claims: Array.from({ length: 1 + dice.below(6) }, (_, at) => randomClaim(known, dice, `c${step}-${at}`)),
  };
}

function namesOf(records: Iterable<{ readonly id: string }>): string[] {
  return Array.from(records, ({ id }) => id);
}

interface Known {
  readonly entities: readonly string[];
  readonly sources: readonly string[];
}

function randomClaim(known: Known, dice: Dice, id: string): LinkClaim {
  const end = () => dice.of(dice.below(3) === 0 ? known.entities : firstEntities);
  const from = end();
  const to = dice.below(12) === 0 ? from : end();
  const weight = dice.of(weights);
  return linkClaim(id, `${from} ${dice.of(relations)} ${to}`, {
    stance: stances[dice.of([0, 0, 0, 1, 2])]!,
    speaker: dice.below(4) === 0 ? entityId(dice.of(["a", "p", dice.of(known.entities)])) : null,
    source: sourceId(dice.of(dice.below(3) === 0 ? known.sources : drawnSources)),
    relays: dice.below(5) === 0 ? claimId(dice.of([`c${dice.below(60)}-0`, `f${dice.below(40)}`])) : null,
    credibility: dice.of([null, null, 1, 2, 3, 6] as const),
    during: dice.of(dates),
    said: dice.of(dates),
    citation: dice.below(3) === 0 ? { kind: "quote", quote: "q", start: 0, end: 1 } : null,
    attributes: weight === null ? [] : [["weight", weight]],
  });
}

function someClaim(store: CaseStore, dice: Dice): string {
  const ids = [...store.allClaims()].map(({ id }) => id);
  return ids.length === 0 ? "none" : dice.of(ids);
}

/** Now and then with what is said of it in the same entry. */
function newEntity(dice: Dice, step: number): Change[] {
  const id = dice.of([...firstEntities, ...laterEntities, ...laterEntities]);
  const entity = entityOf(id, { type: entityTypeId(dice.of(types)) });
  const claim = linkClaim(`c${step}-0`, `${id} r ${dice.of(firstEntities)}`);
  return [...putting(entity), ...(dice.below(2) === 0 ? recording(claim) : [])];
}

function newSource(dice: Dice, step: number): Change[] {
  const id = dice.of(sources);
  const derivedFrom = dice.below(3) === 0 ? sourceId(dice.of(sources)) : null;
  const source = sourceOf(id, { derivedFrom, reliability: dice.of([null, ...reliabilities]) });
  const claim = linkClaim(`c${step}-0`, `a r ${dice.of(firstEntities)}`, { source: sourceId(id) });
  return [...putting(source), ...(dice.below(2) === 0 ? recording(claim) : [])];
}

function putEntity(store: CaseStore, dice: Dice): Change[] {
  const before = store.entity(entityId(dice.of([...firstEntities, ...laterEntities, ...laterEntities]))) ?? null;
  if (before === null) return [];
  const after = dice.of([null, { ...before, type: entityTypeId(dice.of(types)) }, { ...before, name: `${before.name}!` }]);
  return [{ kind: "put-entity", before, after }];
}

function putSource(store: CaseStore, dice: Dice): Change[] {
  const before = store.source(dice.of(sources) as SourceId) ?? null;
  if (before === null) return [];
  const derivedFrom = sourceId(dice.of(sources));
  const after = dice.of([
    ...[null, { ...before, title: `${before.title}!` }, { ...before, reliability: dice.of(reliabilities) }],
    ...[
      { ...before, derivedFrom },
      { ...before, derivedFrom: null },
    ],
  ]);
  return [{ kind: "put-source", before, after }];
}

function ontologyChange(store: CaseStore, dice: Dice): Change[] {
  const { relations: known, types: knownTypes } = store.ontology();
  if (dice.below(3) === 0) {
    const id = entityTypeId(dice.of(types));
    const own = knownTypes.get(id);
    const after = {
      ...typeOf(store.ontology(), id),
      parent: dice.of([null, entityTypeId("organization"), entityTypeId("place")]),
    };
    return [{ kind: "put-type", before: own === undefined || builtInOntology.types.get(id) === own ? null : own, after }];
  }
  const id = relationId(dice.of(relations));
  const own = known.get(id);
  const before = own === undefined || builtInOntology.relations.get(id) === own ? null : own;
  const is = relationOf(store.ontology(), id);
  const after = dice.of([{ ...is, symmetric: !is.symmetric }, { ...is, family: dice.of(families) }, { ...is, label: "x" }, null]);
  return before === null && after === null ? [] : [{ kind: "put-relation", before, after }];
}

function withdrawnJudgement(store: CaseStore, dice: Dice): Change[] {
  const all = store.allJudgements();
  if (all.length === 0) return [];
  const { id, withdrawn } = dice.of(all);
  const kind = withdrawn === null ? "withdraw-judgement" : "restore-judgement";
  return [{ kind, judgement: judgementId(id), reason: "r" }];
}
