import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Asked, Kind } from "./engine.ts";
import { type EngineProcess, startEngine } from "./engine-process.ts";
import { engines as known } from "./engines/engines.ts";
import { type Shape, type SizeName, sizes } from "./graph/bench-graph.ts";
import { writeGraph } from "./graph/graph-file.ts";
import { randomGraph } from "./graph/random-graph.ts";
import type { Timed } from "./messages.ts";
import type { Options } from "./options.ts";
import { drawPairs } from "./pairs.ts";
import type { AskedOfAll, GraphResults } from "./results.ts";

/** Pairs that are asked first and not counted: the fast engines again and again, until what runs has been compiled. */
const WARM_UP = 10;
const WARM_UP_SLOW = 2;
const WARM_UP_ROUNDS = 30;
const WARM_UP_MS = 1500;
/** The same question again and again needs no more than so many. */
const MOST_AROUND = 20;
/** An engine that runs out of time so often in a row is not asked that kind again. */
const TIMEOUTS_IN_A_ROW = 3;

type Tell = (line: string) => void;

/** Builds one graph in every engine and asks all of them pair by pair in turn. */
export async function runGraph(size: SizeName, shape: Shape, { options, tell }: Telling): Promise<GraphResults> {
  const folder = mkdtempSync(join(tmpdir(), "clew-bench-"));
  const started: EngineProcess[] = [];
  try {
    const graph = randomGraph(shape, sizes[size], options.seed);
    const graphFile = join(folder, "graph");
    writeGraph(graphFile, graph);
    const pairs = drawPairs(graph, options.pairs + WARM_UP, options.seed + 1);
    const { nodes, links, claims } = graph;
    for (const name of options.engines) {
      tell(`${name}: building ${shape} ${nodes}/${links}`);
      const { deadlineMs, busy } = options;
      started.push(await startEngine({ name, graphFile, folder, deadlineMs, busy }));
    }
    const asked: AskedOfAll[] = [];
    for (const kind of options.kinds) {
      tell(`asking ${kind}`);
      asked.push(...(await askAll(pairs[kind], kind, { options, started })));
    }
    const engines = started.map(({ name, built }) => ({ name, built }));
    return { size, shape, nodes, links, claims, engines, asked };
  } finally {
    for (const engine of started) await engine.close();
    rmSync(folder, { recursive: true });
  }
}

interface Telling {
  readonly options: Options;
  readonly tell: Tell;
}

interface Asking {
  readonly options: Options;
  readonly started: readonly EngineProcess[];
}

/** Asks every engine that can, until it has run out of time too often. The last pairs are for warming up. */
async function askAll(pairs: readonly Asked[], kind: Kind, { options, started }: Asking): Promise<AskedOfAll[]> {
  const able = started.filter(({ built }) => built.kinds.includes(kind));
  const inARow = new Map<EngineProcess, number>();
  const turn = async (asked: Asked, at: number, among: readonly EngineProcess[]): Promise<AskedOfAll> => {
    const answers: Record<string, Timed> = {};
    for (const engine of turned(among, at)) {
      const late = inARow.get(engine) ?? 0;
      if (late === TIMEOUTS_IN_A_ROW) continue;
      const timed = await engine.ask(asked);
      if (timed === null) continue;
      inARow.set(engine, timed.measures === null ? late + 1 : 0);
      answers[engine.name] = timed;
    }
    return { asked, answers };
  };
  const fast = able.filter((engine) => !isSlow(engine));
  const warming = pairs.slice(-WARM_UP);
  for (const [at, asked] of warming.slice(0, WARM_UP_SLOW).entries()) await turn(asked, at, able);
  const warmUntil = performance.now() + WARM_UP_MS;
  for (let round = 0; round < WARM_UP_ROUNDS && performance.now() < warmUntil; round++)
    for (const [at, asked] of warming.entries()) if (performance.now() < warmUntil) await turn(asked, at, fast);
  const counted = pairs.slice(0, kind === "around" ? Math.min(MOST_AROUND, options.pairs) : options.pairs);
  // The peers are asked now and then from the first pair to the last.
  const stride = Math.max(1, Math.floor(counted.length / options.slowPairs));
  const all: AskedOfAll[] = [];
  for (const [at, asked] of counted.entries())
    all.push(await turn(asked, at, at % stride === 0 && at < stride * options.slowPairs ? able : fast));
  return all;
}

function isSlow({ name }: EngineProcess): boolean {
  return known[name]!.slow;
}

/** The same list from another beginning: nobody is always asked first. */
function turned<T>(list: readonly T[], by: number): T[] {
  const at = by % Math.max(1, list.length);
  return [...list.slice(at), ...list.slice(0, at)];
}
