import { peerVersion, requirePeer } from "../../paths/engines/peer-module.ts";

interface Connection {
  query(cypher: string): Promise<{ getAll(): Promise<readonly Readonly<Record<string, number | bigint>>[]>; close(): void }>;
  close(): Promise<void>;
}

interface Module {
  readonly Database: new (path: string, bufferPoolBytes?: number) => { close(): Promise<void> };
  readonly Connection: new (db: object, threads: number) => Connection;
}

const BUFFER_POOL_BYTES = 4 * 2 ** 30;

/** `copy-child.ts DATABASE NODES LINKS`: LadybugDB copies entities and links into a new database on disk; prints what it took. */
const [path = "", nodes = "", links = ""] = process.argv.slice(2);
const { Database, Connection } = requirePeer<Module>("@ladybugdb/core");
const started = performance.now();
const db = new Database(path, BUFFER_POOL_BYTES);
const connection = new Connection(db, 2);
for (const statement of [
  "CREATE NODE TABLE Entity (id STRING PRIMARY KEY, type STRING, name STRING)",
  "CREATE REL TABLE Link (FROM Entity TO Entity, relation STRING, claims INT64)",
  `COPY Entity FROM '${nodes}' (PARALLEL=true)`,
  `COPY Link FROM '${links}' (PARALLEL=true)`,
  "CHECKPOINT",
])
  (await connection.query(statement)).close();
const copyMs = performance.now() - started;
const count = async (cypher: string) => Number((await (await connection.query(cypher)).getAll())[0]!.n);
const counts = {
  nodes: await count("MATCH (e:Entity) RETURN count(*) AS n"),
  links: await count("MATCH (:Entity)-[l:Link]->(:Entity) RETURN count(*) AS n"),
};
await connection.close();
await db.close();
process.stdout.write(JSON.stringify({ copyMs, ...counts, version: peerVersion("@ladybugdb/core") }));
