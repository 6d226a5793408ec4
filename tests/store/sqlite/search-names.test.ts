import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { foldText } from "../../../src/base/fold-text.ts";
import { entityId, entityTypeId } from "../../../src/base/ids.ts";
import type { Entity } from "../../../src/claims/entity.ts";
import type { CaseStore } from "../../../src/store/case-store.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { entityOf, judgementOf } from "../records.ts";

let folder: string;
let store: CaseStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clew-search-"));
  store = openSqliteStore(join(folder, "case.clew"), { mode: "create" });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const author = { by: "tester", at: "2024-04-02T00:00:00.000Z", label: "names" };
const put = (...entities: Entity[]) => {
  const changes = entities.map((after) => ({ kind: "put-entity" as const, before: store.entity(after.id) ?? null, after }));
  store.apply(changes, author);
};
const found = (text: string, options = {}) => store.search(text, options).map(({ entity }) => entity.id);

function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Name {
  readonly entity: string;
  readonly words: readonly string[];
  readonly folded: string;
}

const wordsOf = (folded: string) =>
  folded
    .replaceAll("ς", "σ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Optimal string alignment, the whole table. */
function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? table[i - 2]![j - 2]! + 1 : 99;
      table[i]![j] = Math.min(
        ...[table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped],
      );
    }
  return table[a.length]![b.length]!;
}

/** How a name matches, by the words of the contract: 0 to 3 as typed, 4 and 5 with slips, 9 not at all. */
function tierOf({ folded, words }: Name, text: string): number {
  const wanted = foldText(text);
  const typed = wordsOf(wanted);
  if (folded === wanted) return 0;
  if (typed.length === 0) return 9;
  const each = (fits: (word: string, typed: string) => boolean) => typed.every((one) => words.some((word) => fits(word, one)));
  if (each((word, one) => word === one)) return 1;
  if (each((word, one) => word.startsWith(one))) return 2;
  if (each((word, one) => word.includes(one))) return 3;
  const slips = (one: string) => ([...one].length < 4 || /\p{N}/u.test(one) ? 0 : [...one].length < 8 ? 1 : 2);
  const within = (most: number) => each((word, one) => word.startsWith(one) || distance(word, one) <= Math.min(most, slips(one)));
  return within(1) ? 4 : within(2) ? 5 : 9;
}

/** All names looked at, one by one. */
function naive(names: readonly Name[], text: string): { id: string; similar: boolean }[] {
  const ranked = names
    .map((name, age) => ({ name, age, tier: tierOf(name, text) }))
    .filter(({ tier }, _, all) => tier < (all.some((each) => each.tier === 0) ? 4 : 9))
    .sort((a, b) => a.tier - b.tier || a.name.folded.length - b.name.folded.length || a.age - b.age);
  const first = new Map<string, boolean>();
  for (const { name, tier } of ranked) if (!first.has(name.entity)) first.set(name.entity, tier > 3);
  return [...first].map(([id, similar]) => ({ id, similar }));
}

/** Names made of few syllables, so that words are often like others, and texts that somebody may type for one. */
function wordplay(seed: number) {
  const roll = dice(seed);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const syllables = ["ma", "mo", "ha", "med", "gaz", "prom", "al", "ро", "ма", "ко", "حم", "د", "北京", "é", "ß", "7"];
  const words = Array.from({ length: 90 }, () => Array.from({ length: 1 + roll(4) }, () => pick(syllables)).join(""));
  const name = () => Array.from({ length: 1 + roll(3) }, () => pick(words)).join(pick([" ", "-", " ", ", "]));
  const slip = (text: string) => {
    const [at, letter] = [roll(text.length + 1), pick(["a", "m", "о", "z"])];
    return pick([
      text.slice(0, at) + letter + text.slice(at),
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + letter + text.slice(at + 1),
      `${text.slice(0, at)}${text[at + 1] ?? ""}${text[at] ?? ""}${text.slice(at + 2)}`,
    ]);
  };
  const typed = (names: readonly Name[]) => {
    const whole = roll(3) === 0 ? pick(names).folded : name();
    const [from, to] = [roll(whole.length), 1 + roll(whole.length)];
    return pick([whole, whole.slice(0, to), whole.slice(from), slip(whole), slip(slip(whole)), pick(words), slip(pick(words))]);
  };
  const entity = (id: string): Entity | null =>
    roll(4) === 0 ? null : entityOf(id, { name: name(), aliases: roll(3) === 0 ? [name()] : [] });
  return { roll, typed, entity };
}

