import { expect, test } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { rowsOf } from "./drawing.ts";

const claimsOf = (word: string) => rowsOf([word]).links[0]!.claims;

test("a bare source asserts, in its own voice and its own words", () => {
  expect(claimsOf("a>b(s1)")).toEqual([
    {
      ...{ id: "a>r>b#0", source: "s1", origin: "s1", speaker: null, stance: "asserts" },
      ...{ during: null, said: null, credibility: null, quoted: false, echo: false, weight: null },
    },
  ]);
});

test("marks say the rest, in any order", () => {
  const whole = {
    ...{ source: "s1", origin: "s2", speaker: "p", stance: "denies" },
    ...{ during: "2014/~2016", said: "2019-03", credibility: 2, quoted: true, echo: true, weight: 2.5 },
  };
  expect(claimsOf('a>b(s1!@p=s2*2.5%2"[2014/~2016]{2019-03})')[0]).toMatchObject(whole);
  expect(claimsOf('a>b(s1{2019-03}[2014/~2016]"%2*2.5=s2@p!)')[0]).toMatchObject(whole);
  expect(claimsOf("a>b(s1[2014?,2015],s2?)").map(({ during, stance }) => [during, stance])).toEqual([
    ["2014?,2015", "asserts"],
    [null, "alleges"],
  ]);
});

test("entities have types, sources grades, speakers and ends are entities", () => {
  const { entities, types, sources, ontology } = rowsOf(["a/company", "a>b:funds(s1@p=s0)", "b-c:relative-of", "#s1:B", "#s9"]);
  expect(entities).toEqual(["a", "b", "c", "p"]);
  expect([...types.values()]).toEqual(["company", "person", "person", "person"]);
  expect(sources.map(({ id, reliability }) => `${id} ${reliability}`)).toEqual(["s null", "s0 null", "s1 B", "s9 null"]);
  expect([...ontology.relations.values()].map(({ family, symmetric }) => [family, symmetric])).toEqual([
    ["support", false],
    ["family", true],
  ]);
  expect(ontology.types).toBe(builtInOntology.types);
});

test.each(["a>", "a>b(s1", "a>b(s1%9)", "a>b(?s1)", "#s1:G", "a/b>c"])("%s is no drawing", (word) => {
  expect(() => rowsOf([word])).toThrow(/^drawing: wanted/);
});
