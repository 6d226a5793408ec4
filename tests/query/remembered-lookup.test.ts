import { expect, test } from "vitest";
import { claimId, entityId, entityTypeId } from "../../src/base/ids.ts";
import type { Lookup } from "../../src/query/lookup.ts";
import { rememberedLookup } from "../../src/query/remembered-lookup.ts";

test("each entity and each claim is looked up once, whatever its id", () => {
  const looked: string[] = [];
  const lookup: Lookup = {
    entity: (id) => {
      looked.push(id);
      return { type: entityTypeId("person"), name: id.toUpperCase() };
    },
    relationLabel: (id) => id,
    sourceTitle: (id) => id,
    claim: (id) => {
      looked.push(id);
      return { quote: `words of ${id}`, said: null, during: null };
    },
  };
  const once = rememberedLookup(lookup);
  for (let time = 0; time < 3; time++) {
    for (const id of ["a", "__proto__", "toString"]) expect(once.entity(entityId(id)).name).toBe(id.toUpperCase());
    expect(once.claim(claimId("constructor")).quote).toBe("words of constructor");
  }
  expect(looked).toEqual(["a", "__proto__", "toString", "constructor"]);
});
