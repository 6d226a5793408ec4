import type { BuildEngine } from "../engine.ts";

interface KnownEngine {
  readonly load: () => Promise<BuildEngine>;
  /** Whether it is a peer, asked fewer questions. */
  readonly slow: boolean;
  /** Threads that it is told to work with. */
  readonly threads: number;
}

/** Every engine by name, the module loaded when it is built: a process holds one engine. */
export const engines: { readonly [name: string]: KnownEngine } = {
  clew: { slow: false, threads: 1, load: async () => (await import("./clew.ts")).buildClew },
  limit: { slow: false, threads: 1, load: async () => (await import("./limit.ts")).buildLimit },
  graphology: { slow: true, threads: 1, load: async () => (await import("./graphology.ts")).buildGraphology },
  ngraph: { slow: true, threads: 1, load: async () => (await import("./ngraph.ts")).buildNgraph },
  sqlite: { slow: true, threads: 1, load: async () => (await import("./sqlite.ts")).buildSqlite },
  ladybug: { slow: true, threads: 2, load: async () => (await import("./ladybug.ts")).buildLadybug },
  duckdb: { slow: true, threads: 2, load: async () => (await import("./duckdb.ts")).buildDuckdb },
};
