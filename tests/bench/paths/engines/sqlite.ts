import { DatabaseSync, type StatementSync } from "node:sqlite";
import { type Asked, type Engine, filteredRelations, type Kind, type Measures, type Reply } from "../engine.ts";
import type { BenchGraph } from "../graph/bench-graph.ts";
import { simplePathsSql } from "./simple-paths-sql.ts";

/**
 * SQLite in memory: `step` has every link both ways with its relation, `pair` each two neighbours once. A search
 * goes frontier by frontier from both ends, the smaller first; simple paths are one join per number of hops.
 */
export function buildSqlite(graph: BenchGraph): Engine {
  const db = new DatabaseSync(":memory:");
  db.exec(`
    PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA temp_store = memory;
    CREATE TABLE link (a INTEGER, b INTEGER, relation INTEGER);
    CREATE TABLE step (a INTEGER, b INTEGER, relation INTEGER, PRIMARY KEY (a, b, relation)) WITHOUT ROWID;
    CREATE TABLE pair (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
    BEGIN;
  `);
  const insert = db.prepare("INSERT INTO link VALUES (?, ?, ?)");
  for (let link = 0; link < graph.links; link++)
    insert.run(graph.linkFrom[link]!, graph.linkTo[link]!, graph.linkRelation[link]!);
  db.exec(`
    INSERT INTO step SELECT DISTINCT * FROM (SELECT a, b, relation FROM link UNION ALL SELECT b, a, relation FROM link) ORDER BY 1, 2, 3;
    INSERT INTO pair SELECT DISTINCT a, b FROM step ORDER BY 1, 2;
    CREATE INDEX link_ends ON link (a, b);
    CREATE TEMP TABLE near (node INTEGER PRIMARY KEY);
    CREATE TEMP TABLE reached0 (node INTEGER PRIMARY KEY, level INTEGER, ways REAL);
    CREATE TEMP TABLE reached1 (node INTEGER PRIMARY KEY, level INTEGER, ways REAL);
    CREATE INDEX temp.level0 ON reached0 (level);
    CREATE INDEX temp.level1 ON reached1 (level);
    COMMIT;
    ANALYZE;
  `);
  const asks = asksOf(db);
  return {
    version: (db.prepare("SELECT sqlite_version() AS version").get() as { version: string }).version,
    kinds: [...asks.keys()],
    bytes: null,
    ask: (asked) => asks.get(asked.kind)!(asked),
    close: () => db.close(),
  };
}

function asksOf(db: DatabaseSync): ReadonlyMap<Kind, (asked: Asked) => Reply> {
  const plain = new Frontiers(db, "pair AS step ON step.a = here.node");
  const filtered = new Frontiers(db, `step ON step.a = here.node AND step.relation IN (${filteredRelations.join()})`);
  const simple = db.prepare(simplePathsSql("?1", "?2"));
  const around = aroundBy(db);
  const searchBy =
    (frontiers: Frontiers) =>
    ({ from, to }: Asked): Reply => {
      const found = frontiers.find(from, to);
      return () => found;
    };
  return new Map<Kind, (asked: Asked) => Reply>([
    ["shortest", searchBy(plain)],
    ["all-shortest", searchBy(plain)],
    ["filtered", searchBy(filtered)],
    ["apart", searchBy(plain)],
    [
      "simple",
      ({ from, to }) => {
        const { paths } = simple.get(from, to) as { paths: number };
        return () => ({ paths });
      },
    ],
    [
      "around",
      ({ from }) => {
        const found = around(from);
        return () => found;
      },
    ],
  ]);
}

/** What is within two hops, in a table; then the links from one of it to another. */
function aroundBy(db: DatabaseSync): (center: number) => Measures {
  const clear = db.prepare("DELETE FROM near");
  const reach = db.prepare(`
    INSERT OR IGNORE INTO near SELECT ?1 UNION SELECT b FROM pair WHERE a = ?1
    UNION SELECT far.b FROM pair AS first CROSS JOIN pair AS far ON far.a = first.b WHERE first.a = ?1`);
  const links = db.prepare(`
    SELECT count(*) AS links FROM near AS one CROSS JOIN link ON link.a = one.node CROSS JOIN near AS other ON other.node = link.b`);
  return (center) => {
    clear.run();
    const entities = Number(reach.run(center).changes);
    return { entities, ...(links.get() as { links: number }) };
  };
}

/** A breadth-first search from both ends in tables, with the number of ways to each node. */
class Frontiers {
  readonly #start: readonly StatementSync[];
  readonly #clear: readonly StatementSync[];
  readonly #grow: readonly StatementSync[];
  readonly #meet: StatementSync;

  constructor(db: DatabaseSync, steps: string) {
    const each = (sql: (at: number) => string) => [0, 1].map((at) => db.prepare(sql(at)));
    this.#clear = each((at) => `DELETE FROM reached${at}`);
    this.#start = each((at) => `INSERT INTO reached${at} VALUES (?, 0, 1)`);
    this.#grow = each(
      (at) => `
        INSERT INTO reached${at}
        SELECT b, ?1 + 1, sum(ways) FROM (
          SELECT DISTINCT here.node, here.ways, step.b FROM reached${at} AS here CROSS JOIN ${steps}
          WHERE here.level = ?1 AND step.b NOT IN (SELECT node FROM reached${at}))
        GROUP BY b`,
    );
    this.#meet = db.prepare(`
      SELECT count(*) AS met, sum(one.ways * other.ways) AS paths
      FROM reached0 AS one JOIN reached1 AS other USING (node) WHERE one.level = ? AND other.level = ?`);
  }

  find(from: number, to: number): { readonly hops: number; readonly paths: number } {
    const sizes: [number, number] = [1, 1];
    const levels: [number, number] = [0, 0];
    for (const [at, end] of [from, to].entries()) {
      this.#clear[at]!.run();
      this.#start[at]!.run(end);
    }
    while (sizes[0] > 0 && sizes[1] > 0) {
      const at = sizes[0] <= sizes[1] ? 0 : 1;
      sizes[at] = Number(this.#grow[at]!.run(levels[at]++).changes);
      const { met, paths } = this.#meet.get(...levels) as { met: number; paths: number };
      if (met > 0) return { hops: levels[0] + levels[1], paths };
    }
    return { hops: -1, paths: 0 };
  }
}
