import { describe, expect, it } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { checkTableMapping } from "../../../src/formats/csv/parse-table-mapping.ts";
import { csvReader } from "../../../src/formats/csv/read.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";
import { contextFor, linkLines, ofKind, problemLines } from "../read-all.ts";

function read(text: string, mapping: object | null = null): ReadRecord[] {
  const given = mapping === null ? null : checkTableMapping({ version: 1, ...mapping }, "m.json");
  const reading = csvReader.start({ ...contextFor("t.csv", builtInOntology), mapping: given });
  return [...reading.push(text), ...reading.end()];
}

const claims = (records: readonly ReadRecord[]) => ofKind(records, "claim").map(({ claim }) => claim);
const source = { name: "A", as: "source", by: "name" } as const;
const target = { name: "B", as: "target", by: "name" } as const;
const links = { role: "links", columns: [source, target] };

describe("a table read with a mapping", () => {
  it("gives links with date, stance, quotation, page, note and a source for each address in a cell", () => {
    const text = "A;B;when;how;words;p;urls;rest\nx;y;31.12.2019;alleged;he did;7;https://a.org/1, https://b.org/2;z\n";
    const records = read(text, {
      ...links,
      delimiter: ";",
      dates: "day-first",
      relation: "funds",
      columns: [
        { ...source, type: "person" },
        { ...target, type: "company" },
        ...[
          ["when", "date"],
          ["how", "stance"],
          ["words", "quotation"],
          ["p", "page"],
          ["urls", "source-url"],
          ["rest", "note"],
        ].map(([name, as]) => ({ name, as })),
      ],
    });
    expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.type])).toEqual([
      ["x", "person"],
      ["y", "company"],
    ]);
    expect(ofKind(records, "source").map((each) => each.source.url)).toEqual(["https://a.org/1", "https://b.org/2"]);
    expect(claims(records)).toMatchObject(
      ["https://a.org/1", "https://b.org/2"].map((url) => ({
        subject: "x",
        relation: "funds",
        object: "y",
        stance: "alleges",
        during: "2019-12-31",
        note: "z",
        source: url,
        citation: { kind: "page", page: "7", quote: "he did" },
        origin: { kind: "imported", file: "t.csv", row: 2 },
      })),
    );
    expect(problemLines(records)).toEqual([]);
  });

  it("gives a link for each value of a cell and for each target column, each column with its relation", () => {
    const records = read("A,boss,firm\nx,y;z,w\n", {
      ...links,
      separator: ";",
      columns: [
        source,
        { ...target, name: "boss", several: true, relation: "leads" },
        { ...target, name: "firm", relation: "owns" },
      ],
    });
    expect(linkLines(records)).toEqual(["x leads y", "x leads z", "x owns w"]);
    expect(new Set(claims(records).map(({ id }) => id)).size).toBe(3);
  });

  it("keeps apart ids of other spaces, and a name under which two types stand", () => {
    const spaces = [
      { ...source, by: "id", space: "p" },
      { ...target, by: "id", space: "q" },
    ];
    expect(linkLines(read("A,B\n1,1\n", { ...links, columns: spaces }))).toEqual(["p:1 linked-to q:1"]);
    const types = [
      { ...source, type: "person" },
      { ...target, type: "country" },
    ];
    const records = read("A,B\nJordan,Mali\nAda,Jordan\nEve,Jordan\n", { ...links, columns: types });
    expect(linkLines(records)).toEqual([
      "Jordan linked-to Mali",
      "Ada linked-to Jordan (country)",
      "Eve linked-to Jordan (country)",
    ]);
    expect(problemLines(records)).toEqual(["row 3: name-of-two-types"]);
  });

  it("finds columns by name, the second of two alike as the second, and says what it leaves out and lacks", () => {
    const records = read("b,note,A,note,extra\ny,1,x,2,3\n", {
      ...links,
      columns: [source, target, { name: "note", as: "ignored" }, { name: "note", as: "note" }, { name: "gone", as: "weight" }],
    });
    expect(linkLines(records)).toEqual(["x linked-to y (2)"]);
    const told = ofKind(records, "problem").map(({ problem }) => problem.message);
    expect(told).toEqual([
      'wanted the columns of the mapping, got none called "gone"',
      'wanted columns that the mapping names, got "extra" too; left out',
    ]);
  });

  it("is refused in one line where what a row is about is missing, and where two columns have one use", () => {
    expect(() => read("x,y\n1,2\n", links)).toThrow("t.csv: wanted columns A, B, got x, y");
    const twice = [source, target, { name: "d", as: "date" }, { name: "e", as: "date" }];
    expect(() => read("A,B,d,e\n1,2,3,4\n", { ...links, columns: twice })).toThrow("t.csv: wanted one column as date, got d, e");
  });

  it("keeps dates that no calendar knows in the note, and says so with the row", () => {
    const dated = [source, target, { name: "from", as: "from" }, { name: "to", as: "to" }];
    const text = "A,B,from,to\na,b,2019,2020\nc,d,soon,2020\ne,f,2020,2019\ng,h,2018,\ni,j,,2018\n";
    const records = read(text, { ...links, columns: dated });
    expect(claims(records).map(({ during, note }) => [during, note])).toEqual([
      ["2019/2020", ""],
      ["/2020", "soon"],
      [null, "2020 – 2019"],
      ["2018/", ""],
      ["/2018", ""],
    ]);
    expect(problemLines(records)).toEqual(["row 3: unreadable-date, repaired", "row 4: unreadable-date, repaired"]);
  });

  it("reads numbers with a decimal comma, truth and dates as what they are, and keeps what is none as text", () => {
    const kinds = [
      { name: "n", as: "name" },
      { name: "sum", as: "attribute", holds: "number" },
      { name: "ok", as: "attribute", holds: "truth" },
      { name: "born", as: "attribute", holds: "date", property: "birth-date" },
    ];
    const text = "n\tsum\tok\tborn\nx\t1.234,50\tja\t3.4.1970\ny\tmuch\tnein\tDec 1970\n";
    const records = read(text, { role: "entities", delimiter: "\t", decimal: ",", dates: "day-first", columns: kinds });
    expect(
      claims(records).map((claim) => (claim.kind === "attribute" ? [claim.subject, claim.property, claim.value] : null)),
    ).toEqual([
      ["x", "sum", 1234.5],
      ["x", "ok", true],
      ["x", "birth-date", "1970-04-03"],
      ["y", "sum", "much"],
      ["y", "ok", false],
      ["y", "birth-date", "1970-12"],
    ]);
    expect(problemLines(records)).toEqual(["row 3: unreadable-value"]);
  });

  it("reads a repeated link id in the same words as one link, in other words as two, and says so", () => {
    const records = read("A,B,id\na,b,1\na,b,1\na,c,1\n", { ...links, columns: [source, target, { name: "id", as: "id" }] });
    expect(linkLines(records)).toEqual(["a linked-to b", "a linked-to c"]);
    expect(problemLines(records)).toEqual(["row 3: repeated-id, merged", "row 4: repeated-id"]);
  });

  it("says the same with the guess given back, and gives claims of their own to another reading", () => {
    const text = "source,target,said\na,b,x\n";
    const guess = read(text);
    const [table] = ofKind(guess, "table");
    expect(read(text, { ...table!.table.mapping })).toEqual(guess);
    const columns = table!.table.mapping.columns.map((column) =>
      column.name === "said" ? { name: "said", as: "note" } : column,
    );
    const other = claims(read(text, { ...table!.table.mapping, columns }));
    expect(other).toMatchObject([{ note: "x" }]);
    expect(other[0]!.id).not.toBe(claims(guess)[0]!.id);
  });
});

