import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type CaseSizeName, caseSizeNames, entitiesOf } from "./data/case-size.ts";
import { drawCase } from "./data/reckoning.ts";
import { writeCaseFile, writeTables } from "./data/write-case.ts";

const usage = `node tests/bench/scale/generate.ts --out DIR [--size ${caseSizeNames.join("|")}] [--entities N] [--seed N] [--gz] [--no-tables]`;

/** Writes `case.clew.jsonl` (or `.gz`), `nodes.csv`, `links.csv`, and `facts.json`, the generator's own reckoning. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      size: { type: "string", default: "small" },
      entities: { type: "string" },
      seed: { type: "string", default: "1" },
      gz: { type: "boolean", default: false },
      "no-tables": { type: "boolean", default: false },
    },
  });
  const { out, size, seed } = values;
  const entities = values.entities === undefined ? entitiesOf[size as CaseSizeName] : Number(values.entities);
  if (out === undefined || !(entities >= 1000) || !/^\d+$/.test(seed)) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  mkdirSync(out, { recursive: true });
  const drawn = drawCase({ entities, seed: Number(seed) });
  writeFileSync(join(out, "facts.json"), `${JSON.stringify(drawn.facts, null, 2)}\n`);
  await writeCaseFile(join(out, `case.clew.jsonl${values.gz ? ".gz" : ""}`), drawn);
  if (!values["no-tables"]) await writeTables({ nodes: join(out, "nodes.csv"), links: join(out, "links.csv") }, drawn);
  process.stdout.write(`${JSON.stringify(drawn.facts, null, 2)}\n`);
  return 0;
}

process.exitCode = await main();
