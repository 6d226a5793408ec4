import fc from "fast-check";
import { expect, test } from "vitest";
import { entityId, relationId } from "../../src/base/ids.ts";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { linkIdOf, linkOfClaim } from "../../src/claims/link.ts";

const claim = (subject: string, relation: string, object: string) => ({
  subject: entityId(subject),
  relation: relationId(relation),
  object: entityId(object),
});

test("claims with one subject, relation and object are one link", () => {
  expect(linkOfClaim(claim("a", "owns", "b"), builtInOntology)).toEqual({ id: "a>owns>b", relation: "owns", from: "a", to: "b" });
});

test("a symmetric relation is one link, whichever end a claim names first", () => {
  const [there, back] = [claim("b", "tension-with", "a"), claim("a", "tension-with", "b")];
  expect(linkOfClaim(there, builtInOntology)).toEqual(linkOfClaim(back, builtInOntology));
  expect(linkOfClaim(there, builtInOntology).from).toBe("a");
});

test("a directed relation is another link the other way round", () => {
  const ids = [claim("b", "owns", "a"), claim("a", "owns", "b")].map((each) => linkOfClaim(each, builtInOntology).id);
  expect(new Set(ids).size).toBe(2);
});

test("merged entities share their links, and the claims keep what they named", () => {
  const merged = new Map([[entityId("b"), entityId("a")]]);
  const named = claim("b", "owns", "c");
  expect(linkOfClaim(named, builtInOntology, merged).id).toBe("a>owns>c");
  expect(named.subject).toBe("b");
});

test("a link to itself is a link, also after a merge", () => {
  const merged = new Map([[entityId("b"), entityId("a")]]);
  expect(linkOfClaim(claim("a", "tension-with", "b"), builtInOntology, merged)).toMatchObject({ from: "a", to: "a" });
});

test("no two links share an id, whatever the ids of their parts", () => {
  const part = fc.stringMatching(/^[a>%25E3]{1,6}$/);
  const link = fc.tuple(part, part, part);
  const id = ([from, relation, to]: readonly [string, string, string]) =>
    linkIdOf(entityId(from), relationId(relation), entityId(to));
  fc.assert(
    fc.property(link, link, (one, two) => {
      expect(id(one) === id(two)).toBe(one.every((each, at) => each === two[at]));
    }),
    { seed: 2024, numRuns: 2000 },
  );
  expect(id(["a>b", "c", "d"])).not.toBe(id(["a", "b>c", "d"]));
});
