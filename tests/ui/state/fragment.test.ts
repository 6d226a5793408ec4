import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyFragment, readFragment, writeFragment } from "../../../src/ui/state/fragment.ts";

const id = fc.string({ unit: "binary", minLength: 1 }).filter((text) => text.isWellFormed());
const ids = fc.array(id, { minLength: 1, maxLength: 2 });

test("an address leads back to what was shown, whatever the ids", () => {
  const path = fc.record({
    from: ids,
    to: ids,
    standing: fc.constant("stated"),
    maxHops: fc.nat(),
    via: ids,
    includeDenied: fc.constant(true),
  });
  fc.assert(
    fc.property(fc.option(path), fc.option(id), (asked, entity) => {
      const shown = { entity, link: null, path: asked };
      expect(readFragment(`#${writeFragment(shown)}`)).toEqual(shown);
    }),
    { seed: 20240324 },
  );
});

test("a link that is shown hides the entity in the address", () => {
  expect(writeFragment({ ...emptyFragment, entity: "a", link: "a>b>c" })).toBe("link=a%3Eb%3Ec");
});

test("what an address cannot mean is left out", () => {
  expect(readFragment("#from=a&to=b&standing=certain&hops=-1&direction=up&denied=yes").path).toEqual({ from: ["a"], to: ["b"] });
  expect(readFragment("#from=a&to=")).toEqual(emptyFragment);
  expect(readFragment("")).toEqual(emptyFragment);
});
