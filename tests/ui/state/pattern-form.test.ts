import { expect, test } from "vitest";
import { heldPicks } from "../../../src/ui/state/held.ts";
import {
  addHole,
  addTie,
  askedPattern,
  emptyPattern,
  formOfPattern,
  letterOf,
  patternProblem,
  removeHole,
  removeTie,
  setHole,
  setTie,
} from "../../../src/ui/state/pattern-form.ts";

const person = heldPicks([{ is: "type", id: "person", text: "any person" }]);
const names = { entity: (id: string) => id.toUpperCase(), type: (id: string) => id, relation: (id: string) => id };

test("places go by letters, without an end", () => {
  expect([0, 25, 26, 52].map(letterOf)).toEqual(["A", "Z", "A2", "A3"]);
});

test("a further entity is tied to the last, and takes its ties along when it goes", () => {
  const three = addHole(emptyPattern);
  expect(three.edges.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(removeHole(three, 0).edges.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
});

test("a pattern that can't be asked says why", () => {
  expect(patternProblem(emptyPattern)).toBeNull();
  expect(patternProblem(setTie(emptyPattern, 0, { to: 0 }))).toBe("A link joins two different entities.");
  expect(patternProblem(removeTie(addHole(emptyPattern), 1))).toBe("C has no link.");
  const four = addHole(addHole(emptyPattern));
  expect(patternProblem(removeTie(four, 1))).toBe("The links leave the pattern in two parts.");
  expect(patternProblem(addTie(four))).toBeNull();
});

test("what is drawn is what is asked, and what was asked is drawn again", () => {
  const charged = { is: "value", id: "charged", text: "charged" } as const;
  const drawn = setTie(setHole(setHole(emptyPattern, 0, person), 1, { picked: [], typed: { text: "E", id: "e" } }), 0, {
    relations: [charged],
    direction: "any",
  });
  const asked = askedPattern(drawn);
  expect(asked).toEqual({
    nodes: [
      { name: "A", entity: null, types: ["person"] },
      { name: "B", entity: "e", types: [] },
    ],
    edges: [{ from: 0, to: 1, relations: ["charged"], direction: "any" }],
  });
  expect(askedPattern(formOfPattern(asked as never, names))).toEqual(asked);
});
