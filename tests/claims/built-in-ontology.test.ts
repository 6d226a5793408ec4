import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { entityTypeId, relationId } from "../../src/base/ids.ts";
import { builtInOntology, extendOntology } from "../../src/claims/built-in-ontology.ts";
import { families, isKindOf, relationOf, typeOf } from "../../src/claims/ontology.ts";
import { ciede2000, colorDistance, contrast, type Triple, visions } from "./color-vision.ts";

const { types, relations, properties } = builtInOntology;
const all = [...types.values()];
const roots = all.filter(({ parent }) => parent === null);

describe("types", () => {
  test("the tree is that of the design, with a thing for what fits nowhere", () => {
    const kinds = (parent: string) => all.filter((type) => type.parent === parent).map(({ id }) => id);
    expect(roots.map(({ id }) => id)).toEqual(
      ["person", "organization", "country", "place", "event", "group", "document", "asset", "thing"].map(entityTypeId),
    );
    expect(kinds("organization")).toEqual(["company", "public-body", "armed-group", "media"]);
    expect(kinds("place")).toEqual(["city", "facility", "camp"]);
    expect(kinds("event")).toEqual(["attack", "trial", "election", "war", "meeting"]);
  });

  test("a kind draws in the shape and colours of its parent, with an icon of its own", () => {
    for (const type of all) {
      if (type.parent === null) continue;
      const parent = types.get(type.parent)!;
      expect(type).toMatchObject({ shape: parent.shape, color: parent.color });
      expect(type.icon).not.toBe(parent.icon);
      expect(isKindOf(builtInOntology, type.id, parent.id)).toBe(true);
    }
  });

  test("every icon is one of the bundled set", () => {
    for (const { icon } of all) expect(existsSync(`node_modules/lucide-static/icons/${icon}.svg`), icon).toBe(true);
  });

  test("a type that the ontology lacks is a plain thing under its own name", () => {
    expect(typeOf(builtInOntology, entityTypeId("__proto__"))).toMatchObject({ label: "__proto__", shape: "disc", parent: null });
  });

  test("a loop of parents ends", () => {
    const looped = extendOntology(builtInOntology, {
      types: [
        { ...roots[0]!, id: entityTypeId("a"), parent: entityTypeId("b") },
        { ...roots[0]!, id: entityTypeId("b"), parent: entityTypeId("a") },
      ],
    });
    expect(isKindOf(looped, entityTypeId("a"), entityTypeId("person"))).toBe(false);
  });
});

describe("colours of types", () => {
  /** Paper, panel and field. */
  const grounds = { light: ["#FBFAF7", "#FFFFFF", "#F3F0EA"], dark: ["#15171B", "#1C1F24", "#23272D"] } as const;
  const themes = ["light", "dark"] as const;

  test("stand out from every ground by 3:1 at least", () => {
    for (const theme of themes) {
      for (const { id, color } of roots) {
        for (const ground of grounds[theme]) {
          expect(contrast(color[theme], ground), `${id} on ${ground}`).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });

  const pairs = roots.flatMap((one, at) => roots.slice(at + 1).map((other) => [one, other] as const));

  test.each(visions)("differ in %s vision: clearly where the shape is the same, visibly elsewhere", (vision) => {
    for (const [one, other] of pairs) {
      for (const theme of themes) {
        const distance = colorDistance(one.color[theme], other.color[theme], vision);
        expect(distance, `${one.id} and ${other.id}, ${theme}`).toBeGreaterThan(one.shape === other.shape ? 12 : 5.9);
      }
    }
  });

  test.each<[Triple, Triple, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])("are measured as published: %j to %j is %d", (one, other, distance) => {
    expect(ciede2000(one, other)).toBeCloseTo(distance, 4);
  });
});

describe("relations", () => {
  test("every relation of the design is there, in its family", () => {
    const listed: Readonly<Partial<Record<(typeof families)[number], string>>> = {
      affiliation: "affiliate-of member-of leads part-of",
      procedure: "accused charged convicted acquitted sanctioned",
      custody: "holds released manages houses",
      action: "perpetrated participated-in targeted assisted victim-of",
      place: "located-in national-of took-place-in",
      support: "backs funds supplies",
      conflict: "fights threatens warned-of tension-with",
      recruitment: "recruited",
      speech: "said denied",
      property: "owns controls holds-office",
      family: "relative-of",
      other: "related-to linked-to",
    };
    for (const family of families) {
      for (const id of listed[family]?.split(" ") ?? []) expect(relations.get(relationId(id))?.family, id).toBe(family);
    }
  });

  test("a symmetric relation reads the same from both ends, a directed one does not", () => {
    for (const { id, symmetric, label, inverse } of relations.values()) expect(label === inverse, id).toBe(symmetric);
  });

  test("no two relations read alike, from the subject or from the object", () => {
    const readings = [...relations.values()].flatMap(({ label, inverse, symmetric }) => (symmetric ? [label] : [label, inverse]));
    expect(readings.filter((reading, at) => readings.indexOf(reading) !== at)).toEqual([]);
  });

  test("the ends that they allow are types of the ontology", () => {
    for (const { subjects, objects } of relations.values()) {
      for (const end of [...subjects, ...objects]) expect(types.has(end), end).toBe(true);
    }
  });

  test("an imported relation keeps its own name, read without its hyphens", () => {
    expect(relationOf(builtInOntology, relationId("was_seen-with"))).toMatchObject({ label: "was seen with", family: "other" });
  });
});

test("an extended ontology has the additions and leaves the first as it was", () => {
  const spy = { ...roots[0]!, id: entityTypeId("spy"), parent: entityTypeId("person") };
  const owns = { ...relations.get(relationId("owns"))!, label: "holds shares of" };
  const extended = extendOntology(builtInOntology, { types: [spy], relations: [owns] });
  expect(isKindOf(extended, spy.id, entityTypeId("person"))).toBe(true);
  expect(extended.relations.get(owns.id)?.label).toBe("holds shares of");
  expect(extended.relations.size).toBe(relations.size);
  expect(extended.properties).toEqual(properties);
  expect(types.has(spy.id)).toBe(false);
});
