import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCase } from "../../../../src/case/open-case.ts";
import type { Facts } from "../data/reckoning.ts";
import type { Figures } from "../figures.ts";
import { launcher, runProgram } from "./run-program.ts";

export interface Files {
  readonly jsonl: string;
  readonly nodes: string;
  readonly links: string;
  readonly casePath: string;
  readonly folder: string;
}

/** Reads the case in by the command line, in a process of its own, and holds its counts against the generator's reckoning. */
export async function measureImport({ jsonl, casePath }: Files, facts: Facts, figures: Figures): Promise<void> {
  for (const end of ["", "-wal", "-shm", "-lock"]) rmSync(`${casePath}${end}`, { force: true });
  const { ms, peak } = await runProgram([launcher, "import", casePath, jsonl]);
  figures.add("import", ms);
  figures.add("import: entities and links", (facts.entities + facts.linksDrawn) / (ms / 1000), "per second");
  figures.add("import: claims", facts.claims / (ms / 1000), "per second");
  figures.add("import: most memory", peak, "bytes");
  figures.add("case file", sizeOf(casePath), "bytes");
  checkCounts(casePath, facts, figures);
}

function checkCounts(casePath: string, facts: Facts, figures: Figures): void {
  const opened = openCase(casePath, { mode: "read" });
  const { entities, links, claims, attributes, sources, entityTypes, relations, standings } = opened.stats();
  opened.close();
  const inOrder = (tally: Readonly<Record<string, number>>) => Object.entries(tally).sort(([a], [b]) => (a < b ? -1 : 1));
  figures.expect("entities", facts.entitiesApart, entities);
  figures.expect("links", facts.links, links);
  figures.expect("claims in force", facts.claims - facts.withdrawn, claims);
  figures.expect("attributes", facts.attributes, attributes);
  figures.expect("sources", facts.sources, sources);
  figures.expect("types", inOrder(facts.entityTypes), inOrder(entityTypes));
  figures.expect("relations", inOrder(facts.relations), inOrder(relations));
  figures.expect("standings", inOrder(facts.standings), inOrder(standings));
}

/** LadybugDB's COPY of the same entities and links, in a process of its own. */
export async function measureCopy({ nodes, links, folder }: Files, facts: Facts, figures: Figures): Promise<void> {
  const database = join(folder, "peer.lbug");
  rmSync(database, { recursive: true, force: true });
  const child = fileURLToPath(new URL("copy-child.ts", import.meta.url));
  const { peak, output } = await runProgram([child, database, nodes, links]);
  const said = JSON.parse(output) as { copyMs: number; nodes: number; links: number };
  figures.expect("LadybugDB: entities and links", [facts.entities, facts.linksDrawn], [said.nodes, said.links]);
  figures.add("LadybugDB: COPY", said.copyMs);
  figures.add("LadybugDB: entities and links", (facts.entities + facts.linksDrawn) / (said.copyMs / 1000), "per second");
  figures.add("LadybugDB: most memory", peak, "bytes");
  figures.add("LadybugDB: file", sizeOf(database), "bytes");
  for (const file of readdirSync(folder)) if (file.startsWith("peer.lbug")) rmSync(join(folder, file), { recursive: true });
}

function sizeOf(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, file) => sum + sizeOf(join(path, file)), 0);
}
