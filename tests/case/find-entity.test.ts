import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { scratchFolder, smallCase } from "./small-case.ts";

const opened = await smallCase(scratchFolder());

test("an entity is found by id, by name and by alias, whatever the case and the accents", () => {
  for (const text of ["ada", "Ada Löw", "ADA LOW", "Ada", "person:ada"]) expect(opened.find(text).id).toBe("ada");
});

test("a name that two entities have is refused with both, their types and ids", () => {
  const refusal = refused(() => opened.find("twin "));
  expect(refusal.kind).toBe("ambiguous");
  expect(refusal.message).toMatch(/person:"Twin" \(id "twin"\)/);
  expect(refusal.message).toMatch(/place:"Twin" \(id "bolt-town"\)/);
  expect(refusal.candidates).toHaveLength(2);
});

test("type:name tells two entities of one name apart", () => {
  expect(opened.find("place:twin").id).toBe("bolt-town");
  expect(opened.find("person:Twin").id).toBe("twin");
});

test("an unknown name is refused with the nearest", () => {
  const refusal = refused(() => opened.find("Bolt Ltd"));
  expect(refusal.kind).toBe("not-found");
  expect(refusal.message).toContain("Bolt (organization)");
  expect(refusal.message).not.toContain("\n");
});

test("the empty text and half a surrogate pair are no names", () => {
  expect(refused(() => opened.find("")).kind).toBe("invalid");
  expect(refused(() => opened.find("\ud800")).kind).toBe("invalid");
});

test("a merged entity gives the one that stands for it, until the judgement is withdrawn", async () => {
  const other = await smallCase(scratchFolder());
  other.judge({ a: "person:twin", b: "cyr", verdict: "same" });
  expect(other.find("twin").id).toBe("cyr");
  expect(other.show("cyr").mergedFrom.map(({ id }) => id)).toEqual(["twin"]);
  other.undo();
  expect(other.find("person:twin").id).toBe("twin");
  other.close();
});

function refused(call: () => unknown): BadInput {
  try {
    call();
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
  throw new Error("wanted a refusal");
}
