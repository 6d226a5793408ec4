import { parse } from "csv-parse/sync";
import { csvFormat } from "../../../src/formats/csv/csv-format.ts";
import type { ExportContent } from "../../../src/formats/format.ts";
import { hostileContent } from "../../formats/hostile-content.ts";
import { randomFrom } from "../../formats/random-from.ts";
import { linkLines, ofKind, readAll } from "../../formats/read-all.ts";
import { type Outcome, ran } from "../outcome.ts";

const begins = ["=", "+", "-", "@", "\t", "\r", "\n", "'=", "''@", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"];
const rests = ["1+1", 'HYPERLINK("http://x")', "cmd|' /C calc'!A0", "SUM(A1)", "", "a,b", "\n=1", "'"];

const writer = csvFormat.writer!;
const runs = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Texts that a spreadsheet would run, as ids, names, types, relations and notes: guarded, exact where that is asked, and back unchanged. */
export async function csvFormulas({ cases, seed }: { readonly cases: number; readonly seed: number }): Promise<Outcome> {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const broken: string[] = [];
  let cells = 0;
  for (let at = 0; at < cases; at++) {
    const content = hostileContent([...new Set(Array.from({ length: 6 }, () => pick(begins) + pick(rests)))]);
    for (const part of writer.parts) {
      const guarded = cellsOf(writer.write(content, part));
      const exact = new Set(cellsOf(writer.write(content, part, { formulas: "exact" })));
      cells += guarded.length;
      broken.push(...guarded.filter((cell) => runs.test(cell)).map((cell) => `${part}: it would run: ${JSON.stringify(cell)}`));
      broken.push(
        ...content.entities.filter(({ id }) => !exact.has(id)).map(({ id }) => `${part}: exact, lacks ${JSON.stringify(id)}`),
      );
    }
    broken.push(...(await lostOnTheWay(content)));
  }
  return ran(`${cases} cases, ${cells} cells`, broken);
}

function cellsOf(chunks: Iterable<string>): string[] {
  return (parse([...chunks].join("")) as string[][]).flat();
}

/** What our own links part does not give back. */
async function lostOnTheWay(content: ExportContent): Promise<string[]> {
  const records = await readAll(csvFormat, [...writer.write(content, "links")].join(""));
  const names = new Set(ofKind(records, "entity").map(({ entity }) => entity.name));
  const lines = new Set(linkLines(records));
  const wanted = content.links.map(({ from, relation, to }) => `${from} ${relation} ${to} (${from})`);
  const lost = [
    ...content.entities.map(({ name }) => name).filter((name) => !names.has(name)),
    ...wanted.filter((line) => !lines.has(line)),
  ];
  return lost.map((text) => `links: back, lacks ${JSON.stringify(text)}`);
}
