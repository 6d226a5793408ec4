import type { BuildEngine } from "../engine.ts";

/** Every engine by name, the module loaded when it is built: a process holds one engine. */
export const engines: { readonly [name: string]: { readonly load: () => Promise<BuildEngine>; readonly slow: boolean } } = {
  clew: { slow: false, load: async () => (await import("./clew.ts")).buildClew },
  limit: { slow: false, load: async () => (await import("./limit.ts")).buildLimit },
  graphology: { slow: true, load: async () => (await import("./graphology.ts")).buildGraphology },
  ngraph: { slow: true, load: async () => (await import("./ngraph.ts")).buildNgraph },
  sqlite: { slow: true, load: async () => (await import("./sqlite.ts")).buildSqlite },
  ladybug: { slow: true, load: async () => (await import("./ladybug.ts")).buildLadybug },
  duckdb: { slow: true, load: async () => (await import("./duckdb.ts")).buildDuckdb },
};