describe("the guess", () => {
  const guess = (text: string) => ofKind(read(text), "table")[0]!.table;

  it("takes the order of dates from a day over 12, and says where there is none", () => {
    expect(guess("source,target,date\na,b,01/02/2019\nc,d,31/12/2019\n").mapping.dates).toBe("day-first");
    expect(guess("source,target,date\na,b,01/02/2019\nc,d,12/31/2019\n").mapping.dates).toBe("month-first");
    expect(guess("source,target,date\na,b,2019-02-01\n").mapping.dates).toBe("year-first");
    const unsure = guess("source,target,date\na,b,01/02/2019\n");
    expect(unsure.mapping.dates).toBe("day-first");
    expect(unsure.remarks).toEqual([
      "wanted dates that show whether day or month comes first, got none with a day over 12; read as day-first",
    ]);
  });

  it("sees a decimal comma, several values in a cell, and what stands in the columns", () => {
    const { mapping } = guess('id;name;aliases;share;since\n1;Ann;"A; Annie";12,5;2001-02-03\n2;Bob;;7,25;2002-03-04\n');
    expect(mapping).toMatchObject({ role: "entities", delimiter: ";", decimal: ",", separator: ";" });
    expect(mapping.columns).toMatchObject([
      { as: "id" },
      { as: "name" },
      { as: "alias", several: true },
      { as: "attribute", holds: "number" },
      { as: "attribute", holds: "date" },
    ]);
  });

  it("reads semicolons, days first, two addresses in a cell and a misspelt heading as they are meant", () => {
    const text = 'Sorce;Target;Relation;Date;Source URLs\nAda;Bolt;owns;31.12.2019;"https://a.org/1 ; https://b.org/2"\n';
    const records = read(text);
    expect(claims(records)).toMatchObject([
      { subject: "Ada", relation: "owns", object: "Bolt", during: "2019-12-31", source: "https://a.org/1" },
      { subject: "Ada", relation: "owns", object: "Bolt", during: "2019-12-31", source: "https://b.org/2" },
    ]);
    expect(ofKind(records, "problem").map(({ problem }) => problem.message)).toEqual([
      'wanted a heading that is known, got "Sorce"; taken for "source"',
    ]);
  });

  it("knows both ends of a link in German, and has nothing to say of them", () => {
    const records = read("Von;An;Art;Seit\nAda;Bolt;kennt;24.3.2019\n");
    expect(claims(records)).toMatchObject([{ subject: "Ada", relation: "kennt", object: "Bolt" }]);
    expect(ofKind(records, "problem")).toEqual([]);
  });

  it("shows the header, the first rows and the mapping before anything else", () => {
    const [first] = read("source,target\na,b\nc,d\n");
    expect(first).toMatchObject({
      kind: "table",
      table: {
        sheet: "",
        header: ["source", "target"],
        rows: [
          ["a", "b"],
          ["c", "d"],
        ],
        remarks: [],
      },
    });
  });

  it("takes a column of documents for addresses where its cells are such, whatever its heading", () => {
    const text = "Von;An;Beleg\nAnn;Bob;https://a.org/1 | https://b.org/2\nBob;Cy;https://a.org/1\n";
    expect(guess(text).mapping.columns.at(-1)).toMatchObject({ as: "source-url" });
    expect(ofKind(read(text), "source").map((each) => each.source.url)).toEqual(["https://a.org/1", "https://b.org/2"]);
    const titles = "Von;An;Beleg\nAnn;Bob;Register 12\nBob;Cy;https://a.org/1\nCy;Ann;Akte 7\n";
    expect(guess(titles).mapping.columns.at(-1)).toMatchObject({ as: "source-title" });
  });

  it("guesses the columns of a mapping that has none, under its syntax, header and role", () => {
    const text = "made by hand;;\nname;party;source\nAnn;Red;The Post\nBob;Blue;The Post\n";
    const under = (mapping: object) =>
      ofKind(read(text, { delimiter: ";", skip: 1, columns: [], ...mapping }), "table")[0]!.table;
    expect(guess(text).mapping).toMatchObject({ role: "both", skip: 1 });
    expect(under({ role: "both" }).mapping).toEqual(guess(text).mapping);
    expect(under({ role: "entities" }).mapping.columns).toMatchObject([
      { as: "name" },
      { as: "attribute" },
      { as: "source-title" },
    ]);
    expect(under({ role: "links" }).mapping.columns).toMatchObject([{ as: "source" }, { as: "target" }, { as: "source-title" }]);
    expect(under({ role: "entities", header: "none" })).toMatchObject({ header: null, mapping: { header: "none" } });
    expect(linkLines(read("a,b\n1,2\n", { role: "links", header: "none", columns: [] }))).toEqual([
      "a linked-to b",
      "1 linked-to 2",
    ]);
    expect(linkLines(read("x,a,b\na,0,1\nb,1,0\n", { role: "matrix" }))).toEqual(["a linked-to b", "b linked-to a"]);
  });

  it("takes a source beside the name of a thing for a document, and for an end where there is a target", () => {
    expect(guess("name,source\nAnn,https://a.org/1\nBob,https://a.org/2\n").mapping.columns).toMatchObject([
      { as: "name" },
      { as: "source-url" },
    ]);
    expect(guess("source,target,name\na,b,c\n").mapping.columns).toMatchObject([
      { as: "source" },
      { as: "target" },
      { as: "attribute" },
    ]);
  });

  it("takes nodes and links of one import together, in either order", () => {
    const nodes = read("~id,~label,name:String\n1,person,Ann\n");
    const edges = read("~id,~from,~to,~label\n9,1,2,knows\n");
    expect(ofKind(edges, "entity").map(({ entity }) => [entity.id, entity.placeholder])).toEqual([
      ["1", true],
      ["2", true],
    ]);
    expect(ofKind(nodes, "entity")[0]!.entity).toMatchObject({ id: "1", type: "person", name: "Ann", placeholder: false });
  });
});
