import { expect, test } from "vitest";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import { packIds } from "../../src/graph/packed-ids.ts";
import { noClaimIds } from "./claim-ids-of.ts";
import { filterOf, type LooseConditions, walked, walkedBy } from "./filter-of.ts";

test.each<[LooseConditions, string]>([
  [{ relations: ["owns"], families: ["support"] }, "funds owns supplies"],
  [{ families: ["support", "affiliation"] }, "funds member-of supplies"],
  [{ families: ["support"], notRelations: ["funds"] }, "supplies"],
  [{ relations: ["funds", "owns"], notFamilies: ["support"] }, "owns"],
  [{ notRelations: ["funds", "unheard-of"] }, "member-of odd owns supplies"],
  [{ notFamilies: ["other"] }, "funds member-of owns supplies"],
  [{ relations: ["unheard-of"] }, ""],
])("R27: %o walks %s", (asked, relations) => {
  expect(walked("a>b:funds a>b:supplies a>b:member-of a>b:owns a>b:odd", asked)).toBe(relations);
});

test("R27: relations are told apart when there are more than a hint has values", () => {
  const [count, links] = [600, 1200];
  const relations = Array.from({ length: count }, (_, at) => `r${at}`);
  const names = {
    entities: packIds(["a", "b"]),
    relations,
    families: relations.map((_, at) => (at % 2 === 0 ? "support" : "other")),
    sources: ["s"],
    types: ["person"],
    kinds: [["person"]],
  };
  const snapshot = laySnapshot({
    names,
    linkFrom: new Uint32Array(links),
    linkTo: new Uint32Array(links).fill(1),
    linkRelation: Uint16Array.from({ length: links }, (_, link) => link % count),
    claimSource: new Uint32Array(links),
  });
  const relationsWalked = (asked: LooseConditions) => {
    const graph = { snapshot, names, claimIds: noClaimIds };
    const walked = walkedBy(graph, filterOf(graph, asked)).map((id) => relations.indexOf(id.split(">")[1]!));
    return [...new Set(walked)].sort((a, b) => a - b);
  };
  expect(relationsWalked({ relations: ["r3", "r259", "r599"] })).toEqual([3, 259, 599]);
  expect(relationsWalked({ notRelations: ["r0"] })).toEqual(relations.map((_, at) => at).slice(1));
  expect(relationsWalked({ families: ["support"], notRelations: ["r256"] })).toHaveLength(count / 2 - 1);
});
