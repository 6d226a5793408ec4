import { builtInRelations } from "../../../../src/claims/built-in-relations.ts";
import type { Draws } from "./draws.ts";
import { type EntityType, entityTypes } from "./entity-types.ts";

/** Kinds of entities that relations are told apart by. */
const kindOf: { readonly [T in EntityType]: string } = {
  country: "C",
  person: "P",
  company: "O",
  organization: "O",
  "public-body": "O",
  "armed-group": "O",
  media: "O",
  city: "L",
  facility: "L",
  place: "L",
  event: "E",
  attack: "E",
  trial: "E",
  meeting: "E",
  group: "G",
  document: "D",
  asset: "A",
  thing: "T",
};

/** What a first kind may be to a second, the likeliest first. */
const table: Readonly<Record<string, string>> = {
  PP: "relative-of assisted accused recruited funds tension-with related-to",
  PO: "member-of leads owns controls funds holds-office",
  PC: "national-of originates-from holds-office",
  PL: "located-in originates-from manages",
  PE: "participated-in victim-of perpetrated warned-of",
  PG: "member-of leads funds",
  PD: "holds linked-to",
  PA: "owns controls holds",
  OO: "owns affiliate-of funds supplies part-of sanctioned accused controls",
  OC: "located-in supplies backs sanctioned",
  OL: "located-in manages owns",
  OE: "participated-in perpetrated funds",
  OG: "backs supplies funds",
  OD: "holds owns",
  OA: "owns controls manages",
  CC: "tension-with backs sanctioned",
  EC: "took-place-in",
  EL: "took-place-in",
  EE: "part-of involved",
  EA: "involved",
  ED: "involved",
  LC: "located-in",
  LL: "located-in part-of",
  GC: "fights originates-from",
  GE: "perpetrated participated-in",
  GL: "located-in",
  GG: "fights part-of",
  GA: "holds",
  AC: "located-in originates-from",
  AL: "located-in",
  AA: "part-of",
  DC: "originates-from",
  DL: "located-in",
  DD: "part-of related-to",
};

const elsewhere = "linked-to related-to";
const codes = new Map(builtInRelations.map(({ id }, at) => [String(id), at]));

/** Ids of relations by their code in the columns. */
export const relationIds: readonly string[] = builtInRelations.map(({ id }) => id);
export const relationIsSymmetric: readonly boolean[] = builtInRelations.map(({ symmetric }) => symmetric);

interface Choice {
  /** Whether the second of the pair is the subject. */
  readonly turned: boolean;
  readonly relations: readonly number[];
}

const choices: readonly Choice[] = entityTypes.flatMap((one) =>
  entityTypes.map((other) => choiceOf(kindOf[one] + kindOf[other])),
);

function choiceOf(pair: string): Choice {
  const [one = "", other = ""] = pair;
  const turned = table[pair] === undefined && table[other + one] !== undefined;
  const relations = (table[pair] ?? table[other + one] ?? elsewhere).split(" ").map((id) => {
    const code = codes.get(id);
    if (code === undefined) throw new Error(`a relation of the built-in ontology was wanted, ${id} is none`);
    return code;
  });
  return { turned, relations };
}

/** A relation that fits two types (their places in `entityTypes`), and which way it goes; between equals either way. */
export function drawnRelation(one: number, other: number, draws: Draws): { readonly relation: number; readonly turned: boolean } {
  const { relations, turned } = choices[one * entityTypes.length + other]!;
  const relation = relations[draws.zipf(relations.length)]!;
  return { relation, turned: one === other ? draws.chance(0.5) : turned };
}
