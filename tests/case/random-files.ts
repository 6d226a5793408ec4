import type { ImportFile } from "../../src/case/files/import-file.ts";
import { bytes, jsonLines } from "./small-case.ts";

type Random = () => number;

const entities = ["a", "b", "c", "d", "e", "__proto__", "x>y%", "\u{1f600}", "\uffee"];
const relations = ["owns", "funds", "relative-of", "knows", "odd>one"];
const sources = ["s1", "s2", "s3", "s4"];

export function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

function maybe<T>(random: Random, share: number, make: () => T): T | undefined {
  return random() < share ? make() : undefined;
}

/** One to three files about few entities, so that they meet each other and themselves in every way that records can. */
export function randomFiles(random: Random): ImportFile[] {
  const files = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    (_, at): ImportFile =>
      random() < 0.2
        ? { name: `edges${at}.csv`, bytes: bytes(randomEdges(random)) }
        : { name: `file${at}.clew.jsonl`, bytes: bytes(jsonLines([{ clew: 1 }, ...randomRecords(random)])) },
  );
  return random() < 0.2 ? [...files, files[0]!] : files;
}

function randomEdges(random: Random): string {
  const row = () =>
    [
      oneOf(random, entities),
      oneOf(random, entities),
      oneOf(random, ["", "knows", "Undirected"]),
      oneOf(random, ["", "owns"]),
    ].join(",");
  return `source,target,type,label\n${Array.from({ length: 1 + Math.floor(random() * 5) }, row).join("\n")}\n`;
}

function randomRecords(random: Random): object[] {
  const times = (most: number, make: () => object) => Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const records = [
    ...times(2, () => ontologyRecord(random)),
    ...times(4, () => sourceRecord(random)),
    ...times(7, () => entityRecord(random)),
    ...times(20, () => claimRecord(random)),
    ...times(2, () => ({ kind: "withdrawn", claim: claimIdOf(random), reason: oneOf(random, ["misread", "undone"]) })),
    ...times(2, () => judgementRecord(random)),
    ...times(1, () => chartRecord(random)),
    ...times(1, () => ({ kind: "question", id: oneOf(random, ["q1", "q2"]), name: "Q", ask: "around", asked: { center: "a" } })),
    ...times(1, () => ({ kind: "entity", id: "", type: "person", name: "no id" })),
  ];
  return random() < 0.3 ? shuffled(random, records) : records;
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .sort((one, two) => one.at - two.at)
    .map(({ value }) => value);
}

function ontologyRecord(random: Random): object {
  if (random() < 0.2) return { kind: "property", id: "height", label: oneOf(random, ["Height", "Size"]) };
  if (random() < 0.3) return { kind: "type", id: "ship", label: "Ship", plural: "Ships", icon: "ship", shape: "disc" };
  return { kind: "relation", id: oneOf(random, ["knows", "odd>one"]), label: "Knows", symmetric: random() < 0.7 };
}

function sourceRecord(random: Random): object {
  return {
    kind: "source",
    id: oneOf(random, sources),
    title: oneOf(random, ["Title", "Other title"]),
    ...{ text: maybe(random, 0.3, () => oneOf(random, ["Words.", "Other words."])) },
    derivedFrom: maybe(random, 0.4, () => oneOf(random, sources)),
  };
}

function entityRecord(random: Random): object {
  const id = oneOf(random, entities);
  return {
    kind: "entity",
    id,
    type: oneOf(random, ["person", "thing", "ship"]),
    name: oneOf(random, [id, "Ada Löw", "Bolt"]),
    aliases: random() < 0.4 ? [oneOf(random, ["A.", "B.", "Ada"])] : [],
    description: oneOf(random, ["", "said to be so"]),
    placeholder: random() < 0.1,
  };
}

/** Most claims are about the same two, so that links have several. */
function claimRecord(random: Random): object {
  const end = () => oneOf(random, random() < 0.7 ? entities.slice(0, 2) : entities);
  const said = {
    id: random() < 0.1 ? undefined : claimIdOf(random),
    subject: end(),
    stance: oneOf(random, ["asserts", "asserts", "asserts", "asserts", "alleges", "denies"]),
    speaker: maybe(random, 0.1, end),
    about: maybe(random, 0.1, () => oneOf(random, entities)),
    source: random() < 0.05 ? "nowhere" : oneOf(random, sources),
    relays: maybe(random, 0.4, () => claimIdOf(random)),
    citation: maybe(random, 0.1, () => ({ row: 3 })),
  };
  if (random() < 0.2) return { kind: "claim", claim: "attribute", property: "count", value: Math.floor(random() * 3), ...said };
  return { kind: "claim", claim: "link", relation: relationOf(random), object: end(), ...said };
}

const claimIdOf = (random: Random) => `c${Math.floor(random() * 30)}`;
const relationOf = (random: Random) => oneOf(random, random() < 0.5 ? relations.slice(0, 1) : relations);

function judgementRecord(random: Random): object {
  const verdict = oneOf(random, ["same", "same", "different"]);
  return {
    kind: "judgement",
    id: oneOf(random, ["j1", "j2", "j3"]),
    a: oneOf(random, entities),
    b: oneOf(random, entities),
    verdict,
  };
}

function chartRecord(random: Random): object {
  const nodes = [{ entity: oneOf(random, entities), x: 1, y: 2, pinned: true }];
  return { kind: "chart", id: oneOf(random, ["main", "other"]), name: "Chart", nodes };
}
