import { expect, test } from "vitest";
import { GraphOddities } from "../../src/formats/graph-oddities.ts";
import { problemLines } from "./read-all.ts";

test("what is odd is told once, however often it came, with where the first stands", () => {
  const oddities = new GraphOddities("some.gexf");
  for (const name of ["a", "b", "a", "c", "d", "e", "f"]) oddities.undeclared(name);
  for (const line of [7, 9]) oddities.look(line);
  const problems = [...oddities.problems("keys")];
  expect(problemLines(problems)).toEqual(["keys: undeclared-attribute", "line 7: left-out, dropped"]);
  expect(problems[0]).toMatchObject({
    problem: { message: 'wanted keys that are declared, got "a", "b", "c", "d", "e" and others; kept as text' },
  });
  expect(problemLines([...oddities.problems("keys", "kept quiet")])).toEqual(["keys: undeclared-attribute"]);
  expect([...new GraphOddities("a").problems("keys")]).toEqual([]);
});
