import { describe, expect, test } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { buildScene } from "../../src/view/build-scene.ts";
import { legendOf } from "../../src/view/legend.ts";
import { partOf } from "./part.ts";

const view = { theme: "light", selectedEntities: [], selectedLink: null, path: null } as const;
const legend = (drawn: string, types: Record<string, string> = {}) =>
  legendOf(buildScene(partOf(drawn, types), builtInOntology, view), builtInOntology);

describe("what the marks mean", () => {
  test("types that occur, most entities first, ties by label, in the plural", () => {
    const { types } = legend("a>b c>d e>e", { a: "country", b: "country", c: "event", d: "organization" });
    expect(types.map(({ label, count }) => [label, count])).toEqual([
      ["Countries", 2],
      ["Events", 1],
      ["Organizations", 1],
      ["People", 1],
    ]);
  });

  test("a type looks as it is drawn", () => {
    expect(legend("a>b", { a: "country", b: "country" }).types[0]).toMatchObject({ shape: "hexagon", icon: "flag" });
  });

  test("standings that occur, strongest first, with their numbers", () => {
    const { standings } = legend("a>b:denied b>c:stated c>d:stated d>e:corroborated");
    expect(standings.map(({ form, count }) => [form.standing, count])).toEqual([
      ["corroborated", 1],
      ["stated", 2],
      ["denied", 1],
    ]);
  });

  test("nothing drawn, nothing explained", () => {
    expect(legend("")).toEqual({ types: [], standings: [] });
  });
});