const textsOf = (entity: Entity | null) => new Set(entity === null ? [] : [entity.name, ...entity.aliases]);

/** The entities as they are, and their names by age: those whose names stay the same keep their place. */
function changed(names: readonly Name[], { before, after }: { before: Entity | null; after: Entity | null }): Name[] {
  const id = (after ?? before)?.id ?? "";
  if (textsOf(before).symmetricDifference(textsOf(after)).size === 0) return [...names];
  const added = [...textsOf(after)].map(foldText).map((folded) => ({ entity: id, folded, words: wordsOf(folded) }));
  return [...names.filter(({ entity }) => entity !== id), ...added];
}

test("every search gives what looking at all names one by one gives, in the same order, while names come, change and go", () => {
  const { roll, typed, entity } = wordplay(11);
  let names: Name[] = [];
  let similar = 0;
  for (let round = 0; round < 8; round++) {
    const puts = [...new Set(Array.from({ length: 40 }, () => `e${roll(120)}`))]
      .map((id) => ({ before: store.entity(entityId(id)) ?? null, after: entity(id) }))
      .filter(({ before, after }) => before !== null || after !== null);
    store.apply(
      puts.map((put) => ({ kind: "put-entity", ...put })),
      author,
    );
    names = puts.reduce(changed, names);
    for (const text of Array.from({ length: 120 }, () => typed(names)).filter((each) => each.isWellFormed())) {
      const wanted = naive(names, text);
      const got = store.search(text, { limit: 1000 }).map((hit) => ({ id: hit.entity.id as string, similar: hit.similar }));
      expect(got, text).toEqual(wanted);
      expect(found(text, { limit: 3 }), text).toEqual(wanted.slice(0, 3).map(({ id }) => id));
      similar += got.filter((hit) => hit.similar).length;
    }
    expect(store.check()).toEqual([]);
  }
  expect(similar).toBeGreaterThan(100);
});

test("common words give what looking at all names gives, also where more names have all of the rarest than are read for them", () => {
  const roll = dice(5);
  const words = ["transfer", "meeting", "hamdan", "duri", "kiev", "wang", "mert", "seat"];
  const some = (count: number) => Array.from({ length: count }, () => words[roll(words.length)]!);
  const entities = Array.from({ length: 620 }, (_, n) => entityOf(`e${n}`, { name: ["al", "in", "of", ...some(3)].join(" ") }));
  put(...entities);
  const names = entities.map(({ id, name }) => ({ entity: id, words: wordsOf(name), folded: name }));
  const typed = Array.from({ length: 12 }, () => [
    "al",
    "of",
    ...some(2).map((word) => word.slice(0, 2 + roll(word.length - 1))),
  ]);
  for (const text of [
    "al in of",
    "al in of me",
    "of in al ert",
    "al ert duri",
    "meetnig al kiev",
    ...typed.map((each) => each.join(" ")),
  ])
    expect(
      store.search(text, { limit: 1000 }).map(({ entity, similar }) => ({ id: entity.id, similar })),
      text,
    ).toEqual(naive(names, text));
});

test("names of any script are found by words, beginnings, parts and in spite of a slip, and those only like them are marked", () => {
  put(
    entityOf("cy", { name: "Владимир Ёлкин" }),
    entityOf("gr", { name: "Γεώργιος Παπαδόπουλος" }),
    entityOf("ar", { name: "محمد عبدالله" }),
    entityOf("han", { name: "北京石油国际贸易有限公司" }),
    entityOf("ad", { name: "𞤀𞤣𞤤𞤢𞤥𞤭 𞤊𞤵𞤤𞤢" }),
    entityOf("yarn", { name: "🧶 Yarn & Co" }),
    entityOf("wide", { name: "ＮＡＫＡＭＵＲＡ Ltd" }),
  );
  for (const [text, id] of [
    ["елкин", "cy"],
    ["влад", "cy"],
    ["димир", "cy"],
    ["ΠΑΠΑΔΟΠΟΥΛΟΣ", "gr"],
    ["πουλοσ", "gr"],
    ["عبد", "ar"],
    ["石油", "han"],
    ["油", "han"],
    ["𞤣𞤤", "ad"],
    ["🧶", "yarn"],
    ["nakamura", "wide"],
  ] as const)
    expect(
      store.search(text).map(({ entity, similar }) => [entity.id, similar]),
      text,
    ).toEqual([[id, false]]);
  for (const [text, id] of [
    ["владимри", "cy"],
    ["Παπαδοπολος", "gr"],
    ["عبدالاه", "ar"],
    ["𞤀𞤣𞤢𞤤𞤥𞤭", "ad"],
    ["nakamuar", "wide"],
  ] as const)
    expect(
      store.search(text).map(({ entity, similar }) => [entity.id, similar]),
      text,
    ).toEqual([[id, true]]);
});

