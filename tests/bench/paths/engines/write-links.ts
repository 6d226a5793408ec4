import { closeSync, openSync, writeSync } from "node:fs";
import type { BenchGraph } from "../graph/bench-graph.ts";

const LINES = 100_000;

/** The links as comma-separated lines: from, to, relation, weight. */
export function writeLinks(file: string, { links, linkFrom, linkTo, linkRelation, linkWeight }: BenchGraph): void {
  const out = openSync(file, "w");
  for (let first = 0; first < links; first += LINES) {
    let lines = "";
    for (let link = first; link < Math.min(links, first + LINES); link++)
      lines += `${linkFrom[link]},${linkTo[link]},${linkRelation[link]},${linkWeight[link]}\n`;
    writeSync(out, lines);
  }
  closeSync(out);
}
