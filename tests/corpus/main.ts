import { writeFileSync } from "node:fs";
import { corpusFolder } from "../formats/corpus.ts";
import { callValues } from "../programs/call-values.ts";
import { corpusLine } from "./corpus-line.ts";
import { importsOf, readImport } from "./read-corpus.ts";

/** `npm run corpus`: reads every file of the corpus into a case of its own and writes docs/corpus.md. */
const usage =
  "npm run corpus: reads every file of the corpus, the folder in CLEW_CORPUS or ../shared/corpus, and writes docs/corpus.md";
const { positionals } = callValues({ name: "corpus", usage, options: {} });
if (positionals.length > 0) {
  console.error(`corpus: wanted nothing more, got ${positionals.join(" ")}`);
  process.exit(2);
}
const corpus = corpusFolder(".");
if (corpus === null) {
  console.error("corpus: wanted its folder in CLEW_CORPUS or in ../shared/corpus, got none");
  process.exit(2);
}

const lines: string[] = [];
let read = 0;
for (const each of importsOf(corpus)) {
  const result = await readImport(corpus, each);
  if (result.report !== null) read++;
  const line = `${corpusLine(result)} ${result.ms.toLocaleString("en")} |`;
  lines.push(line);
  console.log(line);
}

writeFileSync(
  "docs/corpus.md",
  `# Files of the field, and what Clew makes of them

Written by \`npm run corpus\`: each file is read into a case of its own, files that are one graph together. The files are not part of Clew; \`CLEW_CORPUS\`
names the folder where they lie. Counts are of what came into the case; the time is of the whole import, in milliseconds on two cores.
What came of problems is in [formats.md](formats.md).

${lines.length} imports: ${read} read, ${lines.length - read} refused with a reason.

| file | | entities | links | claims | sources | problems | ms |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`,
);
