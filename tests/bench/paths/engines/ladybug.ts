import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AROUND_HOPS,
  type Asked,
  type Engine,
  filteredRelations,
  type Kind,
  type Limits,
  MAX_HOPS,
  type Reply,
  SIMPLE_HOPS,
  TimedOut,
} from "../engine.ts";
import type { BenchGraph } from "../graph/bench-graph.ts";
import { peerVersion, requirePeer } from "./peer-module.ts";
import { writeLinks } from "./write-links.ts";

interface Result {
  getAll(): Promise<readonly Readonly<Record<string, number | bigint>>[]>;
  close(): void;
}

interface Prepared {
  isSuccess(): boolean;
}

interface Connection {
  query(cypher: string): Promise<Result>;
  prepare(cypher: string): Promise<Prepared>;
  execute(prepared: Prepared, parameters: Readonly<Record<string, number>>): Promise<Result>;
  setQueryTimeout(ms: number): void;
  close(): Promise<void>;
}

interface Module {
  readonly Database: new (path: string, bufferPoolBytes?: number) => { close(): Promise<void> };
  readonly Connection: new (db: object, threads: number) => Connection;
}

const cypher: { readonly [K in Kind]?: string } = {
  shortest: `MATCH p = (:Entity {id: $from})-[:Link* SHORTEST 1..${MAX_HOPS}]-(:Entity {id: $to}) RETURN length(p) AS hops`,
  "all-shortest": `MATCH p = (:Entity {id: $from})-[:Link* ALL SHORTEST 1..${MAX_HOPS}]-(:Entity {id: $to})
    RETURN count(*) AS sequences, min(length(p)) AS hops`,
  filtered: `MATCH p = (:Entity {id: $from})-[:Link* SHORTEST 1..${MAX_HOPS}
    (link, _ | WHERE link.relation IN [${filteredRelations.join()}])]-(:Entity {id: $to}) RETURN length(p) AS hops`,
  cheapest: `MATCH (:Entity {id: $from})-[way:Link* WSHORTEST(weight) 1..${MAX_HOPS}]-(:Entity {id: $to}) RETURN cost(way) AS weight`,
  simple: `MATCH (:Entity {id: $from})-[:Link* ACYCLIC 1..${SIMPLE_HOPS}]-(:Entity {id: $to}) RETURN count(*) AS sequences`,
  around: `MATCH (:Entity {id: $from})-[:Link* SHORTEST 1..${AROUND_HOPS}]-(other:Entity) RETURN 1 + count(*) AS entities`,
  apart: `MATCH p = (:Entity {id: $from})-[:Link* SHORTEST 1..${MAX_HOPS}]-(:Entity {id: $to}) RETURN length(p) AS hops`,
};

/** What it says when there is no row: no path. */
const nothing: { readonly [K in Kind]?: Readonly<Record<string, number>> } = {
  shortest: { hops: -1 },
  filtered: { hops: -1 },
  apart: { hops: -1 },
  cheapest: { weight: -1 },
};

const BUFFER_POOL_BYTES = 3 * 2 ** 30;

/** LadybugDB in memory, asked in prepared Cypher. It tells sequences of links, not paths of entities. */
export async function buildLadybug(graph: BenchGraph, { deadlineMs, folder }: Limits): Promise<Engine> {
  const { Database, Connection } = requirePeer<Module>("@ladybugdb/core");
  const db = new Database(":memory:", BUFFER_POOL_BYTES);
  const connection = new Connection(db, 2);
  const [nodes, links] = [join(folder, "nodes.csv"), join(folder, "links.csv")];
  writeFileSync(nodes, Array.from({ length: graph.nodes }, (_, node) => `${node}\n`).join(""));
  writeLinks(links, graph);
  for (const statement of [
    "CREATE NODE TABLE Entity (id INT64 PRIMARY KEY)",
    "CREATE REL TABLE Link (FROM Entity TO Entity, relation INT64, weight DOUBLE)",
    `COPY Entity FROM '${nodes}'`,
    `COPY Link FROM '${links}'`,
  ])
    (await connection.query(statement)).close();
  const prepared = new Map<Kind, Prepared>();
  for (const [kind, text] of Object.entries(cypher)) prepared.set(kind as Kind, await connection.prepare(text));
  connection.setQueryTimeout(deadlineMs);
  return {
    version: peerVersion("@ladybugdb/core"),
    kinds: [...prepared.keys()],
    bytes: null,
    ask: (asked) => ask(connection, prepared.get(asked.kind)!, asked),
    close: async () => {
      await connection.close();
      await db.close();
    },
  };
}

async function ask(connection: Connection, prepared: Prepared, { kind, from, to }: Asked): Promise<Reply> {
  const parameters = kind === "around" ? { from } : { from, to };
  try {
    const result = await connection.execute(prepared, parameters);
    const [row] = await result.getAll();
    result.close();
    return () => Object.fromEntries(Object.entries(row ?? nothing[kind] ?? {}).map(([name, value]) => [name, Number(value)]));
  } catch (cause) {
    if (cause instanceof Error && /interrupt/i.test(cause.message)) throw new TimedOut("stopped at the deadline", { cause });
    throw cause;
  }
}
