import { expect, test } from "vitest";
import { entityId } from "../../src/base/ids.ts";
import { fairShare } from "../../src/case/link-groups.ts";
import { openCase } from "../../src/case/open-case.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { author, entityOf, linkClaim, putting, recording, sourceOf } from "../store/records.ts";
import { scratchFolder } from "./small-case.ts";

const path = `${scratchFolder()}/hub.clew`;
const others = Array.from({ length: 60 }, (_, n) => `o${n}`);
const store = openSqliteStore(path, { mode: "create" });
store.apply(putting(...["hub", "m", ...others].map((id) => entityOf(id)), sourceOf("s1")), author);
store.apply(
  recording(
    ...others.map((id, n) => linkClaim(`a${n}`, `hub owns ${id}`, { note: n === 3 ? "by proxy" : "" })),
    ...others.slice(0, 30).map((id, n) => linkClaim(`b${n}`, `${id} owns hub`)),
    ...others.slice(40, 50).map((id, n) => linkClaim(`k${n}`, `${id} related-to hub`)),
    linkClaim("k90", "hub related-to m"),
    linkClaim("self", "hub funds hub"),
    ...others.slice(0, 5).map((id, n) => linkClaim(`w${n}`, `o50 funds ${id}`, { speaker: entityId("hub") })),
  ),
  author,
);
store.close();
const opened = openCase(path, { mode: "read" });

const shape = (limit?: number) =>
  opened
    .show("hub", limit === undefined ? {} : { limit })
    .groups.map(({ relation, side, count, links }) => [relation, side, count, links.length]);

test("few links are all there; of many, small groups are whole and the large ones begin alike", () => {
  expect(shape()).toEqual([
    ["funds", "out", 1, 1],
    ["owns", "out", 60, 60],
    ["owns", "in", 30, 30],
    ["related-to", "out", 11, 11],
  ]);
  expect(opened.show("hub").links).toEqual({ shown: 102, total: 102 });
  const cut = opened.show("hub", { limit: 40 });
  expect(cut.links.total).toBe(102);
  expect(cut.links.shown).toBeLessThanOrEqual(40);
  expect(Object.fromEntries(cut.groups.map(({ relation, side, links }) => [`${relation} ${side}`, links.length]))).toEqual({
    "owns out": 14,
    "owns in": 14,
    "funds out": 1,
    "related-to out": 11,
  });
  expect(opened.show("hub", { limit: 1 }).groups.every(({ links }) => links.length === 1)).toBe(true);
});

test("a group goes on after the last one that is known, page by page, to its end, without a gap or a repeat", () => {
  for (const { relation, side, count } of opened.show("hub").groups) {
    const seen: string[] = [];
    for (let after = "", more = true; more; ) {
      const page = opened.moreLinks("hub", { relation, side, limit: 7, ...(after === "" ? {} : { after }) });
      expect(page.links.length).toBe(page.more ? 7 : count % 7 || Math.min(count, 7));
      seen.push(...page.links.map(({ id }) => id));
      const last = page.links.at(-1)!;
      after = last.from === "hub" ? last.to : last.from;
      more = page.more;
    }
    expect(new Set(seen).size).toBe(count);
    expect(
      opened
        .show("hub")
        .groups.find((group) => group.relation === relation && group.side === side)
        ?.links.map(({ id }) => id),
    ).toEqual(seen);
  }
});

test("a line of a page says what a line says: both names, and the notes of its claims", () => {
  const page = opened.moreLinks("hub", { relation: "owns", side: "out", after: "o29", limit: 1 });
  expect(page.links[0]).toMatchObject({ fromEntity: { name: "hub" }, toEntity: { name: "o3" }, notes: ["by proxy"] });
});

test("of the claims that name an entity the first are shown, and whether there are more is said", () => {
  expect(opened.show("hub")).toMatchObject({ moreMentions: false, mentions: { length: 5 } });
  const cut = opened.show("hub", { limit: 2 });
  expect(cut.moreMentions).toBe(true);
  expect(cut.mentions.map(({ claim }) => claim.id)).toEqual(["w0", "w1"]);
});

test("what is no side and no count is refused in one line", () => {
  expect(() => opened.moreLinks("hub", { relation: "owns", side: "up" })).toThrow(/^side: wanted out, in, got "up"/);
  expect(() => opened.moreLinks("hub", { relation: "owns", side: "in", limit: 0 })).toThrow(/^limit/);
  expect(() => opened.show("hub", { limit: 0 })).toThrow(/^limit/);
  expect(opened.moreLinks("hub", { relation: "nothing", side: "in" })).toEqual({ links: [], more: false });
});

test("shares are fair: nobody waits while another has more, and all together fit", () => {
  for (const counts of [[3, 5, 100], [1, 1, 1], [50, 50], [7], [1000, 2, 30, 30]])
    for (const total of [1, 4, 10, 60, 5000]) {
      const share = fairShare(counts, total);
      const given = counts.map((count) => Math.min(count, share));
      const sum = given.reduce((a, b) => a + b, 0);
      expect(sum).toBeLessThanOrEqual(Math.max(total, counts.length));
      const next = counts.reduce((all, count) => all + Math.min(count, share + 1), 0);
      expect(next === sum || next > total).toBe(true);
    }
});