test("numbers and short words have no slips of the pen", () => {
  put(entityOf("a", { name: "Account 12345678" }), entityOf("b", { name: "Bob" }));
  expect(found("12345679")).toEqual([]);
  expect(found("Bib")).toEqual([]);
  expect(found("Accuont")).toEqual(["a"]);
});

test("a part that more words hold than can stand in for it is found beside one that few names have", () => {
  const numbers = [...Array.from({ length: 100 }, (_, n) => 100 + n), ...Array.from({ length: 100 }, (_, n) => 10 * n + 1)];
  put(
    ...[...new Set(numbers)].map((n) => entityOf(`n${n}`, { name: `Lot ${n}` })),
    entityOf("other", { name: "Deed 2020/987654" }),
  );
  put(entityOf("deed", { name: "Deed 2011/987654" }), entityOf("deed-2", { name: "Deed 2021/987653" }));
  expect(found("1/98765")).toEqual(["deed", "deed-2"]);
  expect(found("ee 1/98765")).toEqual(["deed", "deed-2"]);
  expect(store.search("1 deed 987654").map(({ entity, similar }) => [entity.id, similar])).toEqual([["deed", false]]);
});

test("a part of a name in which all shorter words that hold one of its words begin with it is found", () => {
  put(...Array.from({ length: 100 }, (_, n) => entityOf(`n${n}`, { name: `Lot ${100 + n}` })));
  put(entityOf("deed", { name: "Deed 2011/987654" }));
  expect(found("1/98765")).toEqual(["deed"]);
});

test("a type is looked for among all names of a word, and an entity that another stands for is of that one's type", () => {
  const company = { type: entityTypeId("company") };
  put(...Array.from({ length: 1500 }, (_, n) => entityOf(`p${n}`, { name: `Ada ${n}` })));
  put(entityOf("co", { ...company, name: "Ada Holding of the North" }), entityOf("alias", { name: "Ada the other" }));
  expect(found("ada", company)).toEqual(["co"]);
  store.apply([{ kind: "record-judgement", judgement: judgementOf("j", "co", "alias") }], author);
  const head = store.representative(entityId("alias"));
  expect(found("ada the", { type: store.entity(head)!.type })).toContain(head);
  expect(found("ada", { type: entityTypeId("vessel") })).toEqual([]);
});

test("a word that nothing else holds is known at once, by a connection that has searched before", () => {
  put(entityOf("a", { name: "Lindqvist" }));
  const reader = openSqliteStore(join(folder, "case.clew"), { mode: "read" });
  expect(reader.search("quist")).toEqual([]);
  expect(reader.search("lindkvist")).toHaveLength(1);
  put(entityOf("b", { name: "Holmquist" }));
  expect(reader.search("quist").map(({ entity }) => entity.id)).toEqual(["b"]);
  expect(reader.search("holmqiust")[0]).toMatchObject({ matched: "Holmquist", similar: true });
  reader.close();
});

test("a text of many thousand words, and one of punctuation, are answered", () => {
  const long = Array.from({ length: 5000 }, (_, n) => `w${n}`).join(" ");
  put(entityOf("long", { name: long }), entityOf("plus", { name: "+++" }));
  expect(found(long)).toEqual(["long"]);
  expect(found(`${long} more`)).toEqual(["long"]);
  expect(found("+++")).toEqual(["plus"]);
  expect(found("++")).toEqual([]);
});
