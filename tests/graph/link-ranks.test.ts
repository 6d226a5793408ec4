import fc from "fast-check";
import { expect, test } from "vitest";
import { compareIds, entityId, relationId } from "../../src/base/ids.ts";
import { linkIdOf } from "../../src/claims/link.ts";
import { arrangeClaims } from "../../src/graph/arrange-claims.ts";
import { linkRanks } from "../../src/graph/link-ranks.ts";
import { packIds } from "../../src/graph/packed-ids.ts";

/** Letters below and above `>`, and of every length in UTF-8; ids that begin one another. */
const plain = fc.string({ unit: fc.constantFrom(..."a1%é", "\ue000", "\u{1f600}", "~"), minLength: 1, maxLength: 4 });
const any = fc.string({ unit: fc.constantFrom(..."a1>%~"), minLength: 1, maxLength: 4 });

test.each([
  ["without a mark in them", plain],
  ["with marks in them", any],
])("ids %s: claims come in order of the ids of their links, those of a link as they were (seed 8)", (_, id) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(id, { minLength: 1, maxLength: 12 }),
      fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (drawn, relations, stream) => {
        const ids = drawn.sort(compareIds);
        const below = (bound: number) => (stream.next().value as number) % bound;
        const claims = Array.from({ length: 60 }, (__, at) => ({
          at,
          from: below(ids.length),
          to: below(ids.length),
          relation: below(relations.length),
        }));
        const ends = {
          from: Uint32Array.from(claims, ({ from }) => from),
          to: Uint32Array.from(claims, ({ to }) => to),
          relation: Uint16Array.from(claims, ({ relation }) => relation),
        };
        const given = Uint32Array.from(claims, ({ at }) => at).reverse();
        const { order, claimStart } = arrangeClaims(given, ends, linkRanks(packIds(ids), relations));
        const idOf = (at: number) =>
          linkIdOf(entityId(ids[ends.from[at]!]!), relationId(relations[ends.relation[at]!]!), entityId(ids[ends.to[at]!]!));
        const wanted = claims.map(({ at }) => at).sort((a, b) => compareIds(idOf(a), idOf(b)) || b - a);
        expect([...order]).toEqual(wanted);
        const firsts = wanted.flatMap((at, place) => (place > 0 && idOf(at) === idOf(wanted[place - 1]!) ? [] : [place]));
        expect([...claimStart]).toEqual([...firsts, 60]);
      },
    ),
    { seed: 8, numRuns: 150 },
  );
});

test("no claims are no links", () => {
  const none = { from: new Uint32Array(0), to: new Uint32Array(0), relation: new Uint16Array(0) };
  const { order, claimStart } = arrangeClaims(new Uint32Array(0), none, linkRanks(packIds([]), []));
  expect([[...order], [...claimStart]]).toEqual([[], [0]]);
});
