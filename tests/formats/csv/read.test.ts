import { describe, expect, it } from "vitest";
import { entityTypeId, relationId } from "../../../src/base/ids.ts";
import { BadInput } from "../../../src/base/problem.ts";
import type { Ontology, Relation } from "../../../src/claims/ontology.ts";
import { relationOf } from "../../../src/claims/ontology.ts";
import { csvFormat } from "../../../src/formats/csv/csv-format.ts";
import { attributesOf, contextFor, linkLines, noOntology, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (text: string, ontology: Ontology = noOntology) => readAll(csvFormat, text, { file: "links.csv", ontology });

function ontologyOf(...relations: readonly [id: string, symmetric: boolean][]): Ontology {
  const made = relations.map(([id, symmetric]): Relation => ({ ...relationOf(noOntology, relationId(id)), symmetric }));
  return { ...noOntology, relations: new Map(made.map((relation) => [relation.id, relation])) };
}

describe("reading an edge list", () => {
  it("says that a claim's ends came before it, but in a strict reading, where it may not have", () => {
    const endsOf = (strict: boolean) => {
      const reading = csvFormat.reader!.start({ ...contextFor("links.csv"), strict });
      const records = [...reading.push("source,target\na,b\n"), ...reading.end()];
      return ofKind(records, "claim").map(({ ends }) => ends);
    };
    expect(endsOf(false)).toEqual(["given"]);
    expect(endsOf(true)).toEqual([undefined]);
  });

  it("finds the columns in any order and case", async () => {
    expect(linkLines(await read("Label,TARGET,Type,Source\nterrorism,b,charged,a\n"))).toEqual(["a charged b (terrorism)"]);
  });

  it("needs only source and target, and then says linked-to", async () => {
    expect(linkLines(await read("target,source\nb,a"))).toEqual(["a linked-to b"]);
  });

  it("refuses a file without them in one line that names what it got", async () => {
    await expect(read("lat,lon\n1.5,2.5\n1.5,3.5\n")).rejects.toThrow(
      new BadInput(
        "links.csv: wanted columns that say what a row is about (source and target of a link, or the id or name of an entity; a mapping says which is which), got lat, lon",
      ),
    );
  });

  it.each([",", ";", "\t", "|"])("guesses the delimiter %j", async (delimiter) => {
    const text = [
      ["note, with commas", "source", "target"],
      ["1; 2", "a", "b"],
    ]
      .map((row) => row.map((cell) => `"${cell}"`).join(delimiter))
      .join("\r\n");
    const records = await read(`\uFEFF${text}`);
    expect(linkLines(records)).toEqual(["a linked-to b"]);
    expect(attributesOf(ofKind(records, "claim")[0]!)).toEqual([["note, with commas", "1; 2"]]);
  });

  it("makes each end a thing once, named by its id, and cites the row", async () => {
    const records = await read("source,target\na,b\nb,a\n");
    expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.type, entity.name])).toEqual([
      ["a", entityTypeId("thing"), "a"],
      ["b", entityTypeId("thing"), "b"],
    ]);
    const { claim } = ofKind(records, "claim")[1]!;
    expect(claim).toMatchObject({
      id: "the-file#3",
      stance: "asserts",
      speaker: null,
      source: "the-file",
      citation: { kind: "row", row: 3 },
      origin: { kind: "imported", file: "links.csv", row: 3 },
      recordedBy: "tester",
    });
  });

  it("keeps weight as a number and other columns as text, whatever they are called", async () => {
    const records = await read("source,target,weight,__proto__,since\na,b,2.5,x,007\nc,d,many,,\n");
    expect(ofKind(records, "claim").map(attributesOf)).toEqual([
      [
        ["weight", 2.5],
        ["__proto__", "x"],
        ["since", "007"],
      ],
      [["weight", "many"]],
    ]);
    expect(({} as Record<string, unknown>).since).toBeUndefined();
  });

  it("matches a type to a known relation in lower-kebab form, and keeps others as they are", async () => {
    const ontology = ontologyOf(["affiliate-of", false]);
    expect(linkLines(await read("source,target,type\na,b,Affiliate of\na,c,Knows Well\n", ontology))).toEqual([
      "a affiliate-of b",
      "a Knows Well c",
    ]);
  });

  it("takes Directed and Undirected as Gephi means them: the label is the relation", async () => {
    const records = await read("Source,Target,Type,Label\na,b,Directed,funds\nc,d,Undirected,meets\ne,f,Undirected,\n");
    expect(linkLines(records)).toEqual(["a funds b", "c meets d", "e related-to f"]);
    expect(ofKind(records, "relation").map(({ relation }) => [relation.id, relation.symmetric])).toEqual([
      ["meets", true],
      ["related-to", true],
    ]);
  });

  it("never lets an undirected row speak in a directed relation", async () => {
    const records = await read(
      "source,target,type,label\na,b,Undirected,funds\n",
      ontologyOf(["funds", false], ["related-to", true]),
    );
    expect(linkLines(records)).toEqual(["a related-to b (funds)"]);
    expect(problemLines(records)).toEqual(["row 2: mixed-direction, repaired"]);
  });

  it("drops a row with an empty end, and says which", async () => {
    const records = await read("source,target\na,\n,b\na,b\n");
    expect(problemLines(records)).toEqual(["row 2: empty-end, dropped", "row 3: empty-end, dropped"]);
    expect(linkLines(records)).toEqual(["a linked-to b"]);
  });

  it("reports ragged rows: short ones are kept, long ones are dropped because their cells may have shifted", async () => {
    const records = await read("source,target,label\na,b\nc,d,e,f\ng,h,i,\n");
    expect(problemLines(records)).toEqual([
      "row 2: ragged-row, repaired",
      "row 3: ragged-row, dropped",
      "row 4: ragged-row, repaired",
    ]);
    expect(linkLines(records)).toEqual(["a linked-to b", "g linked-to h (i)"]);
  });

  it("leaves an apostrophe alone in files that Clew did not write", async () => {
    expect(linkLines(await read("source,target\n'=a,b\n"))).toEqual(["'=a linked-to b"]);
  });
});
