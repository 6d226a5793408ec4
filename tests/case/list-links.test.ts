import { expect, test } from "vitest";
import { entityId, relationId } from "../../src/base/ids.ts";
import { type Stance, stances } from "../../src/claims/claim.ts";
import { standings } from "../../src/claims/standing.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { randomFrom } from "../formats/random-from.ts";
import { author, entityOf, linkClaim, putting, recording, sourceOf } from "../store/records.ts";
import { scratchFolder } from "./small-case.ts";

const random = randomFrom(5);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const ids = Array.from({ length: 12 }, (_, n) => `e${n}`);
const relations = ["owns", "knows", "funds", "x>y"];
const store = openSqliteStore(`${scratchFolder()}/links.clew`, { mode: "create" });
store.apply(putting(...ids.map((id) => entityOf(id)), sourceOf("s1"), sourceOf("s2", {})), author);
const claims = Array.from({ length: 260 }, (_, n) => ({
  ...linkClaim(`c${n}`, `${pick(ids)} owns ${pick(ids)}`, { relation: relationId(pick(relations)) }),
  stance: pick([...stances, "asserts"] as Stance[]),
}));
store.apply(recording(...claims), author);

test("every selection of links is what looking at each link and its claims gives", () => {
  const all = [...store.links()];
  expect(all.length).toBeGreaterThan(100);
  for (let n = 0; n < 300; n++) {
    const wanted = {
      relations: random() < 0.5 ? null : [relationId(pick(relations)), relationId(pick(relations))],
      standing: random() < 0.5 ? null : pick(standings),
      stance: random() < 0.4 ? null : pick(stances),
      of: random() < 0.5 ? null : entityId(pick(ids)),
    };
    const fits = all.filter(
      (link) =>
        (wanted.relations?.includes(link.relation) ?? true) &&
        (wanted.standing === null || link.standing === wanted.standing) &&
        (wanted.of === null || link.from === wanted.of || link.to === wanted.of) &&
        (wanted.stance === null || store.claimsOfLink(link.id).some(({ stance }) => stance === wanted.stance)),
    );
    const limit = pick([1, 3, 1000]);
    expect(store.near.select(wanted, limit), JSON.stringify(wanted)).toEqual({ count: fits.length, links: fits.slice(0, limit) });
  }
});

test("words used are those of the records, each once, whatever the ontology", () => {
  expect(store.wordsUsed().relations).toEqual([...relations].sort());
  expect(store.wordsUsed().types).toEqual(["person"]);
});
