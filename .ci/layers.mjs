import { createRequire } from "node:module";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const { layers, forbidden, options } = createRequire(import.meta.url)("./layers.cjs");

const { output } = await cruise(["src"], { ...options, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig("tsconfig.json"),
});
const seen = output.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source));
const resolved = seen.flatMap((module) => module.dependencies).filter((dependency) => /^src\//.test(dependency.resolved));
const unknown = [...new Set(seen.map((module) => module.source.split("/")[1]))].filter(
  (folder) => !(folder in layers) && folder !== "setup",
);

const faults = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
if (seen.length < 20) faults.push(`wanted at least 20 modules under src, saw ${seen.length}: the check looks past the code`);
if (resolved.length < seen.length) faults.push(`wanted resolved imports, saw ${resolved.length}: the check looks past the code`);
for (const folder of unknown) faults.push(`src/${folder} has no row in the table of layers`);

for (const fault of faults) console.error(fault);
console.log(`layers: ${seen.length} modules, ${resolved.length} imports, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
