import { describe, expect, test } from "vitest";
import { standings } from "../../src/claims/standing.ts";
import { lineForms } from "../../src/view/scene.ts";

describe("the form of a standing", () => {
  test("there is one for each, under its own name", () => {
    expect(Object.keys(lineForms)).toEqual([...standings]);
    for (const standing of standings) expect(lineForms[standing].standing).toBe(standing);
  });

  test("no two are drawn alike, without any colour", () => {
    const drawn = standings.map((standing) =>
      JSON.stringify([lineForms[standing].width, lineForms[standing].dash, lineForms[standing].mark]),
    );
    expect(new Set(drawn).size).toBe(standings.length);
  });

  test("corroborated is the thickest, contested the only one with a mark", () => {
    const thickest = standings.toSorted((a, b) => lineForms[b].width - lineForms[a].width)[0];
    expect(thickest).toBe("corroborated");
    expect(standings.filter((standing) => lineForms[standing].mark !== "")).toEqual(["contested"]);
  });

  test("solid lines are those that nobody doubts", () => {
    expect(standings.filter((standing) => lineForms[standing].dash.length === 0)).toEqual(["corroborated", "stated"]);
  });
});
