/**
 * Who may import whom: the table of docs/architecture.md as rules. `layers.mjs` beside this file runs
 * them and fails when it sees no modules.
 */
const layers = {
  base: [],
  claims: ["base"],
  formats: ["base", "claims"],
  extract: ["base", "claims"],
  graph: ["base", "claims"],
  query: ["base", "claims", "graph"],
  view: ["base", "claims", "graph", "query"],
  report: ["base", "claims", "query", "view"],
  store: ["base", "claims", "graph"],
  case: ["base", "claims", "formats", "extract", "graph", "query", "view", "report", "store"],
  server: ["base", "claims", "formats", "extract", "graph", "query", "view", "report", "store", "case"],
  cli: ["base", "claims", "formats", "extract", "graph", "query", "view", "report", "store", "case"],
  ui: ["base", "claims", "formats", "extract", "graph", "query", "view", "report", "store", "case"],
};

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-what-lies-below`,
  severity: "error",
  from: { path: `^src/${layer}/`, pathNot: "^src/cli/commands/open\\.ts$" },
  to: { path: "^src/", pathNot: [`^src/${layer}/`, ...allowed.map((name) => `^src/${name}/`)] },
}));

module.exports = {
  layers,
  forbidden: [
    ...layerRules,
    {
      name: "only-open-starts-the-server",
      comment: "`clew open` is the one place where the command line starts another program of ours.",
      severity: "error",
      from: { path: "^src/cli/commands/open\\.ts$" },
      to: { path: "^src/ui/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    {
      name: "pure-folders-know-no-node",
      severity: "error",
      from: { path: "^src/(base|claims|formats|graph|query|view)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "sigma-only-on-the-canvas",
      comment: "Importing sigma outside a browser throws.",
      severity: "error",
      from: { pathNot: "^src/ui/canvas/" },
      to: { path: "node_modules/(sigma|@sigma|graphology)" },
    },
    {
      name: "query-sees-no-library",
      severity: "error",
      from: { path: "^src/(query|graph)/" },
      to: { dependencyTypes: ["npm", "npm-dev"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".json"] },
  },
};
