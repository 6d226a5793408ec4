import { join } from "node:path";
import {
  AROUND_HOPS,
  type Asked,
  type Engine,
  filteredRelations,
  type Kind,
  type Limits,
  type Reply,
  TimedOut,
} from "../engine.ts";
import type { BenchGraph } from "../graph/bench-graph.ts";
import { peerVersion, requirePeer } from "./peer-module.ts";
import { simplePathsSql } from "./simple-paths-sql.ts";
import { writeLinks } from "./write-links.ts";

interface Result {
  getRowObjectsJson(): readonly Readonly<Record<string, string | number | null>>[];
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<Result>;
  interrupt(): void;
  closeSync(): void;
}

interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}

interface Module {
  readonly DuckDBInstance: { create(path: string, options: Readonly<Record<string, string>>): Promise<Instance> };
}

/** DuckDB in memory: joins over `pair`, each two neighbours once; shortest paths frontier by frontier. */
export async function buildDuckdb(graph: BenchGraph, { deadlineMs, folder }: Limits): Promise<Engine> {
  const { DuckDBInstance } = requirePeer<Module>("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "6GB" });
  const db = await instance.connect();
  const file = join(folder, "links.csv");
  writeLinks(file, graph);
  await db.run(`CREATE TABLE link AS SELECT * FROM read_csv('${file}', header = false,
    columns = {'a': 'INTEGER', 'b': 'INTEGER', 'relation': 'TINYINT', 'weight': 'DOUBLE'})`);
  await db.run(`CREATE TABLE step AS
    SELECT DISTINCT a, b, relation FROM (SELECT a, b, relation FROM link UNION ALL SELECT b, a, relation FROM link) ORDER BY a, b`);
  await db.run("CREATE TABLE pair AS SELECT DISTINCT a, b FROM step ORDER BY a, b");
  const asks = asksOf(db);
  return {
    version: peerVersion("@duckdb/node-api"),
    kinds: [...asks.keys()],
    bytes: null,
    ask: (asked) => untilDeadline(db, deadlineMs, () => asks.get(asked.kind)!(asked)),
    close: () => {
      db.closeSync();
      instance.closeSync();
    },
  };
}

async function untilDeadline(db: Connection, deadlineMs: number, ask: () => Promise<Reply>): Promise<Reply> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    db.interrupt();
  }, deadlineMs);
  try {
    return await ask();
  } catch (cause) {
    if (late) throw new TimedOut(`wanted an answer within ${deadlineMs} ms`, { cause });
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

function asksOf(db: Connection): ReadonlyMap<Kind, (asked: Asked) => Promise<Reply>> {
  const all = "pair AS step ON step.a = here.node";
  const some = `step ON step.a = here.node AND step.relation IN (${filteredRelations.join()})`;
  const searchOver =
    (steps: string) =>
    async ({ from, to }: Asked): Promise<Reply> => {
      const found = await shortest(db, steps, [from, to]);
      return () => found;
    };
  return new Map<Kind, (asked: Asked) => Promise<Reply>>([
    ["shortest", searchOver(all)],
    ["all-shortest", searchOver(all)],
    ["filtered", searchOver(some)],
    ["apart", searchOver(all)],
    [
      "simple",
      async ({ from, to }) => {
        const { paths } = await numbersOf(db, simplePathsSql(`${from}`, `${to}`));
        return () => ({ paths: paths! });
      },
    ],
    [
      "around",
      async ({ from }) => {
        const found = await numbersOf(db, aroundSql(from));
        return () => found;
      },
    ],
  ]);
}

async function numbersOf(db: Connection, sql: string): Promise<Readonly<Record<string, number>>> {
  const [row = {}] = (await db.runAndReadAll(sql)).getRowObjectsJson();
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}

function aroundSql(center: number): string {
  const levels = [`near0 AS (SELECT ${center} AS node)`];
  for (let hop = 1; hop <= AROUND_HOPS; hop++)
    levels.push(`near${hop} AS (SELECT node FROM near${hop - 1} UNION SELECT b FROM pair JOIN near${hop - 1} ON a = node)`);
  const near = `near${AROUND_HOPS}`;
  return `WITH ${levels.join()} SELECT (SELECT count(*) FROM ${near}) AS entities,
    (SELECT count(*) FROM link SEMI JOIN ${near} AS one ON link.a = one.node SEMI JOIN ${near} AS other ON link.b = other.node) AS links`;
}

/** Breadth-first from both ends, the smaller frontier first, with the number of ways to each node. */
async function shortest(
  db: Connection,
  steps: string,
  ends: readonly [number, number],
): Promise<{ hops: number; paths: number }> {
  const sizes: [number, number] = [1, 1];
  const levels: [number, number] = [0, 0];
  for (const [at, end] of ends.entries())
    await db.run(`CREATE OR REPLACE TEMP TABLE reached${at} AS SELECT ${end} AS node, 0 AS level, 1::DOUBLE AS ways`);
  while (sizes[0] > 0 && sizes[1] > 0) {
    const at = sizes[0] <= sizes[1] ? 0 : 1;
    const level = levels[at]++;
    await db.run(`INSERT INTO reached${at} SELECT b, ${level + 1}, sum(ways) FROM (
        SELECT DISTINCT here.node, here.ways, step.b FROM reached${at} AS here JOIN ${steps}
        ANTI JOIN reached${at} AS known ON known.node = step.b WHERE here.level = ${level})
      GROUP BY b`);
    const { size, met, paths } = await numbersOf(
      db,
      `SELECT (SELECT count(*) FROM reached${at} WHERE level = ${level + 1}) AS size, count(*) AS met, sum(one.ways * other.ways) AS paths
       FROM reached0 AS one JOIN reached1 AS other USING (node) WHERE one.level = ${levels[0]} AND other.level = ${levels[1]}`,
    );
    if (met! > 0) return { hops: levels[0] + levels[1], paths: paths! };
    sizes[at] = size!;
  }
  return { hops: -1, paths: 0 };
}
