import type { CaseSize } from "./case-size.ts";
import { countries } from "./countries.ts";
import { about, Draws } from "./draws.ts";
import { type EntityType, entityTypes, placeholderType, twinOf } from "./entity-types.ts";
import { entityIdOf } from "./record-ids.ts";
import { type Tongue, tongues, type Word } from "./tongues.ts";

export interface Names {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Names of the entities of a case, each drawn when it is asked for. */
export type NamesOf = (entity: number, type: EntityType) => Names;

/** Name and aliases of any entity: many scripts, accents, transliterations, and namesakes as often as life has them. */
export function namesOfCase(size: CaseSize): NamesOf {
  const draws = new Draws(size.seed);
  const names: NamesOf = (entity, type) => {
    if (type === "country") {
      const [name = "", ...aliases] = countries[entity]!;
      return { name, aliases };
    }
    if (type === placeholderType) return { name: entityIdOf(entity), aliases: [] };
    const twin = twinOf(size, entity, draws);
    return twin === null ? drawnNames(entity, type, draws) : asWrittenElsewhere(names(twin, type));
  };
  return names;
}

/** How another record of the same writes it. */
function asWrittenElsewhere({ name, aliases }: Names): Names {
  const [first, ...more] = aliases;
  if (first !== undefined) return { name: first, aliases: more };
  const [head = "", ...tail] = name.split(" ");
  return { name: tail.length === 0 ? `${name} (2)` : `${tail.join(" ")} ${head}`, aliases: [] };
}

/** Shares of entities that have another name at all, and that are called by the one in their own script. */
const ALIASED = 0.45;
const NATIVE = 0.3;

function drawnNames(entity: number, type: EntityType, draws: Draws): Names {
  draws.key(about.entityName, entity);
  const tongue = tongues[draws.zipf(tongues.length)]!;
  const [native, latin] = made(type, tongue, draws);
  draws.key(about.aliases, entity);
  const [name, other] = draws.chance(NATIVE) ? [native, latin] : [latin, native];
  if (!draws.chance(ALIASED)) return { name, aliases: [] };
  const aliases = other === name ? [] : [other];
  if (draws.chance(0.5)) aliases.push(variant(type, latin, draws));
  return { name, aliases: [...new Set(aliases)].filter((alias) => alias !== name) };
}

/** An abbreviation, another order, or letters without their marks. */
function variant(type: EntityType, name: string, draws: Draws): string {
  const [first = "", ...rest] = name.split(" ");
  const way = draws.below(3);
  if (way === 0) return name.normalize("NFD").replaceAll(/\p{M}/gu, "");
  if (type !== "person" || rest.length === 0) return name.toUpperCase();
  return way === 1 ? `${[...first][0]}. ${rest.join(" ")}` : `${rest.join(" ")} ${first}`;
}

/** How a type is named, the rarer the word the later in its list. */
function made(type: EntityType, tongue: Tongue, draws: Draws): Word {
  switch (type) {
    case "person":
      return personName(tongue, draws);
    case "company":
      return joined([familyName(tongue, draws), ...trade(draws), draws.of(tongue.forms)]);
    case "city":
    case "place":
    case "facility":
      return placeName(type, tongue, draws);
    case "event":
    case "attack":
    case "trial":
    case "meeting":
      return joined([latin(eventWords[type]), draws.of(tongue.towns), familyName(tongue, draws), latin(day(draws))]);
    case "document":
      return latin(`${draws.of(papers)} ${1990 + draws.below(35)}/${draws.below(1_000_000)}`);
    case "asset":
      return joined([latin(draws.of(ships)), familyName(tongue, draws), latin(roman[draws.zipf(roman.length)]!)]);
    default:
      return joined([latin(draws.of(bodies)), draws.of(tongue.towns), familyName(tongue, draws)]);
  }
}

const eventWords = { event: "Transfer at", attack: "Attack on", trial: "Trial in", meeting: "Meeting in" } as const;
const trades = "Trading Shipping Energy Capital Logistics Mining Steel Telecom Agro Invest Marine Construction".split(" ");
const bodies = "Committee Brigade Foundation Ministry Council Front Agency Institute Union Network Court Daily".split(" ");
const ships = ["MV", "MT", "SS", "Yacht", "Tug"];
const papers = ["Contract", "Invoice", "Cable", "Bill of lading", "Deed", "Loan agreement"];
const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const kinds = { city: [""], place: ["Mount", "Lake", "Port"], facility: ["Terminal", "Airfield", "Depot", "Prison"] } as const;

function personName(tongue: Tongue, draws: Draws): Word {
  const given = tongue.given[draws.zipf(tongue.given.length)]!;
  const second = draws.chance(0.3) ? [draws.of(tongue.given)] : [];
  return joined([given, ...second, familyName(tongue, draws)]);
}

function placeName(type: keyof typeof kinds, tongue: Tongue, draws: Draws): Word {
  const kind = draws.of<string>(kinds[type]);
  return joined([...(kind === "" ? [] : [latin(kind)]), draws.of(tongue.towns), familyName(tongue, draws)]);
}

function trade(draws: Draws): Word[] {
  return draws.chance(0.6) ? [latin(trades[draws.zipf(trades.length)]!)] : [];
}

/** By rank: a root with an ending; past those, two roots with one. */
function familyName({ roots, endings, joint }: Tongue, draws: Draws): Word {
  const simple = roots.length * endings.length;
  const rank = draws.zipf(simple + simple * roots.length);
  const [root, ending] = [roots[rank % roots.length]!, endings[Math.floor(rank / roots.length) % endings.length]!];
  if (rank < simple) return [root[0] + ending[0], root[1] + ending[1]];
  const second = roots[Math.floor(rank / simple) - 1]!;
  return [root[0] + joint + within(second[0], joint) + ending[0], root[1] + joint + within(second[1], joint) + ending[1]];
}

function within(root: string, joint: string): string {
  return joint === "" ? root.toLowerCase() : root;
}

function latin(text: string): Word {
  return [text, text];
}

function joined(parts: readonly Word[]): Word {
  return [parts.map(([native]) => native).join(" "), parts.map(([, text]) => text).join(" ")];
}

function day(draws: Draws): string {
  return new Date(Date.UTC(1991, 0, 1 + draws.below(12_400))).toISOString().slice(0, 10);
}

/** The type of an entity as its record has it. */
export function typeNamed(type: number): EntityType {
  return entityTypes[type]!;
}
