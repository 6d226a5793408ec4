import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { corpusFolder } from "../formats/corpus.ts";
import { corpusLine, corpusName } from "./corpus-line.ts";
import { type CorpusImport, importsOf, readImport } from "./read-corpus.ts";

const mostBytes = 60_000;
const every = 5;

const page = readFileSync("docs/corpus.md", "utf8");
const corpus = corpusFolder(".");

test("docs/corpus.md has a line for every file of the corpus", () => {
  if (corpus === null) return console.log("corpus: it is not on this machine (CLEW_CORPUS): nothing compared");
  expect(importsOf(corpus).filter((each) => !page.includes(`| ${corpusName(each)} |`))).toEqual([]);
});

test("of its small files every fifth gives what docs/corpus.md says", { timeout: 60_000 }, async () => {
  if (corpus === null) return console.log("corpus: it is not on this machine (CLEW_CORPUS): nothing read");
  const small = importsOf(corpus).filter(({ bytes }: CorpusImport, at) => bytes < mostBytes && at % every === 0);
  for (const each of small) expect(page).toContain(corpusLine(await readImport(corpus, each)));
});
