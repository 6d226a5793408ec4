import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { dlFormat } from "../../../src/formats/dl/dl-format.ts";
import { detectFormat } from "../../../src/formats/list.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const dl = (text: string) => readAll(dlFormat, text, { ontology: builtInOntology });
const links = async (text: string) => linkLines(await dl(text)).filter((line) => line !== "");
const ids = async (text: string) => ofKind(await dl(text), "entity").map(({ entity }) => entity.id);

test("a matrix without labels: nodes are their numbers, also those without an edge", async () => {
  const text = "DL N = 4\nData:\n0 1 0 0\n0 0 2.5 0\n0 0 0 0\n0 0 0 0\n";
  expect(detectFormat("x.txt", text).id).toBe("dl");
  expect(await links(text)).toEqual(["1 linked-to 2", "2 linked-to 3"]);
  expect(await ids(text)).toEqual(["1", "2", "3", "4"]);
  expect(ofKind(await dl(text), "claim").map(({ claim }) => (claim.kind === "link" ? claim.attributes : []))).toEqual([
    [],
    [["weight", 2.5]],
  ]);
});

test("labels before the data, between commas or one a line, blanks and all; the lines of a matrix may end anywhere", async () => {
  expect(await links("dl n=3, format = fullmatrix\nlabels:\nbarry,david,lin\ndata:\n0 1 0 1\n0 0 0\n1 0")).toEqual([
    "barry linked-to david",
    "david linked-to barry",
    "lin linked-to david",
  ]);
  expect(await ids("dl n=2 labels:\nMary Ann\nJohn Paul\ndata: 0 1 1 0")).toEqual(["Mary Ann", "John Paul"]);
});

test("labels among the data", async () => {
  const text = "dl n=3 format=fullmatrix labels embedded\ndata:\nBill Jan Jim\nBill 0 0 1\nJan 0 0 0\nJim . 1 0";
  expect(await links(text)).toEqual(["Bill linked-to Jim", "Jim linked-to Jan"]);
  expect(await ids(text)).toEqual(["Bill", "Jan", "Jim"]);
});

test("lists of edges: numbers of labels, labels themselves, values", async () => {
  const head = "DL n=3\nformat = edgelist1\n";
  expect(await links(`${head}labels:\ngeorge, sally, jim\ndata:\n1 2\n3 1 4`)).toEqual([
    "george linked-to sally",
    "jim linked-to george",
  ]);
  const records = await dl(`${head}labels embedded:\ndata:\ngeorge sally 2\njim sally\n"old man" jim`);
  expect(linkLines(records)).toEqual(["george linked-to sally", "jim linked-to sally", "old man linked-to jim"]);
  expect(problemLines(await dl(`${head}data:\n1 2\n1 9\n1\n1 2 x`))).toEqual([
    "line 5: dangling-end, dropped",
    "line 6: dangling-end, dropped",
    "line 7: no-number, dropped",
  ]);
});

test("lists of neighbours, with their number or without", async () => {
  expect(await links("dl n=4 format=nodelist1\nlabels embedded\ndata:\na b c\nb d")).toEqual([
    "a linked-to b",
    "a linked-to c",
    "b linked-to d",
  ]);
  const records = await dl("dl n=3 format=nodelist1b\ndata:\n2 2 3\n0\n2 1");
  expect(linkLines(records)).toEqual(["1 linked-to 2", "1 linked-to 3", "3 linked-to 1"]);
  expect(problemLines(records)).toEqual(["line 5: ragged-row"]);
});

test("half a matrix has no direction, with its diagonal or without", async () => {
  expect(await links("dl n=3 format=lowerhalf diagonal=absent\ndata:\n1\n0 1")).toEqual(["2 related-to 1", "3 related-to 2"]);
  expect(await links("dl n=3 format=upperhalf\ndata:\n0 1 0\n0 1\n0")).toEqual(["1 related-to 2", "2 related-to 3"]);
});

test("two modes: rows and columns are things of two kinds, also under one label", async () => {
  const records = await dl("dl nr=2 nc=3\nrow labels: Ada, Bob\ncolumn labels: Lunch, Ada, Trip\ndata:\n1 0 1\n0 1 0");
  expect(linkLines(records).filter((line) => line !== "")).toEqual([
    "Ada linked-to Lunch",
    "Ada linked-to Trip",
    "Bob linked-to Ada (column)",
  ]);
  const modes = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? `${claim.subject} ${claim.value}` : [],
  );
  expect(modes).toEqual(["Ada row", "Lunch column", "Trip column", "Bob row", "Ada (column) column"]);
  expect(await links("dl nr=1 nc=2\ndata:\n1 1")).toEqual(["row 1 linked-to column 1", "row 1 linked-to column 2"]);
  expect(await links("dl format=edgelist2 nr=2 nc=2 labels embedded\ndata:\nAda Lunch")).toEqual(["Ada linked-to Lunch"]);
});

test("several matrices are several relations", async () => {
  const text = "dl n=2 nm=2\nmatrix labels:\nlikes, owes\ndata:\n0 1 0 0\n0 0 1 0";
  expect(await links(text)).toEqual(["1 likes 2", "2 owes 1"]);
});

test("what a matrix has too much, and words that DL does not know, are told", async () => {
  expect(problemLines(await dl("dl n=1 frobnicate\ndata:\n0 1 1"))).toEqual([
    "line 1: unknown-word, dropped",
    "line 3: left-out, dropped",
  ]);
});

test.each([
  ["dl n=2\ndata:\n0 1 0", "file.dl: wanted 2 rows, got the end of the file in row 2"],
  ["dl n=2 nm=2\ndata:\n0 1 0 0 1", "file.dl: wanted 2 rows of matrix 2, got the end of the file in row 1"],
  ["dl n=2\nlabels:\na b", "file.dl: wanted data: and what follows it, got the end of the file"],
  ["graph [ ]", 'file.dl: wanted dl as the first word, got "graph [ ]"'],
  [
    "dl n=2 format=rankedlist1\ndata:\n1 2",
    'file.dl: wanted a matrix, half of one, a nodelist or an edgelist as format, got "rankedlist1" before line 2',
  ],
])("%j is refused", async (text, message) => {
  await expect(dl(text)).rejects.toThrow(message);
});
