import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCase } from "../../../src/case/open-case.ts";
import { corpusFolder } from "../../formats/corpus.ts";
import { callValues } from "../../programs/call-values.ts";
import { type Goal, goalTable } from "../report/goal.ts";
import { count, megabytes, milliseconds, table } from "../report/markdown-table.ts";
import { launcher, runProgram } from "../scale/measure/run-program.ts";
import { timeReaders } from "./readers.ts";
import { writeEdgeList, writeGexf, writeGraphml } from "./write-samples.ts";

const usage = `npm run bench -- files [options]
  --rows N          of the edge list, default 1000000
  --megabytes N     of the GEXF that is streamed, default 200
  --peers ladybug|none
  --seed N          default 1`;

const MB = 1e6;
/** Bytes of a node with its two edges and a half, about. */
const bytesPerNode = 420;
const arctic = { nodes: 1715, edges: 6676 };

/** Exit codes: 0, or 2 for a wrong call. Throws where sides count differently. */
async function main(): Promise<number> {
  const { values } = callValues({
    name: "bench",
    usage,
    options: {
      rows: { type: "string", default: "1000000" },
      megabytes: { type: "string", default: "200" },
      peers: { type: "string", default: "ladybug" },
      seed: { type: "string", default: "1" },
    },
  });
  const [rows, megabytesOfGexf, seed] = [Number(values.rows), Number(values.megabytes), Number(values.seed)];
  if (!(rows >= 100 && megabytesOfGexf >= 1 && Number.isInteger(seed)) || !["ladybug", "none"].includes(values.peers)) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "clew-bench-files-"));
  try {
    process.stdout.write(`# Files: Node ${process.version}, ${availableParallelism()} cores\n\n`);
    const goals = [
      ...(await edgeList(folder, { rows, seed, peer: values.peers === "ladybug" })),
      ...(await gexfInPieces(folder, megabytesOfGexf, seed)),
      ...(await besideGraphology(folder, seed)),
    ];
    process.stdout.write(`${goalTable(goals)}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface EdgeListTerms {
  readonly rows: number;
  readonly seed: number;
  readonly peer: boolean;
}

async function edgeList(folder: string, { rows, seed, peer }: EdgeListTerms): Promise<Goal[]> {
  const at = (name: string) => join(folder, name);
  const files = { edges: at("edges.csv"), peerNodes: at("nodes.csv"), peerLinks: at("links.csv") };
  const { entities } = await writeEdgeList(files, rows, seed);
  const casePath = at("edges.clew");
  const clew = await runProgram([launcher, "import", casePath, files.edges]);
  const opened = openCase(casePath, { mode: "read" });
  const stats = opened.stats();
  opened.close();
  if (stats.entities !== entities || stats.claims !== rows)
    throw new Error(`edge list: wanted ${entities} entities and ${rows} claims, got ${stats.entities} and ${stats.claims}`);
  const lines = [["Clew: import", milliseconds(clew.ms), megabytes(clew.peak), megabytes(statSync(casePath).size)]];
  let copyMs: number | null = null;
  if (peer) {
    const child = fileURLToPath(new URL("../scale/measure/copy-child.ts", import.meta.url));
    const copied = await runProgram([child, at("peer.lbug"), files.peerNodes, files.peerLinks]);
    const said = JSON.parse(copied.output) as { copyMs: number; nodes: number; links: number };
    if (said.nodes !== entities || said.links !== rows)
      throw new Error(`LadybugDB counts ${said.nodes} nodes and ${said.links} links`);
    copyMs = said.copyMs;
    lines.push([
      "LadybugDB: COPY of nodes and rows",
      milliseconds(copyMs),
      megabytes(copied.peak),
      megabytes(sizeOf(folder, "peer.lbug")),
    ]);
  }
  process.stdout.write(`## An edge list of ${count(rows)} rows, ${count(entities)} entities, into a case\n\n`);
  process.stdout.write(`${table(["", "time", "most memory", "file"], lines)}\n\n`);
  return [
    {
      text: "edge list: rate beside LadybugDB's COPY",
      figure: copyMs === null ? null : copyMs / clew.ms,
      unit: "times",
      bound: "at least",
      wanted: 1,
    },
    { text: "edge list: most memory", figure: clew.peak / 2 ** 20, unit: "MB", bound: "at most", wanted: 512 },
  ];
}

function sizeOf(folder: string, beginning: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.startsWith(beginning));
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

async function gexfInPieces(folder: string, megabytesWanted: number, seed: number): Promise<Goal[]> {
  const file = join(folder, "large.gexf");
  const nodes = Math.ceil((megabytesWanted * MB) / bytesPerNode);
  const size = { nodes, edges: Math.floor(nodes * 2.5) };
  await writeGexf(file, size, seed);
  const read = await runProgram([fileURLToPath(new URL("read-child.ts", import.meta.url)), file]);
  const said = JSON.parse(read.output) as { ms: number; entity: number };
  if (said.entity !== nodes) throw new Error(`GEXF: wanted ${nodes} entities, got ${said.entity}`);
  const imported = await runProgram([launcher, "import", join(folder, "gexf.clew"), file]);
  const megabytesRead = statSync(file).size / MB;
  process.stdout.write(`## GEXF of ${Math.round(megabytesRead)} MB: ${count(size.nodes)} nodes, ${count(size.edges)} edges\n\n`);
  const rows = [
    ["read, nothing kept", milliseconds(said.ms), `${(megabytesRead / (said.ms / 1000)).toFixed(1)} MB/s`, megabytes(read.peak)],
    [
      "imported into a case",
      milliseconds(imported.ms),
      `${(megabytesRead / (imported.ms / 1000)).toFixed(1)} MB/s`,
      megabytes(imported.peak),
    ],
  ];
  process.stdout.write(`${table(["", "time", "rate", "most memory"], rows)}\n\n`);
  return [{ text: "GEXF streamed: most memory", figure: read.peak / 2 ** 20, unit: "MB", bound: "at most", wanted: 400 }];
}

async function besideGraphology(folder: string, seed: number): Promise<Goal[]> {
  const corpus = corpusFolder("gexf-graphology");
  const real = corpus === null ? "" : join(corpus, "gexf", "arctic.gexf");
  const files = { GEXF: real, GraphML: join(folder, "arctic.graphml") };
  if (!existsSync(real)) {
    files.GEXF = join(folder, "arctic.gexf");
    await writeGexf(files.GEXF, arctic, seed);
  }
  await writeGraphml(files.GraphML, arctic, seed);
  const times = timeReaders(files);
  process.stdout.write(`## Readers beside graphology's in jsdom\n\n`);
  const rows = times.map(({ format, nodes, edges, clew, graphology }) => [
    format,
    `${count(nodes)} nodes, ${count(edges)} edges`,
    milliseconds(clew),
    milliseconds(graphology),
    `${(graphology / clew).toFixed(1)} ×`,
  ]);
  process.stdout.write(`${table(["", "", "Clew", "graphology", "ratio"], rows)}\n\n`);
  return times.map(({ format, clew, graphology }) => ({
    text: `${format}: as fast as graphology's reader in jsdom, times`,
    figure: graphology / clew,
    unit: "times",
    bound: "at least",
    wanted: 2,
  }));
}

process.exitCode = await main();
