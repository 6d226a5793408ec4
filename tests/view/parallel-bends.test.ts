import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parallelBends } from "../../src/view/parallel-bends.ts";
import { linkOf } from "./part.ts";

const bendsOf = (drawn: string) => parallelBends(drawn.split(" ").map(linkOf));

describe("links side by side", () => {
  test("a link alone is straight", () => {
    expect(bendsOf("a>b b>c")).toEqual([0, 0]);
  });

  test("two part to both sides, three leave one in the middle", () => {
    expect(bendsOf("a>b::x a>b::y")).toEqual([-0.5, 0.5]);
    expect(bendsOf("a>b::x a>b::y a>b::z")).toEqual([-1, 0, 1]);
  });

  test("two that run opposite ways part instead of meeting: each to the same side of its own direction", () => {
    expect(bendsOf("a>b::x b>a::y")).toEqual([-0.5, -0.5]);
  });

  test("links of an entity to itself are counted outwards", () => {
    expect(bendsOf("a>a::x a>a::y a>a::z")).toEqual([0, 1, 2]);
  });

  test("ids that are names of Object.prototype bundle like any others", () => {
    expect(bendsOf("__proto__>constructor::x __proto__>constructor::y")).toEqual([0.5, -0.5].map((bend) => -bend));
  });

  test("of any bundle, no two links lie on each other", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (ways) => {
        const links = ways.map((there, at) => linkOf(there ? `a>b::r${at}` : `b>a::r${at}`));
        const bends = parallelBends(links);
        const seenFromA = bends.map((bend, at) => (ways[at] === true ? bend : -bend));
        expect(new Set(seenFromA).size).toBe(ways.length);
      }),
    );
  });
});
